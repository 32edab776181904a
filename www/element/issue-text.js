// A thing to look at, in sentences: where and what is wrong; what stands there, what was expected, what was done.

import { split } from '../numbers.js';

/**
 * @typedef {import('../analyst/protocol.js').Issue} Issue
 * @typedef {import('../words.js').Words} Words
 */

/** A clause becomes a sentence. @param {string} clause */
const sentence = (clause) => {
  const whole = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
};

/** Codes whose place says all there is to say of lines. */
const WITHOUT_MORE = ['customers'];

/** Days that are ours: what stands in a file is told as it stands there. */
const DAYS = ['date', 'until', 'as_of'];

/** A day as days are written elsewhere. @param {Words} words @param {[string, any]} arg */
function dated(words, [name, value]) {
  if (!DAYS.includes(name) || !/^\d{4}-\d\d-\d\d$/.test(value)) return [name, value];
  const [y, m, d] = split(value);
  return [name, words.t('date-long', { y: String(y), m, d: String(d) })];
}

/** @param {Words} words @param {Issue} issue @param {string | null} [kind] of its file */
function argsOf(words, { args, file, line, column, count }, kind) {
  return { kind: kind ?? 'none', ...Object.fromEntries(Object.entries(args).map((arg) => dated(words, arg))), file: file ?? '', line: line === undefined ? '' : String(line), column: column ?? '', count };
}

/** Where it is. @param {Words} words @param {Issue} issue */
export function place(words, { file, line, column, count, args }) {
  if (!file) return '';
  const where = { file, line: line === undefined ? '' : line, column: column || 'none', more: count - 1 };
  if (line === undefined) return column ? words.t('look-place-column', where) : file;
  const more = count > 1 && WITHOUT_MORE.every((name) => !(name in args));
  return words.t(more ? 'look-place-more' : 'look-place', where);
}

/** What is wrong, with its place. @param {Words} words @param {Issue} issue */
export function headline(words, issue) {
  const where = place(words, issue);
  const wrong = words.t(`issue-${issue.code}`, argsOf(words, issue));
  return where ? `${where}: ${wrong}` : wrong.charAt(0).toUpperCase() + wrong.slice(1);
}

/** Why a row was set aside. @param {Words} words @param {Issue} issue */
export const reason = (words, issue) => words.t(`issue-${issue.code}`, argsOf(words, issue));

/** The three sentences. @param {Words} words @param {Issue} issue @param {string | null} [kind] of its file @returns {string[]} */
export function issueText(words, issue, kind) {
  return ['stands', 'expected', 'done'].map((part) => sentence(words.t(`issue-${issue.code}.${part}`, argsOf(words, issue, kind))));
}
