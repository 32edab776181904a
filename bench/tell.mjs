// What was measured, told: a table for a terminal, results.json, and the table in the README.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus, loadavg, totalmem } from 'node:os';

const here = import.meta.dirname;
const RESULTS = join(here, 'results.json');
const README = join(here, '../README.md');

/**
 * @typedef {{name: string, all: number[], median: number, best: number, started?: number, version?: string, wrong?: boolean}} Timed
 * @typedef {{what: string, is: string, goal: string, reached: boolean}} Goal
 * @typedef {{rows: number, bytes: number, ebb: Timed, floor: Timed, most?: number}} Size
 * @typedef {{machine: Record<string, string | number>, rows: number, bytes: number, runs: number, floor: string, timed: Timed[], ebb: Record<string, any>, goals: Goal[], scale?: {exponent: number, sizes: Size[]}}} Results
 */

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Times in ms. @param {string} name @param {number[]} all @param {Partial<Timed>} [more] @returns {Timed} */
export const timed = (name, all, more = {}) => ({ name, median: Math.round(median(all)), best: Math.round(Math.min(...all)), all: all.map(Math.round), ...more });

/** @param {string} browser */
export function machine(browser) {
  const all = cpus();
  return { processor: all[0]?.model.trim() || process.arch, cores: all.length, memory: `${Math.round(totalmem() / 2 ** 30)} GB`, system: process.platform, browser, load: Math.round((loadavg()[0] ?? 0) * 10) / 10 };
}

/** The slope of a line through the points, both axes by logarithm. @param {Array<[number, number]>} points */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (/** @type {number} */ axis) => logs.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a = 0, b = 0]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a = 0]) => sum + (a - x) ** 2, 0);
}

/** @returns {Results | null} */
export function kept() {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Results} results */
export function keep(results) {
  const text = JSON.stringify(results, null, 1).replaceAll(/\[\s+([\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replaceAll(/\s+/g, ' ')}]`);
  writeFileSync(RESULTS, `${text}\n`);
  const readme = readFileSync(README, 'utf8');
  const [before, rest] = readme.split('<!-- bench -->');
  const after = rest?.split('<!-- /bench -->')[1];
  if (after === undefined) throw new Error('The README has no place between <!-- bench --> and <!-- /bench -->.');
  writeFileSync(README, `${before}<!-- bench -->\n${inReadme(results)}<!-- /bench -->${after}`);
}

const seconds = (/** @type {number} */ ms) => (ms < 9950 ? (ms / 1000).toFixed(2) : (ms / 1000).toFixed(1));
const megabytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;
const grouped = (/** @type {number} */ n) => n.toLocaleString('en').replaceAll(',', ' ');

/** @param {Results} results */
function inReadme({ machine, rows, bytes, runs, floor, timed, ebb, scale }) {
  const own = timed.find(({ name }) => name === 'ebb')?.median ?? NaN;
  const rowsOf = timed.filter(({ name }) => !name.startsWith('floor') || name === floor);
  const lines = rowsOf.map(({ name, median, best, wrong, version }) => {
    const called = { ebb: '**Ebb, from the drop to the report**', 'ebb, at once': 'Ebb, dropped without a drag before', 'ebb, three files': 'Ebb, customers and subscriptions beside it' }[name] ?? (name === floor ? 'reading the file and doing nothing' : [name, version].filter(Boolean).join(' '));
    return wrong ? `| ${called} | wrong answer | | |` : `| ${called} | ${seconds(median)} s | ${seconds(best)} s | ${(median / own).toFixed(1)} |`;
  });
  const told = [
    `${grouped(rows)} events (${megabytes(bytes)}), ${machine.browser}, ${machine.cores} cores of ${machine.processor}, ${machine.memory}; ${runs === 1 ? 'one run' : `${runs} runs in turn`}.`,
    Number(machine.load) > 1 ? `Other programs kept the machine busy (load ${machine.load} before it began): a hint, no more.` : '',
    ebb.memory ? `Ebb's workers held ${megabytes(ebb.memory.most)} of wasm memory together.` : '',
    scale ? `From ${megabytes(scale.sizes[0]?.bytes ?? 0)} to ${megabytes(scale.sizes.at(-1)?.bytes ?? 0)} its time grew as the rows to the power of ${scale.exponent.toFixed(2)}.` : '',
  ];
  return `\n| | median | best | times Ebb |\n|---|---|---|---|\n${lines.join('\n')}\n\n${told.filter(Boolean).join(' ')}\n\n`;
}

/** @param {string[][]} rows */
export function table(rows) {
  const wide = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(wide[at] ?? 0) : cell.padStart(wide[at] ?? 0))).join('  ').trimEnd());
}

/** @param {Timed[]} all */
export function times(all) {
  const own = all.find(({ name }) => name === 'ebb')?.median;
  table([
    ['', 'median s', 'best s', 'times Ebb', 'start s'],
    ...all.map(({ name, median, best, wrong, started }) =>
      wrong ? [name, 'wrong', '', '', ''] : [name, seconds(median), seconds(best), own ? (median / own).toFixed(2) : '', started === undefined ? '' : seconds(started)],
    ),
  ]);
}
