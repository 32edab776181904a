// Files that are expected: who reads them is there before they are let go, or comes too late and is in no one's way.

import assert from 'node:assert/strict';
import { FLAWED, drop, reported, until } from '../../../xtask/web/states.mjs';
import { en, onPage, reportOf, same } from './house.mjs';
import { choose, less, line, million, people } from './logs.mjs';

/**
 * @typedef {import('./house.mjs').EbbReport} EbbReport
 * @typedef {import('./house.mjs').Page} Page
 */

/** Counts the workers of the page. @param {Page} page */
const counted = (page) =>
  page.addInitScript(() => {
    const { Worker } = globalThis;
    /** @type {any} */ (globalThis).workers = 0;
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} address @param {WorkerOptions} [how] */
      constructor(address, how) {
        super(address, how);
        /** @type {any} */ (globalThis).workers += 1;
      }
    };
  });
const workers = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).workers);

/** Files are dragged over the page. @param {Page} page */
const drag = (page) => drop(page, [FLAWED[0]], ['dragenter', 'dragover']);

for (const [how, text] of Object.entries({ large: less, small: people }))
  onPage(`a worker with the fast pack is there before a ${how} file is let go, and reads it`, { before: counted }, async (page) => {
    await page.waitForLoadState('networkidle');
    const before = await workers(page);
    const pack = page.waitForResponse(/ebb-fast-/);
    await drag(page);
    await drag(page);
    await pack;
    await page.waitForTimeout(300);
    assert.equal(await workers(page), before + 1);
    await choose(page, [text]);
    await reported(page);
    same(await reportOf(page), line(text));
    // The other is gone, and so is who would have helped.
    assert.equal(await workers(page), before + 1);
    assert.equal(page.workers().length, 1);
  });

onPage('a small file that is let go before the fast pack is there does not wait for it', {
  before: (page) => Promise.all([counted(page), page.route(/ebb-fast-/, () => {})]),
}, async (page) => {
  await page.waitForLoadState('networkidle');
  const before = await workers(page);
  await drag(page);
  await page.waitForTimeout(300);
  await choose(page, [people]);
  await reported(page);
  same(await reportOf(page), line(people));
  assert.equal(await workers(page), before + 1);
  assert.equal(page.workers().length, 1);
});

onPage('who is about to choose files finds the fast pack there; a read that follows can be cancelled and begun again', {}, async (page) => {
  await page.waitForLoadState('networkidle');
  const pack = page.waitForResponse(/ebb-fast-/);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: en.t('empty-choose') }).click();
  await pack;
  await (await chooser).setFiles([million]);
  await until(page, 'reading');
  await page.getByRole('button', { name: en.t('read-cancel') }).click();
  await until(page, 'empty');
  await choose(page, [less]);
  await reported(page);
  same(await reportOf(page), line(less));
});

onPage('who saves data is asked for no pack before a large file comes', {
  before: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
}, async (page) => {
  await page.waitForLoadState('networkidle');
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await drag(page);
  await page.waitForTimeout(300);
  assert.deepEqual(asked, []);
});

onPage('a large file that is dropped before the page has all its parts is read', {
  before: (page) =>
    page.route(/\/ebb-[0-9A-F]+\.wasm$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    }),
}, async (page) => {
  await choose(page, [less]);
  await reported(page);
  same(await reportOf(page), line(less));
  // What came too late has put nothing in its place.
  await page.waitForLoadState('networkidle');
  const { session } = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.analyst.memory());
  assert.ok(session > 2e6, `${session}`);
});
