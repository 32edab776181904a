// The page of the others: each reads the chosen file in workers of its own and answers the same question.

import { duckdb } from './duckdb.js';
import { cohorts, join } from './triangle.js';

/**
 * Something that reads a file: made ready before the clock starts, as Ebb's worker is.
 * @typedef {{started: number, read: (file: File) => Promise<unknown>}} Ready started: ms it took
 * @typedef {() => Promise<Ready>} Contestant
 */

/**
 * Workers of one script that read a part of the file each.
 * @template T
 * @param {string} script
 * @param {number} count
 * @param {(parts: T[]) => unknown} put together
 * @param {object} [how] what the workers are told beside the file
 * @returns {Contestant}
 */
const workers = (script, count, put, how = {}) => async () => {
  const began = performance.now();
  const crew = await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL(script, import.meta.url), { type: 'module' });
      await told(worker);
      return worker;
    }),
  );
  return {
    started: performance.now() - began,
    read: async (file) => {
      const parts = crew.map((worker, i) => {
        worker.postMessage({ file, from: Math.floor((file.size * i) / count), to: Math.floor((file.size * (i + 1)) / count), ...how });
        return told(worker);
      });
      return put(await Promise.all(parts));
    },
  };
};

/** The next thing that a worker says. @param {Worker} worker @returns {Promise<any>} */
const told = (worker) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => ('problem' in data ? reject(new Error(data.problem)) : resolve(data.answer));
    worker.onerror = ({ message }) => reject(new Error(message || 'The worker could not be started.'));
  });

/** @param {number[]} parts */
const sum = (parts) => parts.reduce((all, bytes) => all + bytes, 0);
/** @param {import('./triangle.js').Months[]} parts */
const triangle = (parts) => cohorts(join(parts));
const cores = navigator.hardwareConcurrency;

/** @param {number} count */
const streams = (count) => workers('floor.js', count, sum, { way: 'stream', size: 4 << 20 });
/** @param {number} count */
const slices = (count) => workers('floor.js', count, sum, { way: 'slices', size: 16 << 20, outstanding: 4 });

/** @type {Record<string, Contestant>} */
const CONTESTANTS = {
  'floor: stream, 1 worker': streams(1),
  'floor: stream, 2 workers': streams(2),
  'floor: stream, 3 workers': streams(3),
  'floor: slices, 1 worker': slices(1),
  'floor: slices, 2 workers': slices(2),
  'duckdb-wasm': duckdb,
  udsv: workers('udsv.js', 1, triangle),
  [`udsv, ${cores} workers`]: workers('udsv.js', cores, triangle),
  papaparse: workers('papaparse.js', 1, triangle),
};

Object.assign(globalThis, {
  contestants: Object.keys(CONTESTANTS),
  /** Reads the chosen file once, in ms. @param {string} name */
  measure: async (name) => {
    const [file] = /** @type {HTMLInputElement} */ (document.querySelector('input')).files ?? [];
    const contestant = CONTESTANTS[name];
    if (!file || !contestant) throw new Error(`There is no file, or no ${name}.`);
    const { started, read } = await contestant();
    const began = performance.now();
    const answer = await read(file);
    return { ms: performance.now() - began, started, answer };
  },
});
