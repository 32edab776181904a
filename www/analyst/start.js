// How a worker starts: its two parts, loaded once, and the hand-shake with which it begins.

import { scriptAddress } from './policy.js';

/**
 * @typedef {import('./protocol.js').Problem} Problem
 * @typedef {import('./protocol.js').Tell} Tell
 * @typedef {{module: Promise<WebAssembly.Module>, script: Promise<string>, all: Promise<unknown>}} Parts
 * @typedef {{hear: (told: Tell) => void, broke: (problem: Problem) => void}} Told
 */

/** How long the fast pack is waited for: the small one reads the same. */
const WAIT = 10_000;
/** A worker that says nothing for so many ms, while something is asked of it, has stopped. */
export const PATIENCE = 30_000;

/** By their names. @type {Map<string, Promise<any>>} */
const parts = new Map();

/**
 * The worker's two parts, loaded once for every worker of every element: another one needs no network.
 * The script becomes a blob, because a worker loaded by its address would not be bound by the page's policy.
 * @param {string} [wasm]
 * @param {string} [script]
 * @param {AbortSignal} [signal]
 * @returns {Parts}
 */
export function loaded(wasm = __EBB_WASM__, script = __EBB_WORKER__, signal) {
  const get = (/** @type {string} */ name, /** @type {(answer: Promise<Response>) => Promise<any>} */ use) => {
    const part = parts.get(name) ?? use(fetch(new URL(name, import.meta.url), { signal: signal ?? null }));
    parts.set(name, part);
    part.catch(() => parts.delete(name));
    return part;
  };
  const module = get(wasm, (answer) => WebAssembly.compileStreaming(answer));
  const text = get(script, async (answer) => (await answer).text());
  const all = Promise.all([module, text]);
  all.catch(() => {});
  return { module, script: text, all };
}

/** Those of the pack that is made for large files. */
export const fast = () => loaded(__EBB_FAST_WASM__, __EBB_FAST_WORKER__, AbortSignal.timeout(WAIT));

/** What is asked of a worker before it is anyone's has this number. */
const START = 0;

/** A worker that starts with a pack. */
export class Start {
  /** @type {Worker | null} */
  #worker = null;
  #ended = false;
  /** Whether it has started. */
  stands = false;
  /** @type {(problem: Problem) => void} */
  #reject = () => {};

  /**
   * @param {Parts} parts
   * @param {boolean} shared whether it will need helpers
   * @param {Told} told
   */
  constructor(parts, shared, told) {
    this.parts = parts;
    this.ready = this.#run(shared, told);
    this.ready.catch(() => {});
  }

  /** @param {boolean} shared @param {Told} told @returns {Promise<Worker>} */
  async #run(shared, { hear, broke }) {
    const script = await this.parts.script;
    if (this.#ended) throw CANCELLED;
    const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(scriptAddress(blob));
    URL.revokeObjectURL(blob);
    this.#worker = worker;
    const breaks = (/** @type {Problem} */ problem) => {
      this.#reject(problem);
      broke(problem);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      breaks({ code: 'stopped', args: {}, text: event.message });
    };
    /** @type {Promise<never>} */
    const broken = new Promise((_, reject) => (this.#reject = reject));
    /** @type {Promise<void>} */
    const answered = new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data.id !== START) hear(data);
        else if ('answer' in data) resolve();
        else breaks(data.problem);
      };
    });
    // The module is compiled while the worker starts.
    const module = await Promise.race([this.parts.module, broken]);
    worker.postMessage({ id: START, do: 'start', module, script, shared, zones: new URL(__EBB_ZONES__, import.meta.url).href });
    const late = setTimeout(breaks, PATIENCE, { code: 'stopped', args: {}, text: 'no answer' });
    await Promise.race([answered, broken]).finally(() => clearTimeout(late));
    this.stands = true;
    return worker;
  }

  /** Has it run what it will run often, as long as nothing else is asked of it: the browser compiles that well. */
  warm() {
    this.#worker?.postMessage({ id: START, do: 'warm' });
  }

  /** It is of no more use, or never was. */
  end() {
    this.#ended = true;
    this.#worker?.terminate();
    this.#reject(CANCELLED);
  }
}

/** @type {Problem} */
const CANCELLED = { code: 'cancelled', args: {} };
