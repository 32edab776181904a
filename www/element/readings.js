// Values that can be read in two ways, as each way reads them: for the question only, the core reads the files.

/** @typedef {import('./ebb-report.js').App} App */
/** @typedef {import('../analyst/protocol.js').Reading} Reading */

/** Where year, month and day stand. @type {Record<string, [number, number, number]>} */
const DAYS = { 'month-first': [2, 0, 1], 'day-first': [2, 1, 0], 'year-first': [0, 1, 2] };

/** A day as ISO, or null where there is no such day. @param {string} reading @param {string} text */
function dayOf(reading, text) {
  const found = text.match(/\d+/g) ?? [];
  const [year = NaN, month = 0, day = 0] = (DAYS[reading] ?? []).map((at) => Number(found[at]));
  const made = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && made.getUTCFullYear() < 2100 ? made.toISOString().slice(0, 10) : null;
}

/** The readings to choose from, the one taken first. @param {string} taken @param {string[]} samples @returns {Reading[]} */
export function readingsOf(taken, samples) {
  if (!(taken in DAYS)) return taken === 'comma' ? ['comma', 'point'] : ['point', 'comma'];
  const all = /** @type {Reading[]} */ (Object.keys(DAYS));
  return all.filter((reading) => reading === taken || samples.every((text) => dayOf(reading, text))).sort((one, other) => Number(other === taken) - Number(one === taken));
}

/** A value as it is read. @param {App} app @param {string} reading @param {string} text */
export function reads({ said, lang }, reading, text) {
  if (reading in DAYS) {
    const day = dayOf(reading, text);
    return day ? said.date(day, 'long') : '—';
  }
  const [groups, sign] = reading === 'comma' ? ['.', ','] : [',', '.'];
  const number = Number(text.replaceAll(groups ?? '', '').replace(sign ?? '', '.').replace(/[^\d.-]/g, ''));
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 4 }).format(number);
}
