// Lines that stand under the top bar until they are answered: a file of the same name, an address that holds no setting, a refused change.

import { html, nothing } from 'lit';
import { refusal } from './broken.js';
import { icon } from './icons.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @param {App} app */
export function notices({ state, words, work, ui }) {
  const { again, ignored, refused, phase } = state;
  return html`
    ${again
      ? html`<div class="notice" role="alertdialog" aria-label=${words.t('again-title', { n: again.same.length, name: again.same.join(', ') })}>
          <p>${words.t('again-title', { n: again.same.length, name: again.same.join(', ') })}</p>
          <button class="button main" @click=${() => work.settle('replace')}>${words.t('again-replace')}</button>
          <button class="button" @click=${() => work.settle('add')}>${words.t('again-add')}</button>
          <button class="button" @click=${() => work.settle('leave')}>${words.t('again-leave')}</button>
        </div>`
      : nothing}
    ${ignored.length > 0
      ? html`<div class="notice" role="status">
          <p>${words.t('ignored-keys', { keys: ignored.join(', ') })}</p>
          <button class="icon-button" aria-label=${words.t('note-close')} @click=${() => work.set({ ignored: [] })}>${icon('close')}</button>
        </div>`
      : nothing}
    ${refused && phase === 'report' && !ui.get('rule') && !ui.get('sheet')
      ? html`<div class="notice" role="alert"><p>${refusal(words, refused)}</p></div>`
      : nothing}
  `;
}
