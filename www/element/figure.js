/** A question: its answer, its definition, its picture or table, and the list behind the number that was pressed. */

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { form as formOf } from '../views/index.js';
import { days, listOfPart, listOfSeries } from '../views/lines.js';
import { radios } from './controls.js';
import { csvBlob } from './csv.js';
import { definition } from './definition.js';
import { asOf, copyText, figureCsv, fileName, png, svgText, tableText } from './downloads.js';
import { drill, files, offer, opened, paper, rows, shownRows, standing } from './drill.js';
import { icon } from './icons.js';
import { leftOut, leftOutSaid } from './left-out.js';
import { LISTS } from './parts.js';
import { answer, figureName, question, sight } from './sight.js';

/** @import { Ctx, Figure, Form, List, Mark, Series, Sight, Split } from '../types.js' */

/** Rows of a list that stands open by itself. */
const FEW = 8;

/** What a figure's own settings take of its width. */
const BESIDE = 280;

/** What a figure keeps in the ui, under its place. */
const KEPT = ['view', 'mark', 'list', 'def', 'full', 'tools', 'copied', 'rows', 'all', 'segment', 'chosen'];

/**
 * A figure, drawn again only when something of its own has changed: a pointer that moves over one leaves the others alone.
 * @param {Ctx} ctx
 * @param {string} id
 */
export function figureBlock(ctx, id) {
  const { report, words, settings, width, px, ui } = ctx;
  const on = [report, words, JSON.stringify(settings), width, ctx.paper, px, ui.get('charts'), ...KEPT.map((key) => ui.get(`${key}:${id}`))];
  return guard([...on, ...(ctx.beside?.[id]?.on ?? [])], () => block(ctx, id, on));
}

/** @param {Ctx} ctx @param {string} id @param {unknown[]} on what its picture is drawn from @returns {unknown} nothing where the report knows no such figure */
function block(ctx, id, on) {
  if (id in LISTS) return listBlock(ctx, id);
  const kin = ctx.report.figures.filter((figure) => figure.id === id);
  if (kin.length === 0) return unanswered(ctx, id);
  const chosen = ctx.ui.get(`segment:${id}`);
  const figure = kin.find(({ segment }) => segment === chosen) ?? kin[0];
  const v = sight(ctx, figure, kin);
  const beside = ctx.beside?.[id];
  if (beside && ctx.width === 'wide') v.px -= BESIDE;
  const form = formOf(v, figure);
  if (!form) return nothing;
  form.marks.forEach((row, i) => row.forEach((mark, j) => mark && offer(ctx, id, mark.list, [i, j])));
  if (!form.views.includes(v.view)) v.view = form.views[0] ?? '';
  const asTable = v.view === 'table';
  const said = answer(v, figure);
  const listed = opened(ctx, id) !== undefined;
  // Nothing could be observed: no frame without a mark in it.
  const blank = figure.shape === 'series' && figure.lines.every(({ cells }) => cells.every((cell) => cell === null));
  const drawing = () => html`${asTable && form.table
      ? html`<div class="sideways" part="table">${form.table()}</div>`
      : html`${blank ? nothing : html`<div class="picture" part="picture">${form.picture()}</div>`}${form.table ? html`<div class="hidden">${form.table()}</div>` : nothing}`}
    ${asTable || blank ? nothing : html`${form.legend ?? nothing}<div class="under ${listed ? 'hidden' : ''}">${form.note || form.hint ? html`<p class="note" part="note">${form.note}<span class="on-screen">${form.note && form.hint ? ' ' : ''}${form.hint}</span></p>` : nothing}${readout(v, form, listed)}</div>${form.more ?? nothing}`}`;
  return html`<section class="figure" part="figure" aria-labelledby="question-${id}">
    <div class="head"><h3 id="question-${id}" part="question">${question(v, id)}</h3>${tools(ctx, v, form, figure, said.text)}</div>
    ${said.nodes === nothing ? nothing : html`<p class="answer" part="answer">${said.nodes}</p>`}
    ${definition(ctx, v, figure)}
    ${beside ? html`<div class="beside"><div>${guard(on, drawing)}</div>${beside.draw()}</div>` : drawing()}
    ${drill(ctx, id, v.unit)}
  </section>`;
}

/** What is pointed at, in one line: the polite live region. It is only heard while a list says the same. @param {Sight} v @param {Form} form @param {boolean} listed */
function readout(v, form, listed) {
  const at = v.mark;
  const mark = at ? (form.marks[at[0]]?.[at[1]] ?? null) : null;
  return html`<p class="readout ${form.quiet || !mark || listed ? 'hidden' : ''}" role="status">${mark ? spelled(v, mark, at) : nothing}</p>`;
}

/** @param {Sight} v @param {Mark} mark @param {[number, number]|null} at */
const spelled = (v, mark, at) =>
  html`<b>${mark.partial ? v.words.t('so-far-said', { what: mark.name }) : mark.name}</b> <span>${v.door(mark.amount, mark.list, undefined, at ?? undefined).node}</span>${mark.more.map((word) => html` <span>${word}</span>`)}`;

/** @param {Ctx} ctx @param {Sight} v @param {Form|null} form @param {Figure} figure @param {string} said */
function tools(ctx, v, form, figure, said) {
  const { t } = ctx.words;
  const { place, ui } = v;
  const money = form?.marks.flat().find((mark) => mark?.list?.money !== undefined) && figure.shape === 'triangle';
  const options = (form?.views ?? []).map((value) => ({ value, text: t(`view-${value}`, { grain: v.grain, unit: money ? 'money' : v.unit }) }));
  const view = options.length > 1 ? radios(`view-${place}`, t('view'), options, v.view, (value) => ui.set('view', value)) : nothing;
  const narrow = ctx.width === 'narrow';
  const open = ui.get('tools') === true;
  const menu = html`<div class="tool-menu" ?hidden=${!open}>${narrow ? view : nothing}${downloads(ctx, v, form, figure, said)}</div>`;
  const shut = (/** @type {FocusEvent} */ event) => {
    if (!(/** @type {Element} */ (event.currentTarget).contains(/** @type {Node|null} */ (event.relatedTarget)))) ui.set('tools', false);
  };
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    ui.set('tools', false);
    /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.currentTarget).querySelector('button'))?.focus();
  };
  return html`<div class="tools" part="tools">
    ${narrow ? nothing : view} ${definitionButton(ctx, v)}
    <span class="menu-place" @focusout=${shut} @keydown=${escape}>
      <button class="tool" aria-expanded=${open} aria-label=${narrow ? t('more-tools') : nothing} @click=${() => ui.set('tools', !open)}>${narrow ? icon('more') : html`${icon('download')}${t('download')}`}</button>${menu}
    </span>
  </div>`;
}

/** @param {Ctx} ctx @param {Sight} v */
function definitionButton(ctx, v) {
  if (!ctx.words.has(`term-${v.place}`)) return nothing;
  const open = v.ui.get('def') === true;
  return html`<button class="tool ${open ? 'on' : ''}" aria-expanded=${open} @click=${() => v.ui.set('def', !open)}>${ctx.words.t('definition')}</button>`;
}

/** @param {Ctx} ctx @param {Sight} v @param {Form|null} form @param {Figure} figure @param {string} said */
function downloads(ctx, v, form, figure, said) {
  const { t } = ctx.words;
  const { place } = v;
  const host = (/** @type {Event} */ event) => /** @type {Element} */ (/** @type {ShadowRoot} */ (/** @type {Element} */ (event.currentTarget).getRootNode()).host ?? document.body);
  const picture = (/** @type {Event} */ event) => {
    const node = form?.drawing?.();
    return node ? svgText(node, host(event), [question(v, place), said, asOf(ctx)], form?.names) : null;
  };
  const saveSvg = (/** @type {Event} */ event) => {
    const svg = picture(event);
    if (svg) ctx.download(fileName(ctx, place, 'svg'), new Blob([svg], { type: 'image/svg+xml' }));
  };
  const savePng = async (/** @type {Event} */ event) => {
    const svg = picture(event);
    if (svg) ctx.download(fileName(ctx, place, 'png'), await png(svg));
  };
  const copy = async (/** @type {Event} */ event) => {
    const near = /** @type {Element} */ (event.currentTarget);
    const table = near.closest('section')?.querySelector('table');
    if (table) await copyText(near, tableText(table));
    v.ui.set('copied', true);
  };
  return html`<button @click=${() => ctx.download(fileName(ctx, place, 'csv'), csvBlob(figureCsv(v)))}>${t('download-csv')}</button>
    ${form?.drawing ? html`<button @click=${saveSvg}>${t('download-svg')}</button><button @click=${savePng}>${t('download-png')}</button>` : nothing}
    <button @click=${copy}>${t(v.ui.get('copied') ? 'download-copied' : 'download-copy')}</button>`;
}

/** What only a choice of the figure's own asks for: it must stay in reach. */
const ASKED = ['users', 'signup'];

/** A question that the files cannot answer, and what would. @param {Ctx} ctx @param {string} id */
function unanswered(ctx, id) {
  const found = ctx.report.unanswered.find((one) => one.id === id);
  if (!found) return nothing;
  const { t, has } = ctx.words;
  // A log that tells users apart is a usage log.
  const lacks = leftOut(ctx, found.needs);
  const needs = lacks.needs.filter((need) => has(`needs-${need}`) && !(need === 'usage' && lacks.needs.includes('users'))).map((need) => t(`needs-${need}`));
  const text = needs.reduce((one, other) => (one === '' ? other : t('needs-also', { one, other })), '');
  const name = has(`question-${id}`) ? t(`question-${id}`, { grain: ctx.report.grain, unit: 'customers' }) : figureName(ctx.words, id);
  return html`<section class="figure unanswered" part="figure" aria-labelledby="question-${id}">
    <h3 id="question-${id}" part="question">${name}</h3>
    ${lacks.choice
      ? html`<p class="answer">${leftOutSaid(ctx, found.needs)} <button class="link" @click=${() => ctx.settingsOpen?.(lacks.choice ?? '')}>${t('rule-change')}</button></p>`
      : html`<p class="answer">${t('needs-line', { needs: text, n: needs.length })} ${ctx.addFiles ? html`<button class="link" @click=${ctx.addFiles}>${t('needs-add')}</button>` : nothing}</p>`}
    ${found.needs.some((need) => ASKED.includes(need)) ? (ctx.beside?.[id]?.draw() ?? nothing) : nothing}
  </section>`;
}

/** The list of a question that is one: the members of a line, now. @param {Ctx} ctx @param {string} id */
function listBlock(ctx, id) {
  const { figure: of, line } = /** @type {Record<string, {figure: string, line: string}>} */ (LISTS)[id];
  const series = /** @type {Series|undefined} */ (ctx.report.figures.find((figure) => figure.id === of && figure.shape === 'series' && figure.segment === undefined));
  const split = /** @type {Split|undefined} */ (ctx.report.figures.find((figure) => figure.id === 'dormancy' && figure.shape === 'split'));
  const base = series ?? split;
  if (!base) return nothing;
  const v = sight(ctx, base, [base], id);
  const list = series ? now(v, series, line) : null;
  const behind = list ?? (split ? silentOf(v, split) : null);
  if (!behind) return nothing;
  const it = standing(ctx, id, behind, FEW);
  const { t, parts } = ctx.words;
  const n = it?.roster?.total ?? (split ? countOf(v, split) : undefined);
  const args = { silent: v.settings.silent ?? 30, n: n === undefined ? { text: '…', node: '…', value: 2 } : { text: v.say.people(n), node: html`<b>${v.say.people(n)}</b>`, value: n }, money: behind.money === undefined ? '' : { text: v.say.money(behind.money), node: html`<b>${v.say.money(behind.money)}</b>` } };
  const few = it && it.limit < (it.roster?.rows.length ?? 0);
  const seen = it?.roster ? Math.min(shownRows(ctx, it), it.roster.total) : 0;
  return html`<section class="figure list" part="figure" aria-labelledby="question-${id}">
    <div class="head"><h3 id="question-${id}" part="question">${t(`question-${id}`)}</h3><div class="tools" part="tools">${definitionButton(ctx, v)}</div></div>
    <p class="answer" part="answer">${parts(behind.money === undefined ? `answer-${id}-plain` : `answer-${id}`, args)}</p>
    ${definition(ctx, v, base, { ...args, date: v.report.as_of ? v.say.date(v.report.as_of, 'long') : '' })}
    ${it?.problem ? html`<p class="note">${t(it.problem.id, it.problem)}</p>` : nothing}
    ${it?.roster && it.roster.total > 0 ? rows(ctx, id, it) : it ? nothing : html`<p class="note">${t('loading')}</p>`}
    ${it?.roster && it.roster.total > 0
      ? html`<p class="list-tools">${few && it.limit === FEW ? html`<button class="button" @click=${() => ctx.ui.set(`list:${id}`, { ...it, limit: 50 })}>${it.roster.total > 50 ? t('list-more', { n: 50 - FEW }) : t('list-all', { n: v.say.count(it.roster.total) })}</button>` : nothing}
          ${files(ctx, id, it, 'list-csv-merge')}<span class="quiet">${t(it.order?.column === 'amount' && it.order.down ? 'list-largest' : 'list-shown', { shown: v.say.count(seen), total: v.say.count(it.roster.total) })}${seen < it.roster.total ? paper(ctx) : nothing}</span></p>`
      : nothing}
  </section>`;
}

/** @param {Sight} v @param {Series} figure @param {string} line @returns {List|null} the members of a line at the as-of date */
function now(v, figure, line) {
  const last = figure.periods.length - 1;
  const cell = figure.lines.find(({ id, segment }) => id === line && segment === undefined)?.cells[last];
  return cell ? listOfSeries(v, figure, line, figure.periods[last]) : null;
}

/** @param {Sight} v @param {Split} figure */
const silentParts = (v, figure) => figure.parts.filter(({ id, segment }) => segment === undefined && (days(id)?.from ?? 0) >= (v.settings.silent ?? 30));

/** @param {Sight} v @param {Split} figure */
const countOf = (v, figure) => silentParts(v, figure).reduce((sum, { cell }) => sum + (cell?.n ?? 0), 0);

/** The same from a split by days, where there is no money. @param {Sight} v @param {Split} figure @returns {List} */
function silentOf(v, figure) {
  const lists = silentParts(v, figure).map((part) => listOfPart(v, figure, part));
  return { queries: lists.flatMap(({ queries }) => queries), title: 'list-dormancy-silent', args: { silent: v.settings.silent ?? 30 } };
}

