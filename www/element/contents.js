/** The contents: every question with its one number. Narrower than wide it is a select. */

import { html, nothing } from 'lit';
import { numbers } from '../numbers.js';
import { days, LINES } from '../views/lines.js';
import { ageTold, isLedger, lastComplete, whole } from '../views/sentences.js';
import { leftOut } from './left-out.js';
import { LISTS, partsOf } from './parts.js';
import { figureName } from './sight.js';

/** @import { Ctx, Figure } from '../types.js' */

/** @typedef {{id: string, name: string, number: string, blank?: boolean}} Entry */

/** @param {Ctx} ctx */
export function contentsView(ctx) {
  const { report } = ctx;
  const { t, has } = ctx.words;
  const say = numbers(ctx.words, report);
  const known = new Map(report.figures.filter(({ segment }) => segment === undefined).map((figure) => [figure.id, figure]));
  const needs = new Map(
    report.unanswered.map((one) => {
      const { needs, choice } = leftOut(ctx, one.needs);
      return [one.id, choice ?? needs[0]];
    }),
  );
  const entry = (/** @type {string} */ id) => {
    const of = /** @type {Record<string, {figure: string}>} */ (LISTS)[id]?.figure;
    const figure = known.get(of ?? id);
    const need = figure ? undefined : needs.get(of ?? id);
    const number = figure ? (of ? listNumber(ctx, known) : oneNumber(ctx, figure)) : need && has('needs-short') ? t('needs-short', { need }) : '';
    return { id, name: figureName(ctx.words, id), number, blank: !figure };
  };
  const files = [
    { id: 'files', name: t('contents-files'), number: say.count(report.sources.length) },
    { id: 'issues', name: t('contents-issues'), number: say.count(report.issues.length) },
  ];
  /** @type {{id: string, name: string, entries: Entry[]}[]} */
  const parts = [...partsOf(report).map(({ id, figures }) => ({ id, name: t(`part-${id}`), entries: figures.map(entry) })), { id: 'files', name: t('part-files'), entries: files }];
  return ctx.width === 'wide' ? list(ctx, parts) : picker(ctx, parts);
}

/** @param {Ctx} ctx @param {string} id */
const go = (ctx, id) => (ctx.go ? ctx.go(id) : undefined);

/** @param {Ctx} ctx @param {{id: string, name: string, entries: Entry[]}[]} parts */
function list(ctx, parts) {
  const link = (/** @type {Entry} */ { id, name, number, blank }) => {
    const here = ctx.at === id;
    return html`<li><a href="#" class="${here ? 'here' : ''} ${blank ? 'blank' : ''}" aria-current=${here ? 'true' : nothing} @click=${(/** @type {Event} */ event) => (event.preventDefault(), go(ctx, id))}><span>${name}</span><span class="figures">${number}</span></a></li>`;
  };
  return html`<nav class="contents" aria-label=${ctx.words.t('contents')}>
    <ul>${link({ id: 'headline', name: ctx.words.t('part-short'), number: '' })}</ul>
    ${parts.map(({ name, entries }) => html`<p class="part-name">${name}</p><ul>${entries.map(link)}</ul>`)}
  </nav>`;
}

/** @param {Ctx} ctx @param {{id: string, name: string, entries: Entry[]}[]} parts */
function picker(ctx, parts) {
  const { t } = ctx.words;
  const at = ctx.at ?? 'headline';
  const option = (/** @type {Entry} */ { id, name, number }) => html`<option value=${id} ?selected=${id === at}>${name}${number ? ` · ${number}` : ''}</option>`;
  return html`<nav class="contents" aria-label=${t('contents')}><select class="field" aria-label=${t('contents')} @change=${(/** @type {Event} */ event) => go(ctx, /** @type {HTMLSelectElement} */ (event.target).value)}>
    <option value="headline" ?selected=${at === 'headline'}>${t('contents')} · ${t('part-short')}</option>
    ${parts.map(({ name, entries }) => html`<optgroup label=${name}>${entries.map(option)}</optgroup>`)}
  </select></nav>`;
}

/** A rate as it last was, a ledger's change, a triangle's third age, who is here of all. @param {Ctx} ctx @param {Figure} figure */
function oneNumber(ctx, figure) {
  const say = numbers(ctx.words, ctx.report);
  const { t } = ctx.words;
  if (figure.shape === 'triangle') {
    const cell = figure.average[ageTold({ settings: ctx.settings, place: figure.id }, figure)];
    return cell?.of ? say.rate(cell) : '';
  }
  if (figure.shape === 'split') {
    const parts = figure.parts.filter(({ segment }) => segment === undefined);
    if (figure.unit === 'rate') return parts[0]?.cell ? say.rate(parts[0].cell) : '';
    const sum = (/** @type {typeof parts} */ some) => some.reduce((all, { cell }) => all + (cell?.n ?? 0), 0);
    const here = parts.filter(({ id }) => (days(id)?.from ?? 0) < (ctx.settings.silent ?? 30));
    return t('contents-of', { n: say.count(sum(here)), of: say.count(sum(parts)) });
  }
  const lines = figure.lines.filter(({ segment }) => segment === undefined);
  const now = whole(figure, figure.periods.length - 1);
  const upper = Object.keys(now?.n ?? {}).find((id) => LINES[id]?.fill === 'hatch');
  if (now && upper) return say.rate({ n: now.n[upper], of: now.total });
  const at = lastComplete(figure);
  const n = (/** @type {string} */ id) => lines.find((line) => line.id === id)?.cells[at]?.n ?? 0;
  if (at < 0) return '';
  if (isLedger(figure)) return say.signed(n('closing') - n('opening'), figure.unit);
  const cell = lines[0]?.cells[at];
  return cell ? (figure.unit === 'rate' ? say.rate(cell) : say.amount(cell.n, figure.unit)) : '';
}

/** @param {Ctx} ctx @param {Map<string, Figure>} known how many are silent */
function listNumber(ctx, known) {
  const split = known.get('dormancy');
  if (split?.shape !== 'split') return '';
  const silent = split.parts.filter(({ id, segment }) => segment === undefined && (days(id)?.from ?? 0) >= (ctx.settings.silent ?? 30));
  return numbers(ctx.words, ctx.report).count(silent.reduce((sum, { cell }) => sum + (cell?.n ?? 0), 0));
}
