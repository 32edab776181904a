// The number pressed and the number of rows are the same, always.

import assert from 'node:assert/strict';
import { drop, reported, sample, until } from '../../../xtask/web/states.mjs';
import { en, onPage } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('../../../www/analyst/protocol.js').Query} Query */

onPage('behind every cell of the sample’s report stand exactly as many customers as it says, or as much money', {}, async (page, t) => {
  await sample(page);
  const { walked, wrong } = await page.evaluate(async () => {
    const { work, report } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    /** @type {{query: Query, unit: string, cell: {n: number, low?: number}}[]} */
    const cells = [];
    for (const figure of report?.figures ?? []) {
      const put = (/** @type {Partial<Query>} */ place, /** @type {any} */ cell) => cell && cells.push({ query: { figure: figure.id, ...place }, unit: figure.unit, cell });
      if (figure.shape === 'series') for (const { id, cells } of figure.lines) cells.forEach((cell, i) => put({ line: id, period: figure.periods[i].start }, cell));
      if (figure.shape === 'split') for (const { id, cell } of figure.parts) put({ part: id }, cell);
      if (figure.shape === 'triangle') for (const { start, cells } of figure.cohorts) cells.forEach((cell, age) => put({ cohort: start, age }, cell));
    }
    const wrong = [];
    for (const { query, unit, cell } of cells) {
      const { rows, columns, total } = await work.members(query, 0, 100000);
      const amount = columns.findIndex(({ id }) => id === 'amount');
      const money = unit === 'money' || (unit === 'rate' && cell.low === undefined);
      const n = money ? rows.reduce((sum, row) => sum + Number(row[amount] ?? 0), 0) : total;
      if (n !== cell.n || rows.length !== total) wrong.push({ query, says: cell.n, holds: n, rows: rows.length, total });
    }
    return { walked: cells.length, wrong };
  });
  t.diagnostic(`${walked} cells`);
  assert.ok(walked > 1000, `${walked} cells`);
  assert.deepEqual(wrong, []);
});

/**
 * Presses number after number in the page and reads what opens.
 * @param {import('./house.mjs').Page} page
 * @param {string} figure
 * @param {string} view
 */
const pressed = (page, figure, view) =>
  page.evaluate(
    async ({ figure, view }) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
      const place = /** @type {Element} */ (root.querySelector(`[data-figure="${figure}"]`));
      const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const waitFor = async (/** @type {() => any} */ what) => {
        for (let i = 0; i < 400; i += 1) {
          const found = what();
          if (found) return found;
          await turn();
        }
        throw new Error(`${figure}: nothing opened`);
      };
      const tab = /** @type {HTMLElement | null} */ (place.querySelector(`.tools input[value="${view}"]`));
      if (tab) {
        tab.click();
        await turn();
      }
      const where = { picture: '.answer button.n, .said button.n, .equation button.n, button.portion', table: 'table button.n', start: '[data-at]', share: '[data-at]', headline: 'button.n' }[view] ?? 'button.n';
      const all = [...place.querySelectorAll(where)].filter((node) => !node.closest('.drill') && node.getAttribute('aria-disabled') !== 'true');
      // Of large tables a spread: every cell is walked through the worker.
      const step = Math.max(1, Math.floor(all.length / 6));
      const said = [];
      for (let i = 0; i < all.length; i += step) {
        const button = /** @type {HTMLElement} */ (all[i]);
        const name = button.getAttribute('aria-label') ?? button.querySelector('.sums b')?.textContent ?? button.textContent ?? '';
        const near = button.closest('[data-figure]');
        button.click();
        await turn();
        /** @type {Element | null} */
        const list = await waitFor(() => {
          const list = near?.querySelector('.drill') ?? root.querySelector(`#list-${figure}`);
          return list?.querySelector('table, .note') && !list.querySelector('h4')?.textContent?.includes('…') ? list : null;
        }).catch(() => null);
        if (!list) {
          said.push({ name, rows: -1, title: 'nothing opened', sum: null });
          continue;
        }
        for (let more; (more = list.querySelector('.more-rows')); ) {
          /** @type {HTMLElement} */ (more).click();
          await turn();
        }
        const table = /** @type {HTMLTableElement} */ (list.querySelector('table'));
        const heads = [...table.tHead?.rows[0]?.cells ?? []].map((cell) => cell.textContent?.trim().replace(/ [↓↑]$/, ''));
        const money = heads.indexOf('MRR');
        const rows = [...(table.tBodies[0]?.rows ?? [])];
        const digits = (/** @type {string} */ text) => Number(text.replaceAll(/[^\d]/g, ''));
        said.push({ name: name.trim(), rows: rows.length, title: list.querySelector('h4')?.textContent?.trim() ?? '', sum: money < 0 ? null : rows.reduce((all, row) => all + digits(row.cells[money]?.textContent ?? ''), 0) });
        // The same number closes it again.
        button.isConnected ? button.click() : /** @type {HTMLElement} */ (list.querySelector('.icon-button')).click();
        await turn();
      }
      return said;
    },
    { figure, view },
  );

const figures = {
  headline: ['headline'],
  dormancy: ['picture', 'table'],
  ghost_revenue: ['picture', 'table'],
  customer_movements: ['picture', 'table'],
  logo_churn: ['picture', 'table'],
  mrr_movements: ['picture', 'table'],
  logo_cohorts: ['start'],
  revenue_cohorts: ['start'],
  retention: ['share'],
  active: ['picture', 'table'],
  active_users: ['picture', 'table'],
};

onPage('a number that is pressed on the page opens a list of that many rows', {}, async (page, t) => {
  await sample(page);
  let walked = 0;
  for (const [figure, views] of Object.entries(figures)) {
    for (const view of views) {
      const said = await pressed(page, figure, view);
      for (const { name, rows, title, sum } of said) {
        walked += 1;
        // "7 of 114" counts 7; money is summed up; a cell is named "…: 7 of 114 customers, …".
        const text = name.includes(': ') ? (name.split(': ').at(-1) ?? '') : name;
        const first = Number(/[\d,]+/.exec(text.replace(/^[^\d₩]*/, ''))?.[0]?.replaceAll(',', ''));
        const told = `${figure}, ${view}: "${name}" opened "${title}", ${rows} rows, ${sum}`;
        assert.equal(rows, Number(/\d[\d,]*/.exec(title)?.[0].replaceAll(',', '')), told);
        // A rate by itself opens its numerator: the title counts it.
        if (text.trim().endsWith('%') && !text.includes(' of ')) continue;
        if (text.includes('₩')) assert.equal(sum, first, told);
        else assert.equal(rows, first, told);
      }
      if (!['active', 'active_users', 'logo_churn'].includes(figure) || view === 'table') assert.ok(said.length > 0, `${figure}, ${view}: numbers to press`);
    }
  }
  t.diagnostic(`${walked} numbers pressed`);
  await until(page, 'report');
  assert.ok(walked > 60, `${walked}`);
});

/** The title of an open list, once it has rows or says why there are none. @param {import('./house.mjs').Page} page @param {string} place */
async function titleOf(page, place) {
  await until(page, 'report');
  const title = page.locator(`#list-${place} h4`);
  await page.waitForFunction((place) => {
    const { ui, report } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    const { rowsOf, problem, report: of } = ui.get(`list:${place}`);
    return of === report && (problem || rowsOf === report);
  }, place);
  return title.innerText();
}

/** @param {import('./house.mjs').Page} page @param {Record<string, unknown>} settings */
const choose = (page, settings) =>
  page.evaluate((settings) => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = settings;
  }, settings);

onPage('a list that stands open says what its number says, after a setting and other files too', {}, async (page) => {
  await sample(page);
  const long = page.locator('#fig-dormancy button.portion').nth(4);
  await long.click();
  const first = await titleOf(page, 'dormancy');
  const money = () => long.locator('.sums span').innerText();
  assert.ok(first.includes(await money()), first);
  await choose(page, { segment: { 요금제: ['Pro'] } });
  const less = await titleOf(page, 'dormancy');
  assert.ok(less.includes(await money()), less);
  assert.notEqual(less, first);
  await choose(page, {});
  assert.equal(await titleOf(page, 'dormancy'), first);
  const days = Array.from({ length: 20 }, (_, i) => `c${i},2024-01-05,7,${i < 3 ? '2024-06-01' : '2026-06-01'}`);
  await drop(page, [{ name: 'customers.csv', bytes: `customer_id,signup,mrr,last_login\n${days.join('\n')}\n` }]);
  await reported(page);
  const other = await titleOf(page, 'dormancy');
  assert.match(other, /^3 customers/);
  assert.ok(other.includes(await money()), other);
});

onPage('the words of an open list are those of the settings in force', {}, async (page) => {
  await sample(page);
  await page.locator('#fig-ghost_revenue .answer button.n').first().click();
  assert.match(await titleOf(page, 'ghost_revenue'), /30 days/);
  await choose(page, { silent: 14 });
  assert.match(await titleOf(page, 'ghost_revenue'), /14 days/);
});

onPage('an open list whose number is gone says so in words, and comes back with it', {}, async (page) => {
  await sample(page);
  await page.locator('#fig-dormancy button.portion').nth(3).click();
  const first = await titleOf(page, 'dormancy');
  await choose(page, { silent: 100 });
  assert.equal(await titleOf(page, 'dormancy'), en.t('list-gone'));
  assert.equal(await page.locator('#list-dormancy table').count(), 0);
  await choose(page, {});
  assert.equal(await titleOf(page, 'dormancy'), first);
  assert.ok((await page.locator('#list-dormancy tbody tr').count()) > 0);
});

onPage('two years by the day are drawn, however many cells a triangle has', {}, async (page) => {
  const day = (/** @type {number} */ n) => new Date(Date.UTC(2024, 0, 1) + n * 864e5).toISOString().slice(0, 10);
  const rows = Array.from({ length: 800 }, (_, i) => `c${i},${day((i * 7) % 720)},${i % 5 ? '' : day(((i * 7) % 720) + 9)},10`);
  await drop(page, [{ name: 'customers.csv', bytes: `customer_id,signup,cancelled,mrr\n${rows.join('\n')}\n` }]);
  await reported(page);
  await choose(page, { grain: 'day' });
  await until(page, 'report');
  assert.ok((await page.locator('#fig-logo_cohorts [data-at]').count()) > 100);
});
