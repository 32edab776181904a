// What comes out of files is as long, and as hostile, as people write it: the page's own words and numbers keep their place.

import assert from 'node:assert/strict';
import { drop, reported, sample, until } from '../../../xtask/web/states.mjs';
import { en, ko, onPage } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('./house.mjs').Page} Page */

const LONG = 'Northwestern International Logistics & Warehousing GmbH';
const PLANS = ['엔터프라이즈 연간 약정(부가세 별도 전담 매니저 포함 2026년 개정 요금)', 'Enterprise annual commitment VAT excluded', '스타터'];
const TURNING = '\u202ER9';

/** Customers with long names and plans, one of them of 500 letters, one whose id turns what follows. */
const customers = [
  'customer_id,name,plan,mrr,signup,cancelled,last_login',
  ...Array.from({ length: 60 }, (_, i) => `C${i},${i === 3 ? '긴'.repeat(500) : LONG},${PLANS[i % 3]},${300 + i},2025-01-${String(1 + (i % 28)).padStart(2, '0')},${i % 5 === 0 ? `2025-0${3 + (i % 6)}-11` : ''},2025-0${1 + (i % 9)}-15`),
  `${TURNING},one,${PLANS[2]},900,2025-02-01,,2025-02-03`,
  `${TURNING},two,${PLANS[2]},900,2025-02-02,,2025-02-04`,
].join('\n');

/** @param {Page} page @param {Record<string, unknown>} settings */
async function given(page, settings = {}) {
  await drop(page, [{ name: 'customers.csv', bytes: customers }]);
  await reported(page);
  if (Object.keys(settings).length === 0) return;
  await page.evaluate((settings) => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.change(settings), settings);
  await until(page, 'report');
}

/** How wide the page is over its window. @param {Page} page */
const over = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [width, most] of [
  [390, 0.6],
  [1280, 0.6],
])
  onPage(`long names leave room for the numbers beside them, ${width} wide`, { width }, async (page) => {
    await given(page);
    await page.locator('#fig-ghost_list .list-tools .button').first().click();
    const share = await page.locator('#fig-ghost_list .sideways').evaluate((box) => (box.querySelector('tbody td')?.getBoundingClientRect().width ?? 0) / box.clientWidth);
    assert.ok(share > 0 && share <= most, `the names take ${share}`);
    assert.equal(await over(page), 0);
  });

onPage('long values of a split push nothing out: the page stays in its window, a line’s name is cut with a sign', { width: 390 }, async (page) => {
  await given(page, { split: 'plan' });
  await page.locator('#fig-logo_cohorts select').waitFor();
  assert.equal(await over(page), 0);
  const names = await page.locator('#fig-logo_churn svg text:has(title)').evaluateAll((texts) =>
    texts.map((text) => ({ title: text.querySelector('title')?.textContent, seen: text.firstChild?.textContent, right: text.getBoundingClientRect().right - (text.closest('.scroll')?.getBoundingClientRect().right ?? 0) })),
  );
  assert.deepEqual(names.map(({ title }) => title).sort(), [en.t('segment-all'), ...PLANS].sort());
  for (const { title, seen, right } of names) {
    assert.ok(right <= 0, `${title} goes ${right} too far`);
    if (PLANS.slice(0, 2).includes(title ?? '')) assert.match(seen ?? '', /.…$/u);
  }
});

onPage('a picture that shows only the whole of a split says where its values are', {}, async (page) => {
  await given(page, { split: 'plan' });
  const told = en.t('split-note', { drawn: 0 });
  for (const figure of ['dormancy', 'ghost_revenue', 'customer_movements', 'mrr_movements']) assert.match((await page.locator(`#fig-${figure} .note`).first().textContent()) ?? '', new RegExp(told), figure);
  assert.ok(!(await page.locator('#fig-logo_churn .note').first().textContent())?.includes(told));
  // Ghost revenue keeps its bars.
  assert.ok((await page.locator('#fig-ghost_revenue svg rect[stroke]').count()) > 0);
  assert.equal(await page.locator('#fig-ghost_revenue .legend li').count(), 2);
});

onPage('an id that turns what follows it turns no sentence of ours, and leaves the page as it came', {}, async (page) => {
  await given(page);
  const said = await page.locator('.look').filter({ hasText: 'R9' }).first().innerText();
  assert.ok(said.includes(`\u2068${TURNING}\u2069`), JSON.stringify(said));
  const rows = page.locator('#fig-ghost_list td:first-child');
  await page.locator('#fig-ghost_list .list-tools .button').first().click();
  assert.ok((await rows.filter({ hasText: 'R9' }).locator('bdi').count()) > 0);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: en.t('list-csv-merge') }).click();
  const stream = await (await waiting).createReadStream();
  let csv = '';
  for await (const piece of stream) csv += piece;
  assert.ok(csv.includes(`${TURNING},two`) && !/[\u2066-\u2069]/.test(csv));
});

onPage('squares are of one size in all rows, down to 320', { width: 320 }, async (page) => {
  await sample(page);
  const scales = await page.locator('#fig-dormancy .unit-squares').evaluateAll((drawings) => drawings.map((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width'))));
  assert.ok(scales.length > 3 && scales.every((scale) => Math.abs(scale - 1) < 0.01), `${scales}`);
});

onPage('a button says how many rows it will show', {}, async (page) => {
  await sample(page);
  const button = page.locator('#fig-ghost_list .list-tools .button').first();
  const rows = page.locator('#fig-ghost_list tbody tr');
  assert.equal((await button.textContent())?.trim(), en.t('list-more', { n: 42 }));
  await button.click();
  assert.equal(await rows.count(), 50);
});

onPage('a list that is open speaks the language of the page', {}, async (page) => {
  await sample(page);
  await page.locator('#fig-customer_movements .answer button.n').first().click();
  const title = page.locator('#list-customer_movements h4');
  await title.filter({ hasText: 'September' }).waitFor();
  await page.getByText('한국어', { exact: true }).click();
  await title.filter({ hasText: '9월' }).waitFor();
  assert.doesNotMatch((await title.textContent()) ?? '', /September/);
});

onPage('the sentence on overlap says of which months it speaks, and no interval is cut without a sign', {}, async (page) => {
  await sample(page);
  assert.match((await page.locator('#fig-logo_churn .answer').textContent()) ?? '', /The intervals of the last twelve complete months overlap/);
  const { high, arrows } = await page.locator('#fig-logo_churn .scroll svg').evaluate((svg) => ({
    high: Math.min(...[...svg.querySelectorAll('line')].map((line) => line.getBoundingClientRect().top)) - svg.getBoundingClientRect().top,
    arrows: [...svg.querySelectorAll('text')].filter((text) => text.textContent === '↑').length,
  }));
  assert.ok(high >= 0, `an interval begins ${high} above the drawing`);
  assert.ok(arrows > 0);
});

onPage('a running period has a dashed edge in forced colours too, and no ramp stands where no cell has a colour', {}, async (page) => {
  await sample(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const cell = page.locator('#fig-logo_cohorts td.partial').first();
  assert.equal(await cell.evaluate((node) => getComputedStyle(node).borderTopStyle), 'dashed');
  assert.equal(await page.locator('#fig-logo_cohorts .ramp').isVisible(), false);
});

onPage('the switch over the things to look at is not printed', {}, async (page) => {
  await drop(page, [
    { name: 'customers.csv', bytes: customers },
    { name: 'notes.csv', bytes: 'aaa,bbb\nx,y\nz,w\n' },
  ]);
  await reported(page);
  const shift = page.locator('.look-head .switch');
  assert.equal(await shift.isVisible(), true);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await shift.isVisible(), false);
});

onPage('inside another page Ebb has an edge', {}, async (page) => {
  const edge = () => page.locator('ebb-report').evaluate((host) => [getComputedStyle(host).borderTopWidth, getComputedStyle(host).borderTopLeftRadius]);
  assert.deepEqual(await edge(), ['0px', '0px']);
  await page.locator('ebb-report').evaluate((host) => host.removeAttribute('page'));
  assert.deepEqual(await edge(), ['1px', '10px']);
});

onPage('of a file that is not recognised nothing is certain', { lang: 'ko' }, async (page) => {
  await drop(page, [{ name: 'notes.csv', bytes: 'aaa,bbb\nx,y\nz,w\n' }]);
  await until(page, 'mapping');
  assert.deepEqual(await page.locator('td.sure').allTextContents(), ['', '']);
  assert.equal(await page.locator('td.sure').filter({ hasText: ko.t('map-certain') }).count(), 0);
});

onPage('a table fades at its edge where it is cut, and nowhere else', {}, async (page) => {
  await sample(page);
  await page.locator('#fig-dormancy button.portion').nth(3).click();
  await page.locator('#list-dormancy table').waitFor();
  const seen = new Set();
  for (const width of [1280, 390, 640, 1003, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
    const tables = await page.locator('.sideways').evaluateAll((places) =>
      places.map((place) => ({ name: place.querySelector('table')?.className, fades: getComputedStyle(place).maskImage !== 'none', cut: (place.querySelector('table')?.getBoundingClientRect().width ?? 0) > place.clientWidth + 0.5 })),
    );
    assert.ok(tables.length > 4, `${tables.length}`);
    assert.deepEqual(tables.filter(({ fades, cut }) => fades !== cut), [], `${width} wide`);
    for (const { cut } of tables) seen.add(cut);
  }
  assert.equal(seen.size, 2, 'some are cut, some are not');
});

onPage('under a split every list says of whom it is, and a blank value has a name everywhere', {}, async (page) => {
  const rows = Array.from({ length: 24 }, (_, i) => `C${i},${i % 3 ? 'Pro' : ''},${300 + i},2025-0${1 + (i % 4)}-03,${i % 8 === 1 || i === 3 ? '2025-06-11' : ''},2025-0${1 + (i % 9)}-15`);
  await drop(page, [{ name: 'customers.csv', bytes: ['customer_id,plan,mrr,signup,cancelled,last_login', ...rows].join('\n') }]);
  await reported(page);
  await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.change({ split: 'plan' }));
  await until(page, 'report');
  const blank = en.t('who-blank');
  assert.ok((await page.locator('#fig-logo_churn svg text:has(title)').allTextContents()).some((text) => text.includes(blank)), 'a line’s name');
  for (const id of ['logo_churn', 'dormancy']) await page.locator(`#fig-${id} .tools input[value=table]`).click();
  assert.ok((await page.locator('#fig-logo_churn thead th').allTextContents()).includes(blank), 'a column');
  assert.ok((await page.locator('#fig-dormancy tbody tr > :first-child').allTextContents()).includes(blank), 'a row');
  const opens = async (/** @type {string} */ id, /** @type {import('playwright-core').Locator} */ button) => {
    await button.click();
    const title = page.locator(`#list-${id} h4`);
    await title.filter({ hasText: /customer/ }).waitFor();
    return title.innerText();
  };
  const row = (/** @type {string} */ name) => page.locator('#fig-dormancy tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) }).locator('button.n').first();
  assert.match(await opens('dormancy', row(en.t('segment-all'))), /^\d+ customers? who .* days?,/);
  assert.match(await opens('dormancy', row('Pro')), /^Pro: \d/);
  assert.match(await opens('dormancy', row(blank)), /^\(blank\): \d/);
  await page.locator('#fig-logo_cohorts select').selectOption(blank);
  assert.match(await opens('logo_cohorts', page.locator('#fig-logo_cohorts [data-at="1,1"]')), /^\(blank\): \d/);
  await page.locator('#list-logo_cohorts .link').click();
  await page.locator('#list-logo_cohorts h4', { hasText: /cohort/ }).waitFor();
  assert.match(await page.locator('#list-logo_cohorts h4').innerText(), /^\(blank\): \d/);
});

for (const lang of ['en', 'ko'])
  onPage(`what opens on a narrow page stays in its window, ${lang}`, { lang, width: 320, height: 700 }, async (page) => {
    await sample(page);
    await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.change({ split: '요금제' }));
    await until(page, 'report');
    const openers = await page.locator('[data-opens]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-opens')));
    assert.ok(openers.length > 10, `${openers}`);
    for (const width of [320, 360, 400]) {
      await page.setViewportSize({ width, height: 700 });
      for (const opener of openers) {
        await page.locator(`[data-opens="${opener}"]`).first().click();
        const panel = page.locator('[data-panel]');
        await panel.waitFor();
        const { left, right } = await panel.evaluate((node) => node.getBoundingClientRect());
        assert.ok(left >= 0 && right <= width, `${opener} from ${left} to ${right} of ${width}`);
        assert.ok((await over(page)) <= 0, `${opener}, ${width} wide`);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
      }
      for (const menu of await page.locator('.menu-place').all()) {
        await menu.locator('button').first().click();
        const { left, right } = await menu.locator('.tool-menu').evaluate((node) => node.getBoundingClientRect());
        assert.ok(left >= 0 && right <= width, `a figure's menu from ${left} to ${right} of ${width}`);
        await page.keyboard.press('Escape');
      }
    }
  });
