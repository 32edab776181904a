// Lines that stand under the top bar until they are answered: a file of the same name, an address that holds no setting, a language that could not be had, a refused change.

import { html, nothing } from 'lit';
import { refusal } from './broken.js';
import { icon } from './icons.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @param {App} app */
export function notices({ state, words, work, ui }) {
  const { again, ignored, folders, refused, phase } = state;
  return html`
    ${again
      ? html`<div class="notice" role="alertdialog" aria-label=${words.t('again-title', { n: again.same.length, name: again.same.join(', ') })}>
          <p>${words.t('again-title', { n: again.same.length, name: again.same.join(', ') })}</p>
          <button class="button main" @click=${() => work.settle('replace')}>${words.t('again-replace')}</button>
          <button class="button" @click=${() => work.settle('add')}>${words.t('again-add')}</button>
          <button class="button" @click=${() => work.settle('leave')}>${words.t('again-leave')}</button>
        </div>`
      : nothing}
    ${ignored.length > 0 ? told(words, words.t('ignored-keys', { keys: ignored.join(', ') }), () => work.set({ ignored: [] })) : nothing}
    ${folders.length > 0 ? told(words, words.t('dropped-folder', { n: folders.length, name: folders.join(', ') }), () => work.set({ folders: [] })) : nothing}
    ${ui.get('words-lost') ? told(words, words.t('words-lost'), () => ui.set('words-lost', false)) : nothing}
    ${refused && phase === 'report' && !ui.get('rule') && !ui.get('sheet')
      ? html`<div class="notice" role="alert"><p>${refusal(words, refused)}</p></div>`
      : nothing}
  `;
}

/** A line that is put away by who has read it. @param {import('../words.js').Words} words @param {string} text @param {() => void} close */
const told = (words, text, close) =>
  html`<div class="notice" role="status">
    <p>${text}</p>
    <button class="icon-button" aria-label=${words.t('note-close')} @click=${close}>${icon('close')}</button>
  </div>`;

/** What was just asked or refused comes into sight, unless it is said in sight already. @param {ShadowRoot} root */
export function show(root) {
  const all = [...root.querySelectorAll('.notice, .mended, .refused:not(.expected)')].filter((node) => node.checkVisibility());
  const seen = all.some((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return node.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  });
  if (!seen) all[0]?.scrollIntoView({ block: 'nearest' });
}
