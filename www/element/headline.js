/** The report in a few sentences: who pays, who is here, what is at risk, who left. State of the as-of date, flow of the last complete period. */

import { html, nothing } from 'lit';
import { numbers } from '../numbers.js';
import { listOfSeries } from '../views/lines.js';
import { gathered, lastComplete } from '../views/sentences.js';
import { drill, offer, open } from './drill.js';
import { leftOutSaid } from './left-out.js';
import { doorOf, sight } from './sight.js';

/** @import { Ctx, Door, Figure, List, Series, Sight, Split } from '../types.js' */

const PLACE = 'headline';
/** Below this, a rate is nothing to rely on. */
const SMALL = 30;

/** @param {Ctx} ctx */
export function headlineView(ctx) {
  const [first, second] = [headlineSentences(ctx), leadSentences(ctx)];
  if (first.length + second.length === 0) first.push(leftOutSaid(ctx, ['terms']) ?? leftOutSaid(ctx, ['usage']) ?? ctx.words.t('headline-little'));
  return html`<header class="headline">
    <h2 part="headline" tabindex="-1" data-start>${first.map((sentence) => html`<span class="sentence">${sentence}</span> `)}</h2>
    ${second.length > 0 ? html`<p class="lead" part="lead">${second.map((sentence) => html`${sentence} `)}</p>` : nothing}
    ${drill(ctx, PLACE)}
  </header>`;
}

/**
 * The sentences of the headline. While files are read, numbers are text and counts that can grow are said so.
 * @param {Ctx} ctx
 * @param {boolean} [first]
 * @param {boolean} [settled] whether who pays cannot grow any more
 * @returns {unknown[]}
 */
export function headlineSentences(ctx, first = false, settled = !first) {
  const { parts, t } = ctx.words;
  const it = facts(ctx, first);
  const grows = (/** @type {string} */ id, /** @type {boolean} */ sure) => (sure ? id : `${id}-first`);
  if (it.paying) {
    const { n, mrr, here } = it.paying;
    if (n.value === 0) return [t('headline-nobody', { date: it.date })];
    const paying = parts(grows(mrr ? 'headline-paying' : 'headline-paying-plain', settled), { n, mrr: mrr ?? '' });
    if (!here) return [paying];
    if (!first && it.paying.strangers) return [paying, t('headline-strangers')];
    const share = here.value === n.value ? 'all' : here.value === 0 ? 'none' : 'some';
    return [paying, parts(grows('headline-use', !first), { a: here, silent: it.silent, case: share })];
  }
  if (it.churned) return [parts('headline-churned', { all: it.churned.door })];
  if (it.active) return [parts(grows('headline-use-only', !first), it.active)];
  return [];
}

/** @param {Ctx} ctx @returns {unknown[]} */
function leadSentences(ctx) {
  const { parts, t } = ctx.words;
  const it = facts(ctx, false);
  /** @type {unknown[]} */
  const lines = [];
  if (it.churned && !it.paying) lines.push(parts('headline-churned-lead', it.churned));
  if (it.active && !it.paying && !it.churned) lines.push(leftOutSaid(ctx, ['terms']) ?? t('headline-use-only-lead'));
  if (it.paying && it.paying.n.value !== 0) lines.push(ghosts(ctx, it.paying));
  if (it.paying) lines.push(churn(ctx), cut(ctx));
  return lines.filter((line) => line !== '' && line !== nothing);
}

/** @param {Ctx} ctx @param {NonNullable<ReturnType<typeof facts>['paying']>} paying */
function ghosts({ words }, { n, here, away, awayMoney, share, strangers }) {
  if (strangers) return words.t('headline-strangers-lead');
  if (!here || !away) return words.t('headline-use-unknown');
  if (away.value === 0) return words.t('headline-no-ghost');
  const all = away.value === n.value ? 'none' : 'some';
  return awayMoney ? words.parts('headline-ghost', { g: away, m: awayMoney, r: share ?? '', case: all }) : words.parts('headline-ghost-plain', { g: away, case: all });
}

/** @param {Ctx} ctx */
function churn(ctx) {
  const figure = whole(ctx, 'logo_churn');
  if (figure?.shape !== 'series') return '';
  const { parts, t } = ctx.words;
  const v = seen(ctx, figure);
  const at = lastComplete(figure);
  const period = figure.periods[at];
  if (!period) {
    const end = figure.periods.at(-1)?.end;
    return end ? t('headline-too-early', { grain: v.grain, date: v.say.date(end, 'long') }) : '';
  }
  const cell = figure.lines.find(({ segment }) => segment === undefined)?.cells[at];
  if (!cell) return '';
  const p = v.say.period(period.start, 'short');
  const of = cell.of ?? 0;
  const list = listOfSeries(v, figure, figure.lines[0].id, period);
  const args = { p, grain: v.grain, churn: v.door(v.say.nOf(cell, v.unit), list, cell.n), r: v.say.rate(cell), interval: v.say.interval(cell), high: v.say.percent(cell.high ?? 0), of };
  if (of === 0) return t('headline-nobody-to-lose', args);
  if (cell.n === 0) return parts('headline-no-losses', args);
  return parts(of < SMALL ? 'headline-small' : 'headline-churn', args);
}

/** A file that was probably cut off takes its last period out of every sentence. @param {Ctx} ctx */
function cut(ctx) {
  const issue = ctx.report.issues.find(({ code }) => code === 'cut-suspected');
  const figure = whole(ctx, 'customer_movements') ?? whole(ctx, 'logo_churn');
  if (!issue || figure?.shape !== 'series') return '';
  const v = seen(ctx, figure);
  const date = String(issue.args.date ?? '');
  const period = figure.periods.find(({ start, end }) => start <= date && date < end) ?? figure.periods.at(-1);
  return ctx.words.t('headline-cut', { n: Number(issue.args.stopped ?? issue.count), date: date ? v.say.date(date, 'long') : '', p: period ? v.say.period(period.start, 'long') : '' });
}

/** @param {Ctx} ctx @param {string} id */
const whole = (ctx, id) => ctx.report.figures.find((figure) => figure.id === id && figure.segment === undefined);

/** @param {Ctx} ctx @param {Figure} figure */
const seen = (ctx, figure) => sight(ctx, figure, [figure], PLACE);

/** The numbers that the sentences are made of. @param {Ctx} ctx @param {boolean} plain as text */
function facts(ctx, plain) {
  const { report } = ctx;
  const silent = ctx.settings.silent ?? 30;
  const say = numbers(ctx.words, report);
  const door = (/** @type {string} */ text, /** @type {List|null} */ list, /** @type {number} */ value) => {
    if (!plain && value !== 0) offer(ctx, PLACE, list);
    return doorOf(text, plain ? null : list, value, (some, opener) => open(ctx, PLACE, some, opener));
  };
  return {
    silent,
    date: report.as_of === null ? '' : say.date(report.as_of, 'long'),
    paying: paying(ctx, door),
    churned: churned(ctx, door),
    active: active(ctx, door, plain),
  };
}

/** @typedef {(text: string, list: List|null, value: number) => Door} MakeDoor */

/**
 * Who pays on the as-of date: from the split by days, else from the last close of the ledger.
 * @param {Ctx} ctx
 * @param {MakeDoor} door
 */
function paying(ctx, door) {
  const say = numbers(ctx.words, ctx.report);
  const dormancy = /** @type {Split|undefined} */ (whole(ctx, 'dormancy'));
  if (dormancy) {
    const parts = dormancy.parts.filter(({ segment }) => segment === undefined);
    const group = new Map(gathered(seen(ctx, dormancy), dormancy, parts).map((one) => [one.name, one]));
    const of = (/** @type {string} */ name) => {
      const one = group.get(name);
      return one ? { n: door(say.people(one.n), one.list, one.n), money: one.money === undefined ? undefined : door(say.money(one.money), one.list, one.money), sum: one.money } : undefined;
    };
    const [all, here, away] = [of('all'), of('here'), of('silent-sum')];
    if (all) {
      const share = all.sum && away?.sum !== undefined ? say.rate({ n: away.sum, of: all.sum }) : undefined;
      return { n: all.n, mrr: all.money, here: here?.n, away: away?.n, awayMoney: away?.money, share, strangers: areStrangers(ctx, group.get('never')?.n === group.get('all')?.n) };
    }
  }
  const now = (/** @type {string} */ id) => {
    const figure = /** @type {Series|undefined} */ (whole(ctx, id));
    const period = figure?.periods.at(-1);
    const cell = figure?.lines.find((line) => line.id === 'closing' && line.segment === undefined)?.cells.at(-1);
    return figure && period && cell ? door(figure.unit === 'money' ? say.money(cell.n) : say.people(cell.n), listOfSeries(seen(ctx, figure), figure, 'closing', period), cell.n) : undefined;
  };
  const n = now('customer_movements');
  return n ? { n, mrr: now('mrr_movements'), here: undefined, away: undefined, awayMoney: undefined, share: undefined, strangers: false } : undefined;
}

/** Some are active, and nobody who pays ever was: more likely the ids of the files do not meet than that nobody came. @param {Ctx} ctx @param {boolean} never whether nobody who pays was ever seen */
function areStrangers(ctx, never) {
  const use = whole(ctx, 'active');
  return never && use?.shape === 'series' && use.lines.some(({ cells }) => cells.some((cell) => (cell?.n ?? 0) > 0));
}

/** @param {Ctx} ctx @param {MakeDoor} door */
function churned(ctx, door) {
  const figure = whole(ctx, 'churned_share');
  const part = figure?.shape === 'split' ? figure.parts.find(({ segment }) => segment === undefined) : undefined;
  if (!part?.cell?.of) return undefined;
  const say = numbers(ctx.words, ctx.report);
  const list = { queries: [{ figure: 'churned_share', part: part.id }], title: 'list-all-churned', args: {} };
  return { door: door(say.nOf(part.cell, 'customers'), list, part.cell.n), r: say.rate(part.cell), interval: say.interval(part.cell), grain: ctx.report.grain };
}

/** @param {Ctx} ctx @param {MakeDoor} door @param {boolean} grows what is said to be the least holds of a period that is not over too */
function active(ctx, door, grows) {
  const figure = whole(ctx, 'active');
  if (figure?.shape !== 'series') return undefined;
  const complete = lastComplete(figure);
  const at = complete < 0 && grows ? figure.periods.length - 1 : complete;
  if (at < 0) return undefined;
  const cell = figure.lines.find(({ segment }) => segment === undefined)?.cells[at];
  const say = numbers(ctx.words, ctx.report);
  return cell ? { n: door(say.people(cell.n), listOfSeries(seen(ctx, figure), figure, figure.lines[0].id, figure.periods[at]), cell.n), p: say.period(figure.periods[at].start, 'short'), grain: ctx.report.grain } : undefined;
}
