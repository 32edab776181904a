/** What a view is drawn with, made from what the element gives. The views ask for nothing else. */

import { html, nothing } from 'lit';
import { numbers } from '../numbers.js';
import { common, sentence } from '../views/sentences.js';
import { offer, open, opened } from './drill.js';

/** @import { Ctx, Door, Figure, List, Sight } from '../types.js' */

/** @type {typeof import('../views/charts.js')|null} */
let charts = null;
/** @type {Promise<unknown>|null} */
let coming = null;

/** Plot comes after the first paint; whoever waits is drawn again. @param {Ctx} ctx */
function drawings(ctx) {
  if (charts) return charts;
  coming ??= new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    .then(() => import('../views/charts.js'))
    .then((module) => (charts = module));
  if (!ctx.ui.get('charts')) {
    ctx.ui.set('charts', 'coming');
    coming.then(() => ctx.ui.set('charts', 'here'));
  }
  return null;
}

/** Figures of use count their own units: their periods may differ from the report's. */
const OF_USE = new Set(['retention', 'active', 'active_users', 'dormancy', 'ghost_revenue']);

/**
 * A number as text, and as the button that opens its list; behind a nought there is none.
 * @param {string} text
 * @param {List|null} list
 * @param {number|undefined} value
 * @param {(list: List, opener: Element) => void} press
 * @returns {Door}
 */
export function doorOf(text, list, value, press) {
  const node = list && value !== 0 ? html`<button class="n" @click=${(/** @type {Event} */ event) => press(list, /** @type {Element} */ (event.currentTarget))}>${text}</button>` : html`<b class="n">${text}</b>`;
  return { text, node, ...(value === undefined ? {} : { value }) };
}

/** @param {Figure} figure @param {Ctx} ctx whom it counts */
export const unitOf = (figure, { settings }) => (figure.unit === 'users' || (figure.id === 'retention' && settings.retention?.member === 'users') ? 'users' : 'customers');

/** @param {Ctx} ctx @param {Figure} figure @param {Figure[]} kin @param {string} [place] @returns {Sight} */
export function sight(ctx, figure, kin, place = figure.id) {
  const { ui, report, words } = ctx;
  const key = (/** @type {string} */ name) => `${name}:${place}`;
  const it = opened(ctx, place);
  /** @type {Sight} */
  const v = {
    words,
    say: numbers(words, report),
    report,
    settings: ctx.settings,
    grain: figure.id === 'retention' ? (ctx.settings.retention?.unit ?? 'month') : report.grain,
    place,
    use: OF_USE.has(figure.id),
    unit: unitOf(figure, ctx),
    width: ctx.width,
    // Before the first measure there is no width yet.
    px: Math.max(ctx.px, 280),
    view: ui.get(key('view')) ?? '',
    said: '',
    mark: ui.get(key('mark')) ?? null,
    opened: it?.mark ?? null,
    charts: drawings(ctx),
    kin,
    ui: { get: (name) => ui.get(key(name)), set: (name, value) => ui.set(key(name), value) },
    point: (mark) => ui.set(key('mark'), mark),
    open: (list, opener, mark) => open(ctx, place, list, opener, mark ?? null),
    door: (text, list, value, mark) => {
      if (value !== 0) offer(ctx, place, list, mark);
      return doorOf(text, list, value, (some, opener) => open(ctx, place, some, opener, mark ?? null));
    },
  };
  v.said = words.t('picture-said', { question: question(v, figure.id), answer: answer(v, figure).text });
  return v;
}

/** @param {Sight} v @param {string} id */
export function question(v, id) {
  const { has, t } = v.words;
  const own = v.unit === 'users' && has(`question-${id}-users`) ? `question-${id}-users` : `question-${id}`;
  return has(own) ? t(own, { grain: v.grain, unit: v.unit }) : figureName(v.words, id);
}

/** @param {import('../words.js').Words} words @param {string} id a figure without words is called by its id */
export const figureName = ({ has, t }, id) => (has(`name-${id}`) ? t(`name-${id}`) : id.replaceAll('_', ' '));

/** The answer as text and as what stands on the page. @param {Sight} v @param {Figure} figure */
export function answer(v, figure) {
  const { has, t, parts } = v.words;
  const id = `answer-${figure.id}`;
  if (!has(id)) return { text: '', nodes: nothing };
  const args = sentence(v, figure);
  if (!args) {
    const periods = figure.shape === 'series' && figure.periods.some(({ complete }) => complete);
    const text = t(periods ? 'answer-unknown' : figure.shape === 'split' ? 'answer-unknown' : 'answer-too-early', { grain: v.grain });
    return { text, nodes: text };
  }
  const all = { ...common(v), ...args };
  return { text: t(id, all), nodes: parts(id, all) };
}

