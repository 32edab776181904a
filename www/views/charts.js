/** The drawings. The only module that knows Plot; it comes after the first paint. */

import * as Plot from '@observablehq/plot';

/**
 * @typedef {object} Column a period as it is drawn
 * @property {string} key
 * @property {string} label under the axis; a second line after a line feed
 * @property {boolean} partial
 * @property {boolean} last the last complete one: bold
 *
 * @typedef {object} Bar a piece of a bar, from y1 to y2
 * @property {string} key of its column
 * @property {number} row of its mark
 * @property {number} y1
 * @property {number} y2
 * @property {string} fill a token, `hatch` or `none`
 * @property {string} [outline]
 * @property {boolean} partial
 *
 * @typedef {object} Label
 * @property {string} key
 * @property {number} y
 * @property {string} text
 * @property {boolean} [strong]
 * @property {boolean} [below] stands under its mark
 *
 * @typedef {object} Space
 * @property {number} width of all columns together
 * @property {number} height
 * @property {number} margin at the left, for the axis; 0: the axis is a drawing of its own
 *
 * @typedef {object} Drawn
 * @property {SVGSVGElement} node
 * @property {SVGSVGElement|null} axis
 * @property {(x: number, y: number) => [number, number]|null} at row and column of the mark at a point
 * @property {(mark: [number, number]) => {x: number, y: number, w: number, h: number}} box
 */

const SVG = 'http://www.w3.org/2000/svg';
export const AXIS = 56;
const BOTTOM = 40;
let drawings = 0;

/** @param {string} name @param {Record<string, string|number>} attributes @param {Element[]} [children] */
function element(name, attributes, children = []) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** Stripes of 45 degrees, in the drawing itself, so that it can leave the page. @param {string} id */
const hatch = (id) => () =>
  element('defs', {}, [
    element('pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, [
      element('rect', { width: 5, height: 5, fill: 'var(--paper)' }),
      element('rect', { width: 1.7, height: 5, fill: 'var(--q3)' }),
    ]),
  ]);

/** @param {string} token @param {string} id of the hatch */
const paint = (token, id) => (token === 'none' ? 'none' : token === 'hatch' ? `url(#${id})` : `var(--${token})`);

/**
 * A drawing without what our policy and assistive technology do not want in it.
 * @param {any} options
 * @returns {SVGSVGElement}
 */
function drawn(options) {
  const node = /** @type {SVGSVGElement} */ (Plot.plot({ style: { fontFamily: 'inherit', fontSize: '12px', background: 'none', color: 'var(--ink3)' }, marginRight: 0, color: { type: 'identity' }, ...options }));
  for (const style of node.querySelectorAll('style')) style.remove();
  for (const part of node.querySelectorAll('[aria-label],[aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  node.setAttribute('aria-hidden', 'true');
  node.removeAttribute('aria-label');
  return node;
}

/** @param {(n: number) => string} format @param {number[]|undefined} ticks @param {Space} space @returns {any[]} */
function scaleMarks(format, ticks, space) {
  const given = ticks === undefined ? { ticks: 4 } : { ticks };
  const grid = Plot.gridY({ ...given, stroke: 'var(--line)', strokeOpacity: 1 });
  return space.margin > 0 ? [grid, axisMark(format, given)] : [grid];
}

/** @param {(n: number) => string} format @param {any} given */
const axisMark = (format, given) => Plot.axisY({ ...given, tickFormat: format, tickSize: 0, tickPadding: 10, label: null, fill: 'var(--ink3)', fontVariant: 'tabular-nums' });

/** The axis alone, to stand still while the columns scroll. @param {(n: number) => string} format @param {number[]|undefined} ticks @param {any} frame @returns {SVGSVGElement} */
const axisAlone = (format, ticks, frame) => drawn({ ...frame, x: undefined, width: AXIS, marginLeft: AXIS, marks: [axisMark(format, ticks === undefined ? { ticks: 4 } : { ticks })] });

/** @param {Column[]} columns @param {number} dy */
function columnLabels(columns, dy = 8) {
  const some = (/** @type {(column: Column) => boolean} */ which, /** @type {any} */ options) =>
    Plot.text(columns.filter(which), { x: 'key', text: 'label', frameAnchor: 'bottom', lineAnchor: 'top', dy, lineHeight: 1.3, ...options });
  return [some(({ last }) => !last, { fill: 'var(--ink3)' }), some(({ last }) => last, { fill: 'var(--ink)', fontWeight: 600 })];
}

/** @param {Label[]} labels @param {any} [options] */
function tops(labels, options = {}) {
  const some = (/** @type {boolean} */ strong) =>
    Plot.text(labels.filter((label) => Boolean(label.strong) === strong), { x: 'key', y: 'y', text: 'text', dy: -8, lineAnchor: 'bottom', fill: strong ? 'var(--ink)' : 'var(--ink3)', fontWeight: strong ? 600 : 400, ...options });
  return [some(false), some(true)];
}

/** @param {Bar[]} bars @param {string} id of the hatch */
function barMarks(bars, id) {
  const inner = { x: 'key', y1: 'y1', y2: 'y2' };
  return [false, true].flatMap((partial) => {
    const some = bars.filter((bar) => bar.partial === partial && bar.y1 !== bar.y2);
    const plain = some.filter(({ outline }) => !outline);
    const lined = some.filter(({ outline }) => outline);
    return [
      Plot.barY(plain, { ...inner, fill: (/** @type {Bar} */ bar) => paint(bar.fill, id), fillOpacity: partial ? 0.55 : 1, insetTop: 0.75, insetBottom: 0.75 }),
      ...[...new Set(lined.map(({ outline, fill }) => `${outline} ${fill}`))].map((look) => {
        const [outline, fill] = look.split(' ');
        const those = lined.filter((bar) => `${bar.outline} ${bar.fill}` === look);
        const dash = partial ? { strokeDasharray: '3 2' } : {};
        return Plot.barY(those, { ...inner, fill: paint(fill, id), fillOpacity: partial ? 0.55 : 1, stroke: paint(outline ?? '', id), strokeWidth: 1.2, ...dash, insetTop: 1.35, insetBottom: 1.35, insetLeft: 0.6, insetRight: 0.6 });
      }),
    ];
  });
}

/** @param {any} node @param {Column[]} columns @param {(column: number) => {row: number, y1: number, y2: number}[]} rows @returns {Pick<Drawn, 'at'|'box'>} */
function places(node, columns, rows) {
  const x = node.scale('x');
  const y = node.scale('y');
  const step = x.step ?? x.bandwidth;
  const left = (/** @type {number} */ i) => x.apply(columns[i].key) - (step - x.bandwidth) / 2;
  const edges = (/** @type {{y1: number, y2: number}} */ { y1, y2 }) => [y.apply(y1), y.apply(y2)].sort((a, b) => a - b);
  return {
    at(px, py) {
      const column = columns.findIndex((_, i) => px >= left(i) && px < left(i) + step);
      if (column < 0) return null;
      const far = rows(column).map((row) => {
        const [top, bottom] = edges(row);
        return { row: row.row, far: Math.max(top - py, py - bottom, 0) };
      });
      const [near] = far.sort((a, b) => a.far - b.far);
      return near ? [near.row, column] : null;
    },
    box([row, column]) {
      const i = Math.min(Math.max(column, 0), columns.length - 1);
      const own = rows(i).find((one) => one.row === row);
      const [top, bottom] = own ? edges(own) : [y.range[1], y.range[0]];
      return { x: x.apply(columns[i].key), y: top, w: x.bandwidth, h: Math.max(bottom - top, 4) };
    },
  };
}

/**
 * Bars on a zero line: pieces above it and below it.
 * @param {{columns: Column[], bars: Bar[], labels: Label[], format: (n: number) => string, top?: number, space: Space}} spec
 * @returns {Drawn}
 */
export function bars({ columns, bars: pieces, labels, format, top = 26, space }) {
  const id = `hatch-${(drawings += 1)}`;
  const frame = {
    width: space.width + space.margin,
    height: space.height,
    marginLeft: space.margin,
    marginTop: top,
    marginBottom: BOTTOM,
    x: { type: 'band', domain: columns.map(({ key }) => key), padding: 0.36, paddingOuter: 0.18, axis: null },
    y: { domain: [Math.min(0, ...pieces.map(({ y1 }) => y1)), Math.max(0, ...pieces.map(({ y2 }) => y2)) || 1], axis: null },
  };
  const node = drawn({ ...frame, marks: [hatch(id), ...scaleMarks(format, undefined, space), ...barMarks(pieces, id), Plot.ruleY([0], { stroke: 'var(--edge)' }), ...tops(labels), ...columnLabels(columns)] });
  const rows = (/** @type {number} */ column) => pieces.filter(({ key }) => key === columns[column].key);
  return { node, axis: space.margin > 0 ? null : axisAlone(format, undefined, frame), ...places(node, columns, rows) };
}

/**
 * A line of steps over an area, from 0.
 * @param {{columns: Column[], values: (number|null)[], labels: Label[], space: Space}} spec
 * @returns {SVGSVGElement}
 */
export function steps({ columns, values, labels, space }) {
  const band = space.width / Math.max(columns.length, 1);
  const points = columns.flatMap((column, i) => {
    const value = values[i];
    return value === null ? [] : [{ x1: i * band, x2: (i + 1) * band, y: value, partial: column.partial, mid: (i + 0.5) * band }];
  });
  const path = (/** @type {typeof points} */ some) => some.flatMap(({ x1, x2, y }) => [{ x: x1, y }, { x: x2, y }]);
  const done = path(points.filter(({ partial }) => !partial));
  const text = labels.map((label) => ({ ...label, x: (columns.findIndex(({ key }) => key === label.key) + 0.5) * band }));
  const word = (/** @type {boolean} */ strong) =>
    Plot.text(text.filter((label) => Boolean(label.strong) === strong), { x: 'x', y: 'y', text: 'text', dy: -5, lineAnchor: 'bottom', fill: strong ? 'var(--ink)' : 'var(--ink3)', fontWeight: strong ? 600 : 400 });
  return drawn({
    width: space.width + space.margin,
    height: space.height,
    marginLeft: space.margin,
    marginTop: 22,
    marginBottom: 1,
    x: { domain: [0, space.width], axis: null },
    y: { domain: [0, Math.max(1, ...points.map(({ y }) => y))], axis: null },
    marks: [
      Plot.areaY(done, { x: 'x', y1: 0, y2: 'y', fill: 'var(--edge)', fillOpacity: 0.16 }),
      Plot.lineY(done, { x: 'x', y: 'y', stroke: 'var(--ink2)', strokeWidth: 1.4, strokeLinejoin: 'miter' }),
      ...points.filter(({ partial }) => partial).map((point) => Plot.lineY(path([point]), { x: 'x', y: 'y', stroke: 'var(--ink2)', strokeWidth: 1.4, strokeDasharray: '3 2.5' })),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      word(false),
      word(true),
    ],
  });
}

/**
 * @typedef {object} Dot
 * @property {string} key
 * @property {number} row
 * @property {number} y
 * @property {number} [low]
 * @property {number} [high]
 * @property {boolean} [over] whether the interval goes on above the drawing
 * @property {boolean} partial
 * @property {boolean} last
 *
 * @typedef {object} Stroke
 * @property {Dot[]} dots complete ones are joined; a gap is a dot that is not there
 * @property {string} stroke a token
 * @property {string} dash
 * @property {number} width
 * @property {boolean} whole whether it carries dots and intervals
 * @property {string} name at its end; blank: none
 */

/**
 * Rates or other lines: dots with whiskers and a thin line, or lines with their names at their ends.
 * @param {{columns: Column[], lines: Stroke[], labels: Label[], format: (n: number) => string, ticks?: number[], most: number, right: number, space: Space}} spec
 * @returns {Drawn}
 */
export function lines({ columns, lines: strokes, labels, format, ticks, most, right, space }) {
  const order = new Map(columns.map(({ key }, i) => [key, i]));
  const frame = {
    width: space.width + space.margin + right,
    height: space.height,
    marginLeft: space.margin,
    marginRight: right,
    marginTop: 22,
    marginBottom: BOTTOM,
    x: { type: 'band', domain: columns.map(({ key }) => key), padding: 0.36, paddingOuter: 0.18, axis: null },
    y: { domain: [0, most], axis: null },
  };
  const apart = spread(strokes.flatMap(({ name, dots }) => (name && dots.length > 0 ? [{ name, at: (1 - (dots.at(-1)?.y ?? 0) / most) * (space.height - BOTTOM - 22) }] : [])));
  const marks = strokes.flatMap(({ dots, stroke, dash, width, whole, name }) => {
    const colour = `var(--${stroke})`;
    const done = dots.filter(({ partial }) => !partial);
    const open = dots.filter(({ partial }) => partial);
    const xy = { x: 'key', y: 'y' };
    const whisker = (/** @type {Dot[]} */ some, /** @type {any} */ options) =>
      Plot.ruleX(some.filter(({ low }) => low !== undefined), { x: 'key', y1: 'low', y2: 'high', stroke: colour, ...options });
    const band = done.length > 24;
    const end = dots.at(-1);
    return [
      ...(whole && band ? [Plot.areaY(done.filter(({ low }) => low !== undefined), { x: 'key', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.15 })] : []),
      ...runs(done, order).map((run) => Plot.lineY(run, { ...xy, stroke: colour, strokeWidth: width, strokeOpacity: whole ? 0.6 : 1, strokeDasharray: dash || undefined })),
      ...(whole && !band ? [whisker(done.filter(({ last }) => !last), { strokeWidth: 1.6, strokeOpacity: 0.6 }), whisker(done.filter(({ last }) => last), { strokeWidth: 2.2 })] : []),
      ...(whole ? [whisker(open, { strokeWidth: 1.2, strokeOpacity: 0.7, strokeDasharray: '2 3' })] : []),
      ...(whole
        ? [
            Plot.text(dots.filter(({ over }) => over), { x: 'key', y: 'high', text: () => '↑', dy: -3, lineAnchor: 'bottom', fill: colour }),
            Plot.dot(done.filter(({ last }) => !last), { ...xy, r: band ? 2.6 : 4.6, fill: colour }),
            Plot.dot(done.filter(({ last }) => last), { ...xy, r: 6, fill: colour }),
            Plot.dot(open, { ...xy, r: 4.2, fill: 'var(--paper)', stroke: colour, strokeWidth: 1.4 }),
          ]
        : [Plot.dot(open, { ...xy, r: 2.6, fill: 'var(--paper)', stroke: colour })]),
      ...(name && end ? [Plot.text([end], { ...xy, text: () => cut(name, right - 12), title: () => name, textAnchor: 'start', dx: 12, dy: apart.get(name) ?? 0, fill: 'var(--ink2)' })] : []),
    ];
  });
  const node = drawn({ ...frame, marks: [...scaleMarks(format, ticks, space), Plot.ruleY([0], { stroke: 'var(--edge)' }), ...marks, ...tops(labels.filter(({ strong }) => !strong)), ...tops(labels.filter(({ strong, below }) => strong && !below), { textAnchor: 'end', dx: -10, dy: -10 }), ...tops(labels.filter(({ strong, below }) => strong && below), { textAnchor: 'end', dx: -10, dy: 10, lineAnchor: 'top' }), ...columnLabels(columns)] });
  const rows = (/** @type {number} */ column) => strokes.flatMap(({ dots }) => dots.filter(({ key }) => key === columns[column].key).map(({ row, y, low, high }) => ({ row, y1: low ?? y, y2: high ?? y })));
  return { node, axis: space.margin > 0 ? null : axisAlone(format, ticks, frame), ...places(node, columns, rows) };
}

/** As much of a name as there is room for; Plot takes every letter for a Latin one. @param {string} name @param {number} room */
function cut(name, room) {
  const signs = [...name];
  let left = room;
  const end = signs.findIndex((sign) => (left -= sign > '\u1100' ? 12 : 7) < 0);
  return end < 0 ? name : `${signs.slice(0, end - 1).join('').trimEnd()}…`;
}

/** How far each name must move so that none lies on another. @param {{name: string, at: number}[]} names in pixels from the top @returns {Map<string, number>} */
function spread(names) {
  const sorted = [...names].sort((a, b) => b.at - a.at);
  let free = Infinity;
  return new Map(
    sorted.map(({ name, at }) => {
      const to = Math.min(at, free);
      free = to - 14;
      return [name, to - at];
    }),
  );
}

/** Stretches without a gap. @param {Dot[]} dots @param {Map<string, number>} order @returns {Dot[][]} */
function runs(dots, order) {
  /** @type {Dot[][]} */
  const all = [];
  let before = Number.NaN;
  for (const dot of dots) {
    const at = order.get(dot.key) ?? 0;
    if (at === before + 1) all.at(-1)?.push(dot);
    else all.push([dot]);
    before = at;
  }
  return all;
}

/**
 * Rows of a triangle over its ages.
 * @param {{rows: {name: string, stroke: string, dash: string, width: number, points: {x: number, y: number, partial: boolean}[]}[], ages: string[], width: number, height: number}} spec
 * @returns {SVGSVGElement}
 */
export function curves({ rows, ages, width, height }) {
  const most = Math.max(1, ...rows.flatMap(({ points }) => points.map(({ y }) => y)));
  return drawn({
    width,
    height,
    marginLeft: AXIS - 12,
    marginRight: 84,
    marginTop: 12,
    marginBottom: 26,
    x: { domain: [0, Math.max(1, ages.length - 1)], axis: null },
    y: { domain: [0, most], axis: null },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickFormat: (/** @type {number} */ y) => `${Math.round(y * 100)}%`, tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink3)' }),
      Plot.axisX({ ticks: Math.min(ages.length - 1, Math.floor(width / 40)), tickFormat: (/** @type {number} */ x) => ages[x] ?? '', tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink3)' }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      ...rows.flatMap(({ name, stroke, dash, width: strokeWidth, points }) => {
        const end = points.at(-1);
        const options = { x: 'x', y: 'y', stroke: `var(--${stroke})`, strokeWidth, strokeDasharray: dash || undefined };
        return [Plot.lineY(points, options), ...(end ? [Plot.text([end], { x: 'x', y: 'y', text: () => name, textAnchor: 'start', dx: 8, dy: end.y < 0.08 * most ? -8 : 0, fill: 'var(--ink2)', stroke: 'var(--paper)', strokeWidth: 4 })] : [])];
      }),
    ],
  });
}
