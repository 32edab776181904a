// The worker stops: the page says so and goes on with the same files.

import assert from 'node:assert/strict';
import { FATAL, FLAWED, TRAP, alterWorker, drop, reported, until } from '../../../xtask/web/states.mjs';
import { en, ko, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

const poison = { name: 'poison.csv', bytes: `customer,at,event\na-1,2026-06-02,${FATAL}\n` };
const customers = FLAWED[0];

onPage('after a trap in the pack the page names the file, and goes on without it', { before: (page) => alterWorker(page, { before: TRAP }) }, async (page) => {
  await drop(page, [customers, poison]);
  await until(page, 'broken');
  await page.getByRole('heading', { name: en.t('broken-stopped', { file: 'poison.csv' }) }).waitFor();
  const { problem } = await state(page);
  assert.equal(problem?.code, 'stopped');
  assert.match(problem?.text ?? '', /index out of bounds \(src\/intake\/rows\.rs:1\)/, 'what the panic hook said');

  await page.getByText('한국어', { exact: true }).first().click();
  await page.getByRole('heading', { name: ko.t('broken-stopped', { file: 'poison.csv' }) }).waitFor();
  await page.getByText('English', { exact: true }).first().click();

  // The same files meet the same end, in a worker of its own.
  const again = page.evaluate(() => new Promise((resolve) => document.querySelector('ebb-report')?.addEventListener('ebb-problem', (event) => resolve(/** @type {CustomEvent} */ (event).detail.code), { once: true })));
  await page.getByRole('button', { name: en.t('broken-try') }).click();
  assert.equal(await again, 'stopped');
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-without') }).click();
  await until(page, 'report');
  assert.deepEqual((await state(page)).files, ['customers.csv']);

  // And again, over the report that stands.
  await drop(page, [poison]);
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-without') }).click();
  await until(page, 'report');
});

onPage('what happened can be copied, with nothing of the files in it', {
  before: async (page) => {
    await alterWorker(page, { before: TRAP });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  },
}, async (page) => {
  await drop(page, [customers, poison]);
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-copy') }).click();
  await page.getByRole('button', { name: en.t('broken-copied') }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /stopped: index out of bounds/);
  assert.doesNotMatch(copied, /poison|customer|a-1/);
});

onPage('a worker that stopped once reads the same files when it is tried again', {
  before: (page) =>
    alterWorker(page, {
      // A setting tells the second try from the first.
      before: `addEventListener('message', ({ data }) => { if (data.do === 'read' && !data.settings.grace) { postMessage({ panic: { text: 'out of bounds', place: 'src/x.rs:1' } }); throw new Error('unreachable'); } });`,
    }),
}, async (page) => {
  await drop(page, [customers]);
  await until(page, 'broken');
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { grace: 1 };
  });
  await page.getByRole('button', { name: en.t('broken-try') }).click();
  await reported(page);
  assert.equal((await state(page)).phase, 'report');
  assert.deepEqual((await state(page)).files, ['customers.csv']);
});

onPage('a change of settings that stops the worker says so too, and the report comes again', {
  before: (page) => alterWorker(page, { before: `addEventListener('message', ({ data }) => { if (data.do === 'report' && data.settings.grain === 'year') throw new Error('unreachable'); });` }),
}, async (page) => {
  await drop(page, [customers]);
  await reported(page);
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { grain: 'year' };
  });
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-try') }).click();
  await reported(page);
  assert.equal((await state(page)).phase, 'report');
});

onPage('a worker that ends before the pack has come is told, and not waited for', {
  trouble: true,
  before: async (page) => {
    await alterWorker(page, { before: `throw new Error('not today');` });
    await page.route(/\/ebb-[0-9A-F]+\.wasm$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
  },
}, async (page) => {
  await drop(page, [customers]);
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-try') }).waitFor();
});

onPage('a worker that cannot even be started is told, and not waited for', { trouble: true, before: (page) => alterWorker(page, { before: `throw new Error('not today');` }) }, async (page) => {
  await drop(page, [customers]);
  await until(page, 'broken');
  await page.getByRole('button', { name: en.t('broken-try') }).waitFor();
});
