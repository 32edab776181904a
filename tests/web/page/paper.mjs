// What is printed: light, without words that only a screen can keep.

import assert from 'node:assert/strict';
import { dress, sample, until } from '../../../xtask/web/states.mjs';
import { en, onPage } from './house.mjs';

onPage('on paper lists have fourteen rows, and nothing speaks of pressing or scrolling', { theme: 'dark' }, async (page) => {
  await sample(page);
  await dress(page, { language: 'en', theme: 'dark' });
  await page.locator('#fig-ghost_list table').waitFor();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
    dispatchEvent(new Event('beforeprint'));
    const seen = [...root.querySelectorAll('p, button, li')].filter((node) => node.checkVisibility() && !node.closest('.hidden')).map((node) => /** @type {HTMLElement} */ (node).innerText);
    const made = {
      words: seen.join('\n'),
      rows: root.querySelectorAll('#fig-ghost_list tbody tr').length,
      ground: getComputedStyle(document.documentElement).backgroundColor,
      foot: document.documentElement.style.getPropertyValue('--foot'),
    };
    dispatchEvent(new Event('afterprint'));
    return made;
  });
  assert.equal(printed.rows, 14);
  assert.equal(printed.ground, 'rgb(255, 255, 255)');
  assert.equal(printed.foot, '"Ebb report, as of 20 October 2026"');
  assert.ok(printed.words.includes(en.t('list-paper').replace(/\.$/, '')));
  assert.doesNotMatch(printed.words, /[Ss]wipe|[Pp]ress|[Ss]croll/);
  await page.emulateMedia({ media: 'screen' });
  await until(page, 'report');
  assert.equal(await page.locator('#fig-ghost_list tbody tr').count(), 8);
  // Nothing of the report sticks out of the sheet: else the browser would make all of it smaller.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(new Set([...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box)).size, 1);
  assert.ok((pdf.match(/\/Type \/Page\b/g) ?? []).length <= 9);
});
