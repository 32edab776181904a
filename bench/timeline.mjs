// What happens when between the drop of a file and the drawn report, in every worker, and at other questions then: for
// whoever makes it faster. Nothing of the page is made for it; the workers' script is changed on its way. Run: `EBB_URL=… node bench/timeline.mjs usage.csv`.

import { launch } from '../xtask/web/browser.mjs';
import { alterWorker } from '../xtask/web/states.mjs';
import { QUESTIONS, opened } from './ebb.mjs';

/** Tells each call of the pack, each message and each wait for bytes. */
const MARKS = `{
  const channel = new BroadcastChannel('timeline');
  const own = Math.random().toString(36).slice(2, 6);
  const clock = () => performance.timeOrigin + performance.now();
  const tell = (what, from, more = '') => channel.postMessage({ own, what, from, to: clock(), more });
  tell('script runs', clock());
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (module, imports) {
    const from = clock();
    const { exports } = new Instance(module, imports);
    tell('instance', from);
    const told = { ...exports };
    for (const [name, deed] of Object.entries(exports))
      if (name.startsWith('ebb_') && !name.endsWith('progress'))
        told[name] = (...words) => {
          const from = clock();
          try { return deed(...words); } finally { tell(name, from, name === 'ebb_read' ? words[3] >>> 0 : ''); }
        };
    return { exports: told };
  };
  const { read } = ReadableStreamBYOBReader.prototype;
  ReadableStreamBYOBReader.prototype.read = async function (...words) {
    const from = clock();
    const answer = await read.apply(this, words);
    tell('bytes', from, answer.value?.length ?? 0);
    return answer;
  };
  addEventListener('message', ({ data }) => tell('asked ' + data.do, clock()));
  const post = self.postMessage.bind(self);
  self.postMessage = (message, ...words) => {
    const from = clock();
    post(message, ...words);
    tell('tells ' + ('answer' in message ? 'answer' : Object.keys(message)[0]), from);
  };
}`;

const [, , ...files] = process.argv;
const browser = await launch();
const { page, close } = await opened(browser, process.env.EBB_URL ?? '', files, { before: (page) => alterWorker(page, { before: MARKS }) });
const marks = await page.evaluate(async (QUESTIONS) => {
  const { element, frames, carry } = /** @type {any} */ (globalThis).bench;
  const clock = () => performance.timeOrigin + performance.now();
  /** @type {any[]} */
  const marks = [];
  const mark = (/** @type {string} */ what, /** @type {number} */ from = clock()) => marks.push({ own: 'page', what, from, to: clock(), more: '' });
  new BroadcastChannel('timeline').onmessage = ({ data }) => marks.push(data);
  const drop = await carry();
  const report = new Promise((resolve) => element.addEventListener('ebb-report', resolve, { once: true }));
  const { set } = element.work;
  element.work.set = (/** @type {any} */ patch) => {
    mark(`set ${Object.keys(patch)} ${patch.phase ?? ''}`);
    set.call(element.work, patch);
  };
  const began = clock();
  new PerformanceObserver((list) => list.getEntries().forEach(({ name, startTime, duration }) => marks.push({ own: 'page', what: `long ${name}`, from: performance.timeOrigin + startTime, to: performance.timeOrigin + startTime + duration, more: '' }))).observe({ type: 'longtask' });
  drop();
  await report;
  mark('report');
  await element.updateComplete;
  mark('updated');
  await frames();
  mark('two frames');
  while (element.renderRoot.querySelector('.place.waits, .plot.coming')) await new Promise((resolve) => setTimeout(resolve));
  await frames();
  mark('drawn');
  for (const [name, settings] of Object.entries(QUESTIONS)) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    mark(`asks ${name}`);
    const report = new Promise((resolve) => element.addEventListener('ebb-report', resolve, { once: true }));
    element.settings = settings;
    await report;
    await element.updateComplete;
    mark(`updated: ${name}`);
    await frames();
    mark(`two frames: ${name}`);
  }
  for (const { name, startTime, responseEnd } of /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'))) if (/fast|worker/.test(name)) marks.push({ own: 'page', what: `fetch ${name.split('/').pop()}`, from: performance.timeOrigin + startTime, to: performance.timeOrigin + responseEnd, more: '' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return marks.map((one) => ({ ...one, from: one.from - began, to: one.to - began }));
}, QUESTIONS);
await close();
await browser.close();
marks.sort((one, other) => one.from - other.from);
/** @type {Map<string, string>} */
const names = new Map([['page', 'page']]);
for (const { own, what, from, to, more } of marks) {
  if (to < 0) continue;
  if (!names.has(own)) names.set(own, `w${names.size}`);
  console.log(`${from.toFixed(1).padStart(8)} ${(to - from).toFixed(1).padStart(7)}  ${names.get(own)?.padEnd(5)} ${what} ${more}`);
}
