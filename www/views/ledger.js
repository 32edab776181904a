/** Opening, gains, losses, closing: steps on top, bars below, and the equation under them, which is legend, readout and doors in one. */

import { html, nothing } from 'lit';
import { MINUS } from '../numbers.js';
import { framed } from './frame.js';
import { lineName, LINES, listOfSeries } from './lines.js';
import { apart, columnsOf, marksOf, once, joinedNote, scrollHint, scrollNote, seriesTable, splitNote } from './periods.js';
import { lastComplete } from './sentences.js';
import { swatch } from './swatch.js';

/** @import { Form, Line, Series, Sight } from '../types.js' */

const TOP = 76;
const BELOW = 188;
const SIGNS = { 1: '+', '-1': MINUS, 0: '=' };

/** At the beginning of a sentence: "The week of …". @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {Sight} v @param {Series} figure @returns {Form} */
export function ledger(v, figure) {
  const { charts, words } = v;
  const lines = figure.lines.filter(({ segment }) => segment === undefined);
  const moves = Object.keys(LINES).flatMap((id) => lines.filter((line) => line.id === id && LINES[id].side !== 0));
  const closing = lines.find(({ id }) => id === 'closing');
  const rows = [...(closing ? [closing] : []), ...moves.filter(({ id }) => LINES[id].side > 0).reverse(), ...moves.filter(({ id }) => LINES[id].side < 0)];
  const marks = marksOf(v, figure, rows);
  const picked = figure.periods.findIndex(({ start }) => start === v.ui.get('chosen'));
  const last = lastComplete(figure);
  const chosen = picked >= 0 ? picked : last >= 0 ? last : figure.periods.length - 1;
  const choose = (/** @type {[number, number]} */ [, column]) => v.ui.set('chosen', figure.periods[column].start);
  const draw = (/** @type {number} */ margin) => drawLedger(v, figure, rows, closing, chosen, margin);
  const drawing = once(figure, [v.px, words.lang, v.width, charts !== null, chosen], () => draw(0));
  const step = drawing ? drawing.width / Math.max(figure.periods.length, 1) : 0;
  return {
    views: ['picture', 'table'],
    picture: () =>
      drawing
        ? html`<div class="ledger">
            ${framed(v, {
              chart: drawing.below,
              marks,
              above: drawing.top,
              behind: html`<span class="chosen" .style=${`left:${step * chosen}px;width:${step}px`}></span>`,
              aside: html`<span class="over-axis">${words.t('closing-over', { unit: figure.unit })}</span><span class="over-axis moves">${words.t('movements', { grain: v.grain })}</span>`,
              choose,
              presses: false,
            })}
          </div>`
        : html`<div class="plot coming tall"></div>`,
    table: () => seriesTable(v, figure),
    legend: equation(v, figure, lines, chosen),
    note: joinedNote(capital(`${v.say.period(figure.periods[chosen]?.start ?? '', 'long', v.grain)}.`), splitNote(v, figure.lines), scrollNote(v, figure)),
    hint: joinedNote(words.t('hint-ledger', { grain: v.grain }), scrollHint(v, figure)),
    marks,
    quiet: true,
    names: rows.filter(({ id }) => LINES[id].side !== 0).map(({ id }) => ({ name: lineName(v, figure, id), fill: LINES[id].fill })),
    drawing: () => joined(draw(charts?.AXIS ?? 0)),
  };
}

/**
 * @param {Sight} v
 * @param {Series} figure
 * @param {Line[]} rows
 * @param {Line|undefined} closing
 * @param {number} chosen
 * @param {number} margin
 */
function drawLedger(v, figure, rows, closing, chosen, margin) {
  const { charts, say } = v;
  if (!charts) return null;
  const { columns, width, step } = columnsOf(v, figure, charts.AXIS);
  const money = figure.unit === 'money';
  const label = (/** @type {number} */ n) => (money ? say.moneyLabel(n) : say.count(n));
  const seen = new Set([Math.max(0, columns.length - (v.width === 'narrow' ? 7 : 13)), chosen, columns.length - 1]);
  const labels = [...seen].flatMap((i) => {
    const cell = closing?.cells[i];
    return cell ? [{ key: columns[i].key, y: cell.n, text: label(cell.n), strong: i === chosen }] : [];
  });
  const bars = columns.flatMap(({ key }, column) => {
    let [up, down] = [0, 0];
    return Object.keys(LINES).flatMap((id) => {
      const row = rows.findIndex((line) => line.id === id);
      const cell = rows[row]?.cells[column];
      const { side, fill, outline } = LINES[id];
      if (!cell || cell.n === 0 || side === 0) return [];
      const from = side > 0 ? up : down;
      const to = from + side * cell.n;
      if (side > 0) up = to;
      else down = to;
      return [{ key, row, y1: Math.min(from, to), y2: Math.max(from, to), fill, outline, partial: cell.partial ?? false }];
    });
  });
  const format = (/** @type {number} */ n) => (money || Number.isInteger(n) ? say.changeAxis(n, figure.unit) : '');
  const space = { width, margin };
  const marked = columns.map((column, i) => ({ ...column, last: i === chosen }));
  return {
    width,
    top: charts.steps({ columns, values: columns.map((_, i) => closing?.cells[i]?.n ?? null), labels: apart(labels, { columns, step }), space: { ...space, height: TOP } }),
    below: charts.bars({ columns: marked, bars, labels: [], format, top: 12, space: { ...space, height: BELOW } }),
  };
}

/** Both drawings in one, for a file. @param {ReturnType<typeof drawLedger>} drawing @returns {SVGSVGElement|null} */
function joined(drawing) {
  if (!drawing) return null;
  const { top, below } = drawing;
  const both = /** @type {SVGSVGElement} */ (below.node.cloneNode(false));
  const gap = 24;
  both.setAttribute('height', String(TOP + gap + BELOW));
  both.setAttribute('viewBox', `0 0 ${below.node.getAttribute('width')} ${TOP + gap + BELOW}`);
  const moved = below.node;
  moved.setAttribute('y', String(TOP + gap));
  both.append(top, moved);
  return both;
}

/** @param {Sight} v @param {Series} figure @param {Line[]} lines @param {number} chosen */
function equation(v, figure, lines, chosen) {
  const period = figure.periods[chosen];
  if (!period) return nothing;
  return html`<dl class="equation">
    ${lines.map((line, i) => {
      const cell = line.cells[chosen];
      const look = LINES[line.id] ?? { fill: 'edge', side: 0 };
      const list = cell && cell.n > 0 ? listOfSeries(v, figure, line.id, period) : null;
      const next = lines[i + 1];
      return html`<div>
        ${i > 0 ? html`<span class="sign before" aria-hidden="true">${SIGNS[look.side]}</span>` : nothing}
        <dt>${look.side === 0 ? nothing : swatch(look)}${lineName(v, figure, line.id)}</dt>
        <dd>${cell ? v.door(v.say.amount(cell.n, figure.unit), list, cell.n).node : '—'}</dd>
        ${next ? html`<span class="sign after" aria-hidden="true">${SIGNS[LINES[next.id]?.side ?? 0]}</span>` : nothing}
      </div>`;
    })}
  </dl>`;
}
