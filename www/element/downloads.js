/** What can be taken along: tables as CSV, pictures as SVG and PNG. Nothing is asked of any server. */

import { numbers, written } from '../numbers.js';
import { segmentName } from '../views/lines.js';
import { sorted } from '../views/roster.js';
import { inMoney } from '../views/sentences.js';
import { csv, guarded } from './csv.js';

/** @import { Ctx, Roster, Sight } from '../types.js' */
/** @import { Order } from '../views/roster.js' */

/** `ebb-logo_churn-2026-10-20.csv` @param {Ctx} ctx @param {string} what @param {string} ending */
export const fileName = ({ report }, what, ending) => `${['ebb', what, report.as_of].filter(Boolean).join('-')}.${ending}`;

/**
 * One row a cell: what report.md says of the figure, flat. Money is written out, under the name of its currency.
 * @param {Pick<Sight, 'kin' | 'words' | 'report'>} v
 */
export function figureCsv({ kin, words, report }) {
  const [first] = kin;
  const paid = first.shape === 'triangle' ? inMoney(first) : first.unit === 'money';
  const named = (/** @type {string} */ column) => (report.currency ? `${column} (${report.currency})` : column);
  const money = (/** @type {number|undefined} */ n) => (n === undefined ? n : written(n, report.exponent));
  const counted = (/** @type {number|undefined} */ n) => (paid ? money(n) : n);
  const numbersOf = (/** @type {any} */ cell) => [counted(cell?.n), first.shape === 'triangle' ? counted(cell?.of) : cell?.of, cell?.low, cell?.high, cell ? Boolean(cell.partial) : undefined];
  const [n, of] = paid ? [named('n'), first.shape === 'triangle' ? named('of') : 'of'] : ['n', 'of'];
  const tail = [n, of, 'low', 'high', 'partial'];
  const value = (/** @type {string|undefined} */ segment) => (segment === undefined ? segment : segmentName(words, segment));
  if (first.shape === 'series') {
    const rows = first.lines.flatMap((line) => first.periods.map(({ start }, i) => [start, line.id, value(line.segment), ...numbersOf(line.cells[i])]));
    return csv([['period', 'line', 'segment', ...tail], ...rows], [3]);
  }
  if (first.shape === 'split') {
    return csv([['as_of', 'part', 'segment', ...tail, named('money')], ...first.parts.map((part) => [first.as_of, part.id, value(part.segment), ...numbersOf(part.cell), money(part.money?.n)])], [8]);
  }
  const rows = kin.flatMap((figure) =>
    figure.shape !== 'triangle'
      ? []
      : [
          ...figure.average.map((cell, age) => ['average', value(figure.segment), undefined, age, ...numbersOf(cell)]),
          ...figure.cohorts.flatMap(({ start, size, cells }) => cells.map((cell, age) => [start, value(figure.segment), size, age, ...numbersOf(cell)])),
        ],
  );
  return csv([['cohort', 'segment', 'size', 'age', ...tail], ...rows], [4, 5]);
}

/** @param {Ctx} ctx @param {Roster} roster @param {Order} order */
function plainRoster({ words, report }, roster, order) {
  const head = roster.columns.map(({ id }) => id);
  const rows = sorted(roster, order, words.lang).map((row) => row.map((value, i) => (isMoney(roster, i) && typeof value === 'number' ? written(value, report.exponent) : value)));
  return [head, ...rows];
}

/** @param {Roster} roster @param {number} column */
const isMoney = ({ columns }, column) => columns[column].unit === 'money';

/** @param {Ctx} ctx @param {Roster} roster @param {Order} order */
export const rosterCsv = (ctx, roster, order) =>
  csv(
    plainRoster(ctx, roster, order),
    roster.columns.flatMap((_, i) => (isMoney(roster, i) ? [i] : [])),
  );

/** A row for a spreadsheet's clipboard. @param {string[]} cells */
const pasted = (cells) => cells.map((cell) => cell.trim().replace(/\s+/g, ' ')).join('\t');

/** For a spreadsheet's clipboard. @param {Ctx} ctx @param {Roster} roster @param {Order} order */
export const rosterText = (ctx, roster, order) =>
  plainRoster(ctx, roster, order)
    .map((row) => pasted(row.map((value, i) => (typeof value === 'string' && !isMoney(roster, i) ? guarded(value) : String(value ?? '')))))
    .join('\n');

/** A table of the page as text. @param {Element} table */
export const tableText = (table) =>
  [...table.querySelectorAll('tr')].map((row) => pasted([...row.querySelectorAll('th,td')].map((cell) => guarded((cell.textContent ?? '').trim())))).join('\n');

/** Copies where the browser lets us, by the old way where it does not. @param {Element} near inside the element @param {string} text */
export async function copyText(near, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = document.createElement('textarea');
    box.value = text;
    box.className = 'hidden';
    near.after(box);
    box.select();
    document.execCommand('copy');
    box.remove();
  }
}

/** A drawing that needs nothing around it: computed colours, a ground, a title above. @param {SVGSVGElement} drawing @param {Element} host whose colours hold @param {string[]} lines question, answer, as-of @param {{name: string, fill: string}[]} [names] of the fills */
export function svgText(drawing, host, lines, names = []) {
  const svg = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const style = getComputedStyle(host);
  // A light-dark() colour is only resolved in use.
  const probe = document.createElement('span');
  probe.className = 'hidden';
  (host.shadowRoot ?? host).append(probe);
  const colour = (/** @type {string} */ name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  const head = wrap(lines, Math.floor(width / 6.6));
  const top = 28 + head.length * 20;
  const hatch = svg.querySelector('pattern')?.id;
  for (const node of [svg, ...svg.querySelectorAll('svg')]) for (const name of ['style', 'font-family', 'aria-hidden', 'class']) node.removeAttribute(name);
  for (const node of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['fill', 'stroke', 'color']) {
      const value = node.getAttribute(name);
      const own = value && /^var\((--[\w-]+)\)$/.exec(value)?.[1];
      if (own) node.setAttribute(name, colour(own));
    }
  }
  const [ink, ground] = [colour('--ink'), colour('--paper')];
  const text = head.map(({ line, strong }, i) => `<text x="16" y="${28 + i * 20}" fill="${ink}" font-size="${strong ? 16 : 13}" font-weight="${strong ? 600 : 400}">${escaped(line)}</text>`);
  svg.setAttribute('y', String(top));
  svg.setAttribute('x', '16');
  svg.setAttribute('color', colour('--ink3'));
  svg.setAttribute('font-size', '12');
  let x = 16;
  const keys = names.map(({ name, fill }) => {
    const at = x;
    x += 34 + name.length * (/[가-힣]/.test(name) ? 12 : 7);
    const paint = fill === 'hatch' ? `url(#${hatch})` : colour(`--${fill}`);
    return `<rect x="${at}" y="${height + top + 9}" width="10" height="10" rx="2" fill="${paint}" stroke="${colour('--edge')}" stroke-width="0.6"/><text x="${at + 16}" y="${height + top + 18}" fill="${colour('--ink2')}" font-size="12">${escaped(name)}</text>`;
  });
  probe.remove();
  const inner = new XMLSerializer().serializeToString(svg);
  const [w, h] = [Math.max(width + 32, x), height + top + (names.length > 0 ? 36 : 16)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escaped(style.fontFamily)}"><rect width="100%" height="100%" fill="${ground}"/>${text.join('')}${inner}${keys.join('')}</svg>`;
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param {string[]} lines the first is the title @param {number} most characters in a line */
function wrap(lines, most) {
  return lines.filter(Boolean).flatMap((line, i) => {
    const wide = /[가-힣]/.test(line) ? Math.floor(most * 0.6) : most;
    const out = [''];
    for (const word of line.split(' ')) {
      const last = out.length - 1;
      if (`${out[last]} ${word}`.length > wide && out[last]) out.push(word);
      else out[last] = out[last] ? `${out[last]} ${word}` : word;
    }
    return out.map((text) => ({ line: text, strong: i === 0 }));
  });
}

/** Twice as fine as the screen. @param {string} svg @returns {Promise<Blob>} */
export async function png(svg) {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The line under a picture that leaves the page. @param {Ctx} ctx */
export const asOf = ({ words, report }) => (report.as_of === null ? 'Ebb' : `Ebb, ${numbers(words, report).date(report.as_of, 'long')}`);
