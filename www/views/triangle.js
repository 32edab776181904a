/** Cohorts by age: a table whose cells are shaded by their share, every cell with its number, and rows drawn as curves. */

import { html, nothing } from 'lit';
import { moved } from './frame.js';
import { baseOf, segmentName, STROKES } from './lines.js';
import { once, rateWords } from './periods.js';
import { ageText, entered, inMoney, listOfAverage, queryOf } from './sentences.js';

/** @import { Cell, Cohort, Figure, Form, List, Mark, Sight, Triangle } from '../types.js' */

const COHORTS = 16;
/** Ages that are seen unless all are asked for. */
const AGES = 13;
const CURVE = 190;

/** What a cell is a share of, by view. @param {string} view @param {(Cell|null)[]} cells @param {number} age @returns {Cell|null} */
export function seenAs(view, cells, age) {
  const cell = cells[age];
  if (view !== 'before' || !cell || age === 0) return cell;
  const before = cells[age - 1];
  return before && !before.partial ? { n: cell.n, of: before.n, ...(cell.partial ? { partial: true } : {}) } : null;
}

/** The share where the ramp begins: the least complete cell of all triangles of one id, down to tens, at most 60 %. @param {Figure[]} kin @param {string} view */
function least(kin, view) {
  const shares = kin.flatMap((figure) =>
    figure.shape !== 'triangle' ? [] : figure.cohorts.flatMap(({ cells }) => cells.map((_, age) => seenAs(view, cells, age)).flatMap((cell) => (cell?.of && !cell.partial ? [cell.n / cell.of] : []))),
  );
  return Math.min(0.6, Math.floor(shares.reduce((one, other) => Math.min(one, other), 1) * 10 + 1e-9) / 10);
}

/** @param {Cell|null} cell @param {number} low */
function shade(cell, low) {
  if (!cell?.of) return 'empty';
  const share = cell.n / cell.of;
  if (cell.partial) return 'partial';
  return share > 1 ? 'over' : `q${Math.max(0, Math.min(6, Math.floor((7 * (share - low)) / (1 - low) + 1e-9)))}`;
}

/** @param {Sight} v @param {Triangle} figure @returns {Form} */
export function triangle(v, figure) {
  const { words } = v;
  const views = v.use ? ['share', 'count'] : ['start', 'before', 'count'];
  const view = views.includes(v.view) ? v.view : views[0];
  const all = v.ui.get('all') === true;
  const cohorts = all ? figure.cohorts : figure.cohorts.slice(-COHORTS);
  const ages = Array.from({ length: all ? figure.ages : Math.min(figure.ages, AGES) }, (_, age) => age);
  const low = once(figure, ['least', view], () => least(v.kin, view));
  /** @type {(Mark|null)[][]} */
  const rows = once(figure, ['marks', view, all, words.lang, v.unit, v.grain, v.use], () => [
    ages.map((age) => averageMark(v, figure, view, age)),
    ...cohorts.map((cohort) => ages.map((age) => (cohort.cells[age] ? cellMark(v, figure, view, cohort, age) : null))),
  ]);
  const drawn = /** @type {string[]} */ (v.ui.get('rows') ?? []).filter((start) => figure.cohorts.some((cohort) => cohort.start === start));
  const every = v.use && v.settings.retention?.entry === 'every' ? words.t('note-triangle-every', { grain: v.grain, unit: v.unit }) : '';
  return {
    views,
    picture: () => html`${table(v, figure, { view, cohorts, ages, low, rows, drawn, all })}`,
    table: null,
    legend: legend(v, figure, view, low, cohorts, ages),
    more: drawn.length > 0 ? curves(v, figure, view, drawn, ages) : nothing,
    note: [view === 'count' ? '' : words.t('note-triangle'), every].filter(Boolean).join(' '),
    hint: words.t('hint-triangle', { view }),
    marks: rows,
  };
}

/** @param {Sight} v @param {Triangle} figure @param {Cell} cell */
const counted = (v, figure, cell) => v.say.nOf(cell, inMoney(figure) ? 'money' : v.unit);

/** @param {Sight} v @param {Triangle} figure @param {string} view @param {number} age @returns {Mark|null} */
function averageMark(v, figure, view, age) {
  const cell = seenAs(view, figure.average, age);
  if (!cell?.of) return null;
  return { name: `${v.words.t('average')}, ${ageName(v, age)}`, amount: amountWords(v, figure, cell), more: rateWords(v, cell), list: cell.n > 0 ? listOfAverage(v, figure, age) : null };
}

/** @param {Sight} v @param {number} age */
const ageName = (v, age) => v.words.t('age-name', { grain: v.grain, age: ageText(v, age) });

/** @param {Sight} v @param {Triangle} figure @param {Cell} cell */
const amountWords = (v, figure, cell) => v.words.t('unit-n-of', { unit: inMoney(figure) ? 'money' : v.unit, amount: counted(v, figure, cell) });

/** @param {Sight} v @param {Triangle} figure @param {string} view @param {Cohort} cohort @param {number} age @returns {Mark|null} */
function cellMark(v, figure, view, cohort, age) {
  const own = cohort.cells[age];
  const cell = seenAs(view, cohort.cells, age) ?? own;
  if (!own || !cell) return null;
  const name = `${v.say.period(cohort.start, 'table', v.grain)}, ${ageName(v, age)}`;
  const queries = [queryOf(figure, { cohort: cohort.start, age })];
  const args = { cohort: v.say.period(cohort.start, 'long', v.grain), age: ageText(v, age), grain: v.grain };
  const money = inMoney(figure);
  /** @type {List} */
  const list = {
    queries,
    title: `list-triangle${wayOf(v)}`,
    args,
    ...(money ? { money: own.n } : {}),
    ...(own.of && view !== 'before' ? baseOf(queries, 'list-triangle-size', args, money ? own.of : undefined) : {}),
  };
  const words = cell.of ? { amount: amountWords(v, figure, cell), more: rateWords(v, cell) } : { amount: '—', more: [v.words.t('nobody-to-lose')] };
  return { name, ...words, list: own.n > 0 ? list : null, partial: own.partial };
}

/**
 * @param {Sight} v
 * @param {Triangle} figure
 * @param {{view: string, cohorts: Cohort[], ages: number[], low: number, rows: (Mark|null)[][], drawn: string[], all: boolean}} it
 */
function table(v, figure, { view, cohorts, ages, low, rows, drawn, all }) {
  const { t } = v.words;
  const way = wayOf(v);
  const current = v.mark && rows[v.mark[0]]?.[v.mark[1]] ? v.mark : firstOf(rows);
  const cell = (/** @type {number} */ row, /** @type {number} */ age, /** @type {string} */ text, /** @type {string} */ look) => {
    const mark = rows[row][age];
    if (!mark) return html`<td class=${look}></td>`;
    const at = current?.[0] === row && current[1] === age;
    const open = v.opened?.[0] === row && v.opened[1] === age;
    // What is seen is part of what is said; the exact rate is in the readout.
    const what = [mark.amount, view === 'count' ? (inMoney(figure) ? text : mark.more[0]) : `${text}%`].join(', ');
    const said = t('cell-said', { cohort: row === 0 ? t('average') : v.say.period(cohorts[row - 1].start, 'table', v.grain), age: ageName(v, age), what });
    return html`<td class=${look}><button class=${open ? 'open' : ''} data-at="${row},${age}" tabindex=${at ? 0 : -1} aria-label=${mark.partial ? t('so-far-said', { what: said }) : said}>${text}</button></td>`;
  };
  const body = cohorts.map((cohort, i) => {
    const row = i + 1;
    const picked = drawn.indexOf(cohort.start);
    const name = v.say.period(cohort.start, 'table', v.grain);
    return html`<tr>
      <th scope="row" class="label"><button aria-pressed=${picked >= 0} aria-label=${t('row-draw', { cohort: name })} class=${picked >= 0 ? 'drawn' : ''} @click=${() => toggle(v, drawn, cohort.start)}>${name}${picked >= 0 ? stroke(picked) : nothing}</button></th>
      <td class="size">${v.say.count(cohort.size)}</td>
      ${ages.map((age) => {
        const own = cohort.cells[age];
        if (own === null || own === undefined) return html`<td class=${notYet(figure, cohort, age) ? 'future' : 'unknown'}>${notYet(figure, cohort, age) ? html`<span class="hidden">${t('not-yet')}</span>` : html`<span aria-hidden="true">·</span><span class="hidden">${t('before-log')}</span>`}</td>`;
        const seen = seenAs(view, cohort.cells, age);
        const text = view === 'count' ? (inMoney(figure) ? v.say.moneyLabel(own.n) : v.say.count(own.n)) : seen ? v.say.step(seen, 0) : '·';
        return cell(row, age, text, shade(seen, low));
      })}
    </tr>`;
  });
  return html`${segments(v)}<div class="sideways"><table class="triangle ${ages.length < 12 ? 'short' : ''} ${view === 'count' && inMoney(figure) ? 'roomy' : ''}" @keydown=${(/** @type {KeyboardEvent} */ event) => keys(v, rows, event)} @click=${(/** @type {MouseEvent} */ event) => press(v, rows, event)}
      @focusin=${(/** @type {Event} */ event) => point(v, event)} @pointerover=${(/** @type {Event} */ event) => point(v, event)} @pointerleave=${() => v.point(null)}>
      <caption class="hidden">${v.said} ${t('keys-triangle')}</caption>
      <thead>
        <tr class="over"><td colspan="2"></td><th colspan=${ages.length} scope="colgroup">${t(`cohort-age${way}`, { grain: v.grain })}</th></tr>
        <tr><th scope="col" class="label">${t(`cohort-label${way}`, { grain: v.grain })}</th><th scope="col" class="size">${t('cohort-size', { unit: v.unit })}</th>${ages.map((age) => html`<th scope="col">${ageText(v, age)}</th>`)}</tr>
      </thead>
      <tbody>
        <tr class="average"><th scope="row" class="label">${t('average')}</th><td class="size"></td>${ages.map((age) => {
          const seen = seenAs(view, figure.average, age);
          return seen?.of ? cell(0, age, v.say.step(seen, 1), 'mean') : html`<td class="future"></td>`;
        })}</tr>
        ${body}
      </tbody>
    </table></div>
    ${figure.cohorts.length > COHORTS || figure.ages > AGES ? html`<button class="button all-rows" aria-expanded=${all} @click=${() => v.ui.set('all', !all)}>${all ? t('rows-fewer', { n: COHORTS }) : t('rows-all', { n: figure.cohorts.length })}</button>` : nothing}`;
}

/** How members come into the cohorts of a triangle, as its words end. @param {Sight} v */
const wayOf = (v) => ({ signup: '', 'first-use': '-use', every: '-every' })[v.use ? entered(v.settings) : 'signup'];

/** A null cell lies after the as-of date, or before the log: all nulls at a row's end are the former. @param {Triangle} figure @param {Cohort} cohort @param {number} age */
function notYet({ ages }, { cells }, age) {
  for (let later = age; later < ages; later += 1) if (cells[later]) return false;
  return age > 0 || cells.some(Boolean);
}

/** @param {(Mark|null)[][]} rows @returns {[number, number]|null} */
function firstOf(rows) {
  const row = rows.findIndex((marks) => marks.some(Boolean));
  return row < 0 ? null : [row, rows[row].findIndex(Boolean)];
}

/** @param {Event} event @returns {[number, number]|null} */
function placeOf(event) {
  const at = /** @type {Element} */ (event.target).closest('[data-at]')?.getAttribute('data-at')?.split(',').map(Number);
  return at ? [at[0], at[1]] : null;
}

/** @param {Sight} v @param {Event} event */
function point(v, event) {
  const at = placeOf(event);
  if (at && String(at) !== String(v.mark)) v.point(at);
}

/** @param {Sight} v @param {(Mark|null)[][]} rows @param {MouseEvent} event */
function press(v, rows, event) {
  const at = placeOf(event);
  const list = at && rows[at[0]]?.[at[1]]?.list;
  if (at && list) v.open(list, /** @type {Element} */ (event.target).closest('[data-at]'), at);
}

/** @param {Sight} v @param {(Mark|null)[][]} rows @param {KeyboardEvent} event */
function keys(v, rows, event) {
  const at = placeOf(event);
  if (!at || event.altKey || event.metaKey) return;
  const corner = event.ctrlKey ? (event.key === 'Home' ? firstOf(rows) : event.key === 'End' ? lastOf(rows) : null) : undefined;
  const next = corner === undefined ? moved(rows, at, event.key) : corner;
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.currentTarget).querySelector(`[data-at="${next[0]},${next[1]}"]`))?.focus();
}

/** @param {(Mark|null)[][]} rows @returns {[number, number]|null} */
function lastOf(rows) {
  const row = rows.findLastIndex((marks) => marks.some(Boolean));
  return row < 0 ? null : [row, rows[row].findLastIndex(Boolean)];
}

/** The split setting gives a triangle for each value: one is seen at a time. @param {Sight} v */
function segments(v) {
  const values = v.kin.flatMap(({ segment }) => (segment === undefined ? [] : [segment]));
  if (values.length === 0) return nothing;
  const chosen = v.ui.get('segment');
  return html`<label class="segments">${v.words.t('segment')}
    <select class="field" @change=${(/** @type {Event} */ event) => v.ui.set('segment', /** @type {HTMLSelectElement} */ (event.target).selectedIndex === 0 ? undefined : values[/** @type {HTMLSelectElement} */ (event.target).selectedIndex - 1])}>
      <option ?selected=${chosen === undefined}>${v.words.t('segment-all')}</option>
      ${values.map((value) => html`<option ?selected=${value === chosen}>${segmentName(v.words, value)}</option>`)}
    </select></label>`;
}

/** @param {Sight} v @param {string[]} drawn @param {string} start */
const toggle = (v, drawn, start) => v.ui.set('rows', drawn.includes(start) ? drawn.filter((one) => one !== start) : [...drawn, start].slice(-STROKES.length));

/** @param {number} i */
const stroke = (i) => html`<svg class="stroke" width="16" height="4" viewBox="0 0 16 4" aria-hidden="true"><line x1="0" x2="16" y1="2" y2="2" stroke="var(--${STROKES[i].stroke})" stroke-width="2" stroke-dasharray=${STROKES[i].dash || 'none'}></line></svg>`;

/** @param {Sight} v @param {Triangle} figure @param {string} view @param {string[]} drawn @param {number[]} ages */
function curves(v, figure, view, drawn, ages) {
  const { charts } = v;
  if (!charts) return nothing;
  const points = (/** @type {(Cell|null)[]} */ cells) =>
    ages.flatMap((age) => {
      const cell = seenAs(view === 'count' ? 'start' : view, cells, age);
      return cell?.of && !cell.partial ? [{ x: age, y: cell.n / cell.of, partial: false }] : [];
    });
  const rows = [
    { name: v.words.t('average'), stroke: 'ink', dash: '', width: 2.2, points: points(figure.average) },
    ...drawn.map((start, i) => ({ name: v.say.period(start, 'table', v.grain), ...STROKES[i], width: 1.6, points: points(figure.cohorts.find((cohort) => cohort.start === start)?.cells ?? []) })),
  ];
  const node = once(figure, ['curves', view, drawn, v.px, v.words.lang, ages.length], () => charts.curves({ rows, ages: ages.map((age) => String(ageText(v, age))), width: v.px, height: CURVE }));
  return html`<div class="curves"><p><b>${v.words.t('rows-drawn')}</b></p>${node}</div>`;
}

/** @param {Sight} v @param {Triangle} figure @param {string} view @param {number} low @param {Cohort[]} cohorts @param {number[]} ages */
function legend(v, figure, view, low, cohorts, ages) {
  const { t } = v.words;
  const cells = cohorts.flatMap((cohort) => ages.map((age) => ({ cohort, age, cell: seenAs(view, cohort.cells, age) })));
  const over = cells.some(({ cell }) => cell?.of && !cell.partial && cell.n > cell.of);
  const unknown = cells.some(({ cohort, age }) => !cohort.cells[age] && !notYet(figure, cohort, age));
  return html`<ul class="legend">
    <li class="ramp">${v.say.rate({ n: Math.round(low * 10), of: 10 }, 0)} <span class="steps" aria-hidden="true">${[0, 1, 2, 3, 4, 5, 6].map((q) => html`<i class="q${q}"></i>`)}</span> 100%</li>
    ${over ? html`<li><i class="cell over" aria-hidden="true"></i>${t('legend-over')}</li>` : nothing}
    ${cells.some(({ cell }) => cell?.partial) ? html`<li><i class="cell partial" aria-hidden="true"></i>${t('legend-partial', { grain: v.grain })}</li>` : nothing}
    ${unknown ? html`<li><i class="cell unknown" aria-hidden="true">·</i>${t('legend-before')}</li>` : nothing}
  </ul>`;
}
