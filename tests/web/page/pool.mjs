// A large file is read by several workers: the report is the same, and what happens to one of them, or to the file, is met.

import assert from 'node:assert/strict';
import { appendFileSync, copyFileSync, truncateSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FLAWED, alterWorker, drop, dropLarge, reported, until } from '../../../xtask/web/states.mjs';
import { en, ko, measured, onPage, reportOf, same, state } from './house.mjs';
import { choose, folder, less, line, million, people, wild } from './logs.mjs';

/**
 * @typedef {import('./house.mjs').EbbReport} EbbReport
 * @typedef {import('./house.mjs').Page} Page
 */

/**
 * So many helpers, and small ranges. What helpers are asked is counted on the page.
 * @param {number} helpers
 * @param {string} [more] what each worker runs first
 */
const helped = (helpers, more = '') => (/** @type {Page} */ page) =>
  Promise.all([
    page.addInitScript(() => {
      const heard = /** @type {any[]} */ ((/** @type {any} */ (globalThis).heard = []));
      new BroadcastChannel('ebb-test').onmessage = ({ data }) => heard.push(data);
    }),
    alterWorker(page, {
      before: `{
        const channel = new BroadcastChannel('ebb-test');
        addEventListener('message', ({ data }) => {
          if (data.do === 'start' && data.script) data.pool = { helpers: ${helpers}, patience: 1000, least: 2.5e5 };
          if (data.do === 'range' || data.do === 'give') channel.postMessage({ deed: data.do, from: data.from, to: data.to });
        });
        ${more}
      }`,
    }),
  ]);

/** What helpers were asked. @param {Page} page @returns {Promise<Array<{deed: string, from: number, to: number}>>} */
const heard = (page) => page.evaluate(() => /** @type {any} */ (globalThis).heard);

for (const helpers of [0, 1, 3, 7])
  onPage(`a million rows read by ${helpers + 1} give the report of the command line, byte for byte`, { before: helped(helpers) }, async (page) => {
    await choose(page, [people, million]);
    await reported(page);
    const report = await reportOf(page);
    same(report, line(people, million));
    assert.equal(JSON.parse(report).sources[1].rows, 1_000_000);
    const asked = await heard(page);
    const ranges = asked.filter(({ deed }) => deed === 'range');
    if (helpers === 0) assert.deepEqual(asked, []);
    else assert.ok(ranges.length > helpers, `${ranges.length} ranges`);
    const { session, helpers: memories } = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.analyst.memory());
    assert.equal(memories.length, helpers);
    assert.ok([session, ...memories].every((bytes) => bytes > 1e6 && bytes < 3e8), `${session} ${memories}`);
  });

onPage('a file that is read sooner than what helpers read could be put together is read by one', {}, async (page) => {
  await choose(page, [wild]);
  await reported(page);
  same(await reportOf(page), line(wild));
  const { helpers } = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.analyst.memory());
  assert.deepEqual(helpers, []);
});

onPage('first numbers are told of a part, as the least that they can be, long before all is read', {}, async (page) => {
  await page.waitForLoadState('networkidle');
  await dropLarge(page, { megabytes: 400 });
  await page.locator('.reading .first').waitFor();
  const { progress } = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state);
  assert.ok(progress && progress.read < progress.total / 2, `${progress?.read} of ${progress?.total}`);
  await page.getByRole('button', { name: en.t('read-cancel') }).click();
});

onPage('rows at the beginning that are all set aside are no end of the read, and first numbers come behind them', {}, async (page) => {
  await page.waitForLoadState('networkidle');
  await dropLarge(page, { megabytes: 400, beside: [{ name: 'blank.csv', bytes: `customer,at,event\n${',2024-01-05T10:00:00Z,view\n'.repeat(300_000)}` }] });
  // Whether the blank column holds customers is asked.
  await until(page, 'mapping');
  await page.getByRole('button', { name: en.t('map-show') }).click();
  await page.locator('.reading .first').waitFor();
  await page.getByRole('button', { name: en.t('read-cancel') }).click();
});

onPage('cells of several lines, so that a range may begin in the middle of one, change no number', { before: helped(2) }, async (page) => {
  await choose(page, [wild]);
  await reported(page);
  same(await reportOf(page), line(wild));
});

onPage('where the fast pack cannot be had the small one reads the same', {
  trouble: true,
  before: (page) => page.route(/ebb-fast-/, (route) => route.abort()),
}, async (page) => {
  await choose(page, [less]);
  await reported(page);
  same(await reportOf(page), line(less));
});

// --- Helpers that are lost.

const losses = {
  'ends without a word': `addEventListener('message', ({ data }) => { if (data.do === 'range' && data.to === data.file.size && !data.tries) self.close(); });`,
  'throws': `addEventListener('message', ({ data }) => { if (data.do === 'range' && data.to === data.file.size && !data.tries) throw new Error('lost'); });`,
  'never starts': `addEventListener('message', ({ data }) => { if (data.do === 'start' && !data.script) throw new Error('lost'); });`,
  'ends when it is to give what it read': `let lost = 0; addEventListener('message', ({ data }) => { if (data.do === 'give' && !lost++) throw new Error('lost'); });`,
  'is lost with the same range again and again': `addEventListener('message', ({ data }) => { if (data.do === 'range' && data.to === data.file.size) throw new Error('lost'); });`,
};
for (const [how, script] of Object.entries(losses))
  onPage(`a helper that ${how} costs no row`, { before: helped(2, script) }, async (page) => {
    await choose(page, [less]);
    await reported(page);
    same(await reportOf(page), line(less));
  });

onPage('a stream that never says a word costs no row and no helper', {
  before: helped(2, `{
    const { read } = ReadableStreamBYOBReader.prototype;
    const stuck = new WeakSet();
    let streams = 0;
    const seen = new WeakSet();
    ReadableStreamBYOBReader.prototype.read = function (...words) {
      if (!seen.has(this) && ++streams === 2) stuck.add(this);
      seen.add(this);
      if (!stuck.has(this)) return read.apply(this, words);
      channel.postMessage({ deed: 'stuck' });
      return new Promise(() => {});
    };
    addEventListener('message', ({ data }) => { if (data.pool) data.pool.patience = 20_000; });
  }`),
}, async (page) => {
  await choose(page, [million]);
  await reported(page);
  same(await reportOf(page), line(million));
  const asked = await heard(page);
  assert.ok(asked.some(({ deed }) => deed === 'stuck'));
  const ranges = asked.filter(({ deed }) => deed === 'range').map(({ from }) => from);
  assert.equal(new Set(ranges).size, ranges.length);
  const { helpers } = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.analyst.memory());
  assert.equal(helpers.length, 2);
});

/** Takes all memory that there is as soon as the pack is started, but for some pages of 64 kB. @param {string} when @param {number} pages */
const HOG = (when, pages) => `{
  const { Instance } = WebAssembly;
  let start = {};
  addEventListener('message', ({ data }) => { if (data.do === 'start') start = data; });
  WebAssembly.Instance = function (module, imports) {
    const instance = new Instance(module, imports);
    const { memory } = instance.exports;
    if (${when}) memory.grow(65536 - memory.buffer.byteLength / 65536 - ${pages});
    return instance;
  };
}`;

onPage('a helper that is refused memory costs no row', { before: helped(2, HOG('!start.script', 8)) }, async (page) => {
  await choose(page, [less]);
  await reported(page);
  same(await reportOf(page), line(less));
});

onPage('where memory is refused the page says so and names the file, and goes on without it', { before: helped(2, HOG('start.script', 64)) }, async (page) => {
  await drop(page, [FLAWED[0]]);
  await reported(page);
  assert.equal((await state(page)).phase, 'report');
  await choose(page, [less]);
  await until(page, 'broken');
  const { problem } = await state(page);
  assert.deepEqual([problem?.code, problem?.args.file], ['memory-refused', basename(less)]);
  await page.getByRole('heading', { name: en.t('broken-memory', { file: basename(less) }) }).waitFor();
  await page.getByText('한국어', { exact: true }).first().click();
  await page.getByRole('heading', { name: ko.t('broken-memory', { file: basename(less) }) }).waitFor();
  const again = page.evaluate(() => new Promise((resolve) => document.querySelector('ebb-report')?.addEventListener('ebb-problem', (event) => resolve(/** @type {CustomEvent} */ (event).detail.code), { once: true })));
  await page.getByRole('button', { name: ko.t('broken-try') }).click();
  assert.equal(await again, 'memory-refused');
  await page.getByRole('button', { name: ko.t('broken-without') }).click();
  await until(page, 'report');
  assert.deepEqual((await state(page)).files, [FLAWED[0].name]);
});

// --- Files that change while they are read.

/** Every worker stops after its first bytes until the page says go. */
const HOLD = `{
  const { read } = ReadableStreamBYOBReader.prototype;
  let go = () => {};
  const gate = new Promise((resolve) => (go = () => resolve(0)));
  channel.addEventListener('message', ({ data }) => data === 'go' && go());
  let first = true;
  ReadableStreamBYOBReader.prototype.read = async function (...words) {
    if (!first) {
      channel.postMessage({ deed: 'held' });
      await gate;
    }
    first = false;
    return read.apply(this, words);
  };
}`;

/** @type {Record<string, {code: string, title: string, change: (file: string) => void}>} */
const changes = {
  vanishes: { code: 'file-unreadable', title: 'broken-unreadable', change: (file) => unlinkSync(file) },
  'is cut short': { code: 'file-stale', title: 'broken-stale', change: (file) => truncateSync(file, 1e6) },
  'grows': { code: 'file-stale', title: 'broken-stale', change: (file) => appendFileSync(file, 'a,b,2025-01-01,view,1\n') },
  'is written again': { code: 'file-stale', title: 'broken-stale', change: (file) => copyFileSync(wild, file) },
};
for (const [how, { code, title, change }] of Object.entries(changes))
  onPage(`a file that ${how} while it is read by three is told, by its name`, { before: helped(2, HOLD), trouble: true }, async (page) => {
    const file = join(folder, `it-${Object.keys(changes).indexOf(how)}.csv`);
    copyFileSync(less, file);
    await drop(page, [FLAWED[0]]);
    await reported(page);
    await choose(page, [file]);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.filter((/** @type {{deed: string}} */ { deed }) => deed === 'held').length >= 3);
    change(file);
    await page.evaluate(() => new BroadcastChannel('ebb-test').postMessage('go'));
    await until(page, 'broken');
    const { problem } = await state(page);
    assert.deepEqual([problem?.code, problem?.args.file], [code, basename(file)]);
    await page.getByRole('heading', { name: en.t(title, { file: basename(file) }) }).waitFor();
    await page.getByRole('button', { name: en.t('broken-without') }).click();
    await until(page, 'report');
    assert.deepEqual((await state(page)).files, [FLAWED[0].name]);
  });

onPage('the rows that are told while helpers read only grow, up to those of the file', { before: helped(2) }, async (page) => {
  await page.evaluate(() => {
    const seen = /** @type {number[][]} */ ((/** @type {any} */ (globalThis).seen = []));
    document.querySelector('ebb-report')?.addEventListener('ebb-progress', (event) => seen.push([/** @type {CustomEvent} */ (event).detail.read, /** @type {CustomEvent} */ (event).detail.rows]));
  });
  await choose(page, [million]);
  await reported(page);
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  for (const [i, now] of seen.entries()) for (const k of [0, 1]) assert.ok(i === 0 || now[k] >= seen[i - 1][k], `${seen[i - 1]} and then ${now}`);
  const { sources } = JSON.parse(await reportOf(page));
  assert.equal(seen.at(-1)[1], sources[0].rows);
});

onPage('a read by several workers is cancelled at once, and none of them goes on', { before: helped(2) }, async (page, t) => {
  await page.waitForLoadState('networkidle');
  await dropLarge(page, { megabytes: 600 });
  await page.waitForFunction(() => (/** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.progress?.read ?? 0) > 6e7);
  const took = await page.evaluate(async () => {
    const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    const began = performance.now();
    /** @type {HTMLElement} */ (element.renderRoot.querySelector('.reading header button')).click();
    await element.updateComplete;
    while (element.renderRoot.querySelector('.reading')) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - began;
  });
  measured(t, `from the press on Cancel to the page before, with helpers: ${took.toFixed(1)} ms (goal 100)`);
  assert.ok(took < 500, `${took} ms`);
  // A helper that were left behind would go on asking for ranges.
  await page.waitForTimeout(500);
  const before = (await heard(page)).length;
  await page.waitForTimeout(500);
  assert.equal((await heard(page)).length, before);
  assert.equal((await state(page)).phase, 'empty');
});
