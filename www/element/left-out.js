// What a question needs, and why it may stay without an answer though the files hold that: a choice leaves it out.

import { numbers } from '../numbers.js';

/** @import { Ctx, Report } from '../types.js' */

/** @typedef {Report['sources'][number]} Source */

const has = (/** @type {Source} */ { columns }, /** @type {string} */ wanted) => columns.some(({ role }) => role === wanted);
const used = (/** @type {Source} */ { kind }) => kind === 'usage';

/** By what is needed: whether a file holds it. @type {Record<string, (source: Source) => boolean>} */
const HOLDS = {
  terms: (source) => source.kind === 'subscriptions' || source.kind === 'invoices' || (source.kind === 'customers' && has(source, 'signup')),
  usage: used,
  users: (source) => used(source) && has(source, 'user'),
  'last-use': (source) => used(source) || has(source, 'last_active'),
};

/**
 * @param {Ctx} ctx
 * @param {string[]} needs of a question that has no answer
 * @returns {{needs: string[], choice: 'currency' | 'as_of' | null}} what the files lack; the choice that leaves the rest out, where they lack nothing
 */
export function leftOut({ report, settings }, needs) {
  const lacks = needs.filter((need) => !report.sources.some((source) => HOLDS[need]?.(source)));
  if (lacks.length > 0) return { needs: lacks, choice: null };
  const told = (/** @type {string} */ issue) => report.issues.some(({ code }) => code === issue);
  const choice = settings.currency && told('currency-other') ? 'currency' : settings.as_of && told('after-as-of') ? 'as_of' : null;
  return { needs, choice };
}

/** Why the needs are not met, where a choice is the reason. @param {Ctx} ctx @param {string[]} needs */
export function leftOutSaid(ctx, needs) {
  const { report, words } = ctx;
  const { choice } = leftOut(ctx, needs);
  return choice && words.t(`left-out-${choice}`, { currency: report.currency, date: report.as_of ? numbers(words, report).date(report.as_of, 'long') : '' });
}
