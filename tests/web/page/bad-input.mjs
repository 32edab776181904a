// Bad input in the page: a sentence for each, in both languages; the rest is read; nothing from a file is ever markup.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNREADABLE, drop, reported, until } from '../../../xtask/web/states.mjs';
import { bin, en, ko, onPage, read, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('../../../xtask/web/states.mjs').Given} Given */

const GOOD = 'customer_id,name,signup,cancelled,mrr\na,Anna,2026-01-05,,40\nb,Ben,2026-01-20,2026-04-02,60\n';
const good = { name: 'good.csv', bytes: GOOD };
const usage = { name: 'usage.csv', bytes: 'customer,at,event\na,2026-06-02 10:00:00,view\nstranger,2026-06-03 10:00:00,view\n' };
/** The good file with one more line. @param {string} line @returns {Given} */
const flawed = (line) => ({ name: 'flawed.csv', bytes: `${GOOD}${line}\n` });

/** @type {{what: string, files: Given[], code: string, says: RegExp, read: number}[]} what stands on the page, told once in English by hand; rows that are read all the same */
const cases = [
  { what: 'an empty file', files: [good, UNREADABLE[0]], code: 'file-empty', says: /empty\.csv: .*(empty|nothing)/i, read: 2 },
  { what: 'a header only', files: [good, UNREADABLE[2]], code: 'file-header-only', says: /header\.csv.*: .*(row|header)/i, read: 2 },
  { what: 'a picture named .csv', files: [good, UNREADABLE[1]], code: 'file-not-text', says: /picture\.csv: .*text.* a picture/is, read: 2 },
  { what: 'a customers file without an id column', files: [good, { name: 'people.csv', bytes: 'signup,cancelled,mrr\n2026-01-05,,10\n2026-01-20,2026-01-25,20\n' }], code: 'column-missing', says: /people\.csv.*“customer id”/is, read: 2 },
  { what: 'a row with a missing id', files: [flawed(',Nobody,2026-02-01,,40')], code: 'id-missing', says: /flawed\.csv, line 4.*blank/is, read: 2 },
  { what: '30 February', files: [flawed('c,Carl,2026-02-30,,40')], code: 'date-ignored', says: /flawed\.csv, line 4, signup.*2026-02-30/is, read: 3 },
  { what: '30 February where a day is needed', files: [{ name: 'flawed.csv', bytes: 'customer,start,end,mrr\na,2026-02-30,,10\nb,2026-02-01,,10\n' }], code: 'date-unreadable', says: /flawed\.csv, line 2, start.*2026-02-30/is, read: 1 },
  { what: 'an end before its start', files: [flawed('c,Carl,2026-03-01,2026-02-01,40')], code: 'end-before-start', says: /flawed\.csv, line 4.*2026-03-01.*2026-02-01/is, read: 3 },
  { what: 'the same customer twice', files: [flawed('a,Anna,2026-01-05,,40')], code: 'customer-repeated', says: /flawed\.csv, line 4.*line 2/is, read: 2 },
  { what: 'two rows of one customer that differ', files: [flawed('a,Anna,2026-02-05,,50')], code: 'customer-conflict', says: /flawed\.csv, line \d.*“a”/is, read: 2 },
  { what: 'a usage row of an unknown customer', files: [good, usage], code: 'usage-unknown-customer', says: /one customer of the usage log.*stranger/is, read: 4 },
  { what: 'a negative price', files: [flawed('c,Carl,2026-03-01,,-40')], code: 'amount-negative', says: /flawed\.csv, line 4, mrr.*“-40”/is, read: 3 },
  { what: 'a cell of 1 MB', files: [flawed(`c,${'x'.repeat(1e6 + 100000)},2026-03-01,,40`)], code: 'cell-too-long', says: /flawed\.csv, line 4.*1100000|1,100,000/is, read: 2 },
  { what: 'the same file twice', files: [good, { ...good, name: 'copy.csv' }], code: 'file-repeated', says: /good\.csv: .*as in copy\.csv/is, read: 2 },
];

/** What the page says of one code: its whole entry among the things to look at. @param {import('./house.mjs').Page} page @param {string} part */
const entry = (page, part) => page.locator('.look', { hasText: part });

for (const { what, files, code, says, read: rows } of cases) {
  onPage(`${what} is told in a sentence, and the rest is read`, {}, async (page) => {
    await drop(page, files);
    // A column that is missing is asked for first; what is left without it is read all the same.
    if ((await until(page, 'mapping', 'report', 'broken')) === 'mapping') {
      const button = page.locator('.bar .button.main');
      if (await button.isDisabled()) {
        await page.getByText(en.t('map-missing', { roles: en.t('role-name', { role: 'customer' }) })).first().waitFor();
        await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.read());
      } else await button.click();
    }
    await until(page, 'report', 'broken');
    assert.equal((await state(page)).phase, 'report');
    const { issue, kind, total } = await page.evaluate((code) => {
      const { report } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
      const issue = report?.issues.find((issue) => issue.code === code);
      return { issue, kind: report?.sources.find(({ file }) => file === issue?.file)?.kind ?? 'none', total: report?.sources.reduce((sum, { read }) => sum + read, 0) };
    }, code);
    assert.ok(issue, `there is no ${code}`);
    const args = { kind, ...issue.args, file: issue.file ?? '', line: String(issue.line ?? ''), column: issue.column ?? '', count: issue.count };
    assert.equal(total, rows, 'rows that were read');
    for (const words of [en, ko]) {
      if (words === ko) await page.getByText('한국어', { exact: true }).first().click();
      const found = entry(page, words.t(`issue-${code}.expected`, args).slice(1));
      await found.first().waitFor();
      const text = (await found.first().innerText()).replaceAll(/\s+/g, ' ');
      for (const part of ['stands', 'expected', 'done']) assert.ok(text.toLowerCase().includes(words.t(`issue-${code}.${part}`, args).toLowerCase()), `${part}: ${text}`);
      if (words === en) assert.match(text, says);
      else assert.match(text, /[가-힣]{2}.*(다|요|오)\./);
      assert.ok(text.length < 1200, 'what stands there is shortened');
    }
  });
}

onPage('no file at all changes nothing', {}, async (page) => {
  await drop(page, []);
  assert.equal((await state(page)).phase, 'empty');
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'a word');
    for (const type of ['dragenter', 'dragover', 'drop']) document.querySelector('ebb-report')?.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
  });
  assert.equal((await state(page)).phase, 'empty');
  assert.equal(await page.locator('.dragging').count(), 0, 'what is no file is not waited for');
});

onPage('a folder that is dropped is told to be one, and the files beside it are read', {}, async (page) => {
  const place = mkdtempSync(join(tmpdir(), 'ebb-drop-'));
  mkdirSync(join(place, 'folder'));
  writeFileSync(join(place, good.name), good.bytes);
  const session = await page.context().newCDPSession(page);
  const letGo = async (/** @type {string[]} */ names) => {
    const data = { items: [], files: names.map((name) => join(place, name)), dragOperationsMask: 1 };
    for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  };
  await letGo(['folder']);
  await page.getByText(en.t('dropped-folder', { n: 1, name: 'folder' })).waitFor();
  assert.equal((await state(page)).phase, 'empty');
  await page.getByRole('button', { name: en.t('note-close') }).click();
  assert.equal(await page.locator('.notice').count(), 0);
  await letGo(['folder', good.name]);
  await reported(page);
  assert.deepEqual((await state(page)).files, [good.name]);
  await page.getByText(en.t('dropped-folder', { n: 1, name: 'folder' })).waitFor();
});

onPage('where no customer stands in the log the headline claims no ghosts', {}, async (page) => {
  const rows = Array.from({ length: 12 }, (_, i) => i + 1);
  await drop(page, [
    { name: 'customers.csv', bytes: `customer_id,signup,mrr\n${rows.map((i) => `k-${String(i).padStart(4, '0')},2026-01-05,10`).join('\n')}\n` },
    { name: 'usage.csv', bytes: `customer,at,event\n${rows.map((i) => `${i},2026-06-02 10:00:00,view`).join('\n')}\n` },
  ]);
  await reported(page);
  const text = await page.locator('[data-figure=headline]').innerText();
  assert.ok(text.includes(en.t('headline-strangers')) && text.includes(en.t('headline-strangers-lead')), text);
  assert.doesNotMatch(text, /ghost/);
});

onPage('where nothing can be read the page says so, with the reason for each file', {}, async (page) => {
  await drop(page, UNREADABLE);
  await until(page, 'broken');
  for (const words of [en, ko]) {
    if (words === ko) await page.getByText('한국어', { exact: true }).first().click();
    await page.getByRole('heading', { name: words.t('broken-nothing') }).waitFor();
    const text = await page.locator('main.broken').innerText();
    for (const { name } of UNREADABLE) assert.ok(text.includes(name), `${name}: ${text}`);
    for (const code of ['file-empty', 'file-header-only', 'file-not-text']) assert.ok(text.includes(words.t(`issue-${code}`)), `${code}: ${text}`);
  }
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: ko.t('broken-other') }).click();
  await (await chosen).setFiles({ name: good.name, mimeType: 'text/csv', buffer: Buffer.from(good.bytes) });
  await until(page, 'report');
  assert.deepEqual((await state(page)).files, ['good.csv']);
});

onPage('the rows set aside of a file are listed with their reasons, and taken along', {}, async (page) => {
  await drop(page, [{ name: 'a.csv', bytes: `${GOOD},Nobody,2026-01-05,,40\n=c,Eve,2026-01-05,2026-02-30,40\n` }, usage]);
  await reported(page);
  const row = page.locator('.sources li').filter({ hasText: 'a.csv' });
  await row.getByRole('button', { name: en.t('aside-show', { n: 2 }) }).click();
  const rows = row.locator('.aside-rows tbody tr');
  await rows.nth(1).waitFor();
  assert.deepEqual(await rows.evaluateAll((all) => all.map((one) => [...one.children].map((cell) => cell.textContent?.trim()))), [
    ['4', 'customer_id', en.t('map-blank'), en.t('issue-id-missing')],
    ['5', 'cancelled', '2026-02-30', en.t('issue-date-unreadable')],
  ]);
  const saved = page.waitForEvent('download');
  await row.getByRole('button', { name: en.t('list-csv'), exact: true }).click();
  const file = await saved;
  assert.equal(file.suggestedFilename(), 'ebb-rows-set-aside-a-2026-06-03.csv');
  assert.deepEqual((await textOf(file)).split('\r\n').slice(1), [`a.csv,4,customer_id,,${en.t('issue-id-missing')}`, `a.csv,5,cancelled,2026-02-30,${en.t('issue-date-unreadable')}`, '']);
});

onPage('a thing to look at is mended by one click, and the click undone by another', {}, async (page) => {
  await drop(page, [{ name: 'customers.csv', bytes: 'customer_id,signup,cancelled,mrr,last_login\nAb-1,2026-01-05,,40,2026-06-01\nab-1,2026-01-07,,40,2026-06-01\nc-2,2026-02-01,2026-02-01,30,2026-05-05\n' }]);
  await reported(page);
  const codes = () => page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.issues.map(({ code }) => code));
  const settings = async () => (await state(page)).settings;
  assert.ok((await codes())?.includes('end-before-start') && (await codes())?.includes('ids-alike'));
  const button = page.getByRole('button', { name: en.t('mend-last-day') });
  await button.focus();
  await page.keyboard.press('Enter');
  await until(page, 'report');
  assert.deepEqual(await settings(), { end_is: 'last-day' });
  assert.ok(!(await codes())?.includes('end-before-start'));
  assert.match(await page.locator('.mended').innerText(), new RegExp(en.t('mend-last-day')));
  assert.equal(await page.evaluate(() => document.querySelector('ebb-report')?.shadowRoot?.activeElement?.matches('[data-undo]')), true, 'focus is at the way back');
  await page.keyboard.press('Enter');
  await until(page, 'report');
  await button.waitFor();
  assert.deepEqual(await settings(), {});
  await page.getByRole('button', { name: en.t('mend-join-folded') }).click();
  await page.getByRole('button', { name: en.t('mend-join-exact') }).waitFor();
  assert.deepEqual(await settings(), { join: 'folded' });
});

onPage('whom a thing to look at counts is listed, as many as it says', {}, async (page) => {
  await drop(page, [{ name: 'customers.csv', bytes: 'customer_id,signup,cancelled,mrr\nAb-1,2026-01-05,,40\nab-1,2026-01-07,,40\nc-2,2026-02-01,,30\n' }]);
  await reported(page);
  const button = page.getByRole('button', { name: en.t('look-customers') });
  await button.click();
  const list = page.locator('#list-issue-ids-alike');
  await list.locator('tbody tr').first().waitFor();
  assert.deepEqual(await list.locator('tbody tr').count(), 2);
  assert.match(await list.innerText(), /Ab-1[^]*ab-1/);
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await button.click();
  assert.equal(await list.count(), 0);
});

/** Text that would be markup, a formula, or a property of every object. */
const HOSTILE = ['<img src=x onerror=window.hit=1>', '=cmd|calc!A1', '"><script>window.hit=1</script>', '{ $file } ${1}', '+SUM(A1)', '@here', '-2+3', '__proto__', '&amp;', '\u202Etxet'];

onPage('text from files is only ever text, on the page and in files taken along', {}, async (page) => {
  const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.map((text, i) => [text, `${text} ${i}`, '2026-01-05', i % 2 ? '2026-04-02' : '', '40', text].map(cell).join(','));
  const name = '<b>bold</b>.csv';
  await drop(page, [
    { name, bytes: `customer_id,name,signup,cancelled,mrr,${cell('<i>plan</i>')}\n${rows.join('\n')}\n${HOSTILE.map((text) => [`${text}x`, 'n', text, '', '40', 'p'].map(cell).join(',')).join('\n')}\n` },
    { name: 'log.csv', bytes: `customer,at,event\n${HOSTILE.map((text) => [text, '2026-05-06 10:00:00', text].map(cell).join(',')).join('\n')}\n` },
  ]);
  await reported(page);
  assert.equal((await state(page)).phase, 'report');
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { split: '<i>plan</i>' };
  });
  await until(page, 'report');
  await page.locator('[data-opens=rule-use]').click();
  await page.locator('[data-panel=rule-use]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.look .mend button').first().click();
  await page.locator('#fig-customer_movements .equation button.n').first().click();
  await page.locator('#list-customer_movements table').waitFor();
  for (const button of await page.locator('.files .tools button').first().all()) await button.focus();

  const found = await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
    return { markup: [...root.querySelectorAll('img, script, iframe, object, figure i[src], b b')].map(({ outerHTML }) => outerHTML), hit: /** @type {any} */ (globalThis).hit };
  });
  assert.deepEqual(found, { markup: [], hit: undefined });
  const text = (await read(page)).join('\n');
  for (const hostile of HOSTILE.slice(0, 3)) assert.ok(text.includes(hostile), `${hostile} stands there as it is`);

  const saved = page.waitForEvent('download');
  await page.locator('#list-customer_movements').getByRole('button', { name: en.t('list-csv'), exact: true }).click();
  const list = await textOf(await saved);
  const lines = list.split('\r\n').slice(1);
  const fields = lines.flatMap((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, field]) => field.replace(/^"|"$/g, '').replaceAll('""', '"')));
  assert.ok(fields.some((field) => field.startsWith("'=cmd")), 'the formula is there, as text');
  assert.deepEqual(fields.filter((field) => /^[=+@\t\r]|^-[^\d]|^-\d+[+]/.test(field)), []);

  const file = join(mkdtempSync(join(tmpdir(), 'ebb-')), 'list.csv');
  writeFileSync(file, list);
  const back = execFileSync(bin, ['table', file], { encoding: 'utf8' });
  assert.match(back, /^=cmd\|calc!A1,/m, 'read back, the id is what it was');
  assert.doesNotMatch(back, /'[=+@-]/);

  const table = page.waitForEvent('download');
  await page.locator('#fig-customer_movements .menu-place > button').click();
  await page.locator('#fig-customer_movements').getByRole('button', { name: en.t('download-csv') }).click();
  assert.doesNotMatch(await textOf(await table), /(^|,)"?[=+@]/m);
});

onPage('a picture that is saved holds no text of files as markup', {}, async (page) => {
  await drop(page, [{ name: 'a.csv', bytes: `customer_id,signup,cancelled,mrr,plan\n${Array.from({ length: 8 }, (_, i) => `c${i},2026-0${1 + (i % 5)}-05,${i % 3 ? '' : '2026-06-10'},40,<script>${i % 2}</script>`).join('\n')}\n` }]);
  await reported(page);
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { split: 'plan' };
  });
  await until(page, 'report');
  await page.locator('#fig-logo_churn .menu-place > button').click();
  const saved = page.waitForEvent('download');
  await page.locator('#fig-logo_churn').getByRole('button', { name: en.t('download-svg') }).click();
  const svg = await textOf(await saved);
  assert.match(svg, /^<svg /);
  assert.doesNotMatch(svg, /<script|var\(--|<style/);
  const whole = await page.evaluate((svg) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    return image.decode().then(() => [image.naturalWidth, image.naturalHeight]);
  }, svg);
  assert.ok(whole.every((side) => side > 100), `${whole}`);
});

/** @param {import('playwright-core').Download} download */
async function textOf(download) {
  const pieces = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
