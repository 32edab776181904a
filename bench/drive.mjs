// Measures Ebb, the floor and the others, in turn. Run by `cargo xtask bench`, which makes the data and serves both pages.

import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { launch } from '../xtask/web/browser.mjs';
import * as ebb from './ebb.mjs';
import * as others from './others.mjs';
import { exponent, keep, kept, machine, median, table, timed, times } from './tell.mjs';

/** @param {string} name */
const told = (name) => process.env[name] ?? fail(`${name} is not set: run cargo xtask bench.`);
/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const site = told('EBB_URL');
const page = told('BENCH_URL');
const runs = Number(told('BENCH_RUNS'));
const only = (process.env.BENCH_ONLY ?? '').split(',').filter(Boolean);
/** Rows and the folder of their files. @type {Array<[number, string]>} */
const data = JSON.parse(told('BENCH_DATA'));
const FILES = ['usage.csv', 'customers.csv', 'subscriptions.csv'];

/** The file is in the system's memory before anything is measured. @param {string} file */
const warm = (file) =>
  new Promise((resolve, reject) => {
    createReadStream(file, { highWaterMark: 1 << 22 })
      .on('error', reject)
      .on('close', () => resolve(null))
      .resume();
  });

await others.bundle(told('BENCH_PAGE'));
const browser = await launch();
const about = machine(`Chromium ${browser.version()}`);
const wanted = (/** @type {string} */ name) => only.length === 0 || only.some((asked) => name.startsWith(asked));
await (process.env.BENCH_SCALE ? scale() : race());
await browser.close();

/** What the terminal says of files. @param {string} folder @param {string[]} files */
function reported(folder, files) {
  return JSON.parse(execFileSync(told('EBB_BIN'), ['report', ...files], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** The question that all answer: of each month's newcomers, how many are active in each month from then on. @param {any} report */
function triangle(report) {
  const retention = report.figures.find((/** @type {any} */ { id, segment }) => id === 'retention' && segment === undefined);
  return retention.cohorts.map((/** @type {any} */ { start, cells }) => [start.slice(0, 7), cells.filter(Boolean).map((/** @type {any} */ { n }) => n)]);
}

/** @param {string} name */
function version(name) {
  const folder = { 'duckdb-wasm': '@duckdb/duckdb-wasm' }[name] ?? name.split(',')[0];
  try {
    return String(JSON.parse(readFileSync(join(import.meta.dirname, 'node_modules', folder ?? '', 'package.json'), 'utf8')).version);
  } catch {
    return undefined;
  }
}

async function race() {
  const [[rows, folder] = fail('There is no data.')] = data;
  const paths = FILES.map((name) => join(folder, name));
  const [log = ''] = paths;
  const bytes = statSync(log).size;
  const names = ['ebb', 'ebb, at once', 'ebb, three files', ...(await others.contestants(browser, page))].filter(wanted);
  console.log(`${rows} rows, ${bytes} bytes; ${Object.values(about).join(', ')}; ${runs} runs.`);

  console.log('The terminal reads the files.');
  const alone = reported(folder, [FILES[0] ?? '']);
  const beside = names.includes('ebb, three files') ? reported(folder, FILES) : null;
  const answer = triangle(alone);
  for (const file of paths) await warm(file);

  /** @type {Map<string, {ms: number, started?: number}[]>} */
  const found = new Map(names.map((name) => [name, []]));
  /** @type {Set<string>} */
  const wrong = new Set();
  /** @type {import('./ebb.mjs').Run[]} */
  const own = [];
  /** @type {import('./ebb.mjs').Run[]} */
  const ofThree = [];
  for (let round = 0; round < runs; round += 1) {
    // Whoever comes first in one round comes later in the next.
    const order = names.map((_, i) => names[(i + round) % names.length] ?? '');
    for (const name of order) {
      const one = await measured(name);
      found.get(name)?.push(one);
      console.log(`${round + 1}/${runs}  ${(one.ms / 1000).toFixed(2).padStart(7)} s  ${name}${wrong.has(name) ? ': WRONG' : ''}`);
    }
  }

  /** @param {string} name */
  async function measured(name) {
    if (name.startsWith('ebb')) {
      const three = name === 'ebb, three files';
      const run = await ebb.run(browser, site, three ? paths : [log], name === 'ebb, at once' ? { hand: 0 } : {});
      if (name === 'ebb') own.push(run);
      if (three) ofThree.push(run);
      // The page says what the terminal says, of everything.
      if (!isDeepStrictEqual(run.report, three ? beside : alone)) wrong.add(name);
      return run;
    }
    const run = await others.run(browser, page, name, log);
    if (!isDeepStrictEqual(run.answer, name.startsWith('floor') ? bytes : answer)) wrong.add(name);
    return run;
  }

  const all = names.map((name) => {
    const each = found.get(name) ?? [];
    const started = name === 'duckdb-wasm' ? { started: Math.round(median(each.map(({ started = 0 }) => started))) } : {};
    return timed(name, each.map(({ ms }) => ms), { ...started, version: version(name), ...(wrong.has(name) ? { wrong: true } : {}) });
  });
  const floor = all.filter(({ name, wrong }) => name.startsWith('floor') && !wrong).sort((one, other) => one.median - other.median)[0];
  console.log();
  times(all);
  if (own.length === 0) return;

  const details = await detailed(own, ofThree, log);
  const goals = goalsOf(all, floor, details);
  console.log();
  table([['', 'measured', 'goal', ''], ...goals.map(({ what, is, goal, reached }) => [what, is, goal, reached ? 'reached' : 'NOT REACHED'])]);
  if (!process.env.BENCH_KEEP) return console.log('\nNot all was measured, or of other data: bench/results.json stays as it is.');
  const before = kept();
  keep({ machine: about, rows, bytes, runs, floor: floor?.name ?? '', timed: all, ebb: details, goals, ...(before?.scale ? { scale: before.scale } : {}) });
  console.log('\nWritten: bench/results.json, and the table in README.md.');
  if (wrong.size > 0) fail(`Wrong answers: ${[...wrong].join(', ')}.`);
}

/**
 * What else is to be known of Ebb.
 * @param {import('./ebb.mjs').Run[]} own of the log alone
 * @param {import('./ebb.mjs').Run[]} ofThree with customers and subscriptions before it
 * @param {string} log
 */
async function detailed(own, ofThree, log) {
  const of = (/** @type {(run: import('./ebb.mjs').Run) => number | null} */ part, runs = own) => {
    const all = runs.map(part).filter((ms) => ms !== null);
    return all.length > 0 ? timed('', all) : null;
  };
  /** @type {Array<number | null>} */
  const cancelled = [];
  for (let i = 0; i < Math.min(3, runs); i += 1) cancelled.push(await ebb.cancelled(browser, site, [log]));
  const pressed = cancelled.filter((ms) => ms !== null);
  return {
    drawn: of(({ drawn }) => drawn),
    first: of(({ first }) => first),
    firstOfThree: of(({ first }) => first, ofThree),
    task: of(({ task }) => task),
    beat: of(({ beat }) => beat),
    silence: of(({ silence }) => silence),
    cancel: pressed.length > 0 ? timed('', pressed) : null,
    questions: Object.fromEntries(Object.keys(own[0]?.questions ?? {}).map((name) => [name, of(({ questions }) => questions[name] ?? null)])),
    heap: Math.round(median(own.map(({ heap }) => heap))),
    memory: await ebb.memories(browser, site, [log]),
  };
}

/**
 * @param {import('./tell.mjs').Timed[]} all @param {import('./tell.mjs').Timed | undefined} floor
 * @param {Awaited<ReturnType<typeof detailed>>} details
 * @returns {import('./tell.mjs').Goal[]}
 */
function goalsOf(all, floor, details) {
  const own = all.find(({ name }) => name === 'ebb')?.median ?? NaN;
  /** @type {import('./tell.mjs').Goal[]} */
  const goals = [];
  if (floor) {
    const times = own / floor.median;
    goals.push({ what: `times the floor (${floor.name.replace('floor: ', '')})`, is: times.toFixed(2), goal: '1.5', reached: times <= 1.5 });
  }
  for (const [name, goal] of /** @type {Array<[string, number]>} */ ([['duckdb-wasm', 5], ['udsv', 9], ['papaparse', 15]])) {
    const other = all.find((one) => one.name === name && !one.wrong);
    if (other) goals.push({ what: `times faster than ${name}`, is: (other.median / own).toFixed(1), goal: String(goal), reached: other.median / own >= goal });
  }
  const within = (/** @type {string} */ what, /** @type {import('./tell.mjs').Timed | null} */ part, /** @type {number} */ goal) => {
    // The worst of all runs: once too late is too late.
    const worst = part ? Math.max(...part.all) : null;
    goals.push({ what, is: worst === null ? 'never' : `${worst} ms`, goal: `${goal} ms`, reached: worst !== null && worst <= goal });
  };
  within('first numbers', details.first, 500);
  if (details.firstOfThree) within('first numbers, three files', details.firstOfThree, 500);
  within('longest silence of progress', details.silence, 100);
  within('longest task of the page', details.task, 50);
  within('cancel', details.cancel, 100);
  for (const [name, part] of Object.entries(details.questions)) within(`a second question: ${name}`, part, 100);
  const most = details.memory.most / 1e6;
  goals.push({ what: `wasm memories of ${details.memory.workers} workers`, is: `${most.toFixed(0)} MB`, goal: '256 MB', reached: most <= 256 });
  return goals;
}

/** How the time grows with the rows. */
async function scale() {
  const sizes = [];
  for (const [rows, folder] of data) {
    const log = join(folder, FILES[0] ?? '');
    const bytes = statSync(log).size;
    await warm(log);
    const answer = triangle(reported(folder, [FILES[0] ?? '']));
    /** @type {Map<string, number[]>} */
    const found = new Map();
    const reading = (await others.contestants(browser, page)).filter((name) => name.startsWith('floor'));
    for (let round = 0; round < runs; round += 1) {
      const { ms, report } = await ebb.run(browser, site, [log]);
      if (!isDeepStrictEqual(triangle(report), answer)) fail(`A wrong answer at ${rows} rows.`);
      found.set('ebb', [...(found.get('ebb') ?? []), ms]);
      for (const name of reading) found.set(name, [...(found.get(name) ?? []), (await others.run(browser, page, name, log)).ms]);
    }
    const all = [...found].map(([name, each]) => timed(name, each));
    const own = all.find(({ name }) => name === 'ebb') ?? fail('Ebb was not measured.');
    const floor = all.filter(({ name }) => name !== 'ebb').sort((one, other) => one.median - other.median)[0] ?? fail('There is no floor.');
    const { most } = await ebb.memories(browser, site, [log]);
    sizes.push({ rows, bytes, ebb: own, floor, most });
    console.log(`${rows} rows, ${(bytes / 1e6).toFixed(0)} MB: ${(own.median / 1000).toFixed(2)} s; floor ${(floor.median / 1000).toFixed(2)} s (${floor.name}); ${(most / 1e6).toFixed(0)} MB of wasm memory`);
  }
  const grown = { exponent: exponent(sizes.map(({ rows, ebb }) => [rows, ebb.median])), sizes };
  console.log(`The time grows as the rows to the power of ${grown.exponent.toFixed(3)} (goal 1.05).`);
  const before = kept();
  if (!before) return console.log('Not kept: there is no bench/results.json yet.');
  keep({ ...before, scale: grown });
  console.log('Written: the sizes in bench/results.json.');
}
