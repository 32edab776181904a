// The rows that were set aside: those of one thing to look at, and all of them as a file.

import { html, nothing } from 'lit';
import { csv, csvBlob } from './csv.js';
import { icon } from './icons.js';
import { reason } from './issue-text.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('../analyst/protocol.js').Issue} Issue
 * @typedef {import('../analyst/protocol.js').RowAside} RowAside
 */

const PAGE = 50;
/** Rows asked for at once. */
const PIECE = 50_000;

/** Whether a row was set aside for this. @param {Issue} issue */
const of =
  ({ code, file, column }) =>
  (/** @type {RowAside} */ row) =>
    row.code === code && row.file === file && (row.column ?? undefined) === column;

/** All rows of a thing to look at, where there is more than the one that is shown anyway. @param {App} app @param {Issue} issue @param {string} key */
export function asideRows(app, issue, key) {
  const { words, ui } = app;
  const rows = /** @type {RowAside[] | null} */ (app.listed('aside'))?.filter(of(issue)) ?? [];
  if (rows.length < 2) return nothing;
  const most = ui.get(`most-${key}`) ?? PAGE;
  const left = Math.min(PAGE, rows.length - most);
  return html`<table class="aside-rows">
      <thead>
        <tr>
          <th scope="col" class="number">${words.t('aside-line')}</th>
          <th scope="col">${words.t('aside-column')}</th>
          <th scope="col">${words.t('aside-text')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          ({ line, column, text }) => html`<tr>
            <td class="number figures">${app.said.count(line)}</td>
            <td lang="">${column ?? '—'}</td>
            <td class="mono" lang="">${text || html`<span lang=${app.lang}>${words.t('map-blank')}</span>`}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${left > 0 ? html`<button class="button more-rows" @click=${() => ui.set(`most-${key}`, most + PAGE)}>${words.t('more-of', { n: left })}</button>` : nothing}
    ${left <= 0 && rows.length < issue.count ? html`<p class="quiet">${words.t('aside-first', { n: rows.length, all: issue.count })}</p>` : nothing}`;
}

/** Every row that was set aside, for a spreadsheet. @param {App} app */
export function asideDownload(app) {
  const { words, report, work } = app;
  const n = (report?.sources ?? []).reduce((sum, { set_aside }) => sum + set_aside, 0);
  if (!report || n === 0) return nothing;
  const save = async () => {
    const head = ['file', 'line', 'column', 'text', 'why'].map((column) => words.t(`aside-${column}`));
    /** @type {(string | number | null)[][]} */
    const table = [];
    for (let rows; rows === undefined || rows.length === PIECE; ) {
      rows = await work.aside(table.length, PIECE);
      for (const row of rows) {
        const issue = report.issues.find((one) => of(one)(row));
        table.push([row.file, row.line, row.column, row.text, reason(words, { severity: 'warning', args: {}, ...issue, ...row, column: row.column ?? undefined, count: 1 })]);
      }
    }
    // Of a file with a million and more the session keeps the first; one that was given before is one line here.
    const listed = table.length;
    if (listed < n) table.push([words.t('aside-first', { n: listed, all: n })]);
    app.download(['ebb', 'rows-set-aside', report.as_of].filter(Boolean).join('-') + '.csv', csvBlob(csv([head, ...table])));
  };
  return html`<button class="quiet-link" @click=${save}>${icon('download')}${words.t('files-aside')} <b class="figures">${app.said.count(n)}</b></button>`;
}
