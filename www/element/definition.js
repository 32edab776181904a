/** What a figure means, in three columns: the words, the formula with this period's numbers, the rule in force. */

import { html, nothing } from 'lit';
import { ageText, ageTold, common, sentence } from '../views/sentences.js';

/** @import { Ctx, Figure, Sight } from '../types.js' */

/** Which rules a figure rests on, and the setting that changes each. */
const RULES = {
  ledger: { figures: ['customer_movements', 'mrr_movements', 'logo_churn', 'logo_cohorts', 'revenue_cohorts'], field: 'churn_date' },
  mark: { figures: ['churned_share'], field: '' },
  silent: { figures: ['dormancy', 'ghost_revenue', 'ghost_list'], field: 'silent' },
  use: { figures: ['dormancy', 'ghost_revenue', 'ghost_list', 'active', 'active_users', 'retention'], field: 'active.events' },
  retention: { figures: ['retention'], field: 'retention' },
};

/**
 * @param {Ctx} ctx
 * @param {Sight} v
 * @param {Figure} figure
 * @param {Record<string, any>} [given] arguments of its messages, where the figure does not have them
 */
export function definition(ctx, v, figure, given) {
  const id = v.place;
  if (v.ui.get('def') !== true) return nothing;
  const { has, t, parts } = v.words;
  if (!has(`term-${id}`)) return nothing;
  const own = given ?? sentence(v, figure);
  const args = { ...common(v), ...own };
  const period = figure.shape === 'triangle' ? `${t('average')}, ${t('age-name', { grain: v.grain, age: ageText(v, ageTold(v, figure)) })}` : 'p-long' in args ? args['p-long'] : args.date;
  const rules = Object.entries(RULES).filter(([, { figures }]) => figures.includes(id));
  const full = v.ui.get('full') === true;
  const field = rules.find(([, one]) => one.field)?.[1].field ?? '';
  return html`<div class="definition appear" role="group" aria-label=${t('definition')}>
    <div><h4>${t(`term-${id}`, args)}</h4><p>${t(`meaning-${id}`, args)}</p></div>
    <div>${own && has(`formula-${id}`) ? html`<h4>${period}</h4><p class="formula figures">${parts(`formula-${id}`, args)}</p><p>${parts(`formula-said-${id}`, args)}</p>` : html`<h4>${t('answer-unknown')}</h4>`}</div>
    <div>
      <h4>${t('rule')}</h4>
      <p>${rules.map(([rule]) => t(`rule-${rule}`, args)).join(' ')}${ctx.settingsOpen && field ? html` <button class="link" @click=${() => ctx.settingsOpen?.(field)}>${t('rule-change')}</button>` : nothing}</p>
      ${has(`full-${id}`) ? html`<p><button class="link" aria-expanded=${full} @click=${() => v.ui.set('full', !full)}>${t('definition-full')}</button></p>` : nothing}
    </div>
    ${full && has(`full-${id}`) ? html`<p class="full">${t(`full-${id}`, args)}</p>` : nothing}
  </div>`;
}
