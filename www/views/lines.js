/** What a line or a part is called and how it is drawn. The one table of line ids; unknown ones take the styles of segments. */

import { html } from 'lit';

/** @import { Figure, List, Part, Period, Query, Series, Sight } from '../types.js' */

/**
 * @typedef {object} Look
 * @property {string} fill a token, `hatch`, or `none`
 * @property {string} [outline] a token
 * @property {boolean} [dashed]
 * @property {1|-1|0} side above or below zero; 0: no bar
 * @property {boolean} [stacks] whether it adds up with its neighbours
 */

/** In the order of stacking, from zero outwards. @type {Record<string, Look>} */
export const LINES = {
  new: { fill: 'new', side: 1, stacks: true },
  expansion: { fill: 'expansion', side: 1 },
  reactivation: { fill: 'reactivation', outline: 'expansion', side: 1 },
  churn: { fill: 'churn', side: -1 },
  contraction: { fill: 'contraction', outline: 'churn', side: -1 },
  opening: { fill: 'ink', side: 0 },
  closing: { fill: 'ink', side: 0 },
  active: { fill: 'here', side: 1, stacks: true },
  ghost: { fill: 'hatch', outline: 'q4', side: 1, stacks: true },
  returning: { fill: 'here', side: 1, stacks: true },
  resurrected: { fill: 'reactivation', outline: 'expansion', side: 1, stacks: true },
  dormant: { fill: 'hatch', outline: 'q4', side: -1, stacks: true },
};

/** Text from files in a table: it wraps at a width that leaves room for numbers, and turns no text around it. @param {unknown} text */
export const given = (text) => html`<bdi>${text}</bdi>`;

/** A value of the split; a blank one has a name too. @param {import('../types.js').Words} words @param {string} segment */
export const segmentName = ({ t }, segment) => segment || t('who-blank');

/** Lines that are told apart by their stroke: segments, chosen rows. At most four. */
export const STROKES = [
  { stroke: 'new', dash: '6 3' },
  { stroke: 'churn', dash: '2 3' },
  { stroke: 'over', dash: '' },
  { stroke: 'edge', dash: '8 2 2 2' },
];

/** @param {Sight} v @param {Figure} figure @param {string} line */
export function lineName(v, figure, line) {
  const { has, t } = v.words;
  const own = `line-${figure.id}-${line}`;
  if (has(own)) return t(own);
  return has(`line-${line}`) ? t(`line-${line}`) : line;
}

/**
 * The days that a part of a split stands for, where its id says so: `0-13`, `180+`, `never`.
 * @param {string} id
 * @returns {{kind: 'first'|'days'|'open'|'never', from: number, to: number}|null}
 */
export function days(id) {
  if (id === 'never') return { kind: 'never', from: Infinity, to: Infinity };
  const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(id) ?? [];
  if (from === undefined) return null;
  if (to === undefined) return { kind: 'open', from: Number(from), to: Infinity };
  return { kind: Number(from) === 0 ? 'first' : 'days', from: Number(from), to: Number(to) };
}

/** @param {Sight} v @param {Figure} figure @param {Part} part */
export function partName(v, figure, part) {
  const range = days(part.id);
  if (!range) return lineName(v, figure, part.id);
  return v.words.t(`range-${range.kind}`, { from: String(range.from), to: String(range.to) });
}

/** How the parts of a split by days look: solid while here, fading with silence. @param {Part[]} parts @param {number} silent @returns {Look[]} */
export function presence(parts, silent) {
  const away = parts.filter(({ id }) => (days(id)?.from ?? 0) >= silent && id !== 'never');
  return parts.map(({ id }, i) => {
    const from = days(id)?.from ?? 0;
    if (id === 'never') return { fill: 'none', outline: 'edge', dashed: true, side: 1 };
    if (from < silent) return i === 0 ? { fill: 'here', side: 1 } : { fill: 'q3', outline: 'q4', side: 1 };
    if (days(id)?.kind === 'open') return { fill: 'none', outline: 'q4', side: 1 };
    return { fill: id === away[0].id ? 'q1' : 'hatch', outline: 'q4', side: 1 };
  });
}

/** The customers behind a cell of a series. @param {Sight} v @param {Series} figure @param {string} line @param {Period} period @param {string} [segment] @returns {List} */
export function listOfSeries(v, figure, line, period, segment) {
  const { has } = v.words;
  const title = [`list-${figure.id}-${line}`, `list-series-${line}`].find(has) ?? 'list-any';
  const args = {
    p: v.say.period(period.start, 'long'),
    grain: v.grain,
    closed: v.say.lastDay(period, 'long'),
    silent: v.settings.silent ?? 30,
    line: lineName(v, figure, line),
  };
  const query = { figure: figure.id, line, period: period.start, ...(segment === undefined ? {} : { segment }) };
  const cell = figure.lines.find((one) => one.id === line && one.segment === segment)?.cells[figure.periods.indexOf(period)];
  const base = figure.unit === 'rate' && cell?.of ? baseOf([query], [`list-base-${figure.id}`, 'list-base'].find(has) ?? '', args) : {};
  return { queries: [query], title, args, ...(figure.unit === 'money' && cell ? { money: cell.n } : {}), ...base };
}

/**
 * Those whom a rate is a part of.
 * @param {Query[]} queries of its numerator
 * @param {string} title
 * @param {Record<string, any>} args
 * @param {number} [money]
 * @returns {{base: List}}
 */
export const baseOf = (queries, title, args, money) => ({ base: { queries: queries.map((query) => ({ ...query, base: true })), title, args, ...(money === undefined ? {} : { money }) } });

/** The customers behind a part of a split. @param {Sight} v @param {Figure} figure @param {Part} part @returns {List} */
export function listOfPart(v, figure, part) {
  const range = days(part.id);
  const { id, segment } = part;
  const query = { figure: figure.id, part: id, ...(segment === undefined ? {} : { segment }) };
  const name = partName(v, figure, part);
  const money = part.money ? { money: part.money.n } : {};
  if (range) return { queries: [query], title: 'list-dormancy', args: { range: range.kind, from: range.from, to: range.to + (range.kind === 'first' ? 1 : 0) }, ...money };
  if (figure.unit !== 'rate') return { queries: [query], title: 'list-any', args: { line: name, p: '' }, ...money };
  return { queries: [query], title: 'list-all-churned', args: {}, ...(part.cell?.of ? baseOf([query], 'list-base-churned_share', {}) : {}) };
}
