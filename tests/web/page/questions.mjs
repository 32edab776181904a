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

onPage('the encoding of a file is asked with its first telling lines in each', {}, async (page) => {
  // "고객" in CP949, which Windows-1252 reads as other signs; the plain line tells nothing and is not shown.
  await drop(page, [TWOFOLD, { name: 'cp949.csv', bytes: Buffer.concat([Buffer.from('customer_id,at\n'), Buffer.from([0xb0, 0xed, 0xb0, 0xb4]), Buffer.from(',2026-01-05\n')]) }]);
  await until(page, 'mapping');
  const shown = await page.evaluate(() => {
    const { work } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    return work.analyst.preview('cp949.csv', ['euc-kr', 'windows-1252']);
  });
  assert.deepEqual(shown, [['고객,2026-01-05'], ['°í°´,2026-01-05']]);
});
