// The page of the others: bundled, opened, and asked for one of them at a time.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { quiet } from './quiet.mjs';

const here = import.meta.dirname;

/** Bundles the page. @param {string} out */
export async function bundle(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: ['page', 'floor', 'udsv', 'papaparse'].map((name) => join(here, `page/${name}.js`)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2023'],
    outdir: out,
    logLevel: 'warning',
  });
  cpSync(join(here, 'page/index.html'), join(out, 'index.html'));
  const duckdb = join(here, 'node_modules/@duckdb/duckdb-wasm/dist');
  for (const name of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) cpSync(join(duckdb, name), join(out, name));
}

/**
 * @param {import('playwright-core').Browser} browser @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<any>} body
 */
async function onPage(browser, url, body) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.waitForFunction(() => 'contestants' in globalThis);
  const answer = await body(page);
  await context.close();
  return answer;
}

/** Who there is. @param {import('playwright-core').Browser} browser @param {string} url @returns {Promise<string[]>} */
export const contestants = (browser, url) => onPage(browser, url, (page) => page.evaluate(() => /** @type {any} */ (globalThis).contestants));

/**
 * One of them reads a file, in ms; how long its start took is not in it.
 * @param {import('playwright-core').Browser} browser @param {string} url @param {string} name @param {string} file
 * @returns {Promise<{ms: number, started: number, answer: unknown}>}
 */
export const run = (browser, url, name, file) =>
  onPage(browser, url, async (page) => {
    await page.locator('input').setInputFiles(file);
    await quiet();
    return page.evaluate((name) => /** @type {any} */ (globalThis).measure(name), name);
  });
