/**
 * What a sentence may say of a figure: arguments by shape, from which the messages of locales/ choose. Flow is told of the
 * last complete period, state of the as-of date. The only arithmetic: differences and sums within one figure.
 */

/** @import { Cell, Figure, List, Part, Query, Series, Sight, Split, Triangle } from '../types.js' */
import { dayBefore } from '../numbers.js';
import { baseOf, days, LINES, listOfPart, listOfSeries } from './lines.js';

/** @typedef {Record<string, any>} Args */

/** How many periods are compared: the complete ones that a wide picture shows at once. */
const COMPARED = 12;

/** Below this a count is said before its rate; below ten the rate is left out. */
const SMALL = 30;

/** @param {Sight} v @param {Figure} figure @returns {Args|null} null where there is nothing to say yet */
export function sentence(v, figure) {
  if (figure.shape === 'series') return ofSeries(v, figure);
  if (figure.shape === 'triangle') return ofTriangle(v, figure);
  return ofSplit(v, figure);
}

/** What every message may need. @param {Sight} v @returns {Args} */
export function common(v) {
  const { silent = 30, churn_date, grace = 0, active = {}, retention = {} } = v.settings;
  return {
    grain: v.grain,
    unit: v.unit,
    silent,
    date: v.report.as_of === null ? '' : v.say.date(v.report.as_of, 'long'),
    'churn-date': churn_date ?? 'term-end',
    grace,
    events: active?.events?.length ?? 0,
    'event-names': (active?.events ?? []).join(', '),
    cohort: entered(v.settings),
    mode: retention.mode ?? 'on',
    window: retention.window ?? 'calendar',
    member: retention.member ?? 'customers',
  };
}

/** By what members of retention come into a cohort. @param {import('../types.js').Settings} settings @returns {'signup'|'first-use'|'every'} */
export const entered = ({ retention = {} }) => (retention.entry === 'every' ? 'every' : (retention.cohort ?? 'first-use'));

/** The ranges that are a triangle's ages, where they are ranges. @param {Pick<Sight, 'settings'|'place'>} v @returns {[number, number|null][]|null} */
const rangesOf = ({ settings: { retention = {} }, place }) => (place === 'retention' && retention.mode === 'brackets' ? (retention.brackets ?? null) : null);

/** An age as it is written: a number, or a range of them. @param {Sight} v @param {number} age @returns {number|string} */
export function ageText(v, age) {
  const range = rangesOf(v)?.[age];
  if (!range) return age;
  const [low, high] = range;
  return high === null ? `${low}+` : high === low ? low : v.words.t('range', { low, high });
}

/** The age that stands for a triangle where there is room for one. @param {Pick<Sight, 'settings'|'place'>} v @param {Triangle} figure */
export const ageTold = (v, { ages }) => (rangesOf(v) ? Math.min(1, ages - 1) : 3);

/** @param {Series} figure the index of the last complete period, -1 where there is none */
export const lastComplete = (figure) => figure.periods.findLastIndex(({ complete }) => complete);

/** @param {number} of */
const sized = (of) => (of === 0 ? 'none' : of < 10 ? 'tiny' : of < SMALL ? 'small' : 'full');

/** The arguments of a rate: as counts, as a rate, as both numbers of the fraction. @param {Sight} v @param {string} name @param {Cell} cell @param {List} list @returns {Args} */
function rate(v, name, cell, list) {
  const { say } = v;
  const of = cell.of ?? 0;
  return {
    [name]: v.door(say.nOf(cell, v.unit), list, cell.n),
    [`${name}-rate`]: say.rate(cell),
    [`${name}-rate-exact`]: say.rate(cell, 2),
    [`${name}-n`]: v.door(say.count(cell.n), list, cell.n),
    [`${name}-of`]: v.door(say.count(of), list.base ?? null, of),
    [`${name}-interval`]: say.interval(cell),
    size: sized(of),
  };
}

/** @param {Sight} v @param {Series} figure @returns {Args|null} */
function ofSeries(v, figure) {
  const { say } = v;
  const at = lastComplete(figure);
  if (at < 0) return null;
  const whole = figure.lines.filter(({ segment }) => segment === undefined);
  const period = figure.periods[at];
  /** @type {Args} */
  const args = {
    p: say.period(period.start, 'short', v.grain),
    'p-long': say.period(period.start, 'long', v.grain),
    opened: say.date(dayBefore(period.start), 'short'),
    'first-day': say.date(period.start, 'short'),
    closed: say.lastDay(period, 'short'),
  };
  for (const { id, cells } of whole) {
    const cell = cells[at];
    if (!cell) return null;
    const list = listOfSeries(v, figure, id, period);
    if (figure.unit === 'rate') {
      Object.assign(args, rate(v, id, cell, list), overlap(v, cells.filter((_, i) => figure.periods[i].complete)));
      continue;
    }
    const before = cells[at - 1];
    args[id] = v.door(said(v, figure, cell.n), list, cell.n);
    args[`${id}-before-is`] = before && figure.periods[at - 1].complete ? 'yes' : 'no';
    if (before) args[`${id}-before`] = v.door(said(v, figure, before.n), listOfSeries(v, figure, id, figure.periods[at - 1]), before.n);
  }
  return { ...args, ...balance(v, figure, at), ...shares(v, figure, at) };
}

/** @param {Sight} v @param {Series} figure @param {number} n */
const said = (v, figure, n) => (figure.unit === 'customers' || figure.unit === 'users' ? v.say.people(n) : v.say.amount(n, figure.unit));

/** Whether the intervals of all of them have a point in common: then none stands out (definitions, section 9). @param {Sight} v @param {(Cell|null)[]} cells @returns {Args} */
function overlap(v, cells) {
  const known = cells.filter((cell) => cell !== null && cell.low !== undefined && cell.high !== undefined);
  const told = known.slice(-COMPARED);
  const low = Math.max(...told.map((cell) => cell?.low ?? 0));
  const high = Math.min(...told.map((cell) => cell?.high ?? 0));
  return { overlap: told.length > 1 && low <= high ? 'yes' : 'no', compared: told.length < known.length ? 'last' : 'all', k: v.say.spelled(told.length) };
}

/** Of a ledger: how far the closing lies from the opening, and what the losses took. @param {Sight} v @param {Series} figure @param {number} at @returns {Args} */
function balance(v, figure, at) {
  const n = (/** @type {string} */ id) => figure.lines.find((line) => line.id === id && line.segment === undefined)?.cells[at]?.n ?? 0;
  if (!isLedger(figure)) return {};
  const delta = n('closing') - n('opening');
  const lost = figure.lines.filter(({ id, segment }) => segment === undefined && LINES[id]?.side === -1).reduce((sum, { id }) => sum + n(id), 0);
  const still = figure.lines.every(({ id, segment }) => segment !== undefined || LINES[id]?.side === 0 || n(id) === 0);
  return {
    moved: still ? 'no' : 'yes',
    delta: v.say.amount(Math.abs(delta), figure.unit),
    direction: delta > 0 ? 'rose' : delta < 0 ? 'fell' : 'same',
    lost: v.say.amount(lost, figure.unit),
  };
}

/** @param {Series} figure */
export const isLedger = ({ lines }) => ['opening', 'closing'].every((id) => lines.some((line) => line.id === id));

/** The lines that make up a whole, each with its share of it; null where one is unknown. @param {Series} figure @param {number} at @returns {{total: number, n: Record<string, number>}|null} */
export function whole(figure, at) {
  const stack = figure.lines.filter(({ id, segment }) => segment === undefined && LINES[id]?.stacks && LINES[id].side === 1);
  const cells = stack.map(({ id, cells: row }) => ({ id, cell: row[at] }));
  if (cells.length < 2 || cells.some(({ cell }) => !cell)) return null;
  return { total: cells.reduce((sum, { cell }) => sum + (cell?.n ?? 0), 0), n: Object.fromEntries(cells.map(({ id, cell }) => [id, cell?.n ?? 0])) };
}

/** Shares now and twelve complete periods before, or at the first there is. @param {Sight} v @param {Series} figure @param {number} at @returns {Args} */
function shares(v, figure, at) {
  const now = whole(figure, at);
  if (!now) return {};
  const { say } = v;
  let then = Math.max(0, at - 12);
  while (then < at && (!figure.periods[then].complete || !whole(figure, then))) then += 1;
  const past = whole(figure, then) ?? now;
  /** @type {Args} */
  const args = { total: say.amount(now.total, figure.unit), 'total-then': say.amount(past.total, figure.unit), from: say.period(figure.periods[then].start, 'long', v.grain), only: then === at ? 'yes' : 'no' };
  for (const id of Object.keys(now.n)) {
    const cell = { n: now.n[id], of: now.total };
    const list = listOfSeries(v, figure, id, figure.periods[at]);
    args[`${id}-share`] = v.door(say.rate(cell), list);
    args[`${id}-share-exact`] = say.rate(cell, 2);
    args[`${id}-share-then`] = say.rate({ n: past.n[id], of: past.total });
  }
  return args;
}

/** @param {Sight} v @param {Triangle} figure @returns {Args|null} */
function ofTriangle(v, figure) {
  const counted = figure.cohorts.find((cohort) => cohort.cells.some((cell) => cell && !cell.partial && cell.of));
  if (!counted) return null;
  /** @type {Args} */
  const args = { from: v.say.period(counted.start, 'long', v.grain), 'n3-is': 'no' };
  const told = ageTold(v, figure);
  const ranges = rangesOf(v) !== null;
  if (ranges) args.age = ageText(v, told);
  for (const age of [1, 3, 12]) {
    const at = ranges ? told : age;
    const cell = figure.average[at];
    const money = inMoney(figure);
    args[`a${age}-is`] = !cell?.of ? 'no' : cell.of < SMALL && !money ? 'small' : 'yes';
    if (!cell?.of) continue;
    const list = listOfAverage(v, figure, at);
    const text = cell.of < SMALL && !money ? v.say.nOf(cell, v.unit) : v.say.rate(cell);
    args[`a${age}`] = v.door(text, list, cell.n);
    if (age < 12) args[`a${age}-is`] = 'yes';
    if (age !== 3) continue;
    args['n3-is'] = 'yes';
    args.n3 = v.door(v.say.amount(cell.n, money ? 'money' : v.unit), list, cell.n);
    args.of3 = v.door(v.say.amount(cell.of, money ? 'money' : v.unit), list.base ?? null, cell.of);
    args['a3-exact'] = v.say.rate(cell, 2);
  }
  return args;
}

/** Whether a triangle counts money: its cells are no proportion of members, so none has an interval. @param {Triangle} figure */
export const inMoney = (figure) => !figure.cohorts.some(({ cells }) => cells.some((cell) => cell?.low !== undefined)) && figure.cohorts.some(({ size, cells }) => cells.some((cell) => cell?.of !== undefined && cell.of !== size));

/** The customers of every complete cohort at an age. @param {Sight} v @param {Triangle} figure @param {number} age @returns {List} */
export function listOfAverage(v, figure, age) {
  const cohorts = figure.cohorts.filter(({ cells }) => cells[age] && !cells[age]?.partial && cells[age]?.of);
  const queries = cohorts.map(({ start }) => queryOf(figure, { cohort: start, age }));
  const args = { age: ageText(v, age), grain: v.grain };
  const of = figure.average[age];
  const money = inMoney(figure);
  return { queries, title: 'list-triangle-average', args, ...(money ? { money: of?.n } : {}), ...baseOf(queries, 'list-base-average', args, money ? of?.of : undefined) };
}

/** @param {Figure} figure @param {Partial<Query>} cell @returns {Query} */
export const queryOf = (figure, cell) => ({ figure: figure.id, ...cell, ...(figure.segment === undefined ? {} : { segment: figure.segment }) });

/** @param {Sight} v @param {Split} figure @returns {Args|null} */
function ofSplit(v, figure) {
  const parts = figure.parts.filter(({ segment }) => segment === undefined);
  if (figure.unit === 'rate') {
    const [all] = parts;
    return all?.cell ? rate(v, 'all', all.cell, listOfPart(v, figure, all)) : null;
  }
  return parts.some(({ id }) => days(id)) ? ofPresence(v, figure, parts) : null;
}

/**
 * The customers of a split by days, gathered: who is here, who has gone quiet, who is long gone, who never came.
 * @param {Sight} v
 * @param {Split} figure
 * @param {Part[]} parts
 */
export function gathered(v, figure, parts) {
  const silent = v.settings.silent ?? 30;
  const last = parts.find(({ id }) => days(id)?.kind === 'open');
  const groups = {
    all: parts,
    here: parts.filter(({ id }) => (days(id)?.from ?? 0) < silent),
    'silent-sum': parts.filter(({ id }) => (days(id)?.from ?? 0) >= silent),
    quiet: parts.filter(({ id }) => days(id)?.kind === 'days' && (days(id)?.from ?? 0) >= silent),
    gone: last ? [last] : [],
    never: parts.filter(({ id }) => id === 'never'),
  };
  /** @type {Record<string, string>} */
  const titles = { all: 'list-customers-paying', here: 'list-dormancy-here', quiet: 'list-dormancy-quiet', 'silent-sum': 'list-dormancy-silent' };
  const from = days(last?.id ?? '')?.from ?? silent;
  const args = { silent, last: from, 'before-last': from - 1, date: v.report.as_of === null ? '' : v.say.date(v.report.as_of, 'long') };
  return Object.entries(groups).map(([name, some]) => {
    const n = some.reduce((sum, { cell }) => sum + (cell?.n ?? 0), 0);
    const priced = some.length > 0 && some.every(({ money }) => money);
    const money = priced ? some.reduce((sum, part) => sum + (part.money?.n ?? 0), 0) : undefined;
    /** @type {List} */
    const list =
      some.length === 1
        ? listOfPart(v, figure, some[0])
        : { queries: some.map(({ id }) => ({ figure: figure.id, part: id })), title: titles[name] ?? 'list-any', args: { ...args, grain: v.grain }, money };
    return { name, n, money, list, args };
  });
}

/** @param {Sight} v @param {Split} figure @param {Part[]} parts @returns {Args} */
function ofPresence(v, figure, parts) {
  const groups = gathered(v, figure, parts);
  const doors = groups.map(({ name, n, list }) => [name, v.door(v.say.people(n), list, n)]);
  const quiet = parts.some(({ id }) => days(id)?.kind === 'days' && (days(id)?.from ?? 0) >= (v.settings.silent ?? 30));
  return { ...groups[0].args, ...Object.fromEntries(doors), 'quiet-is': quiet ? 'yes' : 'no' };
}
