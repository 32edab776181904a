// The page around the element: its address, its single keys, its language. Everything else is the element's.

import './element/define.js';
import { read, written } from './element/address.js';
import { keys } from './element/keys.js';

const element = /** @type {import('./element/ebb-report.js').EbbReport} */ (document.querySelector('ebb-report'));

/** The settings of each step, by the counter in `history.state`: what comes out of files never stands in the address. @type {any[]} */
const steps = [];
let step = 0;

/** @param {import('./element/address.js').Place} place */
function settle(place) {
  element.lang = place.lang ?? (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');
  element.theme = place.theme ?? null;
  follow();
}

/** The document takes the element's language and colours. */
function follow() {
  document.documentElement.lang = element.lang;
  document.documentElement.dataset['theme'] = element.theme ?? '';
}

/** @param {'pushState' | 'replaceState'} how */
function write(how) {
  steps[step] = element.settings;
  const place = {
    lang: location.hash.includes('lang=') || element.lang !== (navigator.language.startsWith('ko') ? 'ko' : 'en') ? element.lang : undefined,
    theme: element.theme ?? undefined,
    at: element.report && element.at !== 'headline' ? element.at : undefined,
  };
  const hash = written(place, element.settings);
  try {
    history[how]({ ebb: step }, '', hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // Some frames forbid it: the steps stay in memory.
  }
}

/** Browsers ask for the icon again with each change of the address: from here on they find it in this tab. */
async function keepIcon() {
  const link = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=icon]'));
  link.href = URL.createObjectURL(await (await fetch(link.href)).blob());
}
keepIcon().catch(() => {});

const from = read(location.hash);
settle(from.place);
element.work.set({ settings: from.settings, ignored: from.ignored });
steps[0] = from.settings;
try {
  history.replaceState({ ebb: 0 }, '');
} catch {
  // As above.
}
let wanted = from.place.at;

element.addEventListener('ebb-change', (event) => {
  follow();
  if (/** @type {CustomEvent} */ (event).detail.step) {
    step += 1;
    steps.length = step;
    write('pushState');
  } else write('replaceState');
});
element.addEventListener('ebb-report', () => {
  if (!wanted) return;
  const at = wanted;
  wanted = undefined;
  element.updateComplete.then(() => requestAnimationFrame(() => element.deeds.go(at)));
});
window.addEventListener('popstate', (event) => {
  const at = event.state?.ebb;
  const { place, settings, ignored } = read(location.hash);
  settle(place);
  step = at ?? step;
  element.work.past = steps.slice(0, step);
  element.work.restore(at === undefined ? settings : (steps[at] ?? settings));
  if (at === undefined) element.work.set({ ignored });
});
addEventListener('keydown', keys(element));
