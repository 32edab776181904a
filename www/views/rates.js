/** Rates over periods: dots, whiskers, a thin line. Other lines: their names at their ends. */

import { html, nothing } from 'lit';
import { framed } from './frame.js';
import { lineName, LINES, segmentName, STROKES } from './lines.js';
import { columnsOf, marksOf, once, joinedNote, scrollHint, scrollNote, seriesTable, shown, splitNote } from './periods.js';
import { lastComplete } from './sentences.js';

/** @import { Cell, Form, Line, Series, Sight } from '../types.js' */

const HEIGHT = 230;
/** Room for names at the ends of lines. */
const NAMES = 96;

/** @param {Sight} v @param {Series} figure @returns {Form} */
export const rates = (v, figure) => drawnLines(v, figure, (cell) => (cell.of ? cell.n / cell.of : null));

/** @param {Sight} v @param {Series} figure @returns {Form} */
export const others = (v, figure) => drawnLines(v, figure, (cell) => cell.n);

/**
 * The lines that are drawn: those of the whole, and of one line's segments the four largest.
 * @param {Series} figure
 */
function seen(figure) {
  const wholes = figure.lines.filter(({ segment }) => segment === undefined);
  const last = Math.max(0, lastComplete(figure));
  const size = (/** @type {Line} */ { cells }) => cells[last]?.of ?? cells[last]?.n ?? 0;
  const segments = wholes.length === 1 ? figure.lines.filter(({ segment }) => segment !== undefined).sort((a, b) => size(b) - size(a)) : [];
  return [...wholes, ...segments.slice(0, STROKES.length)];
}

/** @param {Sight} v @param {Series} figure @param {(cell: Cell) => number|null} value @returns {Form} */
function drawnLines(v, figure, value) {
  const { charts, say, words } = v;
  const lines = seen(figure);
  const marks = marksOf(v, figure, lines);
  const draw = (/** @type {number} */ margin) => charts?.lines(specOf(margin)) ?? null;
  const chart = once(figure, [v.px, v.words.lang, v.width, charts !== null], () => draw(0));
  return {
    views: ['picture', 'table'],
    picture: () => (chart ? framed(v, { chart, marks }) : html`<div class="plot coming"></div>`),
    table: () => seriesTable(v, figure),
    legend: nothing,
    note: joinedNote(words.has(`note-${figure.id}`) ? words.t(`note-${figure.id}`, { grain: v.grain }) : '', splitNote(v, figure.lines, lines.filter(({ segment }) => segment !== undefined).length), scrollNote(v, figure)),
    hint: scrollHint(v, figure),
    marks,
    drawing: () => draw(charts?.AXIS ?? 0)?.node ?? null,
  };

  /** @param {number} margin */
  function specOf(margin) {
    const named = lines.length > 1;
    const right = named ? NAMES : 0;
    const { columns, width } = columnsOf(v, figure, charts?.AXIS ?? 0, right);
    const last = lastComplete(figure);
    const rate = figure.unit === 'rate';
    const strokes = lines.map((line, row) => {
      const first = row === 0;
      const look = first ? { stroke: named ? 'ink' : (LINES[line.id]?.fill ?? 'ink').replace('hatch', 'here'), dash: '' } : STROKES[(row - 1) % STROKES.length];
      const dots = columns.flatMap(({ key }, column) => {
        const cell = line.cells[column];
        const y = cell ? value(cell) : null;
        return !cell || y === null ? [] : [{ key, row, y, low: cell.low, high: cell.high, partial: cell.partial ?? false, last: column === last }];
      });
      const wholes = lines.filter(({ segment }) => segment === undefined);
      const name = !named ? '' : line.segment !== undefined ? segmentName(words, line.segment) : wholes.length > 1 ? lineName(v, figure, line.id) : words.t('segment-all');
      return { dots, ...look, width: first && named ? 2.2 : 1.6, whole: first && rate, name };
    });
    // All dots have room; of the intervals those in view: a few customers long ago would press the rest flat.
    const inView = new Set(columns.slice(-shown(v)).map(({ key }) => key));
    const highest = Math.max(0, ...strokes.flatMap(({ dots, whole }) => dots.map(({ key, y, high }) => (whole && inView.has(key) ? (high ?? y) : y))));
    const most = rate ? Math.max(0.05, Math.ceil(highest * 20 - 1e-9) / 20) : highest || 1;
    const drawn = strokes.map((line) => ({ ...line, dots: line.dots.map((dot) => (line.whole && (dot.high ?? 0) > most ? { ...dot, high: most, over: true } : dot)) }));
    const drops = (/** @type {string} */ key) => {
      const at = strokes[0].dots.findIndex((dot) => dot.key === key);
      return at > 0 && strokes[0].dots[at - 1].y > strokes[0].dots[at].y;
    };
    const labels = (strokes[0]?.dots ?? []).filter((dot) => dot.last || (dot.partial && dot.key === columns.at(-1)?.key)).map((dot) => {
      const cell = lines[0].cells[columns.findIndex(({ key }) => key === dot.key)] ?? { n: 0 };
      return { key: dot.key, y: dot.last ? dot.y : (dot.high ?? dot.y), text: rate ? say.rate(cell) : say.amount(cell.n, figure.unit), strong: dot.last, below: drops(dot.key) && dot.y > most * 0.12 };
    });
    const format = (/** @type {number} */ y) => (rate ? say.percent(y, undefined).replace(/[.,]0(?=%)/, '') : figure.unit === 'money' ? say.moneyAxis(y) : Number.isInteger(y) ? say.count(y) : '');
    const step = most <= 0.25 ? 0.05 : most <= 0.5 ? 0.1 : most <= 1 ? 0.25 : 0.5;
    const ticks = rate ? Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step) : undefined;
    return { columns, lines: drawn, labels, format, ticks, most, right, space: { width, height: HEIGHT, margin } };
  }
}
