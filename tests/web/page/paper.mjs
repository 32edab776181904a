// What is printed: light, without words that only a screen can keep.

import assert from 'node:assert/strict';
import { dress, sample, until } from '../../../xtask/web/states.mjs';
import { en, onPage } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */

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

onPage('no control is on paper; what a choice says stands there as text', {}, async (page) => {
  await sample(page);
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { split: '요금제' };
  });
  await until(page, 'report');
  await page.locator('#fig-logo_cohorts select').selectOption('Pro');
  for (const id of ['logo_churn', 'retention']) await page.locator(`#fig-${id} .tools > .tool`).first().click();
  await page.locator('#fig-dormancy button.portion').nth(3).click();
  await page.locator('#list-dormancy table').waitFor();
  await page.emulateMedia({ media: 'print' });
  const { controls, fields } = await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
    dispatchEvent(new Event('beforeprint'));
    const seen = (/** @type {string} */ which) => [...root.querySelectorAll(which)].filter((node) => node.checkVisibility() && !node.closest('.hidden'));
    // Numbers, heads of columns and cells are text that can be pressed.
    const controls = seen('button:not(.n, .brand, .portion, th > button, td > button), input, a, summary, textarea').map((node) => node.outerHTML.slice(0, 80));
    const fields = seen('select').map((node) => {
      const { appearance, borderTopWidth } = getComputedStyle(node);
      return { says: /** @type {HTMLSelectElement} */ (node).selectedOptions[0].text, appearance, borderTopWidth };
    });
    dispatchEvent(new Event('afterprint'));
    return { controls, fields };
  });
  assert.deepEqual(controls, []);
  assert.deepEqual(fields.map(({ says }) => says), ['Pro', ...fields.slice(1).map(() => en.t('segment-all'))]);
  assert.ok(fields.every(({ appearance, borderTopWidth }) => appearance === 'none' && borderTopWidth === '0px'));
});
