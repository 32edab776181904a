// Pictures of the page: every state at three widths, in both themes and both languages. `cargo xtask shots` serves the
// site and says where it is.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';

/**
 * A state of the page: how to get there from the page just opened.
 * @typedef {{name: string, arrange: (page: import('playwright-core').Page) => Promise<void>}} State
 */

/** @type {State[]} */
const states = [
  { name: 'empty', arrange: async () => {} },
  {
    name: 'report',
    arrange: async (page) => {
      await page.keyboard.press('s'); // the sample
      await page.locator('ebb-report figure').first().waitFor();
    },
  },
];

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

mkdirSync(out, { recursive: true });
const browser = await launch();
let failures = 0;
for (const state of wanted) {
  for (const width of widths) {
    for (const theme of themes) {
      for (const language of languages) {
        const name = `${state.name}-${width}-${theme}-${language}`;
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: theme,
          locale: language,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        try {
          page.setDefaultTimeout(10_000);
          await page.goto(`${url}#lang=${language}&theme=${theme}`, { waitUntil: 'networkidle' });
          await state.arrange(page);
          await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
          console.log(`${name}.png`);
        } catch (error) {
          failures += 1;
          console.error(`${name}: ${error instanceof Error ? error.message : error}`);
        }
        await context.close();
      }
    }
  }
}
await browser.close();
process.exit(failures === 0 ? 0 : 1);
