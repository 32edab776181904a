// Every word of one language.

import figures from './figures.ko.ftl';
import issues from './issues.ko.ftl';
import states from './states.ko.ftl';
import frame from './ko.ftl';

export default [frame, figures, states, issues];
