// The settings of one figure, beside its picture; on a narrower element below it, folded.

import { html, nothing } from 'lit';
import { refused } from './broken.js';
import { chosen } from './settings.js';
import { typed, wordChoice } from './rule-panels.js';
import { eventsView } from './events.js';
import { rangesSaid } from './rules.js';

/** @typedef {import('./ebb-report.js').App} App */
/** @typedef {{draw: () => unknown, on: unknown[]}} Beside what stands beside a figure, and what it is drawn from besides the report */

/** Whose own settings there are. @param {App} app @returns {Record<string, Beside>} */
export const besides = (app) => ({
  retention: {
    draw: () => retention(app),
    on: [
      ...['use-draft', 'use-preview', 'listed-events', 'events-shown'].map((key) => app.ui.get(key)),
      app.state.refused,
      JSON.stringify([app.settings['retention'], app.settings['active']]),
    ],
  },
});

/** The ages in ranges, where they are told so. @param {App} app */
export const brackets = (app) =>
  chosen(app.settings, 'retention.mode') === 'brackets'
    ? typed(app, 'retention.brackets', '\\d+-\\d*(, *\\d+-\\d*)*', rangesSaid, (text) =>
        text.split(',').map((range) => range.trim().split('-').map((end) => (end === '' ? null : Number(end)))),
      )
    : nothing;

/** @param {App} app */
function retention(app) {
  const { words, settings, width } = app;
  const every = chosen(settings, 'retention.entry') === 'every';
  const keys = ['member', ...(every ? [] : ['cohort']), 'mode', 'unit', 'window', 'entry'];
  const fields = html`
    ${keys.map(
      (key) => html`<div class="stack">
        <span>${words.t(`setting-${key}`)}</span>${wordChoice(app, `retention.${key}`, 'beside')} ${key === 'mode' ? brackets(app) : nothing}
      </div>`,
    )}
    <div class="stack"><span>${words.t('setting-events')}</span>${eventsView(app, true)}</div>
    ${refused(app)}
  `;
  return width === 'wide'
    ? html`<div class="own" role="group" aria-label=${words.t('settings-own')}>${fields}</div>`
    : html`<details class="own"><summary>${words.t('settings-own')}</summary>${fields}</details>`;
}
