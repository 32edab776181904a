// How large the next piece is: so much as is folded in about 20 ms. Between pieces the browser has its turn, so that an
// end is obeyed at once: a read of bytes that are there already is no turn of its own, and it would go on for seconds.

const TARGET = 20; // ms a piece
const LEAST = 64 * 1024;
const START = 256 * 1024;

const { port1, port2 } = new MessageChannel();
/** @type {Array<() => void>} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();

/** A turn for the browser: its messages, and its end. */
export const turn = () =>
  new Promise((resolve) => {
    waiting.push(() => resolve(undefined));
    port2.postMessage(null);
  });

/** @param {number} most bytes of a piece */
export function pace(most) {
  let size = START;
  let turned = performance.now();
  return {
    size: () => size,
    /** A piece was folded. @param {number} length @param {number} began @returns {number} now */
    took(length, began) {
      const now = performance.now();
      if (length > size / 2) size = Math.min(most, Math.max(LEAST, size * Math.min(2, TARGET / Math.max(1, now - began))));
      return now;
    },
    /** To be awaited between pieces. */
    async rest() {
      if (performance.now() - turned < TARGET) return;
      await turn();
      turned = performance.now();
    },
  };
}
