/** What stands around a drawing: scrolling, arrow keys, the mark that is pointed at or open. */

import { html, nothing } from 'lit';

/** @import { Mark, Sight } from '../types.js' */
/** @import { Drawn } from './charts.js' */

/**
 * The next mark from one, past cells that hold nothing.
 * @param {(Mark|null)[][]} marks
 * @param {[number, number]|null} from
 * @param {string} key
 * @returns {[number, number]|null}
 */
export function moved(marks, from, key) {
  const rows = marks.length;
  const columns = marks[0]?.length ?? 0;
  const [row, column] = from ?? [0, columns];
  const has = (/** @type {number} */ r, /** @type {number} */ c) => marks[r]?.[c];
  const seek = (/** @type {number} */ r, /** @type {number} */ c, /** @type {number} */ dr, /** @type {number} */ dc) => {
    for (; r >= 0 && r < rows && c >= 0 && c < columns; r += dr, c += dc) if (has(r, c)) return /** @type {[number, number]} */ ([r, c]);
    return null;
  };
  if (key === 'ArrowLeft') return seek(row, column - 1, 0, -1) ?? from;
  if (key === 'ArrowRight') return seek(row, Math.min(column + 1, from ? columns : columns - 1), 0, from ? 1 : -1) ?? from;
  if (key === 'ArrowUp') return from ? (seek(row - 1, column, -1, 0) ?? from) : seek(row, columns - 1, 0, -1);
  if (key === 'ArrowDown') return from ? (seek(row + 1, column, 1, 0) ?? from) : seek(row, columns - 1, 0, -1);
  if (key === 'Home') return seek(row, 0, 0, 1) ?? from;
  if (key === 'End') return seek(row, columns - 1, 0, -1) ?? from;
  return null;
}

/** Brings the framed mark into the seen part of a scrolling picture. @param {Element} scroller */
function follow(scroller) {
  requestAnimationFrame(() => {
    const frame = scroller.querySelector('.frame');
    if (!frame) return;
    const [inner, outer] = [frame.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (inner.left < outer.left) scroller.scrollBy({ left: inner.left - outer.left - 24 });
    if (inner.right > outer.right) scroller.scrollBy({ left: inner.right - outer.right + 24 });
  });
}

/**
 * A drawing on the page: one stop of the keyboard, a press lists, what is pointed at is read out.
 * @param {Sight} v
 * @param {object} it
 * @param {Drawn} it.chart
 * @param {(Mark|null)[][]} it.marks
 * @param {unknown} [it.above] a second drawing, of the same columns
 * @param {unknown} [it.behind]
 * @param {unknown} [it.aside] beside the axis
 * @param {(mark: [number, number]) => void} [it.choose] what a move or a press does first
 * @param {boolean} [it.presses] whether a press opens the list (else it only chooses)
 */
export function framed(v, { chart, marks, above = nothing, behind = nothing, aside = nothing, choose, presses = true }) {
  const point = (/** @type {[number, number]|null} */ mark) => {
    if (String(mark) !== String(v.mark)) v.point(mark);
  };
  const list = (/** @type {[number, number]} */ [row, column], /** @type {EventTarget|null} */ opener) => {
    const mark = marks[row]?.[column];
    if (mark?.list) v.open(mark.list, /** @type {Element} */ (opener), [row, column]);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const scroller = /** @type {Element} */ (event.currentTarget);
    if (event.key === 'Enter' && v.mark) list(v.mark, scroller);
    else if (event.key === 'Escape' && v.mark) point(null);
    else {
      const next = moved(marks, v.mark, event.key);
      if (!next) return;
      point(next);
      choose?.(next);
      follow(scroller);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const at = (/** @type {MouseEvent} */ event) => {
    const box = chart.node.getBoundingClientRect();
    const mark = chart.at(event.clientX - box.left, event.clientY - box.top);
    return mark && marks[mark[0]]?.[mark[1]] ? mark : null;
  };
  const press = (/** @type {MouseEvent} */ event) => {
    const mark = at(event);
    if (!mark) return;
    point(mark);
    choose?.(mark);
    if (presses) list(mark, event.currentTarget);
  };
  const frame = v.opened ?? v.mark;
  return html`<div class="plot">
    <div class="axis">${aside}${chart.axis}</div>
    <div
      class="scroll"
      role="group"
      tabindex="0"
      aria-label=${v.said}
      aria-description=${v.words.t('keys-picture')}
      @keydown=${key}
      @pointermove=${(/** @type {PointerEvent} */ event) => event.pointerType === 'mouse' && point(at(event))}
      @pointerleave=${(/** @type {PointerEvent} */ event) => event.pointerType === 'mouse' && !/** @type {Element} */ (event.currentTarget).matches(':focus-visible') && point(null)}
      @click=${press}
    >
      <div class="drawing">${behind}${above}<div class="over">${chart.node}${frame ? frameOf(chart, frame, v.opened !== null) : nothing}</div></div>
    </div>
  </div>`;
}

/** @param {Drawn} chart @param {[number, number]} mark @param {boolean} open */
function frameOf(chart, mark, open) {
  const { x, y, w, h } = chart.box(mark);
  return html`<span class="frame ${open ? 'open' : ''}" .style=${`left:${x - 4}px;top:${y - 4}px;width:${w + 8}px;height:${h + 8}px`}></span>`;
}
