// Pictures of the page: every state at three widths, in both themes and both languages. `cargo xtask shots` serves the
// site and says where it is.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { dress, states, until } from './states.mjs';

const widths = [1280, 720, 390];
const themes = /** @type {const} */ (['light', 'dark']);
const languages = ['en', 'ko'];

const url = process.env.EBB_URL;
if (!url) throw new Error('EBB_URL is not set: run cargo xtask shots.');
const out = process.env.EBB_SHOTS || 'target/shots';
const wanted = states.filter(({ name }) => !process.env.EBB_ONLY || name === process.env.EBB_ONLY);
if (wanted.length === 0) {
  console.error(`There is no state "${process.env.EBB_ONLY}"; there are ${states.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

/**
 * The window at its place; where the picture is of the whole page, a window as tall as that, so that what sticks stands where it should.
 * @param {import('playwright-core').Page} page
 * @param {string} [at]
 */
async function look(page, at) {
  const width = page.viewportSize()?.width ?? 1280;
  const height = at === undefined ? await page.evaluate(() => document.documentElement.scrollHeight) : 1300;
  await page.setViewportSize({ width, height });
  if (at === 'top') await page.evaluate(() => scrollTo(0, 0));
  else if (at) await page.locator(at).first().evaluate((place) => place.scrollIntoView());
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

mkdirSync(out, { recursive: true });
const browser = await launch();
let failures = 0;
for (const state of wanted) {
  if (state.needs && !existsSync(state.needs)) {
    console.log(`${state.name}: skipped, there is no ${state.needs}.`);
    continue;
  }
  for (const width of widths) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const name = `${state.name}-${width}`;
    try {
      page.setDefaultTimeout(20_000);
      await state.before?.(page);
      await page.goto(`${url}#lang=en&theme=light`);
      await until(page, 'empty');
      await state.arrange(page);
      // Once there, the same state in both themes and both languages.
      for (const language of languages) {
        for (const theme of themes) {
          await dress(page, { language, theme });
          await look(page, state.at);
          await page.screenshot({ path: join(out, `${name}-${theme}-${language}.png`) });
        }
      }
      console.log(name);
    } catch (error) {
      failures += 1;
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    await context.close();
  }
}
await browser.close();
process.exit(failures === 0 ? 0 : 1);
