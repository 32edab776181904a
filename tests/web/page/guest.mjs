// The element as a guest in another page of the same site: asked for by its one fixed name, told by attributes.

import assert from 'node:assert/strict';
import { onPage, url } from './house.mjs';

const guest = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>wiki</title><h1>wiki</h1>
<script type="module" src="ebb.js"></script>
<ebb-report src="sample/고객목록.csv sample/구독내역.csv sample/usage_events.csv" show="headline dormancy" theme="dark"></ebb-report></html>`;

onPage('a page of the same site holds the element with src and show, and hears of the report', {}, async (page) => {
  await page.route('**/guest.html', (route) => route.fulfill({ body: guest, contentType: 'text/html; charset=utf-8' }));
  await page.goto(`${url}guest.html`);
  const heard = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const element = /** @type {import('../../../www/element/ebb-report.js').EbbReport} */ (document.querySelector('ebb-report'));
        if (element.report) resolve(element.report.sources.length);
        element.addEventListener('ebb-report', (event) => resolve(/** @type {CustomEvent} */ (event).detail.sources.length));
      }),
  );
  assert.equal(heard, 3);
  const figures = page.locator('ebb-report [data-figure]');
  await page.locator('ebb-report [data-figure=dormancy] h3').waitFor();
  assert.deepEqual(await figures.evaluateAll((found) => [...new Set(found.map((one) => one.getAttribute('data-figure')))].filter((id) => id !== 'headline')), ['dormancy']);
  assert.match((await page.locator('ebb-report h2').first().textContent()) ?? '', /고객/u);
});
