// The choices a reader can make: one table for the address, the chips and the sheet. The core knows the same fields (report.md, section 3).

/** @typedef {import('../analyst/protocol.js').Settings} Settings */

/**
 * `inside`: its value comes out of files and never stands in the address.
 * @typedef {{key: string, type: 'date' | 'word' | 'zone' | 'currency' | 'whole' | 'number' | 'days' | 'ranges' | 'names' | 'object', usual: any, words?: string[], inside?: boolean}} Field
 */

/** In the order of report.md. @type {Field[]} */
export const FIELDS = [
  { key: 'as_of', type: 'date', usual: null },
  { key: 'grain', type: 'word', usual: 'month', words: ['day', 'week', 'month', 'quarter', 'year'] },
  { key: 'zone', type: 'zone', usual: 'UTC' },
  { key: 'week_start', type: 'word', usual: 'monday', words: ['monday', 'sunday'] },
  { key: 'currency', type: 'currency', usual: null },
  { key: 'grace', type: 'whole', usual: 0 },
  { key: 'end_is', type: 'word', usual: 'first-day-without', words: ['first-day-without', 'last-day'] },
  { key: 'churn_date', type: 'word', usual: 'term-end', words: ['term-end', 'cancel-request'] },
  { key: 'join', type: 'word', usual: 'exact', words: ['exact', 'folded'] },
  { key: 'adoption', type: 'word', usual: 'active', words: ['active', 'paying'] },
  { key: 'active.events', type: 'names', usual: null, inside: true },
  { key: 'active.min_rows', type: 'whole', usual: null },
  { key: 'active.min_value', type: 'number', usual: null },
  { key: 'silent', type: 'whole', usual: 30 },
  { key: 'dormancy', type: 'days', usual: [14, 30, 90, 180] },
  { key: 'retention.member', type: 'word', usual: 'customers', words: ['customers', 'users'] },
  { key: 'retention.cohort', type: 'word', usual: 'first-use', words: ['signup', 'first-use'] },
  { key: 'retention.mode', type: 'word', usual: 'on', words: ['on', 'on-or-after', 'brackets'] },
  { key: 'retention.entry', type: 'word', usual: 'first', words: ['first', 'every'] },
  { key: 'retention.window', type: 'word', usual: 'calendar', words: ['calendar', 'rolling'] },
  { key: 'retention.unit', type: 'word', usual: 'month', words: ['day', 'week', 'month'] },
  { key: 'retention.brackets', type: 'ranges', usual: [] },
  { key: 'behaviour', type: 'object', usual: null, inside: true },
  { key: 'segment', type: 'object', usual: {}, inside: true },
  { key: 'split', type: 'names', usual: null, inside: true },
  { key: 'columns', type: 'object', usual: {}, inside: true },
  { key: 'kinds', type: 'object', usual: {}, inside: true },
  { key: 'readings', type: 'object', usual: {}, inside: true },
  { key: 'encodings', type: 'object', usual: {}, inside: true },
];

const BY_KEY = new Map(FIELDS.map((field) => [field.key, field]));

/** @param {string} key @returns {Field} */
export const field = (key) => BY_KEY.get(key) ?? { key, type: 'object', usual: undefined };

const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The value in force.
 * @param {Settings} settings
 * @param {string} key dotted
 */
export function chosen(settings, key) {
  const [outer, inner] = key.split('.');
  const value = inner ? settings[outer ?? '']?.[inner] : settings[key];
  return value ?? field(key).usual;
}

/** Whether it differs from what holds when nobody chose. @param {Settings} settings @param {string} key */
export const differs = (settings, key) => !same(chosen(settings, key), field(key).usual);

/**
 * New settings with these choices (dotted names); what is as usual is left out.
 * @param {Settings} settings
 * @param {Record<string, any>} choices
 * @returns {Settings}
 */
export function choose(settings, choices) {
  /** @type {Settings} */
  const made = structuredClone(settings);
  for (const [key, value] of Object.entries(flat(choices))) {
    const [outer, inner] = /** @type {[string, string?]} */ (key.split('.'));
    const place = inner ? (made[outer] ??= {}) : made;
    const name = inner ?? outer;
    if (value === null || value === undefined || same(value, field(key).usual)) delete place[name];
    else place[name] = value;
    if (inner && Object.keys(place).length === 0) delete made[outer];
  }
  return made;
}

/** `{retention: {mode}}` says the same as `{'retention.mode'}`. @param {Record<string, any>} choices */
function flat(choices) {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([key, value]) =>
      (key === 'active' || key === 'retention') && value && typeof value === 'object' ? Object.entries(value).map(([inner, v]) => [`${key}.${inner}`, v]) : [[key, value]],
    ),
  );
}

/**
 * The settings as the core takes them. A day of silence that is no cut point of dormancy becomes one, so that every sentence can be told.
 * @param {Settings} settings
 */
export function inForce(settings) {
  const silent = chosen(settings, 'silent');
  const cuts = chosen(settings, 'dormancy');
  if (cuts.includes(silent)) return settings;
  return { ...settings, dormancy: [...cuts, silent].sort((/** @type {number} */ a, /** @type {number} */ b) => a - b) };
}

/** What a change of settings can meet while the files stay read: it is taken back. */
export const REFUSALS = ['settings-invalid', 'too-many-cells', 'too-large', 'zones-missing'];

/** Zones that are offered by name. */
export const ZONES = ['UTC', 'Asia/Seoul', 'Asia/Tokyo', 'Asia/Singapore', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles'];

/** Currencies that are offered by name. */
export const CURRENCIES = ['KRW', 'USD', 'EUR', 'JPY', 'GBP', 'CNY'];

/** Every field with the value in force, as the contract nests them. @param {Settings} settings @returns {Settings} */
export function filled(settings) {
  /** @type {Settings} */
  const all = {};
  for (const { key } of FIELDS) {
    const [outer, inner] = /** @type {[string, string?]} */ (key.split('.'));
    if (inner) (all[outer] ??= {})[inner] = chosen(settings, key);
    else all[key] = chosen(settings, key);
  }
  return all;
}
