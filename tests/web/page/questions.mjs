// What values cannot tell is asked with its answers side by side, and the answer reaches the report.

import assert from 'node:assert/strict';
import { TWOFOLD, drop, until } from '../../../xtask/web/states.mjs';
import { en, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

onPage('the order of day and month and the decimal sign are asked with three values each', {}, async (page) => {
  await drop(page, [TWOFOLD]);
  await until(page, 'mapping');
  const [days, prices] = [page.locator('section.question').nth(0), page.locator('section.question').nth(1)];
  assert.match(await days.innerText(), /03\/04\/2027 is 4 March 2027[\s\S]*07\/02\/2027 is 2 July 2027[\s\S]*03\/04\/2027 is 3 April 2027/);
  assert.match(await prices.innerText(), /1\.234 is 1\.234[\s\S]*1\.234 is 1,234/);
  const edges = await page.locator('section.question .readings b + span').evaluateAll((values) => values.map((value) => [getComputedStyle(value).borderLeftWidth, getComputedStyle(value).paddingLeft]));
  assert.deepEqual(edges, edges.map(() => ['0px', '0px']), 'the values have no style of the empty page’s sample');
  await days.getByText(en.t('reading-name', { reading: 'day-first' })).click();
  await until(page, 'mapping');
  await prices.getByText(en.t('reading-name', { reading: 'comma' })).click();
  await until(page, 'mapping');
  assert.deepEqual((await state(page)).settings, { readings: { [TWOFOLD.name]: { 갱신일: 'day-first', '월 요금': 'comma' } } });
  assert.equal(await page.locator('section.question').count(), 2, 'an answered question stays, with its answer');
  assert.doesNotMatch(decodeURIComponent(page.url()), /readings|갱신/);
  await page.locator('.bar .button.main').click();
  await until(page, 'report');
  const codes = () => page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.issues.map(({ code }) => code));
  assert.ok(!(await codes())?.some((code) => code.endsWith('-guessed')));
});

onPage('a reading that was guessed is turned round by one click', {}, async (page) => {
  await drop(page, [TWOFOLD]);
  await until(page, 'mapping');
  await page.locator('.bar .button.main').click();
  await until(page, 'report');
  await page.getByRole('button', { name: en.t('mend-reading', { reading: 'comma' }) }).click();
  await page.locator('.mended').waitFor();
  await until(page, 'report');
  assert.deepEqual((await state(page)).settings, { readings: { [TWOFOLD.name]: { '월 요금': 'comma' } } });
});

onPage('the encoding of a file is asked with its first telling lines in each, and the answer holds for the report', {}, async (page) => {
  // "가나" in CP949, too little to tell it from others; the plain lines tell nothing and are not shown.
  const bytes = Buffer.concat([Buffer.from('customer_id,name,signup,mrr\nC-1,a,2026-01-05,40\nC-2,'), Buffer.from([0xb0, 0xa1, 0xb3, 0xaa]), Buffer.from(',2026-02-05,40\n')]);
  await drop(page, [{ name: 'cp949.csv', bytes }]);
  await until(page, 'mapping');
  const answers = page.locator('section.question .readings label');
  await answers.first().getByText('C-2,가나,2026-02-05,40').waitFor();
  assert.equal(await answers.first().innerText(), `${en.t('encoding-name', { encoding: 'euc-kr' })}\nC-2,가나,2026-02-05,40`);
  assert.ok((await answers.count()) > 1);
  await answers.getByText(en.t('encoding-name', { encoding: 'windows-1252' })).click();
  await until(page, 'mapping');
  assert.deepEqual((await state(page)).settings, { encodings: { 'cp949.csv': 'windows-1252' } });
  await page.locator('.bar .button.main').click();
  await until(page, 'report');
  assert.deepEqual(await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.sources.map(({ encoding }) => encoding)), ['windows-1252']);
});
