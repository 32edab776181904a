/** A list of customers as a table. What stands in it comes out of files and is only ever text. */

import { html, nothing } from 'lit';
import { given } from './lines.js';

/** @import { Numbers, Roster, Words } from '../types.js' */

/** @typedef {{id: string, unit: string, at: number[]}} Column one or two of the roster's columns, seen as one */
/** @typedef {{column: string, down: boolean}|null} Order */

const NUMBERS = new Set(['money', 'days', 'count', 'date']);

/** @param {Roster} roster @returns {Column[]} */
export function columnsOf(roster) {
  const at = (/** @type {string} */ id) => roster.columns.findIndex((column) => column.id === id);
  return roster.columns.flatMap(({ id, unit }, i) => {
    if (id === 'name' || id === 'line') return [];
    if (id === 'customer') return [{ id, unit: 'text', at: [at('name'), i].filter((one) => one >= 0) }];
    if (id === 'file') return [{ id: 'row', unit: 'text', at: [i, at('line')].filter((one) => one >= 0) }];
    return [{ id, unit, at: [i] }];
  });
}

/** Money first; else as the core gives it. @param {Roster} roster @returns {Order} */
export const usual = (roster) => (roster.columns.some(({ id }) => id === 'amount') ? { column: 'amount', down: true } : null);

/** @param {Roster} roster @param {Order} order @param {string} lang */
export function sorted(roster, order, lang) {
  const column = order && columnsOf(roster).find(({ id }) => id === order.column);
  if (!column) return roster.rows;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const sign = order.down ? -1 : 1;
  const by = (/** @type {string|number|null} */ a, /** @type {string|number|null} */ b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
  };
  return [...roster.rows].sort((a, b) => column.at.reduce((order, i) => order || by(a[i], b[i]), 0));
}

/** @param {string|number|null} file */
const stem = (file) => String(file ?? '').replace(/\.[^.]{1,5}$/, '');

/**
 * @param {Words} words
 * @param {Numbers} say
 * @param {Roster} roster
 * @param {{order: Order, sort: (column: string) => void, limit: number}} it
 */
export function rosterTable(words, say, roster, { order, sort, limit }) {
  const columns = columnsOf(roster);
  const right = (/** @type {Column} */ { id, unit }) => (NUMBERS.has(unit) && id !== 'row' ? 'number' : id === 'row' || id === 'last_did' ? 'mono' : '');
  const name = (/** @type {string} */ id) => (words.has(`column-${id}`) ? words.t(`column-${id}`) : id);
  return html`<div class="sideways"><table class="table roster">
    <thead><tr>
      ${columns.map((column) => {
        const on = order?.column === column.id;
        return html`<th scope="col" class=${right(column) === 'number' ? 'number' : ''} aria-sort=${on ? (order.down ? 'descending' : 'ascending') : nothing}>
          <button @click=${() => sort(column.id)}>${name(column.id)}${on ? html`<span aria-hidden="true"> ${order.down ? '↓' : '↑'}</span>` : nothing}</button></th>`;
      })}
    </tr></thead>
    <tbody>
      ${sorted(roster, order, words.lang).slice(0, limit).map((row) => html`<tr>${columns.map((column) => html`<td class=${right(column)}>${cell(words, say, roster, column, row)}</td>`)}</tr>`)}
    </tbody>
  </table></div>`;
}

/** @param {Words} words @param {Numbers} say @param {Roster} roster @param {Column} column @param {(string|number|null)[]} row */
function cell(words, say, roster, column, row) {
  const values = column.at.map((i) => row[i]);
  const [first, second] = values;
  if (column.id === 'customer') return values.length > 1 && first ? given(html`<b>${given(first)}</b> <span class="mono id">${given(second)}</span>`) : html`<b class="mono">${given(values.at(-1))}</b>`;
  if (column.id === 'row') return first === null ? '—' : html`${given(stem(first))}${second === null || second === undefined ? '' : `:${second}`}`;
  if (first === null || first === undefined) return column.id === 'last_used' ? words.t('never') : '—';
  if (column.unit === 'money') return say.money(Number(first));
  if (column.unit === 'date') return say.date(String(first), 'table');
  if (column.unit === 'days') return words.t('days-count', { n: say.count(Number(first)) });
  return typeof first === 'number' ? say.count(first) : given(first);
}
