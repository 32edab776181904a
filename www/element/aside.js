// The rows that were set aside: those of one thing to look at, those of a file, and all of them as a table to take along.

import { html, nothing } from 'lit';
import { csv, csvBlob } from './csv.js';
import { icon } from './icons.js';
import { reason } from './issue-text.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('../analyst/protocol.js').Issue} Issue
 * @typedef {import('../analyst/protocol.js').Source} Source
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

/** Why a row was set aside. @param {App} app @param {RowAside} row */
function why({ words, report }, row) {
  const issue = report?.issues.find((one) => of(one)(row));
  return reason(words, { severity: 'warning', args: {}, ...issue, ...row, column: row.column ?? undefined, count: 1 });
}

/** All rows that were set aside, of one file or of all. @param {App} app @param {string} [file] */
async function gathered({ work }, file) {
  /** @type {RowAside[]} */
  const all = [];
  for (let at = 0, rows; rows === undefined || rows.length === PIECE; at += PIECE) {
    rows = await work.aside(at, PIECE);
    for (const row of rows) if (file === undefined || row.file === file) all.push(row);
  }
  return all;
}

/** A table of them, a page at a time. @param {App} app @param {RowAside[]} rows @param {string} key @param {number} count how many there are @param {boolean} [whole] with the reason of each */
function table(app, rows, key, count, whole = false) {
  const { words, ui } = app;
  const most = ui.get(`most-${key}`) ?? PAGE;
  const left = Math.min(PAGE, rows.length - most);
  return html`<table class="aside-rows">
      <thead>
        <tr>
          <th scope="col" class="number">${words.t('aside-line')}</th>
          <th scope="col">${words.t('aside-column')}</th>
          <th scope="col">${words.t('aside-text')}</th>
          ${whole ? html`<th scope="col">${words.t('aside-why')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          (row) => html`<tr>
            <td class="number figures">${app.said.count(row.line)}</td>
            <td lang="">${row.column ?? '—'}</td>
            <td class="mono" lang="">${row.text || html`<span lang=${app.lang}>${words.t('map-blank')}</span>`}</td>
            ${whole ? html`<td>${why(app, row)}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
    ${left > 0 ? html`<button class="button more-rows" @click=${() => ui.set(`most-${key}`, most + PAGE)}>${words.t('more-of', { n: left })}</button>` : nothing}
    ${left <= 0 && rows.length < count ? html`<p class="quiet">${words.t('aside-first', { n: rows.length, all: count })}</p>` : nothing}`;
}

/** All rows of a thing to look at, where there is more than the one that is shown anyway. @param {App} app @param {Issue} issue @param {string} key */
export function asideRows(app, issue, key) {
  const rows = /** @type {RowAside[] | null} */ (app.listed('aside'))?.filter(of(issue)) ?? [];
  return rows.length < 2 ? nothing : table(app, rows, key, issue.count);
}

/** What opens the rows of a file. @param {App} app @param {Source} source */
export function asideOpener(app, { file, set_aside }) {
  const { words, ui, report } = app;
  if (set_aside === 0) return nothing;
  const now = ui.get('aside-of');
  const open = now?.file === file && now.report === report;
  const press = async () => {
    if (open) return ui.set('aside-of', null);
    ui.set('aside-of', { file, report, rows: [] });
    const rows = await gathered(app, file).catch(() => []);
    if (ui.get('aside-of')?.file === file) ui.set('aside-of', { file, report, rows });
  };
  return html`<button class="link" aria-expanded=${open ? 'true' : 'false'} @click=${press}>${words.t(open ? 'aside-hide' : 'aside-show', { n: set_aside })}</button>`;
}

/** The rows of a file, where they are open. @param {App} app @param {Source} source */
export function asideOf(app, { file, set_aside }) {
  const open = app.ui.get('aside-of');
  if (open?.file !== file || open.report !== app.report) return nothing;
  return html`<div class="aside-of" role="group" aria-label=${app.words.t('files-aside')}>
    ${table(app, open.rows, `of-${file}`, set_aside, true)}
    <button class="button" @click=${() => save(app, file)}>${icon('download')}${app.words.t('list-csv')}</button>
  </div>`;
}

/** A file of rows for a spreadsheet. @param {App} app @param {string} [file] */
async function save(app, file) {
  const { words, report } = app;
  const head = ['file', 'line', 'column', 'text', 'why'].map((column) => words.t(`aside-${column}`));
  const rows = await gathered(app, file);
  /** @type {(string | number | null)[][]} */
  const made = rows.map((row) => [row.file, row.line, row.column, row.text, why(app, row)]);
  const n = setAside(app, file);
  // Of a file with a million and more the session keeps the first; one that was given before is one line here.
  if (rows.length < n) made.push([words.t('aside-first', { n: rows.length, all: n })]);
  const name = ['ebb', 'rows-set-aside', file?.replace(/\.[^.]*$/, ''), report?.as_of];
  app.download(name.filter(Boolean).join('-') + '.csv', csvBlob(csv([head, ...made])));
}

/** How many rows of a file, or of all, were set aside. @param {App} app @param {string} [file] */
const setAside = ({ report }, file) => (report?.sources ?? []).reduce((sum, source) => sum + (file === undefined || source.file === file ? source.set_aside : 0), 0);

/** Every row that was set aside, for a spreadsheet. @param {App} app */
export function asideDownload(app) {
  const n = setAside(app);
  return n === 0 ? nothing : html`<button class="quiet-link" @click=${() => save(app)}>${icon('download')}${app.words.t('files-aside')} <b class="figures">${app.said.count(n)}</b></button>`;
}
