// Which part of a large file is whose: the session reads the front, helpers take ranges of the rest, all from the top
// down, as time goes in most files: days that come in order are folded fastest. Who is done helps with the front.

/** @typedef {{from: number, to: number, tries?: number}} Span tries: helpers that were lost with it */

/** Ranges begin and end with a block of so many bytes. */
export const BLOCK = 64 * 1024;

const LEAST = 1024 * 1024;
/** So many of the least ranges are worth helpers: what they read has to be put together. */
const MANY = 64;
const MOST = 64 * 1024 * 1024;

/** A helper gives what it has when so many bytes are left for each who reads on. */
const EARLY = 16 * 1024 * 1024;

/** So many helpers may be lost with a range. */
const TRIES = 2;

/** Whether a file is worth helpers. @param {number} size @param {number} [least] bytes of a range */
export const isShared = (size, least = LEAST) => size >= MANY * least;

/** The front's part is so much larger than another's: it is there to be shared when the rest is done. */
const MORE = 1.25;

/** The first block that begins at a place or behind it. @param {number} at */
const block = (at) => Math.ceil(at / BLOCK) * BLOCK;

export class Spans {
  #front = 0;
  /** Where the next range of the rest begins. */
  #next;
  /** @type {Span[]} */
  #lost = [];

  /** @param {number} size of the file @param {number} workers that read it @param {number} [least] bytes of a range */
  constructor(size, workers, least = LEAST) {
    this.size = size;
    /** Where the front ends. */
    this.back = Math.min(size, block((MORE * size) / workers));
    this.#next = this.back;
    this.workers = workers;
    this.least = least;
  }

  /**
   * Something to read for a helper. The ranges become smaller, so that all end together; but for the last of them, who
   * have something to give that takes its time.
   * @param {number} [working] helpers that still read
   * @returns {Span | undefined}
   */
  take(working = 1) {
    const left = this.back - this.#front + this.size - this.#next;
    const length = Math.min(MOST, Math.max(this.least, left / (2 * this.workers)));
    if (this.#next < this.size) {
      const from = this.#next;
      const to = block(from + length);
      this.#next = to + this.least > this.size ? this.size : to;
      return { from, to: this.#next };
    }
    if (left < Math.max(2 * this.least, (working - 1) * EARLY)) return undefined;
    const to = this.back;
    this.back = block(Math.max(this.#front, to - length));
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
    const rest = { from: this.#next, to: this.size };
    this.#next = this.size;
    return [...this.#lost.splice(0), ...(rest.from < rest.to ? [rest] : [])];
  }

  /** The session reads on: how many of so many bytes are its own. @param {number} bytes */
  claim(bytes) {
    // Where no helper has come yet the front goes on.
    if (this.#front + bytes >= this.back && this.#next === this.back) this.back = this.#next = this.size;
    const own = Math.min(bytes, this.back - this.#front);
    this.#front += own;
    return own;
  }

  /** Whether the front has met the rest. */
  get met() {
    return this.#front === this.back;
  }
}
