// Which part of a large file is whose: the session reads from the front, helpers take ranges from the back.

/** @typedef {{from: number, to: number, tries?: number}} Span tries: helpers that were lost with it */

/** Ranges begin and end with a block of so many bytes. */
export const BLOCK = 64 * 1024;

const LEAST = 1024 * 1024;
/** So many of the least ranges are worth helpers: what they read has to be put together. */
const MANY = 64;
const MOST = 64 * 1024 * 1024;

/** So many helpers may be lost with a range. */
const TRIES = 2;

/** Whether a file is worth helpers. @param {number} size @param {number} [least] bytes of a range */
export const isShared = (size, least = LEAST) => size >= MANY * least;

export class Spans {
  #front = 0;
  /** @type {Span[]} */
  #lost = [];

  /** @param {number} size of the file @param {number} workers that read it @param {number} [least] bytes of a range */
  constructor(size, workers, least = LEAST) {
    this.size = size;
    this.back = size;
    this.workers = workers;
    this.least = least;
  }

  /** Something to read for a helper. The ranges become smaller, so that all end together. @returns {Span | undefined} */
  take() {
    const left = this.back - this.#front;
    if (left < 2 * this.least) return undefined;
    const to = this.back;
    const from = to - Math.min(MOST, Math.max(this.least, left / (2 * this.workers)));
    this.back = Math.max(Math.ceil(this.#front / BLOCK), Math.floor(from / BLOCK)) * BLOCK;
    return { from: this.back, to };
  }

  /** Ranges that were lost with a helper. @param {Span[]} spans @param {number} at the one that it was reading */
  lose(spans, at) {
    this.#lost.push(...spans.map((span, i) => (i === at ? { ...span, tries: (span.tries ?? 0) + 1 } : span)));
  }

  /** Something that was lost, for another helper. @returns {Span | undefined} */
  again() {
    const at = this.#lost.findIndex(({ tries = 0 }) => tries < TRIES);
    return at < 0 ? undefined : this.#lost.splice(at, 1)[0];
  }

  /** What no helper has read after all. */
  left() {
    return this.#lost.splice(0);
  }

  /** The session reads on: how many of so many bytes are its own. @param {number} bytes */
  claim(bytes) {
    const own = Math.min(bytes, this.back - this.#front);
    this.#front += own;
    return own;
  }

  /** Whether the front has met the back. */
  get met() {
    return this.#front === this.back;
  }
}
