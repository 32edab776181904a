// The order of the report: which questions stand in which part. Their words are in locales/, their forms in views/.

/** @typedef {{id: string, figures: string[]}} Part */

/** A list of customers that is a question of its own: the members of one line of a figure, now. */
export const LISTS = { ghost_list: { figure: 'ghost_revenue', line: 'ghost' } };

/** @type {Part[]} */
export const PARTS = [
  { id: 'here', figures: ['dormancy', 'ghost_revenue', 'ghost_list'] },
  { id: 'leaving', figures: ['customer_movements', 'logo_churn', 'churn_lens', 'churned_share', 'survival'] },
  { id: 'money', figures: ['mrr_movements', 'revenue_churn', 'revenue_retention', 'quick_ratio', 'arpa', 'ltv'] },
  { id: 'staying', figures: ['logo_cohorts', 'revenue_cohorts', 'retention'] },
  {
    id: 'use',
    figures: ['active', 'active_users', 'engagement', 'engagement_users', 'lifecycle', 'lifecycle_users', 'stickiness', 'usage_interval', 'adoption', 'behaviour'],
  },
];

/**
 * The parts with the questions that a report answers or says it cannot.
 * @param {{as_of: string | null, figures: Array<{id: string}>, unanswered: Array<{id: string}>}} report
 * @returns {Part[]}
 */
export function partsOf(report) {
  // The share without a time is for files without days: where there are days it is not missed.
  const missed = report.unanswered.filter(({ id }) => id !== 'churned_share' || report.as_of === null);
  const known = new Set([...report.figures, ...missed].map(({ id }) => id));
  // A list without its figure would only say the same need once more.
  const of = (/** @type {string} */ id) => /** @type {Record<string, {figure: string}>} */ (LISTS)[id]?.figure;
  const stands = (/** @type {string} */ id) => (of(id) ? report.figures.some((figure) => figure.id === of(id)) : known.has(id));
  return PARTS.map(({ id, figures }) => ({ id, figures: figures.filter(stands) })).filter(({ figures }) => figures.length > 0);
}
