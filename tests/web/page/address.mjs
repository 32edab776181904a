// The address keeps the choices, never anything from a file; each change is a step, and back is undo.

import assert from 'node:assert/strict';
import { SAMPLE, drop, given, reported, sample, until } from '../../../xtask/web/states.mjs';
import { en, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('./house.mjs').Page} Page */

/** @param {Page} page */
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);
/** @param {Page} page */
const grain = (page) => page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain);
/** @param {Page} page @param {string} word */
async function chooseGrain(page, word) {
  if ((await page.locator('[data-panel=rule-by]').count()) === 0) await page.locator('[data-opens=rule-by]').click();
  await page.locator('[data-panel=rule-by]').getByText(en.t(`word-${word}`), { exact: true }).click();
  await page.waitForFunction((word) => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === word, word);
  await until(page, 'report');
}

onPage('choices in the address are told on the empty page and hold for the report', { hash: '&grain=quarter&silent=14&retention.mode=on-or-after&as_of=2026-08-31' }, async (page) => {
  const told = await page.locator('.drop').innerText();
  assert.match(told, /31 Aug 2026/);
  assert.match(told, /14 days/);
  await sample(page);
  const report = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report);
  assert.equal(report?.as_of, '2026-08-31');
  assert.equal(report?.grain, 'quarter');
  assert.deepEqual((await state(page)).settings, { grain: 'quarter', silent: 14, retention: { mode: 'on-or-after' }, as_of: '2026-08-31' });
  assert.equal(await page.locator('.chip.differs').count(), 3);
});

onPage('each change is one step: back undoes it, forward does it again, and the address follows', {}, async (page) => {
  await sample(page);
  await chooseGrain(page, 'quarter');
  assert.match(hash(page), /grain=quarter/);
  await chooseGrain(page, 'year');
  await page.goBack();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'quarter');
  assert.match(hash(page), /grain=quarter/);
  await page.goBack();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'month');
  assert.doesNotMatch(hash(page), /grain/);
  await page.goForward();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'quarter');
  await until(page, 'report');
  // Undo in the sheet is the same step.
  await page.locator('[data-opens=sheet]').click();
  await page.getByRole('button', { name: en.t('settings-undo') }).click();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'month');
  await until(page, 'report');
  assert.equal(await grain(page), 'month');
});

onPage('what the address holds and nobody knows is named and left out', { hash: '&grain=fortnight&colour=red&silent=-4&split=plan&as_of=2026-13-45&active.events=login&retention.unit=week' }, async (page) => {
  const { ignored, settings } = await state(page);
  assert.deepEqual([...ignored].sort(), ['active.events', 'as_of', 'colour', 'grain', 'silent', 'split']);
  await page.getByText(en.t('ignored-keys', { keys: ignored.join(', ') })).waitFor();
  assert.equal(settings.grain, undefined);
  assert.equal(settings.split, undefined);
  assert.deepEqual(settings.retention, { unit: 'week' });
  await page.getByRole('button', { name: en.t('note-close') }).click();
  await sample(page);
});

onPage('a setting that the core refuses is said in words, and the page goes on', { hash: '&zone=Nowhere/Atall' }, async (page) => {
  await drop(page, SAMPLE.map(given));
  await until(page, 'broken', 'report');
  if ((await state(page)).phase === 'broken') {
    await page.getByRole('button', { name: en.t('broken-defaults') }).click();
    await reported(page);
  }
  assert.equal((await state(page)).phase, 'report');
});

onPage('nothing from files ever stands in the address, the title or the store of the browser', {}, async (page) => {
  await drop(page, SAMPLE.map(given));
  await until(page, 'report');
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = {
      split: '요금제',
      segment: { 요금제: ['Pro'] },
      active: { events: ['report_export'], min_rows: 2 },
      columns: { '고객목록.csv': { 담당자: 'owner' } },
      kinds: { '고객목록.csv': 'customers' },
      grain: 'quarter',
      currency: 'KRW',
      dormancy: [7, 30, 90],
    };
  });
  await until(page, 'report');
  await page.locator('#fig-dormancy button.portion').first().click();
  await page.locator('#list-dormancy table').waitFor();
  await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).deeds.go('retention'));
  assert.equal(hash(page), '#lang=en&theme=light&at=retention&grain=quarter&currency=KRW&active.min_rows=2&dormancy=7,30,90');
  const kept = await page.evaluate(async () => ({
    title: document.title,
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    state: JSON.stringify(history.state),
  }));
  assert.deepEqual({ ...kept, state: undefined }, { title: 'Ebb', local: 0, session: 0, cookies: '', databases: 0, state: undefined });
  assert.match(kept.state, /^\{"ebb":\d+\}$/);
});

onPage('language, theme and the figure in view are in the address, and no step of their own', {}, async (page) => {
  await sample(page);
  const before = await page.evaluate(() => history.length);
  await page.getByText('한국어', { exact: true }).first().click();
  await page.locator('.theme').click();
  await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).deeds.go('logo_churn'));
  assert.equal(hash(page), '#lang=ko&theme=dark&at=logo_churn');
  assert.equal(await page.evaluate(() => history.length), before);
});

onPage('a figure named in the address is gone to once the report is there', { hash: '&at=logo_cohorts' }, async (page) => {
  await sample(page);
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).at === 'logo_cohorts');
  const top = await page.locator('#fig-logo_cohorts').evaluate((place) => place.getBoundingClientRect().top);
  assert.ok(top > -40 && top < 300, `${top}`);
});
