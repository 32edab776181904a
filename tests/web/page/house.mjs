// What all tests of the page have in common: one Chromium behind a proxy that logs, a page for each test, the page's own words.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import { launch } from '../../../xtask/web/browser.mjs';
import { root } from '../../../xtask/web/states.mjs';
import { logging } from './proxy.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('../../../www/element/ebb-report.js').EbbReport} EbbReport
 */

export const url = process.env.EBB_URL ?? 'http://127.0.0.1:8080/';
export const bin = process.env.EBB_BIN ?? join(root, 'target/release/ebb');
export const site = new URL(url).origin;

/** Where Chromium itself looks for an account, whatever it is told: here under a name that no page would ask for. */
const ACCOUNT = 'http://the-browser-itself.invalid';
/** What Chromium asks for by itself: an account, messages pushed to it, whether its parts are new, what fields could be filled with. */
const BROWSER = [ACCOUNT, 'connect android.clients.google.com:443', 'connect mtalk.google.com:', 'connect content-autofill.googleapis.com:443', 'connect update.googleapis.com:443', 'http://update.googleapis.com/service/update2/json?'];
export const proxy = await logging(site, BROWSER);
/** `<-loopback>`: this machine's own addresses go through the proxy too. */
export const browser = await launch([`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>', `--gaia-url=${ACCOUNT}`]);
after(async () => {
  await browser.close();
  proxy.close();
});

/** Requests that went to other places than the page's own. */
export const strays = () => proxy.asked.filter(({ url }) => !url.startsWith(`${site}/`));

/**
 * @typedef {object} Visit
 * @property {string} [lang]
 * @property {string} [theme]
 * @property {number} [width]
 * @property {number} [height]
 * @property {string} [hash] more of the address, after language and theme
 * @property {(page: Page) => Promise<unknown>} [before] the page is opened
 * @property {boolean} [trouble] whether violations or errors are what the test is about
 * @property {string | false} [skip] why it cannot be run here
 */

/** What went wrong in a page by itself. @type {WeakMap<Page, string[]>} */
const faults = new WeakMap();

/** @param {Visit} visit @returns {Promise<Page>} */
export async function open({ lang = 'en', theme = 'light', width = 1280, height = 900, hash = '', before } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  /** @type {string[]} */
  const own = [];
  faults.set(page, own);
  page.on('pageerror', (error) => own.push(`${error.message}\n${error.stack}`));
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && own.push(said.text()));
  // From the start, so that none is missed when a test begins to wait for it.
  page.on('filechooser', () => {});
  await before?.(page);
  await page.goto(`${url}#lang=${lang}&theme=${theme}${hash}`);
  await page.waitForFunction(() => customElements.get('ebb-report') && document.querySelector('ebb-report')?.shadowRoot?.querySelector('main'));
  return page;
}

/** Errors, warnings and violations so far, of page and worker. @param {Page} page */
export async function troubles(page) {
  const violations = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requests.violations.map(({ directive, blocked }) => `${directive}: ${blocked}`));
  return [...(faults.get(page) ?? []), ...violations];
}

/**
 * A test with a page of its own. Unless it is about trouble, there must be none: no error, no warning, no violation.
 * @param {string} name
 * @param {Visit} visit
 * @param {(page: Page, t: import('node:test').TestContext) => Promise<unknown>} body
 */
export function onPage(name, visit, body) {
  test(name, { skip: visit.skip, timeout: 120_000 }, async (t) => {
    const page = await open(visit);
    try {
      await body(page, t);
      if (!visit.trouble) assert.deepEqual(await troubles(page), []);
    } catch (error) {
      const place = join(root, 'target/page-failures');
      mkdirSync(place, { recursive: true });
      const file = join(place, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '_').slice(0, 80)}.png`);
      await page.screenshot({ path: file }).then(
        () => t.diagnostic(`A picture of the page is in ${file}`),
        () => {},
      );
      throw error;
    } finally {
      await page.context().close();
    }
  });
}

/** A measured number, printed beside the test. @param {import('node:test').TestContext} t @param {string} sentence */
export const measured = (t, sentence) => {
  t.diagnostic(sentence);
  console.log(`  measured: ${sentence}`);
};

/** A module of the page, bundled as the page is. @param {string} path */
async function bundled(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    format: 'esm',
    write: false,
    loader: { '.ftl': 'text' },
    logLevel: 'error',
    platform: 'node',
    conditions: ['node'],
    absWorkingDir: root,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const locales = join(root, 'www/locales');

/** @type {typeof import('../../../www/words.js')} */
const { wordsOf } = await bundled('www/words.js');

/** The messages of a language, as they stand in its files. @param {string} lang */
const sources = (lang) =>
  readdirSync(locales)
    .filter((name) => name === `${lang}.ftl` || name.endsWith(`.${lang}.ftl`))
    .map((name) => readFileSync(join(locales, name), 'utf8'));

/** The page's own words, so that a better word breaks no test. */
export const [en, ko] = ['en', 'ko'].map((lang) => wordsOf(lang, sources(lang)));

/** Names of all messages. */
export const ids = [...new Set(['en', 'ko'].flatMap(sources).flatMap((text) => [...text.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map(([, id]) => id)))];

/** @param {Page} page */
export const state = (page) =>
  page.evaluate(() => {
    const { phase, files, settings, ignored, refused, problem } = /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state;
    return { phase, files: files.map(({ name }) => name), settings, ignored, refused, problem };
  });

/** The report as the page would save it. @param {Page} page */
export const reportOf = (page) => page.evaluate(() => `${JSON.stringify(/** @type {EbbReport} */ (document.querySelector('ebb-report')).report)}\n`);

/** The element that has the focus, in whatever shadow, as a short text. @param {Page} page */
export const focused = (page) =>
  page.evaluate(() => {
    const held = document.querySelector('ebb-report')?.shadowRoot?.activeElement;
    return held ? { tag: held.tagName.toLowerCase(), id: held.id, opens: held.getAttribute('data-opens'), at: held.getAttribute('data-at'), row: held.getAttribute('data-row'), text: (held.textContent ?? '').trim().replaceAll(/\s+/g, ' '), place: held.closest('[data-figure]')?.getAttribute('data-figure') ?? null } : null;
  });

/** All that a person may read or hear on the page: text, names, values. @param {Page} page */
export const read = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [document.title];
    /** @param {Node} node */
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node.textContent ?? '').trim();
        if (text) found.push(text);
      } else if (node instanceof Element && ['SCRIPT', 'STYLE'].includes(node.tagName)) return;
      if (node instanceof Element) {
        for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']) {
          const text = node.getAttribute(name);
          if (text) found.push(text);
        }
        node.shadowRoot?.childNodes.forEach(walk);
      }
      node.childNodes.forEach(walk);
    };
    walk(document.body);
    return found;
  });

/** The command line's report. @param {string[]} files @param {Record<string, unknown>} settings */
export function terminal(files, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ebb-page-'));
  try {
    const path = join(folder, 'settings.json');
    writeFileSync(path, JSON.stringify(settings));
    const { status, stdout, stderr } = spawnSync(bin, ['report', '--settings', path, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(status, 0, stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A difference is told by its place: the whole of both would fill the screen. @param {string} page @param {string} line */
export function same(page, line) {
  if (page === line) return;
  let at = 0;
  while (page[at] === line[at]) at += 1;
  assert.fail(`they part at ${at}:\n  page     …${page.slice(Math.max(0, at - 80), at + 80)}\n  terminal …${line.slice(Math.max(0, at - 80), at + 80)}`);
}
