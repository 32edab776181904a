/** The customers behind a number, in place: a list under its figure, one open in each. */

import { html, nothing } from 'lit';
import { numbers } from '../numbers.js';
import { segmentName } from '../views/lines.js';
import { rosterTable, usual } from '../views/roster.js';
import { csvBlob } from './csv.js';
import { copyText, fileName, rosterCsv, rosterText } from './downloads.js';
import { icon } from './icons.js';

/** @import { Ctx, List, Report, Roster } from '../types.js' */
/** @import { Order } from '../views/roster.js' */

/**
 * @typedef {object} Open a list as it stands in the ui
 * @property {List} list
 * @property {Report} report that it is of
 * @property {[number, number]|null} mark whose it is
 * @property {Element|null} opener where focus goes back to
 * @property {Roster|null} roster null while it is on its way
 * @property {Report} [rowsOf] the report that its rows are of
 * @property {{report: Report, list: List, mark: [number, number]|null}} [offer] the same number as another report draws it
 * @property {{id: string, text?: string}} [problem] why there are no rows: a message
 * @property {number} limit rows that are shown
 * @property {Order} order
 * @property {boolean} [copied]
 */

const PAGE = 50;
/** Nobody is behind the number any more, or there is no such number. */
const GONE = { id: 'list-gone' };
/** Rows that are asked for at once. */
const BATCH = 2000;

/** Whether they are behind the same number. @param {List} one @param {List} other */
const same = (one, other) => JSON.stringify(one.queries) === JSON.stringify(other.queries);

/** @param {Ctx} ctx @param {string} place @returns {Open|undefined} */
export const opened = (ctx, place) => ctx.ui.get(`list:${place}`);

/**
 * Opens a list in its place; the same number pressed again closes it.
 * @param {Ctx} ctx
 * @param {string} place a figure's id, or `headline`
 * @param {List|null} list
 * @param {Element|null} opener
 * @param {[number, number]|null} [mark]
 */
export function open(ctx, place, list, opener, mark = null) {
  const old = opened(ctx, place);
  if (!list || (old && same(old.list, list))) return close(ctx, place);
  ctx.ui.set(`list:${place}`, { list, mark, opener, report: ctx.report, roster: null, limit: PAGE, order: null });
  load(ctx, place, list, PAGE).then(() => settle(place, opener));
}

/**
 * A number as it is drawn: the list that stands open behind it takes its words from there, and goes on as long as there is one.
 * @param {Ctx} ctx
 * @param {string} place
 * @param {List|null} list
 * @param {[number, number]} [mark]
 */
export function offer(ctx, place, list, mark) {
  const it = opened(ctx, place);
  if (!it || !list) return;
  const found = [list, ...(list.base ? [{ ...list.base, part: list }] : [])].find((one) => same(one, it.list));
  if (!found) return;
  if (it.rowsOf === ctx.report) it.list = found;
  else it.offer = { report: ctx.report, list: found, mark: mark ?? (it.offer?.report === ctx.report ? it.offer.mark : null) };
}

/** Puts focus on the title and the notch under what was pressed. @param {string} place @param {Element|null} opener */
function settle(place, opener) {
  requestAnimationFrame(() => {
    const root = /** @type {ShadowRoot|Document|undefined} */ (opener?.getRootNode());
    const panel = root?.getElementById(`list-${place}`);
    if (!panel || !opener) return;
    const under = panel.parentElement?.querySelector('.frame.open, button.open') ?? opener;
    const [box, own] = [under.getBoundingClientRect(), panel.getBoundingClientRect()];
    const middle = Math.min(Math.max(box.left + box.width / 2 - own.left, 24), own.width - 24);
    panel.style.setProperty('--notch', `${middle}px`);
    /** @type {HTMLElement|null} */ (panel.querySelector('h4'))?.focus();
  });
}

/** @param {Ctx} ctx @param {string} place */
export function close(ctx, place) {
  const old = opened(ctx, place);
  ctx.ui.set(`list:${place}`, undefined);
  if (old?.opener?.isConnected) /** @type {HTMLElement} */ (old.opener).focus();
}

/**
 * Fetches all rows of all cells of a list, page by page.
 * @param {Ctx} ctx
 * @param {string} place
 * @param {List} list
 * @param {number} limit
 */
async function load(ctx, place, list, limit) {
  const { report } = ctx;
  const set = (/** @type {Partial<Open>} */ patch) => {
    const now = opened(ctx, place);
    if (now?.report === report && same(now.list, list)) ctx.ui.set(`list:${place}`, { ...now, problem: undefined, ...patch });
  };
  try {
    /** @type {Roster} */
    const all = { columns: [], rows: [], total: 0 };
    for (const query of list.queries) {
      let had = 0;
      for (;;) {
        const { columns, rows, total } = await ctx.members(query, had, BATCH);
        if (had === 0) Object.assign(all, { columns, total: all.total + total });
        all.rows.push(...rows);
        had += rows.length;
        if (had >= total || rows.length === 0) break;
      }
    }
    set({ list, roster: all, rowsOf: report, limit, order: usual(all) });
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    set({ roster: null, problem: code === 'no-such-cell' ? GONE : { id: 'list-failed', text: message ?? code ?? String(error) } });
  }
}

/** The list that stands open, for another report: of the same number, if there is one. @param {Ctx} ctx @param {string} place @param {Open} it */
function renew(ctx, place, it) {
  const { offer, limit } = it;
  if (offer?.report !== ctx.report) return ctx.ui.set(`list:${place}`, { ...it, report: ctx.report, roster: null, mark: null, rowsOf: undefined, problem: GONE });
  ctx.ui.set(`list:${place}`, { ...it, report: ctx.report, mark: offer.mark });
  return load(ctx, place, offer.list, limit);
}

/** A list that stands open by itself: fetched when it is first seen, and again for another report. @param {Ctx} ctx @param {string} place @param {List} list @param {number} limit */
export function standing(ctx, place, list, limit) {
  const now = opened(ctx, place);
  if (now?.report === ctx.report) return now;
  const own = { ...list };
  queueMicrotask(() => {
    if (opened(ctx, place)?.report === ctx.report) return;
    ctx.ui.set(`list:${place}`, { list: own, mark: null, opener: null, report: ctx.report, roster: null, limit, order: null });
    load(ctx, place, own, limit);
  });
  return undefined;
}

/** The title: how many, what they have in common, what they pay. @param {Ctx} ctx @param {Open} it @param {string} unit */
function title(ctx, { list, roster }, unit) {
  const { t } = ctx.words;
  const say = numbers(ctx.words, ctx.report);
  const n = roster?.total ?? 0;
  const users = roster?.columns.some(({ id }) => id === 'user');
  const { segment } = list.queries[0] ?? {};
  const whole = t(list.title, { ...list.args, n, amount: say.count(n), unit: users ? 'users' : unit });
  const text = segment === undefined ? whole : t('list-segment', { title: whole, segment: segmentName(ctx.words, segment) });
  return list.money === undefined ? text : t('list-money', { title: text, money: say.money(list.money) });
}

/** @param {Ctx} ctx @param {string} place */
export function drill(ctx, place, unit = 'customers') {
  const it = opened(ctx, place);
  if (!it) return nothing;
  // Once all of it is drawn: a number may stand below its list.
  if (it.report !== ctx.report) queueMicrotask(() => opened(ctx, place) === it && renew(ctx, place, it));
  const { t } = ctx.words;
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(ctx, place);
  };
  return html`<div class="drill" id="list-${place}" part="list" @keydown=${escape}>
    <span class="notch" aria-hidden="true"></span>
    <div class="drill-head">
      <h4 tabindex="-1">${it.problem ? t(it.problem.id, it.problem) : it.roster ? title(ctx, it, unit) : t('loading')}</h4>
      <span class="drill-tools">${it.roster ? files(ctx, place, it, 'list-csv') : nothing}
        <button class="icon-button" aria-label=${t('close')} @click=${() => close(ctx, place)}>${icon('close')}</button></span>
    </div>
    ${it.roster ? rows(ctx, place, it) : nothing}
    ${it.roster ? html`<p class="note">${counted(ctx, it)}.${it.roster.columns.some(({ id }) => id === 'days_silent') ? ` ${sentenceOfDay(ctx)}` : ''}${around(ctx, place, it)}</p>` : nothing}
  </div>`;
}

/** From those that a rate counts to all of whom it is a rate, and back. @param {Ctx} ctx @param {string} place @param {Open} it */
function around(ctx, place, { list, opener, mark }) {
  const { base, part } = list;
  const other = base ? { ...base, part: list } : part;
  return other ? html` <button class="link" @click=${() => open(ctx, place, other, opener, mark)}>${ctx.words.t(base ? 'list-base-open' : 'list-base-back')}</button>` : nothing;
}

/** Rows of a list on paper. */
const ON_PAPER = 14;

/** How many rows of a list are shown. @param {Ctx} ctx @param {Open} it */
export const shownRows = (ctx, { limit }) => (ctx.paper ? ON_PAPER : limit);

/** Where the rest of a printed list is. @param {Ctx} ctx */
export const paper = ({ paper, words }) => (paper ? `. ${words.t('list-paper').replace(/\.$/, '')}` : '');

/** @param {Ctx} ctx @param {Open} it */
function counted(ctx, it) {
  const { words, report } = ctx;
  const say = numbers(words, report);
  const total = it.roster?.total ?? 0;
  const seen = Math.min(shownRows(ctx, it), total);
  return `${words.t('list-shown', { shown: say.count(seen), total: say.count(total) })}${seen < total ? paper(ctx) : ''}`;
}

/** @param {Ctx} ctx */
const sentenceOfDay = ({ words, report, settings }) => {
  const events = settings.active?.events ?? [];
  return report.as_of === null ? '' : words.t('list-note', { date: numbers(words, report).date(report.as_of, 'long'), events: events.length, names: events.join(', ') });
};

/** @param {Ctx} ctx @param {string} place @param {Open} it */
export function rows(ctx, place, it) {
  if (!it.roster) return nothing;
  const set = (/** @type {Partial<Open>} */ patch) => ctx.ui.set(`list:${place}`, { ...it, ...patch });
  const { roster, order, limit } = it;
  const sort = (/** @type {string} */ column) => set({ order: { column, down: order?.column === column ? !order.down : ['amount', 'days_silent'].includes(column) } });
  const left = Math.min(PAGE, roster.rows.length - limit);
  return html`${rosterTable(ctx.words, numbers(ctx.words, ctx.report), roster, { order, sort, limit: shownRows(ctx, it) })}
    ${left > 0 && limit >= PAGE ? html`<button class="button more-rows" @click=${() => set({ limit: limit + PAGE })}>${ctx.words.t('list-more', { n: left })}</button>` : nothing}`;
}

/** @param {Ctx} ctx @param {string} place @param {Open} it @param {string} word */
export function files(ctx, place, it, word) {
  const { roster, order } = it;
  if (!roster) return nothing;
  const { t } = ctx.words;
  const save = () => ctx.download(fileName(ctx, `${place}-list`, 'csv'), csvBlob(rosterCsv(ctx, roster, order)));
  const copy = async (/** @type {Event} */ event) => {
    await copyText(/** @type {Element} */ (event.currentTarget), rosterText(ctx, roster, order));
    ctx.ui.set(`list:${place}`, { ...it, copied: true });
  };
  return html`<button class="button" @click=${save}>${icon('download')}${t(word)}</button>
    <button class="button" @click=${copy}>${t(it.copied ? 'list-copied' : 'list-copy')}</button>`;
}
