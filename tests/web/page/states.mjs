// Every state of the page, in both themes and both languages: no barrier that axe finds, no word that is missing,
// nothing that stands over the edge of a narrow window.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { dress, states } from '../../../xtask/web/states.mjs';
import { ids, onPage, read } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('./house.mjs').Page} Page */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, short enough to read. @param {Page} page @returns {Promise<string[]>} */
async function barriers(page) {
  await page.evaluate((source) => {
    // The page's policy holds for the page; a driver's script is run past it.
    if (!('axe' in globalThis)) new Function(source)();
  }, axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.target.flat().join(' ')} ${node.any.concat(node.all).map((/** @type {any} */ { message }) => message).join('; ')}`).join(' | ')} (${nodes.length})`);
  });
}

const NAMES = new Set(ids.filter((id) => id.includes('-')));

/** Words that look like the name of a message, but stand in the page as such. */
const KNOWN = new Set(['first-use', 'on-or-after']);

/** Text that no person should see. @param {Page} page @returns {Promise<string[]>} */
async function oddities(page) {
  const found = [];
  for (const text of await read(page)) {
    if (/\{\s*\$|\{\s*-?[a-z-]+\s*\}|\bundefined\b|\bNaN\b|\[object |\uE000|\uE001|\bnull\b/.test(text)) found.push(text);
    for (const [word] of text.matchAll(/(?<![\w/.-])[a-z]+(?:[-_][a-z_]+)+(?![\w/-])/g)) if (NAMES.has(word) && !KNOWN.has(word)) found.push(`${word} in "${text.slice(0, 80)}"`);
  }
  return [...new Set(found)];
}

/** What stands over the right edge of the window, if the page scrolls sideways. @param {Page} page @returns {Promise<string[]>} */
const wide = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room && document.body.scrollWidth <= room) return [];
    const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
    const clipped = (/** @type {Element | null} */ node) => {
      for (let at = node?.parentElement; at; at = at.parentElement) if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const over = [...root.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > room + 0.5 && !clipped(node));
    return [`the page is ${document.documentElement.scrollWidth} wide in ${room}`, ...over.slice(-4).map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class')} to ${Math.round(node.getBoundingClientRect().right)}: ${(node.textContent ?? '').trim().slice(0, 40)}`)];
  });

for (const { name, arrange, before, needs, moving, over } of states) {
  const missing = needs && !existsSync(needs) ? `there is no ${basename(needs)} beside this checkout` : false;
  onPage(`the state ${name} has no barrier, no missing word and no sideways scroll, in both themes and languages`, { before, skip: missing }, async (page) => {
    await arrange(page);
    /** @type {Record<string, string[]>} */
    const found = {};
    const note = (/** @type {string} */ where, /** @type {string[]} */ faults) => faults.length > 0 && (found[where] = [...(found[where] ?? []), ...faults]);
    for (const language of ['en', 'ko']) {
      for (const theme of ['light', 'dark']) {
        await dress(page, { language, theme });
        // The report below what lies open is a state of its own, seen in all four.
        if (!over || (language === 'ko') === (theme === 'dark')) note(`axe, ${language}, ${theme}`, await barriers(page));
      }
      note(`words, ${language}`, await oddities(page));
    }
    // 320 pixels are what is left of 1280 at 400 %.
    await page.setViewportSize({ width: 320, height: 720 });
    for (const language of ['en', 'ko']) {
      await dress(page, { language, theme: 'light' });
      note(`320 wide, ${language}`, await wide(page));
      note(`words at 320, ${language}`, await oddities(page));
      if (language === 'ko') note('axe at 320', await barriers(page));
    }
    if (moving) assert.equal(await page.locator('main.reading').count(), 1, 'it was still reading');
    assert.deepEqual(found, {});
  });
}
