// What is pressed may go away with its own press, or be of no more use: the focus then stays near, and is not lost to the page.

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** @param {HTMLElement | undefined} node */
const stands = (node) => node?.isConnected && node.tabIndex >= 0 && !node.matches(':disabled') && node.checkVisibility();

/**
 * To be called before something is drawn; what it gives, after it.
 * @param {ShadowRoot} root
 * @returns {() => void}
 */
export function held(root) {
  const had = root.activeElement;
  if (!had) return () => {};
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(STOPS)]);
  const at = all.findIndex((node) => node === had);
  return () => {
    if (root.activeElement && !had.matches(':disabled')) return;
    for (let far = 1; far < all.length; far += 1) {
      const near = [all[at - far], all[at + far]].find(stands);
      if (near) return near.focus({ preventScroll: true });
    }
  };
}
