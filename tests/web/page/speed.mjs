// A large file: the page goes on answering while it is read, tells how far it is, and stops at once.
// How fast is printed; what is asserted is generous, so that a busy machine breaks nothing.

import assert from 'node:assert/strict';
import { DOUBTFUL, SAMPLE, drop, dropLarge, given, until } from '../../../xtask/web/states.mjs';
import { en, measured, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

/** Begins to measure: long tasks, a heartbeat, progress. @param {import('./house.mjs').Page} page */
const watch = (page) =>
  page.evaluate(() => {
    const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    const seen = { tasks: /** @type {{at: number, ms: number}[]} */ ([]), beats: /** @type {number[]} */ ([]), progress: /** @type {number[]} */ ([]), phases: /** @type {Record<string, number>} */ ({}) };
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, ms: duration })))).observe({ type: 'longtask' });
    element.addEventListener('ebb-progress', () => seen.progress.push(performance.now()));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.beats.push(performance.now());
      seen.phases[element.work.state.phase] ??= performance.now();
      setTimeout(() => port2.postMessage(null), 4);
    };
    port2.postMessage(null);
    /** @type {any} */ (globalThis).seen = seen;
  });

onPage('while 120 MB are read the page goes on answering, and tells how far it is', {}, async (page, t) => {
  await page.waitForLoadState('networkidle');
  await watch(page);
  await dropLarge(page, { megabytes: 120 });
  await until(page, 'report');
  const { tasks, beats, progress, phases, seconds, rows } = await page.evaluate(() => {
    const { work } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    return { .../** @type {any} */ (globalThis).seen, seconds: work.state.seconds, rows: work.state.report?.sources[0].read };
  });
  const during = (/** @type {number} */ at) => at > phases.reading && at < phases.report;
  const gaps = (/** @type {number[]} */ times) => times.slice(1).map((time, i) => time - times[i]);
  const longest = (/** @type {number[]} */ times) => Math.round(Math.max(0, ...times));
  const blocked = longest(tasks.filter((/** @type {{at: number}} */ { at }) => during(at)).map((/** @type {{ms: number}} */ { ms }) => ms));
  const beat = longest(gaps(beats.filter(during)));
  const told = gaps([phases.reading, ...progress]);
  measured(t, `120 MB, ${rows} rows in ${seconds.toFixed(2)} s (${Math.round(120 / seconds)} MB/s)`);
  measured(t, `longest task of the page while reading ${blocked || 'under 50'} ms (goal 50), longest gap of a heartbeat ${beat} ms`);
  measured(t, `longest task when the report is drawn ${longest(tasks.filter((/** @type {{at: number}} */ { at }) => at >= phases.report).map((/** @type {{ms: number}} */ { ms }) => ms)) || 'under 50'} ms`);
  measured(t, `${progress.length} tellings of progress, the longest silence ${longest(told)} ms (goal 100)`);
  assert.ok(blocked < 200, `a task of ${blocked} ms`);
  assert.ok(beat < 400, `a gap of ${beat} ms`);
  assert.ok(progress.length >= Math.min(5, seconds / 0.2), `${progress.length} tellings`);
  assert.ok(longest(told) < 1000, `a silence of ${longest(told)} ms`);
});

onPage('a read is cancelled at once, and the same files can be read again', {}, async (page, t) => {
  await page.waitForLoadState('networkidle');
  await dropLarge(page, { megabytes: 600 });
  await page.waitForFunction(() => (/** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.progress?.read ?? 0) > 3e7);
  const took = await page.evaluate(async () => {
    const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    const button = /** @type {HTMLElement} */ (element.renderRoot.querySelector('.reading header button'));
    const began = performance.now();
    button.click();
    await element.updateComplete;
    while (element.renderRoot.querySelector('.reading')) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - began;
  });
  measured(t, `from the press on Cancel to the page before: ${took.toFixed(1)} ms (goal 100)`);
  assert.ok(took < 500, `${took} ms`);
  assert.equal((await state(page)).phase, 'empty');

  // The worker that was left behind is gone; the next one reads.
  await dropLarge(page, { megabytes: 1 });
  await until(page, 'report');

  // Escape does the same, back to the report that stands.
  await dropLarge(page, { name: 'more.csv', megabytes: 600 });
  await until(page, 'reading');
  await page.keyboard.press('Escape');
  await until(page, 'report');
  assert.deepEqual((await state(page)).files, ['large.csv']);
});

onPage('a read that is cancelled goes back to what was asked, and the same files can be read after all', {}, async (page) => {
  await drop(page, [DOUBTFUL]);
  await until(page, 'mapping');
  await page.evaluate(async () => {
    const { renderRoot, work } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    /** @type {HTMLElement} */ (renderRoot.querySelector('.bar .button.main')).click();
    if (work.state.phase !== 'reading') throw new Error(work.state.phase);
    work.cancel();
  });
  await until(page, 'mapping');
  await page.locator('.bar .button.main').click();
  await until(page, 'report');
});

onPage('the first numbers of a large read say of which day they are, and that it may move unless it was chosen', {}, async (page) => {
  const note = page.locator('.first .quiet');
  // The sample's payments end a day before its log does.
  for (const [settings, date, chosen] of /** @type {const} */ ([[{}, '19 October 2026', 'no'], [{ as_of: '2026-09-30' }, '30 September 2026', 'yes']])) {
    await page.evaluate((settings) => {
      /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = settings;
    }, settings);
    await dropLarge(page, { megabytes: 600, beside: SAMPLE.filter((path) => !path.includes('usage')).map(given) });
    await note.waitFor();
    assert.equal(await note.innerText(), en.t('read-first-settled', { date, chosen }));
    await page.keyboard.press('Escape');
    await until(page, 'empty');
  }
});
