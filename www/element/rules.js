// The line of rules: every choice in force as a chip that opens its controls.

import { html, nothing } from 'lit';
import { FIELDS, chosen, differs } from './settings.js';
import { icon } from './icons.js';
import { rulePanel } from './rule-panels.js';
import { segmentName } from '../views/lines.js';
import { currencyName, zoneName } from './names.js';

/** @typedef {import('./ebb-report.js').App} App */

/**
 * @typedef {object} Chip
 * @property {string} id
 * @property {string[]} keys the settings it stands for; it is marked when one differs from the usual
 * @property {(app: App) => string} says
 * @property {(app: App) => boolean} [shown]
 * @property {(app: App) => string} [name] unless it is a chip's own
 * @property {boolean} [rare] it stands here only while it is not as usual, and opens the sheet
 */

/** Columns by which customers can be told apart. */
const SEGMENTS = ['segment', 'plan', 'owner', 'tier'];

/** @param {App} app @returns {string[]} headers */
export const segments = ({ report }) => [
  ...new Set((report?.sources ?? []).flatMap(({ columns }) => columns.filter(({ role }) => role !== null && SEGMENTS.includes(role)).map(({ header }) => header))),
];

/** @type {Chip[]} */
export const CHIPS = [
  { id: 'as-of', keys: ['as_of'], says: ({ report, said, settings }) => dateOf(said, chosen(settings, 'as_of') ?? report?.as_of) },
  { id: 'by', keys: ['grain', 'week_start'], says: ({ words, settings }) => words.t(`word-${chosen(settings, 'grain')}`) },
  { id: 'zone', keys: ['zone'], says: ({ words, settings }) => zoneName(words, chosen(settings, 'zone')) },
  {
    id: 'currency',
    keys: ['currency'],
    says: ({ words, lang, report, settings }) => currencyName(lang, chosen(settings, 'currency') ?? report?.currency) || words.t('chip-currency-none'),
  },
  { id: 'use', keys: ['active.events', 'active.min_rows', 'active.min_value'], says: useSaid },
  { id: 'silent-from', keys: ['silent'], says: ({ words, settings }) => words.t('chip-days', { n: chosen(settings, 'silent') }) },
  { id: 'who', keys: ['segment'], says: whoSaid },
  // Chosen beside "who"; it stands here only while it holds.
  { id: 'split', keys: ['split'], says: ({ words, settings }) => settings['split'] ?? words.t('split-none'), shown: ({ settings, ui }) => Boolean(settings['split']) || ui.get('rule') === 'split' },
];

/** On a narrow line these stand last. */
const LATE = ['zone', 'currency'];

/** @param {import('../numbers.js').Numbers} said @param {string | null | undefined} day */
const dateOf = (said, day) => (day ? said.date(day, 'table') : '—');

/** @param {App} app */
function useSaid({ words, settings }) {
  const events = chosen(settings, 'active.events');
  const least = chosen(settings, 'active.min_rows') ?? chosen(settings, 'active.min_value');
  const what = events ? words.t('use-events', { n: events.length, name: events[0] ?? '' }) : words.t('use-any');
  return what + (least === null ? '' : words.t('use-least', { n: least, by: chosen(settings, 'active.min_rows') === null ? 'value' : 'rows', grain: chosen(settings, 'grain') }));
}

/** @param {App} app */
function whoSaid({ words, settings }) {
  const values = Object.values(settings['segment'] ?? {}).flat();
  return values.length === 0 ? words.t('who-all') : values.map((value) => segmentName(words, value)).join(', ');
}

/** Ranges of ages, as they are typed. @param {Array<[number, number | null]>} ranges */
export const rangesSaid = (ranges) => ranges.map(([from, to]) => `${from}-${to ?? ''}`).join(', ');

/** The settings without a chip of their own: every number rests on them as well. @type {Chip[]} */
const RARE = FIELDS.filter(({ key, inside }) => !inside && CHIPS.every(({ keys }) => !keys.includes(key))).map(({ key, type }) => ({
  id: key,
  keys: [key],
  rare: true,
  name: ({ words }) => {
    const [group, inner] = key.split('.');
    // The name of the field says how ranges are typed.
    const own = words.t(type === 'ranges' ? 'word-brackets' : `setting-${inner ?? key}`);
    return inner ? `${words.t('settings-group', { group })}: ${own}` : own;
  },
  says: ({ words, settings }) => {
    const value = chosen(settings, key);
    if (type === 'word') return words.t(`word-${value}`, { unit: chosen(settings, 'retention.unit') });
    return type === 'ranges' ? rangesSaid(value) : [value].flat().join(', ');
  },
  shown: ({ settings }) => differs(settings, key),
}));

/** @param {App} app @param {Chip} chip */
const nameOf = (app, { id, name }) => name?.(app) ?? app.words.t(`chip-${id}`);

/** Whether it differs from what holds when nobody chose. @param {App} app @param {Chip} chip */
const marked = ({ settings }, { keys }) => keys.some((key) => differs(settings, key));

/** @param {App} app @param {Chip[]} chips */
const line = (app, chips) => chips.map((chip) => `${nameOf(app, chip)} ${chip.says(app)}`).join(' · ');

/** The rules that differ, as one line of text. @param {App} app */
export const ruleLine = (app) => line(app, [...CHIPS, ...RARE].filter((chip) => marked(app, chip)));

/** All rules, as one line of text, for print and the widget's top. @param {App} app */
export const allRules = (app) => line(app, [...CHIPS, ...RARE].filter((chip) => (chip.shown ? marked(app, chip) : true)));

/** @param {App} app */
export function rules(app) {
  const { words, ui, state } = app;
  const open = ui.get('rule');
  const known = [...CHIPS, ...RARE].filter(({ shown }) => shown?.(app) ?? true);
  // Where few are seen at once, what is changed most comes first.
  const late = (/** @type {Chip} */ { id }) => app.width === 'narrow' && LATE.includes(id);
  const chips = [...known.filter((chip) => !late(chip)), ...known.filter(late)];
  const stop = chips.some(({ id }) => id === ui.get('rule-stop')) ? ui.get('rule-stop') : chips[0]?.id;
  const move = (/** @type {KeyboardEvent} */ e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[e.key];
    if (!step) return;
    e.preventDefault();
    const at = chips.findIndex(({ id }) => id === stop);
    const next = chips[Math.max(0, Math.min(chips.length - 1, at + step))];
    if (!next) return;
    ui.set('rule-stop', next.id);
    app.focus(`[data-opens="rule-${next.id}"]`);
  };
  return html`<div class="rules" role="region" aria-label=${words.t('rules')}>
    <div class="row">
      <div class="chips" @keydown=${move} @scroll=${() => app.placeRule()}>
        ${chips.map(
          (chip) => html`<button
            class="chip ${marked(app, chip) ? 'differs' : ''}"
            data-opens="rule-${chip.id}"
            tabindex=${chip.id === stop ? 0 : -1}
            aria-expanded=${open === chip.id ? 'true' : 'false'}
            @click=${() => (chip.rare ? app.openSetting(chip.id) : app.openRule(open === chip.id ? null : chip.id))}
          >
            <span class="name">${nameOf(app, chip)}</span><span class="value">${chip.says(app)}</span>${icon('down')}
          </button>`,
        )}
        ${app.width === 'narrow' ? all(app) : nothing}
      </div>
      ${state.busy && state.progress ? html`<span class="quiet figures unbroken">${words.t('read-percent', { percent: percentOf(state.progress) })}</span>` : nothing}
      ${app.width === 'narrow' ? nothing : all(app)}
    </div>
    ${open ? rulePanel(app, open) : nothing}
  </div>`;
}

/** How many chips of the sheet's own there are is told here too: they stand last, where a line may be too short. @param {App} app */
function all(app) {
  const { ui, words, openSheet } = app;
  const n = RARE.filter((chip) => marked(app, chip)).length;
  return html`<button class="all-settings link" data-opens="sheet" aria-expanded=${ui.get('sheet') ? 'true' : 'false'} @click=${() => openSheet(!ui.get('sheet'))}>${words.t('all-settings')}${n > 0 ? ` (${n})` : nothing}</button>`;
}

/** @param {{read: number, total: number}} progress */
export const percentOf = ({ read, total }) => (total === 0 ? 0 : Math.floor((100 * read) / total));
