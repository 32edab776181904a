// The long walk through the page, and what it must never do on the way: ask for anything.

import assert from 'node:assert/strict';
import { FLAWED, SAMPLE, drop, dropLarge, given, until } from '../../../xtask/web/states.mjs';
import { en, ko, onPage, proxy, reportOf, site, state, strays, troubles } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

onPage('from files dropped to a list of customers and back, nothing is asked for and the policy is never touched', {}, async (page) => {
  // All its own parts first: from here on there is nothing left to ask for.
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.before.length > 0);
  await page.waitForLoadState('networkidle');
  const loaded = proxy.asked.length;
  assert.ok(loaded >= 5, `the page, its scripts, its style, the worker and the pack went through the proxy: ${loaded}`);

  // Files dropped, and what they were taken for.
  await drop(page, SAMPLE.map(given));
  await until(page, 'report');
  const first = await reportOf(page);
  await page.locator('.files .tools button').first().click();
  await until(page, 'mapping');
  const column = page.getByLabel(en.t('map-role-of', { column: '가입일' }));
  assert.equal(await column.inputValue(), 'signup');

  // A column given another meaning changes the report.
  await page.getByLabel(en.t('map-role-of', { column: '담당자' })).selectOption('');
  await column.selectOption('');
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.guesses[0]?.columns.find(({ header }) => header === '가입일')?.role === null);
  await page.locator('.bar .button.main').click();
  await until(page, 'report');
  const changed = JSON.parse(await reportOf(page));
  assert.notEqual(JSON.stringify(changed), JSON.stringify(JSON.parse(first)));
  assert.deepEqual(
    changed.sources.find((/** @type {any} */ { kind }) => kind === 'customers').columns.flatMap((/** @type {any} */ { header, role }) => (['가입일', '담당자'].includes(header) ? [role] : [])),
    [null, null],
  );

  // A read that is cancelled leads back to the report that was here.
  await dropLarge(page, { megabytes: 400 });
  await page.locator('.reading .numbers b').waitFor();
  await page.waitForFunction(() => (/** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.progress?.read ?? 0) > 5e6);
  await page.getByRole('button', { name: en.t('read-cancel') }).click();
  assert.equal((await state(page)).phase, 'report');
  assert.deepEqual(JSON.parse(await reportOf(page)), changed);
  assert.deepEqual((await state(page)).files, SAMPLE.map((path) => given(path).name), 'the files of the report are those it was made of');

  // The customers behind a number, after the worker was lost with the read.
  const portion = page.locator('#fig-dormancy button.portion').first();
  const n = Number(/\d+/.exec(await portion.locator('.sums b').innerText())?.[0]);
  await portion.click();
  await page.locator('#list-dormancy tbody tr').first().waitFor();
  assert.equal(await page.locator('#list-dormancy tbody tr').count(), Math.min(50, n));

  // Another language, with the list still open.
  await page.getByText('한국어', { exact: true }).first().click();
  await page.getByText(ko.t('part-leaving'), { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
  assert.match(await page.locator('#list-dormancy h4').innerText(), /[가-힣]/);

  // Another rule, and back by the browser's own button.
  const before = await reportOf(page);
  await page.locator('[data-opens=rule-by]').click();
  await page.locator('[data-panel=rule-by]').getByText(ko.t('word-quarter'), { exact: true }).click();
  await until(page, 'report');
  assert.equal(JSON.parse(await reportOf(page)).grain, 'quarter');
  assert.match(page.url(), /grain=quarter/);
  await page.goBack();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'month');
  await until(page, 'report');
  assert.equal(await reportOf(page), before);

  // Files that have nothing to do with these, and from the start again.
  await drop(page, FLAWED);
  await until(page, 'mapping', 'report');
  await page.waitForTimeout(300);

  assert.deepEqual(strays(), []);
  const asked = proxy.asked.slice(loaded).map(({ url }) => url);
  const [words, pack] = [`${site}/ko-`, /\/ebb-fast-[^/]*$/];
  assert.deepEqual(asked.filter((url) => !url.startsWith(words) && !(url.startsWith(site) && pack.test(url))), [], 'after the page had loaded nothing was asked for but the words of the language that was chosen, and the pack for a large file');
  assert.equal(asked.filter((url) => pack.test(url)).length, 1, 'a pack, once');
  assert.deepEqual(await troubles(page), [], 'neither page nor worker was stopped by the policy');
  assert.equal(await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.since.length), asked.length, 'the page’s own count says so too');
});

onPage('the sample comes from the page’s own site, and is counted', {}, async (page) => {
  await page.waitForLoadState('networkidle');
  const loaded = proxy.asked.length;
  await page.getByRole('button', { name: en.t('empty-sample') }).click();
  await until(page, 'report');
  const asked = proxy.asked.slice(loaded).map(({ url }) => decodeURI(url));
  assert.deepEqual(asked.sort(), ['index.json', ...SAMPLE.map((path) => given(path).name)].map((name) => `${site}/sample/${name}`).sort());
  assert.equal(await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.since.length), asked.length);
  await page.getByRole('button', { name: en.t('top-requests', { n: asked.length }) }).click();
  await page.getByText(en.t('requests-own')).waitFor();
});
