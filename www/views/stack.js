/** Lines that make up a whole: bars, the share of the upper part on top. */

import { html, nothing } from 'lit';
import { framed } from './frame.js';
import { lineName, LINES } from './lines.js';
import { apart, columnsOf, marksOf, once, joinedNote, scrollHint, scrollNote, seriesTable, splitNote } from './periods.js';
import { lastComplete, whole } from './sentences.js';
import { swatch } from './swatch.js';

/** @import { Form, Series, Sight } from '../types.js' */

const HEIGHT = 230;

/** @param {Sight} v @param {Series} figure @returns {Form} */
export function stack(v, figure) {
  const { charts, say, words } = v;
  const lines = figure.lines.filter(({ segment }) => segment === undefined);
  const marks = marksOf(v, figure, lines);
  const draw = (/** @type {number} */ margin) => charts?.bars(specOf(v, figure, margin)) ?? null;
  const chart = once(figure, [v.px, v.words.lang, v.width, charts !== null], () => draw(0));
  const legend = lines.length < 2 ? nothing : html`<ul class="legend">
    ${lines.map(({ id }) => html`<li>${swatch(LINES[id])}${words.has(`legend-${figure.id}-${id}`) ? words.t(`legend-${figure.id}-${id}`, { silent: v.settings.silent ?? 30 }) : lineName(v, figure, id)}</li>`)}
  </ul>`;
  return {
    views: ['picture', 'table'],
    picture: () => (chart ? framed(v, { chart, marks }) : html`<div class="plot coming"></div>`),
    table: () => seriesTable(v, figure),
    legend,
    note: joinedNote(words.has(`note-${figure.id}`) ? words.t(`note-${figure.id}`, { grain: v.grain }) : '', splitNote(v, figure.lines), scrollNote(v, figure)),
    hint: scrollHint(v, figure),
    marks,
    names: lines.length < 2 ? [] : lines.map(({ id }) => ({ name: lineName(v, figure, id), fill: LINES[id].fill })),
    drawing: () => draw(charts?.AXIS ?? 0)?.node ?? null,
  };

  /** @param {Sight} v @param {Series} figure @param {number} margin */
  function specOf(v, figure, margin) {
    const { columns, width, step } = columnsOf(v, figure, charts?.AXIS ?? 0);
    const last = lastComplete(figure);
    const bars = columns.flatMap(({ key }, column) => {
      let [up, down] = [0, 0];
      return lines.flatMap(({ id, cells }, row) => {
        const cell = cells[column];
        const { side, fill, outline } = LINES[id];
        if (!cell || cell.n === 0) return [];
        const from = side > 0 ? up : down;
        const to = from + side * cell.n;
        if (side > 0) up = to;
        else down = to;
        return [{ key, row, y1: Math.min(from, to), y2: Math.max(from, to), fill, outline, partial: cell.partial ?? false }];
      });
    });
    const labels = columns.flatMap(({ key }, column) => {
      const text = top(column, column >= last);
      const y = Math.max(0, ...bars.filter((bar) => bar.key === key).map(({ y2 }) => y2));
      return text ? [{ key, y, text, strong: column === last }] : [];
    });
    const format = (/** @type {number} */ n) => (figure.unit === 'money' ? say.moneyAxis(n) : Number.isInteger(n) ? say.count(n) : '');
    return { columns, bars, labels: apart(labels, { columns, step }), format, space: { width, height: HEIGHT, margin } };
  }

  /** @param {number} column @param {boolean} exact */
  function top(column, exact) {
    const all = whole(figure, column);
    if (!all) return lines.length === 1 && lines[0].cells[column] ? say.amount(lines[0].cells[column]?.n ?? 0, figure.unit) : '';
    const upper = Object.keys(all.n).at(-1) ?? '';
    return Object.keys(all.n).length === 2 ? say.rate({ n: all.n[upper], of: all.total }, exact ? 1 : 0) : '';
  }
}
