// Makes the tag known. Apart from the class, so that a page may take the class without the tag.

import { EbbReport } from './ebb-report.js';

if (!customElements.get('ebb-report')) customElements.define('ebb-report', EbbReport);

export { EbbReport };
