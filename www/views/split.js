/** Splits: counts as unit squares or bars, rates as rows with dot and whisker, days as a table. */

import { html, nothing, svg } from 'lit';
import { isolated } from '../words.js';
import { days, given, partName, listOfPart, presence, segmentName } from './lines.js';
import { joinedNote, rateWords, splitNote } from './periods.js';
import { gathered } from './sentences.js';
import { hatchOf, paint } from './swatch.js';

/** @import { Form, Mark, Part, Split, Sight } from '../types.js' */
/** @import { Look } from './lines.js' */

/** Above this, a customer is no square any more. */
const SQUARES = 400;
/** Rows, side and gap of squares, the largest that fits is taken. */
const SIZES = [
  [5, 20, 5],
  [8, 12, 3],
  [10, 9, 3],
];
/** The least room of a part, for its words. */
const PART = 104;

/** @param {Sight} v @param {Split} figure @returns {Form} */
export function split(v, figure) {
  const parts = figure.parts.filter(({ segment }) => segment === undefined);
  const marks = [figure.unit === 'rate' ? figure.parts.map((part) => markOf(v, figure, part)) : parts.map((part) => markOf(v, figure, part))];
  const note = (/** @type {string} */ id) => (v.words.has(id) ? v.words.t(id, { date: figure.as_of ? v.say.date(figure.as_of, 'long') : '' }) : '');
  const hint = v.words.t('hint-list');
  const twin = () => splitTable(v, figure);
  if (figure.unit === 'rate') return { views: ['picture', 'table'], picture: () => rows(v, figure), table: twin, note: note(`note-${figure.id}`), hint, marks };
  if (figure.unit === 'days' || figure.unit === 'money') return { views: [], picture: twin, table: null, note: note(`note-${figure.id}`), marks };
  const total = parts.reduce((sum, { cell }) => sum + (cell?.n ?? 0), 0);
  const small = total <= SQUARES;
  return {
    views: ['picture', 'table'],
    picture: () => squares(v, figure, parts, small),
    table: twin,
    note: joinedNote(note(small ? `note-${figure.id}` : `note-${figure.id}-bars`), splitNote(v, figure.parts)),
    hint,
    marks,
  };
}

/** @param {Sight} v @param {Split} figure @param {Part} part @returns {Mark|null} */
function markOf(v, figure, part) {
  const { cell, money } = part;
  if (!cell) return null;
  const name = [...(part.segment === undefined ? [] : [isolated(segmentName(v.words, part.segment))]), partName(v, figure, part)].join(', ');
  const list = cell.n > 0 ? listOfPart(v, figure, part) : null;
  if (figure.unit === 'rate') return { name, list, amount: v.words.t('unit-n-of', { unit: v.unit, amount: v.say.nOf(cell, v.unit) }), more: rateWords(v, cell) };
  return { name, list, amount: v.words.t('unit-count', { unit: figure.unit, amount: v.say.count(cell.n), n: cell.n }), more: money ? [v.say.money(money.n)] : [] };
}

/**
 * In two groups, those who are here and those who are silent; each part is a button.
 * @param {Sight} v
 * @param {Split} figure
 * @param {Part[]} parts
 * @param {boolean} small whether each customer is drawn
 */
function squares(v, figure, parts, small) {
  const silent = v.settings.silent ?? 30;
  const looks = presence(parts, silent);
  const all = parts.map((part, i) => ({ part, look: looks[i], row: i, n: part.cell?.n ?? 0 }));
  const byDays = parts.some(({ id }) => days(id));
  const groups = byDays ? [all.filter(({ part }) => (days(part.id)?.from ?? 0) < silent), all.filter(({ part }) => (days(part.id)?.from ?? 0) >= silent)] : [all];
  const sums = byDays ? gathered(v, figure, parts) : [];
  const gaps = 20 * (all.length - 1) + 20;
  const size = SIZES.find(([rows, side, gap]) => all.reduce((sum, { n }) => sum + Math.max(PART, Math.ceil(n / rows) * (side + gap) - gap), gaps) <= v.px);
  const tall = small && size !== undefined && v.width !== 'narrow';
  const most = Math.max(1, ...all.map(({ n }) => n));
  // What a row's words take, so that no row is drawn smaller than another.
  const saying = Math.max(...all.flatMap(({ part: { money }, n }) => [v.say.people(n), money ? v.say.money(money.n) : ''].map(({ length }) => 8 + 8 * length)));
  const room = Math.max(60, v.px - (v.width === 'narrow' ? 108 + saying : 300));
  const drawn = (/** @type {typeof all[number]} */ { look, n, row }) =>
    small ? (tall ? grid(n, look, row, Math.min(size[0], most), size[1], size[2], true) : grid(n, look, row, Math.floor((room + 4) / 14), 10, 4, false)) : bar(n / most, look, row, room);
  const heading = (/** @type {string} */ name) => {
    const sum = sums.find((one) => one.name === name);
    if (!sum) return nothing;
    const here = name === 'here';
    const text = v.words.t(here ? 'group-here' : 'group-silent', { silent, n: v.say.count(sum.n) });
    const money = sum.money === undefined ? '' : v.say.money(sum.money);
    return html`<p class="group-name"><b>${text}</b><span>${money && !here && tall ? v.words.t('group-money', { money }) : money}</span></p>`;
  };
  return html`<div class="presence ${tall ? 'tall' : 'flat'}" role="group" aria-label=${v.said} aria-description=${v.words.t('keys-picture')} @keydown=${step}>
    ${groups.map(
      (group, g) => html`<div class="group">
        ${byDays && group.length > 0 ? heading(g === 0 ? 'here' : 'silent-sum') : nothing}
        <div class="portions">${group.map((one) => partButton(v, figure, one.part, one.row, drawn(one)))}</div>
      </div>`,
    )}
  </div>`;
}

/** Arrow keys go from part to part: the picture is one stop. @param {KeyboardEvent} event */
function step(event) {
  const parts = [.../** @type {Element} */ (event.currentTarget).querySelectorAll('button.portion')];
  const at = parts.indexOf(/** @type {Element} */ (event.target));
  /** @type {Record<string, number>} */
  const to = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: parts.length - 1 };
  const next = parts[to[event.key]];
  if (at < 0 || !next) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (next).focus();
}

/** @param {Sight} v @param {Split} figure @param {Part} part @param {number} row @param {unknown} drawing */
function partButton(v, figure, part, row, drawing) {
  const { say, words } = v;
  const n = part.cell?.n ?? 0;
  const list = n > 0 ? listOfPart(v, figure, part) : null;
  const count = part.cell ? words.t('unit-count', { unit: figure.unit, amount: say.count(n), n }) : '—';
  const open = v.opened !== null && v.opened[1] === row;
  const point = () => v.mark?.[1] !== row && v.point([0, row]);
  return html`<button class="portion ${open ? 'open' : ''}" data-row=${row} tabindex=${(v.mark?.[1] ?? 0) === row ? 0 : -1} aria-disabled=${!list} @focus=${point} @pointerenter=${point} @click=${(/** @type {Event} */ event) => v.open(list, /** @type {Element} */ (event.currentTarget), [0, row])}>
    ${drawing}
    <span class="name">${partName(v, figure, part)}</span>
    <span class="sums figures"><b>${count}</b>${part.money ? html`<span>${say.money(part.money.n)}</span>` : nothing}</span>
  </button>`;
}

/**
 * One square a customer: `across` of them side by side, or, standing, columns of that many.
 * @param {number} n
 * @param {Look} look
 * @param {number} row
 * @param {number} across
 * @param {number} side
 * @param {number} gap
 * @param {boolean} standing
 */
function grid(n, look, row, across, side, gap, standing) {
  const long = Math.max(1, Math.ceil(n / across));
  const [columns, lines] = standing ? [long, across] : [Math.min(across, Math.max(n, 1)), long];
  const step = side + gap;
  const hatch = `part-${row}`;
  const half = look.outline ? 0.6 : 0;
  const at = (/** @type {number} */ i) => (standing ? [Math.floor(i / across), i % across] : [i % across, Math.floor(i / across)]);
  return html`<svg class="unit-squares" width=${columns * step - gap} height=${lines * step - gap} viewBox="0 0 ${columns * step - gap} ${lines * step - gap}" aria-hidden="true">
    ${look.fill === 'hatch' ? svg`<defs>${hatchOf(hatch)}</defs>` : nothing}
    ${Array.from({ length: n }, (_, i) => {
      const [x, y] = at(i);
      return svg`<rect x=${x * step + half} y=${y * step + half} width=${side - 2 * half} height=${side - 2 * half} rx=${side > 15 ? 3 : 2.5} fill=${paint(look.fill, hatch)} stroke=${look.outline ? `var(--${look.outline})` : 'none'} stroke-width="1.2" stroke-dasharray=${look.dashed ? '3 2.4' : 'none'}></rect>`;
    })}
  </svg>`;
}

/** @param {number} share of the largest part @param {Look} look @param {number} row @param {number} room */
function bar(share, look, row, room) {
  const hatch = `part-${row}`;
  const width = Math.max(2, Math.round(share * room));
  return html`<svg class="unit-squares" width=${room} height="16" viewBox="0 0 ${room} 16" aria-hidden="true">
    ${look.fill === 'hatch' ? svg`<defs>${hatchOf(hatch)}</defs>` : nothing}
    <rect x="0.6" y="0.6" width=${width - 1.2} height="14.8" rx="2.5" fill=${paint(look.fill, hatch)} stroke=${look.outline ? `var(--${look.outline})` : 'none'} stroke-width="1.2" stroke-dasharray=${look.dashed ? '3 2.4' : 'none'}></rect>
  </svg>`;
}

/** Rates in a list: a row a part, its interval on one scale for all. @param {Sight} v @param {Split} figure */
function rows(v, figure) {
  const { say, words } = v;
  const highest = Math.max(0, ...figure.parts.map(({ cell }) => cell?.high ?? (cell?.of ? cell.n / cell.of : 0)));
  const most = Math.min(1, Math.max(0.05, Math.ceil(highest * 20 - 1e-9) / 20));
  const width = v.width === 'narrow' ? 96 : 240;
  const x = (/** @type {number} */ share) => 6 + share * (width - 12) / most;
  const scale = words.t('interval', { range: words.t('range', { low: 0, high: say.rate({ n: Math.round(most * 100), of: 100 }, 0) }) });
  return html`<div class="sideways"><table class="table rates">
    <caption class="hidden">${v.said}</caption>
    <thead><tr><th scope="col">${words.t(figure.parts.some(({ segment }) => segment !== undefined) ? 'column-segment' : 'column-part')}</th><th scope="col" class="number">${words.t('column-count', { unit: 'rate' })}</th><th scope="col" class="number">${words.t('column-rate')}</th><th scope="col">${scale}</th></tr></thead>
    <tbody>
      ${figure.parts.map((part, row) => {
        const { cell } = part;
        const whole = part.segment === undefined;
        const name = whole ? partName(v, figure, part) : given(segmentName(words, part.segment ?? ''));
        if (!cell?.of) return html`<tr><th scope="row">${name}</th><td class="number">—</td><td class="number">—</td><td></td></tr>`;
        const tiny = cell.of < 10;
        return html`<tr class=${whole ? 'whole' : ''}>
          <th scope="row">${name}</th>
          <td class="number">${v.door(say.nOf(cell, v.unit), cell.n > 0 ? listOfPart(v, figure, part) : null, cell.n, [0, row]).node}</td>
          <td class="number large">${tiny ? '' : say.rate(cell)}</td>
          <td><svg class="whisker" width=${width} height="16" viewBox="0 0 ${width} 16" aria-hidden="true">
            <line x1="0" x2=${width} y1="8" y2="8" stroke="var(--line)"></line>
            ${cell.low === undefined || cell.high === undefined ? nothing : svg`<line x1=${x(cell.low)} x2=${x(cell.high)} y1="8" y2="8" stroke="var(--churn)" stroke-opacity=${whole ? 1 : 0.6} stroke-width=${whole ? 2.2 : 1.6}></line>`}
            <circle cx=${x(cell.n / cell.of)} cy="8" r=${whole ? 5.5 : 4} fill="var(--churn)"></circle></svg><span class="hidden">${say.interval(cell)}</span></td>
        </tr>`;
      })}
    </tbody>
  </table></div>`;
}

/** The numbers of a split: a row a part. @param {Sight} v @param {Split} figure */
function splitTable(v, figure) {
  const { say, words } = v;
  const { t } = words;
  const rate = figure.unit === 'rate';
  const priced = figure.parts.some(({ money }) => money);
  const segments = figure.parts.some(({ segment }) => segment !== undefined);
  return html`<table class="table twin">
    <caption class="hidden">${v.said}</caption>
    <thead><tr>
      ${segments ? html`<th scope="col">${t('column-segment')}</th>` : nothing}
      <th scope="col">${t('column-part')}</th><th scope="col" class="number">${t('column-count', { unit: figure.unit })}</th>
      ${rate ? html`<th scope="col" class="number">${t('column-rate')}</th><th scope="col" class="number">${t('column-interval')}</th>` : nothing}
      ${priced ? html`<th scope="col" class="number">${t('column-money')}</th>` : nothing}
    </tr></thead>
    <tbody>
      ${figure.parts.map((part) => {
        const { cell } = part;
        const text = !cell ? '—' : rate ? say.nOf(cell, v.unit) : say.count(cell.n);
        const list = cell && cell.n > 0 ? listOfPart(v, figure, part) : null;
        return html`<tr>
          ${segments ? html`<th scope="row">${part.segment === undefined ? t('segment-all') : given(segmentName(words, part.segment))}</th>` : nothing}
          <th scope="row">${partName(v, figure, part)}</th>
          <td class="number">${v.view === 'table' && cell ? v.door(text, list, cell.n).node : text}</td>
          ${rate ? html`<td class="number">${cell ? say.rate(cell) : '—'}</td><td class="number">${(cell && say.interval(cell)) || '—'}</td>` : nothing}
          ${priced ? html`<td class="number">${part.money ? say.money(part.money.n) : '—'}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
