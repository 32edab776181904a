// The end of a printed report: what each of its figures means. On a screen every figure shows its own.

import { html, nothing } from 'lit';
import { common } from '../views/sentences.js';
import { sight } from './sight.js';

/** @import { Ctx } from '../types.js' */

/** @param {Ctx} ctx @param {string[]} order of the figures */
export function printEnd(ctx, order) {
  const { has, t } = ctx.words;
  const told = order.flatMap((id) => {
    const figure = ctx.report.figures.find((one) => one.id === id);
    if (!figure || !has(`meaning-${id}`)) return [];
    const args = common(sight(ctx, figure, [figure]));
    return [html`<div><dt>${t(`term-${id}`, args)}</dt><dd>${t(`meaning-${id}`, args)}</dd></div>`];
  });
  return told.length === 0 ? nothing : html`<section class="print-end"><h2>${t('print-counted')}</h2><dl>${told}</dl></section>`;
}
