/** What all series have in common: their periods as columns, their cells as they read, their table. */

import { html, nothing } from 'lit';
import { isolated } from '../words.js';
import { given, lineName, listOfSeries, segmentName } from './lines.js';
import { lastComplete } from './sentences.js';

/** @import { Cell, Line, Mark, Period, Series, Sight } from '../types.js' */

/** @type {WeakMap<object, Map<string, any>>} */
const kept = new WeakMap();

/** What is drawn once for a figure and a key. @template T @param {object} figure @param {unknown[]} key @param {() => T} make @returns {T} */
export function once(figure, key, make) {
  const text = JSON.stringify(key);
  const own = kept.get(figure) ?? new Map();
  kept.set(figure, own);
  if (!own.has(text)) {
    if (own.size > 12) own.clear();
    own.set(text, make());
  }
  return own.get(text);
}

/** @param {Sight} v how many periods are seen at once */
export const shown = (v) => (v.width === 'narrow' ? 7 : 13);

/**
 * The periods as columns, and how wide they are together: the last thirteen fill the picture, the rest is scrolled to.
 * @param {Sight} v
 * @param {Series} figure
 * @param {number} axis
 * @param {number} [right]
 */
export function columnsOf(v, figure, axis, right = 0) {
  const { periods } = figure;
  const n = Math.max(periods.length, 1);
  const room = v.px - axis - right;
  const step = n >= shown(v) ? room / shown(v) : Math.min(room / n, 112);
  const last = lastComplete(figure);
  const firstSeen = Math.max(0, periods.length - shown(v));
  const columns = periods.map(({ start, complete }, i) => {
    const [year, month] = start.split('-');
    const named = i === 0 || i === firstSeen || (month === '01' && (i === 0 || periods[i - 1].start.slice(0, 4) !== year));
    const cut = isCut(v, periods[i]);
    const under = cut ? `\n${v.words.t('cut-short')}` : !complete && i > last ? `\n${v.words.t('so-far')}` : named && v.grain !== 'year' ? `\n${year}` : '';
    return { key: start, label: (cut ? '⚠ ' : '') + v.say.period(start, 'axis', v.grain) + under, partial: !complete, last: i === last };
  });
  return { columns, step, width: Math.round(step * n), scrolls: n > shown(v) };
}

/**
 * Labels without those that would touch the bold one beside them.
 * @template {{key: string, text: string, strong?: boolean}} L
 * @param {L[]} labels
 * @param {{columns: {key: string}[], step: number}} space
 */
export function apart(labels, { columns, step }) {
  const at = (/** @type {L} */ label) => columns.findIndex(({ key }) => key === label.key);
  const bold = labels.find(({ strong }) => strong);
  return labels.filter((label) => !bold || label === bold || Math.abs(at(label) - at(bold)) > 1 || 3.4 * (label.text.length + bold.text.length) < step);
}

/** Whether the file was probably cut off in a period; figures of use don't mind. @param {Sight} v @param {Period} period */
function isCut(v, { start, end }) {
  const date = v.report.issues.find(({ code }) => code === 'cut-suspected')?.args.date;
  return !v.use && typeof date === 'string' && start <= date && date < end;
}

/** A cell as it reads. @param {Sight} v @param {Series} figure @param {Line} line @param {number} column @returns {Mark|null} */
export function markOf(v, figure, line, column) {
  const cell = line.cells[column];
  const period = figure.periods[column];
  if (!cell) return null;
  const { say, words } = v;
  const where = [say.period(period.start, 'table', v.grain), ...(line.segment === undefined ? [] : [isolated(segmentName(v.words, line.segment))]), lineName(v, figure, line.id)].join(', ');
  const list = cell.n === 0 ? null : listOfSeries(v, figure, line.id, period, line.segment);
  const mark = { name: where, list, partial: cell.partial };
  if (figure.unit !== 'rate') return { ...mark, amount: words.t('unit-count', { unit: figure.unit, amount: say.amount(cell.n, figure.unit), n: cell.n }), more: [] };
  if (!cell.of) return { ...mark, amount: words.t('nobody-to-lose'), more: [], list: null };
  return { ...mark, amount: words.t('unit-n-of', { unit: v.unit, amount: say.nOf(cell, v.unit) }), more: rateWords(v, cell) };
}

/** @param {Sight} v @param {Cell} cell */
export function rateWords(v, cell) {
  const range = v.say.interval(cell);
  return [v.say.rate(cell), ...(range ? [v.words.t('interval', { range })] : [])];
}

/** @param {Sight} v @param {Series} figure @param {Line[]} lines */
export const marksOf = (v, figure, lines) => lines.map((line) => figure.periods.map((_, column) => markOf(v, figure, line, column)));

/** The note on what is seen and what is scrolled to. @param {Sight} v @param {Series} figure */
export const scrollNote = (v, figure) => (figure.periods.length > shown(v) ? v.words.t('scroll-note', { n: shown(v), grain: v.grain }) : '');

/** How one gets to what is not seen. @param {Sight} v @param {Series} figure */
export const scrollHint = (v, figure) => (figure.periods.length > shown(v) ? v.words.t('hint-scroll') : '');

/** That a picture shows less than was asked for, where all is split by the values of a column. @param {Sight} v @param {{segment?: string}[]} all @param {number} [drawn] how many values are in it */
export function splitNote(v, all, drawn = 0) {
  const values = new Set(all.flatMap(({ segment }) => (segment === undefined ? [] : [segment]))).size;
  return values > drawn ? v.words.t('split-note', { drawn }) : '';
}

/** @param {...string} notes */
export const joinedNote = (...notes) => notes.filter(Boolean).join(' ');

/** The numbers of a series: a row a period. @param {Sight} v @param {Series} figure */
export function seriesTable(v, figure) {
  const { t } = v.words;
  const rate = figure.unit === 'rate';
  const head = (/** @type {Line} */ { id, segment }) => {
    const value = segment === undefined ? nothing : given(segmentName(v.words, segment));
    const name = segment === undefined ? lineName(v, figure, id) : figure.lines.some((line) => line.id !== id) ? html`${value}, ${lineName(v, figure, id)}` : value;
    return rate
      ? html`<th scope="col" class="number">${name}</th><th scope="col" class="number">${t('column-rate')}</th><th scope="col" class="number">${t('column-interval')}</th>`
      : html`<th scope="col" class="number">${name}</th>`;
  };
  const { unit } = figure;
  return html`<table class="table twin">
    <caption class="hidden">${v.said} ${t('column-count', { unit: rate ? v.unit : unit })}</caption>
    <thead><tr><th scope="col">${t('column-period', { grain: v.grain })}</th>${figure.lines.map(head)}</tr></thead>
    <tbody>
      ${figure.periods.map(
        (period, column) => html`<tr class=${period.complete ? '' : 'partial'}>
          <th scope="row">${v.say.period(period.start, 'table', v.grain)}${period.complete ? nothing : html` <small>${t(isCut(v, period) ? 'cut-here' : 'so-far')}</small>`}</th>
          ${figure.lines.map((line, row) => tableCell(v, figure, line, row, column))}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param {Sight} v @param {Series} figure @param {Line} line @param {number} row @param {number} column */
function tableCell(v, figure, line, row, column) {
  const cell = line.cells[column];
  const rate = figure.unit === 'rate';
  if (!cell) return html`<td class="number quiet" colspan=${rate ? 3 : 1}>${v.words.t('before-log')}</td>`;
  if (rate && !cell.of) return html`<td class="number quiet" colspan="3">— <span class="hidden">${v.words.t('nobody-to-lose')}</span></td>`;
  const text = rate ? v.say.nOf(cell, v.unit) : v.say.amount(cell.n, figure.unit);
  const list = cell.n === 0 ? null : listOfSeries(v, figure, line.id, figure.periods[column], line.segment);
  const number = v.view === 'table' ? v.door(text, list, cell.n, [row, column]).node : text;
  return rate
    ? html`<td class="number">${number}</td><td class="number">${v.say.rate(cell)}</td><td class="number">${v.say.interval(cell) || '—'}</td>`
    : html`<td class="number">${number}</td>`;
}
