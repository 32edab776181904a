// What each chip of the line of rules opens.

import { html, nothing } from 'lit';
import { refused } from './broken.js';
import { CURRENCIES, ZONES, chosen, field } from './settings.js';
import { check, ended, expected, number, radios, select } from './controls.js';
import { currencyName, zoneName } from './names.js';
import { eventsView } from './events.js';
import { segments } from './rules.js';
import { segmentName } from '../views/lines.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @type {Record<string, (app: App) => unknown>} */
const PANELS = { 'as-of': asOf, by, zone, currency, use: eventsView, 'silent-from': silent, who: whoAndSplit, split };

/** @param {App} app @param {string} id */
export function rulePanel(app, id) {
  const x = app.ui.get('rule-x') ?? 0;
  return html`<div class="panel from-rule appear" data-panel="rule-${id}" role="dialog" aria-label=${app.words.t(`chip-${id}`)} .style=${`--x:${x}px`}>
    ${PANELS[id]?.(app)} ${refused(app)}
  </div>`;
}

/**
 * One of the words of a setting.
 * @param {App} app @param {string} key @param {string} [place] where it stands, so that names of groups differ
 */
export function wordChoice({ words, settings, change }, key, place = 'rule') {
  const label = words.t(`setting-${key.split('.').at(-1)}`);
  const unit = chosen(settings, 'retention.unit');
  const options = (field(key).words ?? []).map((value) => ({ value, text: words.t(`word-${value}`, { unit }) }));
  // Ranges without a range say nothing, and would be refused.
  const more = (/** @type {string} */ value) => (value === 'brackets' && chosen(settings, 'retention.brackets').length === 0 ? { 'retention.brackets': RANGES } : {});
  return radios(`${place}-${key}`, label, options, chosen(settings, key), (value) => change({ [key]: value, ...more(value) }), 'full');
}

/** The ranges of ages that are offered first. */
const RANGES = [
  [0, 0],
  [1, 3],
  [4, 6],
  [7, null],
];

/**
 * A list that is typed.
 * @param {App} app @param {string} key @param {string} pattern @param {(value: any) => string} write @param {(text: string) => any} read
 */
export function typed({ words, settings, change }, key, pattern, write, read) {
  return html`<input
    class="field"
    aria-label=${words.t(`setting-${key.split('.').at(-1)}`)}
    pattern=${pattern}
    autocomplete="off"
    .value=${write(chosen(settings, key))}
    @change=${ended((text) => change({ [key]: text.trim() === '' ? null : read(text) }))}
  />${expected(words, field(key).type)}`;
}

/** @param {App} app */
export function asOf({ words, said, settings, report, change }) {
  const own = chosen(settings, 'as_of');
  return html`
    <label class="stack"
      ><span>${words.t('as-of-own')}</span
      ><input
        class="field"
        type="date"
        aria-label=${words.t('setting-as_of')}
        min="1990-01-01"
        required
        .value=${own ?? report?.as_of ?? ''}
        @change=${ended((text) => change({ as_of: text === report?.as_of && !own ? null : text }))}
      />${expected(words, 'date')}</label>
    ${own
      ? html`<button class="link" @click=${() => change({ as_of: null })}>${words.t('as-of-back')}</button>`
      : report?.as_of
        ? html`<p class="quiet">${words.t('as-of-found', { date: said.date(report.as_of, 'long') })}</p>`
        : nothing}
  `;
}

/** @param {App} app */
function by(app) {
  const { words, settings } = app;
  return html`${wordChoice(app, 'grain')}
    ${chosen(settings, 'grain') === 'week' ? html`<div class="stack"><span>${words.t('week-start')}</span>${wordChoice(app, 'week_start')}</div>` : nothing}`;
}

/** A few by name, and any other typed. @param {App} app */
export function zone({ words, settings, change }) {
  const now = chosen(settings, 'zone');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = [...new Set([...ZONES, here, now])].filter(Boolean);
  return html`
    ${select(
      words.t('setting-zone'),
      all.map((value) => ({ value, text: zoneName(words, value) })),
      now,
      (value) => change({ zone: value }),
    )}
    <label class="stack"
      ><span>${words.t('zone-other')}</span
      ><input
        class="field"
        pattern="[A-Za-z_]+(/[A-Za-z_+\\-]+)*|[+\\-]\\d\\d:\\d\\d"
        autocomplete="off"
        spellcheck="false"
        @change=${ended((text) => text && change({ zone: text }))}
      />${expected(words, 'zone')}</label>
    <p class="quiet">${words.t('zone-said')}</p>
  `;
}

/** @param {App} app */
export function currency({ words, lang, settings, report, change }) {
  const now = chosen(settings, 'currency');
  const all = [...new Set([...(report?.currency ? [report.currency] : []), ...(now ? [now] : []), ...CURRENCIES])];
  return html`
    ${select(
      words.t('setting-currency'),
      [{ value: '', text: words.t('currency-files') }, ...all.map((value) => ({ value, text: currencyName(lang, value) }))],
      now ?? '',
      (value) => change({ currency: value || null }),
    )}
    <p class="quiet">${words.t('currency-said')}</p>
  `;
}

/** @param {App} app */
function silent({ words, settings, change }) {
  const now = chosen(settings, 'silent');
  const usual = [14, 30, 60, 90];
  return html`
    ${radios(
      'silent',
      words.t('setting-silent'),
      usual.map((days) => ({ value: String(days), text: words.t('chip-days', { n: days }) })),
      String(now),
      (value) => change({ silent: Number(value) }),
      'full',
    )}
    <label class="stack"><span>${words.t('setting-silent')}</span>${number(words, words.t('setting-silent'), now, (value) => change({ silent: value }), { min: 1, max: 3650, needed: true })}</label>
    <p class="quiet">${words.t('silent-said')}</p>
  `;
}

/** @param {App} app */
export function who(app) {
  const { words, settings, ui, change } = app;
  const columns = segments(app);
  if (columns.length === 0) return html`<p class="quiet">${words.t('who-none')}</p>`;
  /** @type {Record<string, string[]>} */
  const held = settings['segment'] ?? {};
  const column = [ui.get('who-column'), ...Object.keys(held)].find((one) => columns.includes(one)) ?? columns[0] ?? '';
  const values = app.valuesOf(column);
  const ticked = held[column] ?? [];
  const tick = (/** @type {string} */ value, /** @type {boolean} */ on) => {
    const now = on ? [...ticked, value] : ticked.filter((other) => other !== value);
    const next = Object.fromEntries(Object.entries({ ...held, [column]: now }).filter(([, list]) => list.length > 0));
    change({ segment: next });
  };
  return html`
    <label class="stack"
      ><span>${words.t('who-column')}</span>${select(
        words.t('who-column'),
        columns.map((value) => ({ value, text: value })),
        column,
        (value) => ui.set('who-column', value),
      )}</label
    >
    <div class="ticks">${values ? values.map((value) => check(segmentName(words, value), ticked.includes(value), (on) => tick(value, on))) : html`<p class="quiet">${words.t('use-effect-wait')}</p>`}</div>
    ${Object.keys(held).length > 0 ? html`<button class="link" @click=${() => change({ segment: null })}>${words.t('who-everyone')}</button>` : nothing}
  `;
}

/** Whom, and whether apart: the line of rules names the split only once there is one. @param {App} app */
function whoAndSplit(app) {
  if (segments(app).length === 0) return who(app);
  return html`${who(app)}
    <div class="stack apart"><span>${app.words.t('setting-split')}</span>${split(app)}</div>`;
}

/** @param {App} app */
export function split(app) {
  const { words, settings, change } = app;
  return html`
    ${select(
      words.t('setting-split'),
      [{ value: '', text: words.t('split-none') }, ...segments(app).map((value) => ({ value, text: value }))],
      settings['split'] ?? '',
      (value) => change({ split: value || null }),
    )}
    <p class="quiet">${words.t('split-said')}</p>
  `;
}
