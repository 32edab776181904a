// Nothing could be read, or the worker stopped: what happened, and what can be done.

import { html, nothing } from 'lit';
import { headline, issueText } from './issue-text.js';
import { icon } from './icons.js';
import { figureName } from './sight.js';
import { REFUSALS } from './settings.js';

/** @typedef {import('./ebb-report.js').App} App */

/** Problems with words of their own. @type {Record<string, string>} */
const TITLES = {
  'nothing-read': 'broken-nothing',
  stopped: 'broken-stopped',
  'file-changed': 'broken-changed',
  'file-unreadable': 'broken-unreadable',
  'file-stale': 'broken-stale',
  'memory-refused': 'broken-memory',
  'too-large': 'broken-too-large',
  'too-many-cells': 'broken-too-many-cells',
  'settings-invalid': 'broken-settings',
  'settings-unreadable': 'settings-unreadable',
  'zones-missing': 'broken-zones',
  src: 'broken-src',
};

/** A figure is called by its name. @param {import('../words.js').Words} words @param {import('./work.js').Problem} problem */
const argsOf = (words, { args }) => ({ file: 'none', text: '', ...args, figure: figureName(words, String(args['figure'] ?? '')) });

/** Why a change was not taken. @param {import('../words.js').Words} words @param {import('./work.js').Problem} problem */
export function refusal(words, problem) {
  const lead = `${TITLES[problem.code]}-lead`;
  if (words.has(lead)) return `${words.t(lead, argsOf(words, problem))} ${words.t('setting-kept')}`;
  return words.t('setting-refused', { text: String(problem.args['text'] ?? '').replace(/^Error: /, '') });
}

/** The same, beside what was changed. @param {App} app */
export const refused = ({ words, state }) => (state.refused ? html`<p class="refused" role="alert">${refusal(words, state.refused)}</p>` : nothing);

/** @param {App} app */
export function brokenView(app) {
  const { words, state } = app;
  const problem = state.problem ?? { code: 'stopped', args: {} };
  const id = TITLES[problem.code] ?? 'broken-stopped';
  const nothingRead = problem.code === 'nothing-read';
  const args = argsOf(words, problem);
  return html`<main class="broken">
    <h2 tabindex="-1" data-start>${words.t(id, args)}</h2>
    ${nothingRead ? reasons(app) : words.has(`${id}-lead`) ? html`<p class="lead">${words.t(`${id}-lead`, args)}</p>` : html`<p class="lead mono">${args.text}</p>`}
    <div class="buttons">${actions(app, problem)}</div>
  </main>`;
}

/** @param {App} app @param {import('./work.js').Problem} problem */
function actions(app, problem) {
  const { words, work, state, pickOther } = app;
  const again = html`<button class="button big main" @click=${() => work.open(state.files)}>${words.t('broken-try')}</button>`;
  // A file that changed is read no more, however often it is tried.
  const stale = problem.code === 'file-stale';
  const other = html`<button class="button big ${stale || problem.code === 'nothing-read' ? 'main' : ''}" @click=${pickOther}>${words.t('broken-other')}</button>`;
  if (problem.code === 'nothing-read') {
    const mendable = state.guesses.some(({ columns }) => columns.length > 0);
    return html`${other}${mendable ? html`<button class="button big" @click=${() => work.map()}>${words.t('files-change')}</button>` : nothing}`;
  }
  if (problem.code === 'src') return other;
  if (REFUSALS.includes(problem.code))
    return html`<button
        class="button big main"
        @click=${() => {
          work.restore({});
          work.open(state.files);
        }}
      >
        ${words.t('broken-defaults')}</button
      >${other}`;
  const file = problem.args['file'];
  return html`${stale ? other : again}
  ${file && state.files.length > 1 ? html`<button class="button big" @click=${() => work.without()}>${words.t('broken-without')}</button>` : stale ? nothing : other}
  ${problem.text ? html`<button class="button big" @click=${() => copy(app, problem)}>${words.t(app.ui.get('copied') ? 'broken-copied' : 'broken-copy')}</button>` : nothing}`;
}

/** What happened, with no data in it: the code's own words and place. @param {App} app @param {import('./work.js').Problem} problem */
function copy({ ui, keep }, { code, text }) {
  const told = `Ebb ${__EBB_VERSION__}\n${code}: ${text ?? ''}\n${navigator.userAgent}\n`;
  navigator.clipboard?.writeText(told).then(
    () => ui.set('copied', true),
    () => keep('ebb-problem.txt', told),
  ) ?? keep('ebb-problem.txt', told);
}

/** The reason for each file. @param {App} app */
function reasons({ words, state }) {
  const { problem, guesses } = state;
  const issues = problem?.issues?.length ? problem.issues : guesses.flatMap((guess) => guess.issues);
  return html`<ul class="looks">
    ${issues
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(
        (issue) => html`<li class="look ${issue.severity}">
          ${icon(issue.severity)}
          <div>
            <p><b>${headline(words, issue)}</b></p>
            <p>${issueText(words, issue).join(' ')}</p>
          </div>
        </li>`,
      )}
  </ul>`;
}
