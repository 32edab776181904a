// Every word of one language.

import figures from './figures.en.ftl';
import issues from './issues.en.ftl';
import states from './states.en.ftl';
import frame from './en.ftl';

export default [frame, figures, states, issues];
