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

/** Event names that the files show: the lines of a figure by event, else the first values of the column. @param {App} app @returns {string[]} */
function known({ report, state, settings }) {
  const adoption = report?.figures.find(({ id }) => id === 'adoption');
  const lines = adoption?.shape === 'series' ? adoption.lines.map(({ id }) => id) : [];
  const samples = state.guesses.flatMap(({ columns }) => columns.filter(({ role }) => role === 'event').flatMap(({ samples }) => samples));
  return [...new Set([...lines, ...samples, ...(chosen(settings, 'active.events') ?? [])])].filter(Boolean);
}

/** @param {App} app */
export function eventsView(app) {
  const { words, ui, settings, change } = app;
  const draft = draftOf(app);
  const pending = ui.get('use-draft') !== undefined && ui.get('use-draft') !== null;
  const names = [...new Set([...known(app), ...(draft.events ?? [])])];
  const choose = (/** @type {any} */ part) => app.tryUse({ ...draft, ...part });
  const tick = (/** @type {string} */ name, /** @type {boolean} */ on) => {
    const now = on ? [...(draft.events ?? []), name] : (draft.events ?? []).filter((/** @type {string} */ other) => other !== name);
    choose({ events: now.length === 0 ? null : now.sort() });
  };
  const add = (/** @type {any} */ e) => {
    const name = e.target.value.trim();
    e.target.value = '';
    if (name) tick(name, true);
  };
  return html`
    <div class="ticks">
      ${check(words.t('use-any'), draft.events === null, () => choose({ events: null }))}
      ${names.map((name) => check(html`<span class="mono">${name}</span>`, draft.events?.includes(name) ?? false, (on) => tick(name, on)))}
    </div>
    <label class="stack"><span>${words.t('use-other')}</span><input class="field mono" autocomplete="off" spellcheck="false" @change=${add} /></label>
    <div class="pair">
      <label class="stack"
        ><span>${words.t('use-rows', { grain: chosen(settings, 'grain') })}</span>${number(words.t('setting-min_rows'), draft.min_rows, (value) => choose({ min_rows: value || null }), { min: 1 })}</label
      >
      <label class="stack"
        ><span>${words.t('use-value', { grain: chosen(settings, 'grain') })}</span>${number(words.t('setting-min_value'), draft.min_value, (value) => choose({ min_value: value || null }), {
          whole: false,
        })}</label
      >
    </div>
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
