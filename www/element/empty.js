// Nothing chosen yet: what it is for, where to drop files, what the sample shows, and the promise with its proofs.

import { html, nothing } from 'lit';
import sample from 'ebb:sample-report';
import { numbers } from '../numbers.js';
import { sampleSquares } from './sample.js';
import { icon } from './icons.js';
import { ruleLine } from './rules.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @param {App} app */
export function emptyView(app) {
  if (!app.page) return emptyWidget(app);
  const { words } = app;
  return html`<main class="empty">
    <div class="begin">
      <section class="invite">
        <h2 tabindex="-1" data-start>${words.t('empty-title')}</h2>
        <p class="lead">${words.t('empty-lead')}</p>
        ${dropArea(app)}
      </section>
      ${sample ? sampleView(app) : nothing}
    </div>
    ${kinds(app)} ${promise(app)} ${foot(app)}
  </main>`;
}

/** In another page: one line and a place to drop. @param {App} app */
function emptyWidget({ words, pick }) {
  return html`<div class="empty-widget drop">
    <p>${words.t('no-src')}</p>
    <button class="button" @click=${pick}>${words.t('empty-choose')}</button>
  </div>`;
}

/** @param {App} app */
function dropArea(app) {
  const { words, pick, work, settings, width } = app;
  const chosen = Object.keys(settings).length > 0 ? ruleLine(app) : '';
  return html`<div class="drop">
    <h3>${words.t(width === 'narrow' ? 'empty-drop-narrow' : 'empty-drop')}</h3>
    <div class="buttons">
      <button class="button big main" @click=${pick}>${words.t('empty-choose')}</button>
      <button class="button big" data-key="s" @click=${() => work.sample()}>
        ${words.t('empty-sample')}${width === 'narrow' ? nothing : html`<kbd aria-hidden="true">S</kbd>`}
      </button>
    </div>
    <p class="quiet">${words.t('empty-formats')}</p>
    ${chosen ? html`<p class="quiet">${words.t('empty-settings', { rules: chosen })}</p>` : nothing}
  </div>`;
}

/** @param {App} app */
function sampleView({ words, lang }) {
  const said = numbers(words, sample);
  return html`<section class="sample" aria-labelledby="sample-title">
    <h3 id="sample-title">${words.t('sample-title')}</h3>
    ${sampleSquares(sample, words, said, lang)}
  </section>`;
}

const KINDS = ['customers', 'subscriptions', 'usage'];

/** @param {App} app */
function kinds({ words }) {
  return html`<section class="kinds">
    <h3>${words.t('kinds-title')}</h3>
    <ul>
      ${KINDS.map(
        (kind) => html`<li>
          <h4>${words.t(kind === 'subscriptions' ? 'kind-paid' : 'kind-name', { kind })}</h4>
          <p class="mono">${words.t(`kind-${kind}-columns`)}</p>
          <p>${words.t(`kind-${kind}-answers`)}</p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {App} app */
function promise(app) {
  const { words, ui, requests } = app;
  const open = () => {
    ui.set('panel', 'requests');
    app.top();
  };
  const proofs = ['requests', 'policy', 'offline'];
  return html`<section class="promise">
    <h3>${icon('lock')}${words.t('promise')}</h3>
    ${proofs.map(
      (proof) => html`<div>
        <h4>${words.t(`promise-${proof}`, { n: requests.length })}</h4>
        <p>${words.t(`promise-${proof}-said`)} <button class="link" @click=${open}>${words.t(`promise-${proof}-link`)}</button></p>
      </div>`,
    )}
  </section>`;
}

/** @param {App} app */
export function foot({ words, ui, page }) {
  return html`<footer class="foot">
    <span>Ebb ${__EBB_VERSION__}</span>
    ${page ? html`<a href="licences.txt">${words.t('foot-licences')}</a>` : nothing}
    <span>${words.t('foot-definitions')}</span>
    ${page ? html`<button class="quiet-link" data-opens="keys" @click=${() => ui.set('panel', ui.get('panel') === 'keys' ? null : 'keys')}>${words.t('help')} <kbd>?</kbd></button>` : nothing}
  </footer>`;
}
