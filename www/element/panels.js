// What the top bar opens: the list of requests with the policy, the downloads, the rest of a narrow bar, the keys.

import { html, nothing } from 'lit';
import { check } from './controls.js';
import { icon } from './icons.js';
import { languages, theme } from './top.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @type {Record<string, (app: App) => unknown>} */
const PANELS = { requests, save, more, keys };

/** The panel that is open, if it is one of these. @param {App} app @param {...string} ids */
export function panel(app, ...ids) {
  const open = app.ui.get('panel');
  if (!ids.includes(open)) return nothing;
  return html`<div class="panel from-top ${open} appear" data-panel=${open} role="dialog" aria-label=${title(app, open)}>${PANELS[open]?.(app)}</div>`;
}

/** @param {App} app @param {string} open */
const title = ({ words }, open) => words.t(/** @type {Record<string, string>} */ ({ requests: 'requests-title', save: 'save-menu', more: 'top-more', keys: 'help-title' })[open] ?? open);

/** @param {App} app */
function requests({ words, requests: list, loadedParts, violations, policy }) {
  const own = list.every(({ url }) => new URL(url).origin === location.origin);
  return html`
    <h2>${words.t('requests-title')}</h2>
    ${list.length === 0 ? html`<p>${words.t('requests-none')}</p>` : html`<p>${words.t(own ? 'requests-own' : 'requests-foreign')}</p>${addresses(list)}`}
    ${violations.length > 0 ? html`<p>${words.t('requests-blocked', { n: violations.length })}</p>` : nothing}
    <details>
      <summary>${words.t('parts-title')}</summary>
      ${addresses(loadedParts)}
    </details>
    <h2>${words.t('policy-title')}</h2>
    ${policy ? html`<p>${words.t('policy-said')}</p><p class="mono policy">${policy}</p>` : html`<p>${words.t('policy-none')}</p>`}
  `;
}

/** @param {Array<{url: string}>} list */
const addresses = (list) => html`<ul class="mono addresses" tabindex="0">
  ${list.map(({ url }) => html`<li>${shortened(url)}</li>`)}
</ul>`;

/** @param {string} url */
function shortened(url) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin ? decodeURI(pathname) : url;
}

/** @param {App} app */
function save({ words, saveReport, saveSettings }) {
  return html`<div class="menu">
    <button @click=${saveReport}>${words.t('save-report')}</button>
    <button @click=${saveSettings}>${words.t('save-settings')}</button>
    <button @click=${() => print()}>${words.t('save-print')}</button>
  </div>`;
}

/** @param {App} app */
function more(app) {
  return html`<div class="more-row">${languages(app)} ${theme(app)}</div>`;
}

const KEYS = [
  ['S', 'help-s'],
  ['O', 'help-o'],
  ['J', 'help-j'],
  ['K', 'help-k'],
  ['D', 'help-d'],
  ['T', 'help-t'],
  ['?', 'help-question'],
  ['Esc', 'help-escape'],
];

/** @param {App} app */
function keys({ words, ui }) {
  return html`
    <h2>${words.t('help-title')}</h2>
    <dl class="keys">${KEYS.map(([key, id]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words.t(id ?? '')}</dd></div>`)}</dl>
    ${check(words.t('help-switch'), ui.get('keys') !== false, (on) => ui.set('keys', on))}
  `;
}

/** Downloads that a sandbox forbids: the text, to be saved by hand. @param {App} app */
export function byHand({ ui, words }) {
  const kept = ui.get('by-hand');
  if (!kept) return nothing;
  return html`<div class="panel by-hand" role="dialog" aria-label=${words.t('save-open')}>
    <h2>${words.t('save-open')} · ${kept.name}</h2>
    <textarea readonly .value=${kept.text} aria-label=${kept.name} @focus=${(/** @type {any} */ e) => e.target.select()}></textarea>
    <button class="icon-button" aria-label=${words.t('close')} @click=${() => ui.set('by-hand', null)}>${icon('close')}</button>
  </div>`;
}
