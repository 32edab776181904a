// All settings: every field of the contract in five groups, beside the report.

import { html, nothing } from 'lit';
import { refused } from './broken.js';
import { chosen } from './settings.js';
import { icon } from './icons.js';
import { number } from './controls.js';
import { asOf, currency, split, typed, who, wordChoice, zone } from './rule-panels.js';
import { brackets } from './beside.js';
import { eventsView } from './events.js';
import { segments } from './rules.js';

/** @typedef {import('./ebb-report.js').App} App */

const GROUPS = {
  time: ['as_of', 'grain', 'week_start', 'zone'],
  leaving: ['currency', 'grace', 'end_is', 'churn_date'],
  use: ['events', 'adoption', 'silent', 'dormancy'],
  retention: ['retention.member', 'retention.cohort', 'retention.mode', 'retention.brackets', 'retention.unit', 'retention.window', 'retention.entry'],
  who: ['segment', 'split', 'join', 'files'],
};

/** Fields that are more than one of a few words. @type {Record<string, (app: App) => unknown>} */
const OWN = {
  as_of: asOf,
  zone,
  currency,
  events: eventsView,
  segment: who,
  split: (app) => (segments(app).length > 0 ? split(app) : nothing),
  grace: (app) => whole(app, 'grace', 0),
  silent: (app) => whole(app, 'silent', 1),
  dormancy: (app) => typed(app, 'dormancy', '\\d+(, *\\d+)*', (days) => days.join(', '), (text) => [...new Set(text.split(',').map(Number))].sort((a, b) => a - b)),
  'retention.brackets': brackets,
  files: ({ words, work }) => html`<button class="link" @click=${() => work.map()}>${words.t('setting-files-link')}</button>`,
};

/** @param {App} app @param {string} key @param {number} min */
function whole({ words, settings, change }, key, min) {
  return number(words, words.t(`setting-${key}`), chosen(settings, key), (value) => change({ [key]: value }), { min, max: 3650, needed: true });
}

/** @param {App} app */
export function sheet(app) {
  const { words, ui, work, settings } = app;
  if (!ui.get('sheet')) return nothing;
  const at = ui.get('sheet-at');
  return html`<div class="sheet appear" data-panel="sheet" role="dialog" aria-labelledby="sheet-title">
    <div class="head">
      <h2 id="sheet-title" tabindex="-1">${words.t('settings-title')}</h2>
      <button class="icon-button" aria-label=${words.t('settings-close')} @click=${() => app.openSheet(false)}>${icon('close')}</button>
    </div>
    <div class="fields">
      ${Object.entries(GROUPS).map(
        ([group, keys]) => html`<section>
          <h3>${words.t('settings-group', { group })}</h3>
          ${keys.map((key) => settingField(app, key, key === at))}
        </section>`,
      )}
      ${refused(app)}
    </div>
    <div class="feet">
      <button class="button" ?disabled=${work.past.length === 0} @click=${() => app.undo()}>${words.t('settings-undo')}</button>
      <button class="button" ?disabled=${Object.keys(settings).length === 0} @click=${() => work.restore({}, true)}>${words.t('settings-defaults')}</button>
      <button class="button" @click=${app.saveSettings}>${words.t('settings-save')}</button>
      <button class="button" @click=${app.loadSettings}>${words.t('settings-load')}</button>
    </div>
  </div>`;
}

/** @param {App} app @param {string} key @param {boolean} asked */
function settingField(app, key, asked) {
  const name = key.split('.').at(-1) ?? key;
  const control = OWN[key] ? OWN[key](app) : wordChoice(app, key, 'sheet');
  if (control === nothing) return nothing;
  return html`<div class="setting ${asked ? 'asked' : ''}" data-setting=${key}><span class="name">${app.words.t(`setting-${name}`)}</span>${control}</div>`;
}
