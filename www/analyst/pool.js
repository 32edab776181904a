// Helpers of the worker that holds the session: workers of its own, which read ranges of a large file while it reads
// from the beginning. Nothing is shared but the file; what a helper has read comes as bytes.

import { scriptAddress } from './policy.js';

/**
 * @typedef {import('./protocol.js').Problem} Problem
 * @typedef {import('./protocol.js').Tell} Tell
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('./spans.js').Spans} Spans
 * @typedef {{module: WebAssembly.Module, script: string}} Parts
 * @typedef {{heads: Array<{name: string, head: Uint8Array}>, settings: import('./protocol.js').Settings, zones: string}} Begun what a session begins with
 * @typedef {{cut: (from: number, block: Uint8Array) => void, gave: (bytes: Uint8Array) => void}} Told
 */

/** A helper that says nothing for so long has stopped. */
const PATIENCE = 10_000;

/** What ends a helper, and not the read. */
const ITS_OWN = ['stopped', 'memory-refused'];

/** One helper more than cores are left: each waits for bytes now and then. */
const wanted = () => Math.min(7, navigator.hardwareConcurrency || 2);

/** One worker and what it was asked. */
class Helper {
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (problem: Problem) => void}>} */
  #asked = new Map();
  #next = 1;
  /** How often it was looked at since it was last heard: who looks may have been too busy to hear. */
  #silent = 0;
  gone = false;
  /** It has begun. @type {Promise<unknown>} */
  ready = Promise.resolve();
  /** Of ranges that it has read to their end, and of the one that it reads. */
  done = { bytes: 0, rows: 0 };
  now = { bytes: 0, rows: 0 };
  memory = 0;

  /** @param {Parts} parts @param {(told: Tell) => void} tell what is for the page */
  constructor({ module, script }, tell) {
    const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    this.worker = new Worker(scriptAddress(blob));
    URL.revokeObjectURL(blob);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end();
    };
    this.worker.onmessage = ({ data }) => {
      this.#silent = 0;
      if ('answer' in data || 'problem' in data) {
        const asked = this.#asked.get(data.id);
        this.#asked.delete(data.id);
        if ('answer' in data) asked?.resolve(data.answer);
        else asked?.reject(data.problem);
      } else if ('took' in data) {
        this.now = data.took;
        this.memory = data.took.memory;
      } else if (!('panic' in data)) tell(data);
    };
    this.ask({ do: 'start', module }).catch(() => this.end());
  }

  /** A range ended; none is counted twice. @param {number} bytes */
  ended(bytes) {
    this.done = { bytes: this.done.bytes + bytes, rows: this.done.rows + this.now.rows };
    this.now = { bytes: 0, rows: 0 };
  }

  /** @param {any} message @returns {Promise<any>} */
  ask(message) {
    if (this.gone) return Promise.reject({ code: 'stopped', args: {} });
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      if (this.#asked.size === 0) this.#silent = 0;
      this.#asked.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...message });
    });
  }

  /** Ends it where it was asked and is silent. @param {number} most looks at it without a word */
  look(most) {
    if (this.#asked.size > 0 && ++this.#silent > most) this.end();
  }

  end() {
    this.gone = true;
    this.worker.terminate();
    const waiting = [...this.#asked.values()];
    this.#asked.clear();
    for (const { reject } of waiting) reject({ code: 'stopped', args: {} });
  }
}

export class Pool {
  /** @type {Helper[]} */
  #helpers = [];
  /** The largest memories of helpers that are gone. @type {number[]} */
  #memories = [];

  /**
   * @param {Parts} parts
   * @param {(told: Tell) => void} tell
   * @param {import('./protocol.js').PoolHow} [how]
   */
  constructor(parts, tell, { helpers = wanted(), patience = PATIENCE, least } = {}) {
    this.least = least;
    try {
      for (let n = 0; n < helpers; n += 1) this.#helpers.push(new Helper(parts, tell));
    } catch {
      // Where a worker may start no other.
    }
    const every = Math.min(1000, patience / 2);
    this.watch = setInterval(() => this.#helpers.forEach((helper) => helper.look(patience / every)), every);
  }

  /** All begin as the session began. @param {Begun} begun */
  begin(begun) {
    for (const helper of this.#helpers) {
      helper.ready = helper.ask({ do: 'help', ...begun });
      helper.ready.catch(() => {});
    }
  }

  get size() {
    return this.#helpers.length;
  }

  /** Bytes and rows of the file that helpers have read so far. */
  get read() {
    return this.#helpers.reduce((sum, { done, now }) => ({ bytes: sum.bytes + done.bytes + now.bytes, rows: sum.rows + done.rows + now.rows }), { bytes: 0, rows: 0 });
  }

  /** The largest memory of each helper that has read. */
  get memories() {
    return [...this.#memories, ...this.#helpers.map(({ memory }) => memory)].filter(Boolean);
  }

  /**
   * Has helpers read what they can take of a file. What was lost with one is another's.
   * @param {number} index
   * @param {File} file
   * @param {Spans} spans
   * @param {Told} told
   */
  async help(index, file, spans, told) {
    const reading = new Set(this.#helpers);
    await Promise.all([...reading].map((helper) => this.#work(helper, reading, index, file, spans, told)));
  }

  /** @param {Helper} helper @param {Set<Helper>} reading who takes ranges @param {number} index @param {File} file @param {Spans} spans @param {Told} told */
  async #work(helper, reading, index, file, spans, told) {
    /** What it has not yet given, and how much of that it has read. @type {Span[]} */
    let held = [];
    let read = 0;
    const ask = (/** @type {Span} */ span) => {
      held.push(span);
      const block = helper.ask({ do: 'range', index, file, ...span });
      // It is awaited in its turn.
      block.catch(() => {});
      return { span, block };
    };
    const ended = async (/** @type {ReturnType<typeof ask>} */ { span, block }) => {
      told.cut(span.from, await block);
      helper.ended(span.to - span.from);
      read += 1;
    };
    const give = async () => {
      if (held.length > 0) {
        const { bytes, memory } = await helper.ask({ do: 'give', index });
        helper.memory = memory;
        told.gave(bytes);
      }
      held = [];
      read = 0;
    };
    try {
      await helper.ready;
      // A range waits behind the one that is read: who hands them out is busy reading.
      const asked = [];
      while (reading.has(helper) || asked.length > 0) {
        const span = reading.has(helper) ? spans.take(reading.size) : undefined;
        if (span) asked.push(ask(span));
        else reading.delete(helper);
        const next = asked.length > 1 || !span ? asked.shift() : undefined;
        if (next) await ended(next);
      }
      await give();
      // What was lost is given at once: another helper may be lost with it.
      for (let span = spans.again(); span; span = spans.again()) {
        await ended(ask(span));
        await give();
      }
    } catch (problem) {
      if (!ITS_OWN.includes(/** @type {Problem} */ (problem).code)) throw problem;
      reading.delete(helper);
      this.#drop(helper);
      spans.lose(held, read);
    }
  }

  /** @param {Helper} helper */
  #drop(helper) {
    helper.end();
    this.#memories.push(helper.memory);
    this.#helpers = this.#helpers.filter((other) => other !== helper);
  }

  /** The file is done: what was read of it is the session's. */
  settle() {
    for (const helper of this.#helpers) Object.assign(helper, { done: { bytes: 0, rows: 0 }, now: { bytes: 0, rows: 0 } });
  }

  end() {
    clearInterval(this.watch);
    for (const helper of [...this.#helpers]) this.#drop(helper);
  }
}
