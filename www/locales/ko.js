// Every word of one language.

import figures from './ko.ftl';
import issues from './issues.ko.ftl';
import states from './states.ko.ftl';

export default [figures, states, issues];
