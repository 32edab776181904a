// Ebb's own page as it is built, driven as a hand would: files are dropped, the report is waited for, other questions are asked.

import { alterWorker } from '../xtask/web/states.mjs';
import { quiet } from './quiet.mjs';

/**
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('../www/element/ebb-report.js').EbbReport} EbbReport
 *
 * @typedef {object} Run all in ms, from the drop on
 * @property {number} ms two frames after the report stands
 * @property {number} drawn two frames after all its pictures stand
 * @property {number | null} first the first numbers of a part
 * @property {number} task the longest task of the page, 0 where none passed 50 ms
 * @property {number} beat the longest gap of a heartbeat of 4 ms
 * @property {number} silence the longest gap between two tellings of progress
 * @property {Record<string, number>} questions asked of the rows in memory, each until its report stands
 * @property {number} heap bytes of JavaScript of the page
 * @property {any} report
 */

/** Other questions about the same rows. @type {Record<string, import('../www/analyst/protocol.js').Settings>} */
export const QUESTIONS = {
  quarters: { grain: 'quarter' },
  'on or after': { retention: { mode: 'on-or-after' } },
  users: { retention: { member: 'users' } },
};

/** A hand that drags needs so many ms at least from the edge of the page to where it lets go. */
const HAND = 500;

/**
 * A page that has loaded all it needs, with files chosen that are not dropped yet.
 * @param {Browser} browser @param {string} url @param {string[]} files
 * @param {{before?: (page: Page) => Promise<void>, hand?: number}} [how] hand: ms for which the files are dragged; none are when it is 0
 */
export async function opened(browser, url, files, { before, hand = HAND } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await before?.(page);
  await page.goto(`${url}#lang=en&theme=light`);
  await page.waitForLoadState('networkidle');
  await page.evaluate((ms) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'bench', hidden: true });
    document.body.append(input);
    const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const carry = async () => {
      const dataTransfer = new DataTransfer();
      for (const file of input.files ?? []) dataTransfer.items.add(file);
      const hand = (/** @type {string} */ type) => element.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
      if (ms > 0) {
        hand('dragenter');
        hand('dragover');
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
      await frames();
      return () => hand('drop');
    };
    Object.assign(globalThis, { bench: { element, frames, carry } });
  }, hand);
  await page.locator('#bench').setInputFiles(files);
  await quiet();
  return { page, close: () => context.close() };
}

/**
 * From the drop to the report, and some questions more.
 * @param {Browser} browser @param {string} url @param {string[]} files @param {{hand?: number}} [how]
 * @returns {Promise<Run>}
 */
export async function run(browser, url, files, how) {
  const { page, close } = await opened(browser, url, files, how);
  const found = await page.evaluate(async (QUESTIONS) => {
    const { element, frames, carry } = /** @type {any} */ (globalThis).bench;
    /** What comes next of the element, or its problem. @returns {Promise<void>} */
    const reported = () =>
      new Promise((resolve, reject) => {
        element.addEventListener('ebb-report', resolve, { once: true });
        element.addEventListener('ebb-problem', (/** @type {CustomEvent} */ { detail }) => reject(new Error(`${detail.code} ${detail.text ?? ''}`)), { once: true });
      });
    const shown = async () => {
      await element.updateComplete;
      await frames();
      return performance.now();
    };

    /** @type {{at: number, ms: number}[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, ms: duration }))));
    observer.observe({ type: 'longtask' });
    /** @type {number[]} */
    const progress = [];
    element.addEventListener('ebb-progress', () => progress.push(performance.now()));
    let first = /** @type {number | null} */ (null);
    let beating = true;
    let beat = 0;
    const drop = await carry();
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    const asked = new Promise((_, reject) => {
      port1.onmessage = () => {
        const now = performance.now();
        beat = Math.max(beat, now - last);
        last = now;
        if (first === null && element.work.state.first && element.renderRoot.querySelector('.reading .first')) first = now;
        if (element.work.state.phase === 'mapping') reject(new Error('Something was asked.'));
        if (beating) setTimeout(() => port2.postMessage(null), 4);
      };
    });
    port2.postMessage(null);

    const began = performance.now();
    const report = reported();
    drop();
    await Promise.race([report, asked]);
    const told = performance.now();
    const stands = await shown();
    while (element.renderRoot.querySelector('.place.waits, .plot.coming')) await new Promise((resolve) => setTimeout(resolve));
    const drawn = await shown();
    beating = false;
    await new Promise((resolve) => setTimeout(resolve, 60));
    observer.disconnect();

    const whole = JSON.stringify(element.report);
    /** @type {Record<string, number>} */
    const questions = {};
    for (const [name, settings] of Object.entries(QUESTIONS)) {
      const began = performance.now();
      const report = reported();
      element.settings = settings;
      await report;
      questions[name] = (await shown()) - began;
    }
    const times = [began, ...progress.filter((at) => at < told), told];
    return {
      ms: stands - began,
      drawn: drawn - began,
      first: first === null ? null : first - began,
      task: Math.max(0, ...tasks.filter(({ at }) => at >= began && at < drawn).map(({ ms }) => ms)),
      beat,
      silence: Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? at))),
      questions,
      heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0,
      report: whole,
    };
  }, QUESTIONS);
  await close();
  return { ...found, report: JSON.parse(found.report) };
}

/** From the press on Cancel, in the middle of the file, to the page before. @param {Browser} browser @param {string} url @param {string[]} files */
export async function cancelled(browser, url, files) {
  const { page, close } = await opened(browser, url, files);
  const took = await page.evaluate(async () => {
    const { element, carry } = /** @type {any} */ (globalThis).bench;
    const drop = await carry();
    const early = new Promise((resolve) => element.addEventListener('ebb-report', () => resolve(null), { once: true }));
    const middle = new Promise((resolve) => {
      const progress = (/** @type {CustomEvent} */ { detail }) => {
        if (detail.read < detail.total / 4) return;
        element.removeEventListener('ebb-progress', progress);
        resolve(true);
      };
      element.addEventListener('ebb-progress', progress);
    });
    drop();
    if (!(await Promise.race([middle, early]))) return null;
    const button = element.renderRoot.querySelector('.reading header button');
    if (!button) return null;
    const began = performance.now();
    button.click();
    await element.updateComplete;
    while (element.renderRoot.querySelector('.reading')) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - began;
  });
  await close();
  return took;
}

/**
 * Every worker of the page, nested ones too, tells what its instances hold when it is asked. Its script is changed on
 * its way, so this is a run of its own, whose time is not counted.
 */
const MEMORIES = `{
  const memories = [];
  const { Instance, instantiate } = WebAssembly;
  const held = (instance) => { if (instance.exports.memory) memories.push(instance.exports.memory); return instance; };
  WebAssembly.Instance = function (...words) { return held(new Instance(...words)); };
  WebAssembly.instantiate = async (...words) => { const made = await instantiate(...words); held(made.instance ?? made); return made; };
  const channel = new BroadcastChannel('bench');
  const name = Math.random();
  channel.onmessage = ({ data }) => { if (data === 'asks') channel.postMessage({ name, bytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }); };
}`;

/**
 * Bytes of the wasm memories of all workers: the most that they ever held together, and what they hold at the end.
 * A memory never shrinks, so a worker that is gone counts with the last that was heard of it.
 * @param {Browser} browser @param {string} url @param {string[]} files
 */
export async function memories(browser, url, files) {
  const { page, close } = await opened(browser, url, files, { before: (page) => alterWorker(page, { before: MEMORIES }) });
  const found = await page.evaluate(async () => {
    const { element, carry } = /** @type {any} */ (globalThis).bench;
    const channel = new BroadcastChannel('bench');
    /** @type {Map<number, number>} */
    const ever = new Map();
    /** @type {Map<number, number>} */
    let now = new Map();
    channel.onmessage = ({ data: { name, bytes } }) => {
      ever.set(name, bytes);
      now.set(name, bytes);
    };
    const sum = (/** @type {Map<number, number>} */ each) => [...each.values()].reduce((all, bytes) => all + bytes, 0);
    const drop = await carry();
    const report = new Promise((resolve) => element.addEventListener('ebb-report', resolve, { once: true }));
    const asking = setInterval(() => channel.postMessage('asks'), 50);
    drop();
    await report;
    clearInterval(asking);
    await new Promise((resolve) => setTimeout(resolve, 200));
    now = new Map();
    channel.postMessage('asks');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { most: sum(ever), end: sum(now), workers: ever.size };
  });
  await close();
  return found;
}
