// The report in the page is the command line's, byte for byte.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SAMPLE, drop, given, reported, root, sample, until } from '../../../xtask/web/states.mjs';
import { onPage, reportOf, same, terminal } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

const shared = join(root, '../shared/data');

/** @type {{says: string, files: string[], settings: Record<string, unknown>}[]} */
const cases = [
  { says: 'the sample', files: SAMPLE, settings: {} },
  { says: 'the sample by quarter in Japan, split by plan, as of a day', files: SAMPLE, settings: { grain: 'quarter', zone: 'Japan', split: '요금제', as_of: '2026-08-31', retention: { mode: 'on-or-after' } } },
  ...['dbt_subscription_periods', 'telco_customer_churn', 'cdnow_sample'].map((name) => ({ says: `${name}.csv`, files: [join(shared, `${name}.csv`)], settings: {} })),
  { says: 'telco_customer_churn.csv split by contract', files: [join(shared, 'telco_customer_churn.csv')], settings: { split: 'Contract' } },
  { says: 'cdnow_sample.csv by quarter in Seoul', files: [join(shared, 'cdnow_sample.csv')], settings: { grain: 'quarter', zone: 'Asia/Seoul' } },
];

for (const { says, files, settings } of cases) {
  const missing = files.find((file) => !existsSync(file));
  onPage(`the report of ${says} is the command line’s, byte for byte`, { skip: missing ? `there is no ${basename(missing)} beside this checkout` : false }, async (page) => {
    await page.evaluate((settings) => {
      /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = settings;
    }, settings);
    await drop(page, files.map(given));
    await reported(page);
    same(await reportOf(page), terminal(files, settings));
  });
}

onPage('the sample by its button is the sample of the command line', {}, async (page) => {
  await sample(page);
  same(await reportOf(page), terminal(SAMPLE, {}));
});

onPage('settings that are changed in the page give what the command line gives with them', {}, async (page) => {
  await sample(page);
  const settings = { grain: 'quarter', split: '요금제', silent: 14, zone: 'Asia/Seoul' };
  await page.evaluate((settings) => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = settings;
  }, settings);
  await until(page, 'report');
  same(await reportOf(page), terminal(SAMPLE, settings));
});

onPage('of a second report what is in sight stands at once, the rest in turns, and all of it as if it were the first', {}, async (page) => {
  const settings = { grain: 'quarter', silent: 14 };
  /** @param {boolean} [at] once it is told */
  const ask = (at) =>
    page.evaluate(
      async ([settings, at]) => {
        const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
        const told = at ? new Promise((resolve) => element.addEventListener('ebb-report', resolve, { once: true })) : null;
        element.settings = /** @type {any} */ (settings);
        await told;
        await element.updateComplete;
        const places = [...element.renderRoot.querySelectorAll('.place')].map((place) => ({ waits: place.classList.contains('waits'), ...place.getBoundingClientRect().toJSON() }));
        return { busy: element.renderRoot.querySelector('main.main')?.getAttribute('aria-busy'), seen: places.filter(({ top }) => top < innerHeight), hidden: places.filter(({ top }) => top > 2 * innerHeight) };
      },
      /** @type {const} */ ([settings, at ?? false]),
    );
  const text = () => page.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('ebb-report')?.shadowRoot?.querySelector('main.main'))?.innerText);
  await sample(page);
  const { busy, seen, hidden } = await ask(true);
  assert.equal(busy, 'true');
  assert.ok(seen.length > 0 && seen.every(({ waits }) => !waits), JSON.stringify(seen));
  assert.ok(hidden.some(({ waits }) => waits), JSON.stringify(hidden));
  await until(page, 'report');
  const second = await text();
  await page.reload();
  await ask();
  await sample(page);
  assert.equal(await text(), second);
});

onPage('every picture of the sample has its marks, and every text in one says something', {}, async (page) => {
  await sample(page);
  const pictures = await page.evaluate(() =>
    [...(document.querySelector('ebb-report')?.shadowRoot?.querySelectorAll('.picture svg') ?? [])].map((svg) => ({
      marks: svg.querySelectorAll('rect, path, line, circle, text').length,
      empty: [...svg.querySelectorAll('text')].filter((text) => text.textContent?.trim() === '').length,
    })),
  );
  assert.ok(pictures.length >= 8, `${pictures.length} pictures`);
  for (const { marks, empty } of pictures) assert.ok(marks > 0 && empty === 0, JSON.stringify(pictures));
});
