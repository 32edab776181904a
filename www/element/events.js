// What counts as use: events and thresholds. What a choice would do is told before it is applied.

import { html, nothing } from 'lit';
import { chosen } from './settings.js';
import { check, number } from './controls.js';
import { present } from './present.js';

/** @typedef {import('./ebb-report.js').App} App */

/** The choice that is being made; the one in force until something is ticked. @param {App} app */
const draftOf = ({ ui, settings }) =>
  ui.get('use-draft') ?? {
    events: chosen(settings, 'active.events'),
    min_rows: chosen(settings, 'active.min_rows'),
    min_value: chosen(settings, 'active.min_value'),
  };

/** Events that are listed at first, and more at each press. */
const PAGE = 50;

/**
 * The events of the files with their rows, then those that were chosen and do not occur.
 * @param {App} app
 * @param {string[]} ticked
 * @returns {Array<{event: string, rows: number}> | null} null until they have come
 */
function known(app, ticked) {
  const list = app.listed('events');
  return list && [...list, ...ticked.filter((event) => list.every((one) => one.event !== event)).map((event) => ({ event, rows: 0 }))];
}

/** @param {App} app @param {boolean} [short] without the thresholds */
export function eventsView(app, short = false) {
  const { words, ui, settings, change } = app;
  const draft = draftOf(app);
  const pending = ui.get('use-draft') !== undefined && ui.get('use-draft') !== null;
  const names = known(app, draft.events ?? []);
  const most = ui.get('events-shown') ?? PAGE;
  const choose = (/** @type {any} */ part) => app.tryUse({ ...draft, ...part });
  const tick = (/** @type {string} */ name, /** @type {boolean} */ on) => {
    const now = on ? [...(draft.events ?? []), name] : (draft.events ?? []).filter((/** @type {string} */ other) => other !== name);
    choose({ events: now.length === 0 ? null : now.sort() });
  };
  return html`
    <div class="ticks">
      ${check(words.t('use-any'), draft.events === null, () => choose({ events: null }))}
      ${names
        ? names
            .slice(0, most)
            .map(({ event, rows }) =>
              check(html`<span class="mono" lang="">${event}</span>`, draft.events?.includes(event) ?? false, (on) => tick(event, on), app.said.count(rows)),
            )
        : html`<p class="quiet">${words.t('use-effect-wait')}</p>`}
      ${names && names.length > most ? html`<button class="link" @click=${() => ui.set('events-shown', most + PAGE)}>${words.t('more-of', { n: Math.min(PAGE, names.length - most) })}</button>` : nothing}
    </div>
    ${short
      ? nothing
      : html`<div class="pair">
      <label class="stack"
        ><span>${words.t('use-rows', { grain: chosen(settings, 'grain') })}</span>${number(words, words.t('setting-min_rows'), draft.min_rows, (value) => choose({ min_rows: value || null }), { min: 1 })}</label
      >
      <label class="stack"
        ><span>${words.t('use-value', { grain: chosen(settings, 'grain') })}</span>${number(words, words.t('setting-min_value'), draft.min_value, (value) => choose({ min_value: value || null }), {
          whole: false,
        })}</label
      >
    </div>`}
    ${pending ? effect(app) : html`<p class="quiet">${words.t('use-signing-in')}</p>`}
    ${pending
      ? html`<div class="buttons">
          <button
            class="button main"
            @click=${() => {
              ui.set('use-draft', null);
              change({ 'active.events': draft.events, 'active.min_rows': draft.min_rows, 'active.min_value': draft.min_value });
            }}
          >
            ${words.t('apply')}
          </button>
          <button class="button" @click=${() => ui.set('use-draft', null)}>${words.t('undo')}</button>
        </div>`
      : nothing}
  `;
}

/** @param {App} app */
function effect({ words, ui, report, settings }) {
  const preview = ui.get('use-preview');
  if (!preview || !report) return html`<p class="effect" role="status">${words.t('use-effect-wait')}</p>`;
  const silent = chosen(settings, 'silent');
  const [now, then] = [present(report, silent), present(preview, silent)];
  if (!now || !then) return nothing;
  const args = { n: then.active, of: then.paying, before: now.active };
  return html`<p class="effect" role="status">${words.t(now.active === then.active ? 'use-effect-same' : 'use-effect', args)}</p>`;
}
