// What the files were taken for: every file's kind and every column's meaning, to be corrected; questions first.

import { html, nothing } from 'lit';
import { hopeless, questions, uncertain } from './guesses.js';
import { select } from './controls.js';
import { icon } from './icons.js';
import { issueText } from './issue-text.js';
import { whichColumn, whichEncoding, whichReading } from './questions.js';
import { foot } from './empty.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('./guesses.js').Guess} Guess
 * @typedef {import('./guesses.js').ColumnGuess} ColumnGuess
 */

const KINDS = ['customers', 'subscriptions', 'invoices', 'usage'];

/** The meanings a column may have in each kind (report.md, section 4). @type {Record<string, string[]>} */
const ROLES = {
  customers:
    'customer name signup cancelled last_active mrr amount interval interval_count currency plan owner tier renewal auto_renew onboarded seats nps csat tenure churned mode segment'.split(' '),
  subscriptions: 'customer start end cancel_requested mrr amount interval interval_count quantity currency plan status reason trial_end renewal auto_renew row mode'.split(' '),
  invoices: 'customer date amount period_start period_end interval currency status kind invoice refunds refunded mode'.split(' '),
  usage: 'customer user at event value mode'.split(' '),
};

/** Meanings that several columns may share. */
const SHARED = ['segment'];

/** @param {App} app */
export function mappingView(app) {
  const { words, state, work, page } = app;
  const { guesses } = state;
  const asked = guesses.reduce((sum, guess) => sum + questions(guess), 0);
  const missing = guesses.flatMap((guess) => (hopeless(guess) ? [] : guess.missing));
  const roles = missing.map((role) => words.t('role-name', { role })).join(', ');
  return html`<main>
    <div class="mapping">
      <header>
        <h2 tabindex="-1" data-start>${words.t('map-title')}</h2>
        <p class="lead">${words.t('map-lead', { files: guesses.length, questions: asked })}</p>
      </header>
      ${guesses.map((guess) => doubts(app, guess))} ${guesses.map((guess) => fileView(app, guess))} ${page ? foot(app) : nothing}
    </div>
    <div class="bar">
      <div>
        <p class="quiet-on-narrow">${words.t('map-stays')}</p>
        <button class="quiet-link" @click=${app.pickOther}>${words.t('map-other')}</button>
        <button class="button big main" ?disabled=${guesses.every(hopeless) || missing.length > 0} @click=${() => work.read()}>
          ${missing.length > 0 ? words.t('map-show-missing', { n: missing.length, roles }) : words.t('map-show')}
        </button>
      </div>
    </div>
  </main>`;
}

/** The questions of one file. @param {App} app @param {Guess} guess */
const doubts = (app, guess) =>
  app.state.doubts
    .filter(({ file }) => file === guess.file)
    .map((doubt) => {
      if (doubt.about === 'encoding') return whichEncoding(app, guess);
      if (doubt.about === 'reading') return whichReading(app, guess, doubt);
      const fits = ROLES[guess.kind ?? '']?.includes(doubt.role ?? '');
      return fits ? whichColumn(app, guess, doubt, (header, role) => take(app, guess, header, role)) : nothing;
    });

/** @param {App} app @param {Guess} guess */
function fileView(app, guess) {
  const { words, work, state } = app;
  const lost = hopeless(guess);
  const missing = guess.missing.map((role) => words.t('role-name', { role })).join(', ');
  const delimiter = typeof guess.delimiter === 'number' ? String.fromCharCode(guess.delimiter) : guess.delimiter;
  const file = state.files.find(({ name }) => name === guess.file);
  const about = [
    file && sizeSaid(words, file.size),
    !lost && words.t('encoding-name', { encoding: guess.encoding }),
    !lost && words.t('delimiter-name', { delimiter: DELIMITERS[delimiter] ?? delimiter }),
  ].filter(Boolean);
  const kinds = [
    ...(guess.kind === null ? [{ value: '', text: '—', disabled: true }] : []),
    ...KINDS.map((kind) => ({ value: kind, text: words.t('kind-name', { kind }) })),
    ...(state.files.length > 1 ? [{ value: 'leave', text: words.t('map-left-out') }] : []),
  ];
  const setKind = (/** @type {string} */ kind) => {
    if (kind === 'leave') return work.open(state.files.filter(({ name }) => name !== guess.file), { map: true });
    const columns = { ...app.settings['columns'] };
    delete columns[guess.file];
    return app.change({ kinds: { ...app.settings['kinds'], [guess.file]: kind }, columns });
  };
  return html`<section class="file">
    <header>
      <h3 lang="">${guess.file}</h3>
      <p class="quiet">${about.join(' · ')}</p>
      ${lost
        ? html`<p class="lost">${icon('error')}${words.t('map-unread')}</p>`
        : html`<label class="taken"><span>${words.t('map-taken')}</span>${select(words.t('map-kind-of', { file: guess.file }), kinds, guess.kind ?? '', setKind)}</label>`}
    </header>
    ${guess.issues.filter(({ severity, code }) => severity === 'error' && code !== 'column-missing').map((issue) => html`<p class="wrong" role="status">${issueText(words, issue).join(' ')}</p>`)}
    ${!lost && guess.kind === null ? html`<p class="wrong" role="status">${words.t('map-choose-kind')}</p>` : nothing}
    ${missing && !lost ? html`<p class="wrong" role="status">${icon('error')}${words.t('map-missing', { roles: missing })}</p>` : nothing}
    ${lost || guess.columns.length === 0 ? nothing : columnsTable(app, guess)}
  </section>`;
}

/** @type {Record<string, string>} */
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** @param {import('../words.js').Words} words @param {number} bytes */
const sizeSaid = (words, bytes) => (bytes < 1e5 ? words.t('size-kB', { n: Math.ceil(bytes / 1000) }) : words.t('size-MB', { n: megabytes(bytes) }));

/** @param {number} bytes */
export const megabytes = (bytes) => (bytes >= 1e7 ? Math.round(bytes / 1e6) : bytes >= 1e5 ? Math.round(bytes / 1e5) / 10 : Math.max(0.01, Math.round(bytes / 1e4) / 100));

/** @param {App} app @param {Guess} guess */
function columnsTable(app, guess) {
  const { words } = app;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.t('map-column')}</th>
        <th scope="col">${words.t('map-first')}</th>
        <th scope="col">${words.t('map-taken')}</th>
        <th scope="col"><span class="hidden">${words.t('map-certain')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${guess.columns.map((column) => columnRow(app, guess, column))}
    </tbody>
  </table>`;
}

/** @param {App} app @param {Guess} guess @param {ColumnGuess} column */
function columnRow(app, guess, column) {
  const { words, ui, settings } = app;
  const roles = ROLES[guess.kind ?? 'customers'] ?? [];
  const options = ['', ...roles].map((role) => ({ value: role, text: words.t('role-name', { role: role || 'none' }) }));
  const own = settings['columns']?.[guess.file]?.[column.header] !== undefined;
  const moved = ui.get(`moved-${guess.file}-${column.header}`);
  const state = moved
    ? html`${icon('question')}${words.t('map-moved')}`
    : uncertain(column)
      ? html`${icon('question')}${words.t('map-asked')}`
      : guess.kind === null && !own
        ? nothing
        : html`${icon('check')}${words.t(own ? 'map-chosen' : 'map-certain')}`;
  return html`<tr>
    <th scope="row" lang="">${column.header}</th>
    <td class="mono values" lang="">${column.samples.map((sample, at) => html`${at > 0 ? html`<i> · </i>` : nothing}${sample || html`<span lang=${app.lang}>${words.t('map-blank')}</span>`}`)}</td>
    <td>
      ${select(words.t('map-role-of', { column: column.header }), options, column.role ?? '', (role) => take(app, guess, column.header, role), column.role ? '' : 'unused')}
    </td>
    <td class="sure ${moved || uncertain(column) ? 'asked' : ''}">${state}</td>
  </tr>`;
}

/**
 * A column takes a meaning; the one that had it before gives it up, and says so.
 * @param {App} app @param {Guess} guess @param {string} header @param {string} role "" for none
 */
function take({ settings, change, ui }, guess, header, role) {
  const older = SHARED.includes(role) || !role ? undefined : guess.columns.find((column) => column.role === role && column.header !== header);
  ui.set(`moved-${guess.file}-${header}`, null);
  if (older) ui.set(`moved-${guess.file}-${older.header}`, true);
  const now = settings['columns']?.[guess.file] ?? {};
  // The whole choice is written down: what was certain and was not touched stays as it was taken.
  const file = { ...now, [header]: role || null, ...(older ? { [older.header]: null } : {}) };
  change({ columns: { ...settings['columns'], [guess.file]: file } });
}
