// What was read: a bar a file whose parts add up to its rows, and the things to look at, worst first.

import { html, nothing } from 'lit';
import { headline, issueText, place } from './issue-text.js';
import { icon } from './icons.js';
import { radios } from './controls.js';
import { asideDownload, asideOf, asideOpener, asideRows } from './aside.js';
import { drill, offer, open, opened } from './drill.js';
import { mendButton, mended } from './mends.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('../analyst/protocol.js').Issue} Issue
 * @typedef {import('../analyst/protocol.js').Source} Source
 */

/** @param {App} app */
export function filesSection(app) {
  const { words, report, work } = app;
  if (!report) return nothing;
  const { sources } = report;
  const whole = sources.filter(({ kind, rows, file }) => kind !== null && rows > 0 && !report.issues.some((issue) => issue.severity === 'error' && issue.file === file));
  return html`<section class="files" id="fig-files" data-figure="files" aria-labelledby="files-title">
    <header>
      <h3 id="files-title" tabindex="-1">${words.t('files-title')}</h3>
      <div class="tools">
        <button class="quiet-link" @click=${() => work.map()}>${words.t('files-change')}</button>
        <button class="quiet-link" @click=${app.pick}>${words.t('files-add')}</button>
        <button class="quiet-link" @click=${() => work.replace([])}>${words.t('files-again')}</button>
        ${asideDownload(app)}
      </div>
    </header>
    <p class="answer">${words.t(whole.length === sources.length ? 'files-all' : 'files-some', { n: sources.length, whole: whole.length })}</p>
    <ul class="sources">
      ${sources.map((source) => sourceRow(app, source))}
    </ul>
    ${looks(app)}
  </section>`;
}

/** @type {Record<string, string>} */
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** @param {App} app @param {Source} source */
function sourceRow(app, source) {
  const { words } = app;
  const { file, kind, encoding, delimiter, rows, read, set_aside } = source;
  const about = kind
    ? [words.t('kind-name', { kind }), words.t('encoding-name', { encoding }), words.t('delimiter-name', { delimiter: DELIMITERS[delimiter] ?? delimiter })].join(' · ')
    : words.t('files-unread');
  return html`<li>
    <div><b lang="">${file}</b><span class="quiet">${about}</span></div>
    <span class="sum-bar ${read === 0 ? 'none' : ''} ${set_aside === 0 ? 'all' : ''}" role="img" aria-label=${words.t('files-bar', { read, rows })} .style=${`--read:${read};--aside:${set_aside}`}><i></i><i></i></span>
    <span class="figures sum">${words.t('files-sum', { read, aside: set_aside, rows })} ${asideOpener(app, source)}</span>
    ${asideOf(app, source)}
  </li>`;
}

/** @param {App} app */
function looks(app) {
  const { words, report, ui } = app;
  const issues = report?.issues ?? [];
  const byFile = ui.get('look-by') === 'file';
  const files = [...new Set(issues.map(({ file }) => file ?? ''))];
  return html`<div class="look-head" id="fig-issues" data-figure="issues">
      <h3 tabindex="-1">${words.t('look-title', { n: issues.length })}</h3>
      ${files.length > 1
        ? radios(
            'look-by',
            words.t('look-view'),
            [
              { value: 'all', text: words.t('look-all') },
              { value: 'file', text: words.t('look-by-file') },
            ],
            byFile ? 'file' : 'all',
            (value) => ui.set('look-by', value),
          )
        : nothing}
    </div>
    ${mended(app)}
    ${issues.length === 0
      ? html`<p class="quiet">${words.t('look-none')}</p>`
      : byFile
        ? files.map(
            (file) =>
              html`<h4 lang=${file ? '' : app.lang}>${file || words.t('look-without-place')}</h4>
                ${list(app, issues.filter((issue) => (issue.file ?? '') === file))}`,
          )
        : list(app, issues)}`;
}

/** @param {App} app @param {Issue[]} issues */
const list = (app, issues) => html`<ul class="looks">
  ${issues.map((issue) => look(app, issue))}
</ul>`;

/** @param {App} app @param {Issue} issue */
function look(app, issue) {
  const { words, ui } = app;
  const key = `lines-${issue.code}-${issue.file}-${issue.line}-${issue.column}`;
  const shown = ui.get(key);
  const customers = concerned(app, issue);
  return html`<li class="look ${issue.severity}">
    <span class="hidden">${words.t('look-severity', { severity: issue.severity })}</span>
    ${icon(issue.severity)}
    <div>
      <p><b>${headline(words, issue)}</b></p>
      <p>${issueText(words, issue, app.report?.sources.find(({ file }) => file === issue.file)?.kind).join(' ')}</p>
      ${shown ? html`${rawLines(app, issue, shown)}${asideRows(app, issue, key)}` : nothing} ${customers?.list}
    </div>
    <div class="mend">
      ${issue.file && issue.line !== undefined
        ? html`<button class="button" aria-expanded=${shown ? 'true' : 'false'} @click=${() => app.showLines(key, issue)}>${icon('list')}${words.t(shown ? 'look-rows-hide' : 'look-rows')}</button>`
        : nothing}
      ${customers?.button} ${mendButton(app, issue)}
    </div>
  </li>`;
}

/** Whom an issue counts: what opens their list, and the list. @param {App} app @param {Issue} issue */
function concerned(app, { code, args }) {
  if (!app.report || !('customers' in args)) return null;
  const [ctx, at] = [app.ctx(app.report), `issue-${code}`];
  const list = { queries: [{ figure: 'issues', line: code }], title: 'list-issue', args: {} };
  offer(ctx, at, list);
  const press = (/** @type {Event} */ event) => open(ctx, at, list, /** @type {Element} */ (event.currentTarget));
  return {
    list: drill(ctx, at),
    button: html`<button class="button" aria-expanded=${opened(ctx, at) ? 'true' : 'false'} @click=${press}>${app.words.t('look-customers')}</button>`,
  };
}

/** @param {App} app @param {Issue} issue @param {Array<{line: number, text: string}> | 'lost' | 'wait'} shown */
function rawLines({ words }, issue, shown) {
  if (shown === 'wait') return nothing;
  if (shown === 'lost') return html`<p class="quiet">${words.t('look-cannot')}</p>`;
  const spot = String(issue.args['text'] ?? '');
  return html`<div class="raw mono" lang="" tabindex="0" role="group" aria-label=${place(words, issue)}>
    ${shown.map(({ line, text }) => html`<span class="at figures">${line}</span><span>${line === issue.line ? underlined(text, spot) : text}</span>`)}
  </div>`;
}

/** The spot is underlined where it can be found. @param {string} text @param {string} spot */
function underlined(text, spot) {
  const at = spot === '' ? -1 : text.indexOf(spot);
  return at < 0 ? html`<b>${text}</b>` : html`${text.slice(0, at)}<u>${spot}</u>${text.slice(at + spot.length)}`;
}
