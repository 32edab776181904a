// Single keys, on the page only: never while a field has the focus, and not when they are switched off in the help.

/** @param {import('./ebb-report.js').EbbReport} element */
export function keys(element) {
  const root = () => element.renderRoot;
  const places = () => [...root().querySelectorAll('[data-figure]')].filter((place) => place.getAttribute('data-figure') !== 'issues');

  /** @param {number} by */
  const move = (by) => {
    const all = places();
    const at = all.findIndex((place) => place.getAttribute('data-figure') === element.at);
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))]?.getAttribute('data-figure');
    if (next) element.deeds.go(next);
  };
  /** Presses a tool of the figure in view. @param {string} selector */
  const press = (selector) => /** @type {HTMLElement | null} */ (root().querySelector(`[data-figure="${element.at}"] .tools ${selector}`))?.click();

  /** @type {Record<string, () => void>} */
  const deeds = {
    s: () => element.work.state.phase === 'empty' && void element.work.sample(),
    o: () => element.deeds.pick(),
    j: () => move(1),
    k: () => move(-1),
    d: () => press('> .tool'),
    t: () => press('.switch input:not(:checked)'),
    '?': () => {
      const open = element.ui.get('panel') === 'keys';
      element.ui.set('keys-from', open ? undefined : /** @type {ShadowRoot} */ (root()).activeElement);
      element.ui.set('panel', open ? null : 'keys');
    },
  };

  return (/** @type {KeyboardEvent} */ e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || element.ui.get('keys') === false) return;
    const held = e.composedPath()[0];
    if (held instanceof HTMLElement && held.matches('input:not([type=radio], [type=checkbox]), select, textarea')) return;
    const deed = deeds[e.key.toLowerCase()];
    if (!deed) return;
    e.preventDefault();
    deed();
  };
}
