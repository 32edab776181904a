// The one click that mends a thing to look at: by its code, the choice that answers it. A new code needs one line here and one message.

import { html, nothing } from 'lit';
import { dayBefore } from '../numbers.js';
import { refusal } from './broken.js';
import { chosen } from './settings.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('../analyst/protocol.js').Issue} Issue
 * @typedef {{word: string, choice?: (issue: Issue, app: App) => Record<string, any> | null, args?: (issue: Issue, app: App) => Record<string, any>}} Mend
 * A message; the settings that mend it (null: they hold already, or would not help), or none where the mapping is the place; what the message is given
 */

/** Another choice of kinds and columns. @type {Mend} */
const MAPPING = { word: 'look-mapping' };
/** The column is left out. @type {Mend} */
const UNUSED = {
  word: 'mend-unused',
  choice: ({ file = '', column = '' }, { settings }) => (column ? { columns: { ...settings['columns'], [file]: { ...settings['columns']?.[file], [column]: null } } } : null),
};
/** The report is of another day. @param {(issue: Issue) => string} day @returns {Mend} */
const asOf = (day) => ({
  word: 'mend-as_of',
  choice: (issue, { report }) => (report?.as_of === day(issue) ? null : { as_of: day(issue) }),
  args: (issue, { said }) => ({ date: said.date(day(issue), 'long') }),
});
/** @param {string} join @returns {Mend} */
const joined = (join) => ({ word: `mend-join-${join}`, choice: (_, { settings }) => (chosen(settings, 'join') === join ? null : { join }) });
const date = (/** @type {Issue} */ { args }) => String(args['date']);

/** The other way to read a column. @type {Record<string, string>} */
const OTHER = { 'month-first': 'day-first', 'day-first': 'month-first', 'year-first': 'day-first', point: 'comma', comma: 'point' };
const other = (/** @type {Issue} */ { args }) => OTHER[String(args['reading'])] ?? '';
/** @type {Mend} */
const READING = {
  word: 'mend-reading',
  choice: (issue, { settings }) => {
    const { file = '', column = '' } = issue;
    return { readings: { ...settings['readings'], [file]: { ...settings['readings']?.[file], [column]: other(issue) } } };
  },
  args: (issue) => ({ reading: other(issue) }),
};

/** @type {Record<string, Mend>} */
export const MENDS = {
  'file-unrecognised': MAPPING,
  'column-missing': MAPPING,
  'column-uncertain': MAPPING,
  'column-guessed': MAPPING,
  'date-unreadable': MAPPING,
  'amount-unreadable': MAPPING,
  'interval-unknown': MAPPING,
  'date-order-guessed': READING,
  'decimal-sign-guessed': READING,
  'date-ignored': UNUSED,
  'number-ignored': UNUSED,
  'yes-no-ignored': UNUSED,
  'test-mode': { ...UNUSED, word: 'mend-test-mode' },
  // A term of one day, where the end is the last day of service.
  'end-before-start': {
    word: 'mend-last-day',
    choice: ({ args }, { settings }) => (args['start'] === args['end'] && chosen(settings, 'end_is') !== 'last-day' ? { end_is: 'last-day' } : null),
  },
  'currency-other': { word: 'mend-currency', choice: ({ args }) => ({ currency: args['currency'] }), args: ({ args }) => args },
  'cut-suspected': asOf((issue) => dayBefore(date(issue))),
  'usage-ends-early': asOf(date),
  'ids-alike': joined('folded'),
  'ids-joined': joined('exact'),
  'after-as-of': { word: 'as-of-back', choice: (_, { settings }) => (chosen(settings, 'as_of') === null ? null : { as_of: null }) },
};

/** @param {App} app @param {Issue} issue */
export function mendButton(app, issue) {
  const { words, work, ui } = app;
  const mend = MENDS[issue.code];
  const choice = mend?.choice?.(issue, app);
  if (!mend || choice === null) return nothing;
  const said = words.t(mend.word, mend.args?.(issue, app));
  const press = () => {
    if (!choice) return work.map();
    // The button goes with what it mends.
    ui.set('mended', { said, settings: app.settings });
    app.change(choice);
    app.focus('[data-undo]');
  };
  return html`<button class="button" @click=${press}>${said}</button>`;
}

/** What was mended last, with the way back. @param {App} app */
export function mended(app) {
  const { words, ui, state, work } = app;
  const last = ui.get('mended');
  if (!last) return nothing;
  const back = () => {
    ui.set('mended', null);
    if (work.past.at(-1) === last.settings) app.undo();
    else work.restore(last.settings, true);
    app.focus('#fig-issues h3');
  };
  return html`<p class="effect mended" role="status">
    <span>${state.refused ? refusal(words, state.refused) : words.t('mend-done', { what: last.said })}</span>
    ${state.refused ? nothing : html`<button class="link" data-undo @click=${back}>${words.t('undo')}</button>`}
  </p>`;
}
