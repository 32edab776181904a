// The top bar: mark, what was read, requests, language, theme, download. On a narrow element the rest is behind "more".

import { html, nothing } from 'lit';
import { icon, mark } from './icons.js';
import { radios } from './controls.js';
import { panel } from './panels.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @param {App} app */
export function topBar(app) {
  const { state, words, page, width, report } = app;
  const narrow = width === 'narrow';
  const shown = state.phase === 'report' && report;
  return html`<div class="top" role=${page ? 'banner' : nothing}>
    ${page ? html`<slot></slot>` : nothing} ${page && shown ? html`<a class="skip" href="#main" @click=${app.skip}>${words.t('skip-to-report')}</a>` : nothing}
    <div class="row">
      <button class="brand" @click=${() => app.go('headline')} aria-label="Ebb" ?disabled=${!shown}>${mark}<span>Ebb</span></button>
      ${shown && !narrow ? filesRead(app) : nothing}
      <span class="space"></span>
      ${shown ? requests(app, width !== 'wide') : nothing} ${narrow ? nothing : html`${languages(app)} ${theme(app)}`}
      ${shown ? opener(app, 'save', html`${icon('download')}${narrow ? nothing : words.t('save-menu')}`, words.t('save-menu'), 'button') : nothing}
      ${narrow ? opener(app, 'more', icon('more'), words.t('top-more'), 'button') : nothing}
    </div>
    ${panel(app, 'requests', 'save', 'more')}
  </div>`;
}

/** @param {App} app */
function filesRead({ state, words, go }) {
  const sources = state.report?.sources ?? [];
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  return html`<button class="quiet-link figures" @click=${() => go('files')}>${words.t('top-files', { files: sources.length, rows })}</button>`;
}

/** @param {App} app @param {boolean} short */
function requests(app, short) {
  const n = app.requests.length;
  return opener(app, 'requests', html`${icon('lock')}<span>${app.words.t(short ? 'top-requests-short' : 'top-requests', { n })}</span>`, '', 'quiet-link');
}

/** @param {App} app */
export function languages({ lang, words, setLang }) {
  return radios(
    'lang',
    words.t('language'),
    [
      { value: 'en', text: 'English', lang: 'en' },
      { value: 'ko', text: '한국어', lang: 'ko' },
    ],
    lang,
    setLang,
  );
}

/** @param {App} app */
export function theme({ theme: now, words, setTheme }) {
  const other = now === 'dark' ? 'light' : 'dark';
  const name = words.t(`theme-${other}`);
  return html`<button class="icon-button theme" @click=${() => setTheme(other)} aria-label=${name} title=${name}>${icon(other === 'dark' ? 'moon' : 'sun')}</button>`;
}

/**
 * A button that opens a panel of its own.
 * @param {App} app @param {string} id @param {unknown} text @param {string} name @param {string} style
 */
export function opener(app, id, text, name, style) {
  const open = app.ui.get('panel') === id;
  return html`<button
    class=${style}
    data-opens=${id}
    aria-expanded=${open ? 'true' : 'false'}
    aria-label=${name || nothing}
    @click=${() => app.ui.set('panel', open ? null : id)}
  >
    ${text}
  </button>`;
}
