// Every word of one language.

import figures from './en.ftl';
import issues from './issues.en.ftl';
import states from './states.en.ftl';

export default [figures, states, issues];
