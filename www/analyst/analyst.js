// The page's side of the worker: asks it, hands on what it tells, ends it and starts another. It keeps the files, so that nothing is lost with a worker.

import { part } from './bytes.js';
import { HEAD, LARGE } from './protocol.js';
import { isShared } from './spans.js';
import { PATIENCE, Start, fast, loaded } from './start.js';

/**
 * @typedef {import('./protocol.js').Settings} Settings
 * @typedef {import('./protocol.js').Problem} Problem
 * @typedef {import('./protocol.js').Report} Report
 * @typedef {import('./start.js').Parts} Parts
 */

/** What is told without being asked. */
/**
 * @typedef {object} Listener
 * @property {(progress: import('./protocol.js').Progress) => void} [progress]
 * @property {(report: Report) => void} [first]
 * @property {(violation: {directive: string, blocked: string}) => void} [violation]
 * @property {(requests: import('./protocol.js').Request[]) => void} [requests]
 */

/** Who expected files has a warm worker for so many ms. */
const UNUSED = 60_000;

export class Analyst {
  /** @type {Worker | null} */
  #worker = null;
  /** The start that made it, or will. @type {Start | null} */
  #start = null;
  /** @type {Promise<unknown> | null} */
  #started = null;
  /** Grows with each worker that is ended. */
  #life = 0;
  /** What ended the last one. @type {Problem} */
  #why = { code: 'cancelled', args: {} };
  /** The fast pack, where files were worth it and it can be had. @type {Parts | null} */
  #fast = null;
  /** A worker with the fast pack, for files that are expected. @type {Start | null} */
  #spare = null;
  /** Whether a worker that is started will need helpers. */
  #shared = false;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (problem: Problem) => void}>} */
  #asked = new Map();
  #next = 1;
  #heard = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #watch;
  /** @type {import('./protocol.js').Panic | null} */
  #panic = null;
  /** Whether this worker has opened the files. */
  #opened = false;
  /** Whether this worker has read the files. */
  #holds = false;
  /** @type {File[]} */
  files = [];

  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
  }

  /** Starts the worker, if none runs. */
  start() {
    if (this.#started) return this.#started;
    const started = this.#begin();
    this.#started = started;
    started.catch(() => started === this.#started && this.#end({ code: 'stopped', args: {} }));
    return started;
  }

  async #begin() {
    const life = this.#life;
    const parts = this.#fast ?? loaded();
    const start = this.#spare?.parts === parts ? this.#spare : this.#spawn(parts, this.#shared);
    if (start === this.#spare) this.#spare = null;
    this.#start = start;
    const worker = await start.ready.catch((problem) => {
      this.#stays(life);
      throw problem;
    });
    this.#stays(life);
    this.#worker = worker;
  }

  /** @param {Parts} parts @param {boolean} shared */
  #spawn(parts, shared) {
    /** @type {Start} */
    const start = new Start(parts, shared, {
      // Of one that nobody has asked anything all there is to know is what it asked of others.
      hear: (told) => (start === this.#start || 'violation' in told || 'requests' in told) && this.#hear(told),
      broke: (problem) => {
        if (start === this.#start) this.#end(problem);
        this.#spares(start);
      },
    });
    return start;
  }

  /**
   * Files are about to come: a worker is there for them, and another with the fast pack, warm, if all that can be fetched
   * and compiled while a hand is on its way. Large ones wait for it.
   */
  expect() {
    this.start().catch(() => {});
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
    if (this.#fast || this.#spare || connection?.saveData) return;
    const spare = this.#spawn(fast(), true);
    this.#spare = spare;
    spare.ready.then(
      () => spare === this.#spare && spare.warm(),
      () => this.#spares(spare),
    );
    setTimeout(() => this.#spares(spare), UNUSED);
  }

  /** Ends a worker that is still of no use to anyone. @param {Start} start */
  #spares(start) {
    if (start !== this.#spare) return;
    start.end();
    this.#spare = null;
  }

  /** Throws where the worker was ended before it began. @param {number} life */
  #stays(life) {
    if (life !== this.#life) throw this.#why;
  }

  /**
   * @param {any} message
   * @returns {Promise<any>}
   */
  #ask(message) {
    const worker = this.#worker;
    if (!worker) return Promise.reject({ code: 'cancelled', args: {} });
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      this.#heard = performance.now();
      this.#watch ??= setInterval(() => this.#look(), 1000);
      worker.postMessage({ id, ...message });
    });
  }

  /** The watchdog: a throw in an async handler of a worker reaches nobody. */
  #look() {
    if (this.#asked.size === 0) {
      clearInterval(this.#watch);
      this.#watch = undefined;
    } else if (performance.now() - this.#heard > PATIENCE) this.#end({ code: 'stopped', args: {}, text: 'no answer' });
  }

  /** @param {import('./protocol.js').Tell} told */
  #hear(told) {
    this.#heard = performance.now();
    if ('answer' in told || 'problem' in told) {
      const asked = this.#asked.get(told.id);
      this.#asked.delete(told.id);
      if ('answer' in told) return asked?.resolve(told.answer);
      const problem = this.#panic ? { ...told.problem, code: 'stopped', text: `${this.#panic.text} (${this.#panic.place})` } : told.problem;
      asked?.reject(problem);
      // After a panic the instance would go on answering: nothing it says can be trusted.
      if (problem.code === 'stopped' || problem.code === 'memory-refused') this.#end(problem);
    } else if ('panic' in told) this.#panic = told.panic;
    else if ('progress' in told) this.listener.progress?.(told.progress);
    else if ('first' in told) this.listener.first?.(told.first);
    else if ('violation' in told) this.listener.violation?.(told.violation);
    else if ('requests' in told) this.listener.requests?.(told.requests);
  }

  /** @param {Problem} problem what those who wait are told */
  #end(problem) {
    this.#life += 1;
    this.#why = problem;
    this.#start?.end();
    this.#start = null;
    this.#worker = null;
    this.#started = null;
    this.#panic = null;
    this.#opened = false;
    this.#holds = false;
    const waiting = [...this.#asked.values()];
    this.#asked.clear();
    for (const { reject } of waiting) reject(problem);
  }

  /** Ends what is going on; the next question starts another worker with the same files. */
  cancel() {
    this.#shared = false;
    this.#end({ code: 'cancelled', args: {} });
  }

  /** The worker is of no more use. */
  dispose() {
    this.cancel();
    if (this.#spare) this.#spares(this.#spare);
    this.files = [];
  }

  /** A worker with the fast pack. */
  async #hasten() {
    if (this.#fast) return;
    const found = this.#spare?.parts ?? fast();
    const suit = (/** @type {Parts | null} */ parts) => {
      this.#fast = parts;
      this.#end({ code: 'cancelled', args: {} });
    };
    suit(found);
    this.start().catch(() => {});
    // Where it cannot be had the small one reads the same.
    await found.all.catch(() => found === this.#fast && suit(null));
  }

  /**
   * What the files are taken for.
   * @param {File[]} files
   * @param {Settings} settings
   * @returns {Promise<import('./protocol.js').Guess[]>}
   */
  async open(files, settings) {
    // Each step is told: a large file's first ones take a moment.
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const step = () => this.listener.progress?.({ read: 0, total, rows: 0, files: files.map(() => ({ rows: 0, set_aside: 0, done: false })) });
    step();
    const heads = Promise.all(files.map((file) => part(file, 0, HEAD)));
    heads.catch(() => {});
    this.#shared = files.some(({ size }) => isShared(size));
    // A small file is not worth a wait, but what is there already is quicker with it too.
    if (this.#spare?.stands || files.some(({ size }) => size >= LARGE)) await this.#hasten().then(step);
    else if (this.#spare) this.#spares(this.#spare);
    await this.start();
    step();
    this.files = files;
    this.#opened = false;
    this.#holds = false;
    const guesses = await this.#ask({ do: 'open', files, heads: await heads, settings });
    this.#opened = true;
    return guesses;
  }

  /**
   * Reads the files, with progress.
   * @param {Settings} settings
   * @returns {Promise<Report>}
   */
  async read(settings) {
    await this.start();
    // Where a read was cancelled before, the files are new to this worker.
    if (!this.#opened) await this.open(this.files, settings);
    const report = await this.#ask({ do: 'read', settings });
    this.#holds = true;
    return report;
  }

  /** After a worker was lost its files are opened and read again. @param {Settings} settings */
  async #have(settings) {
    await this.start();
    if (this.#holds) return null;
    await this.open(this.files, settings);
    return this.read(settings);
  }

  /**
   * The report under other settings; the files are read again only where they must be.
   * @param {Settings} settings
   * @returns {Promise<Report>}
   */
  async report(settings) {
    // Nothing is awaited where nothing need be: the worker answers while the page draws.
    const read = this.#holds ? null : await this.#have(settings);
    return read ?? this.#ask({ do: 'report', settings });
  }

  /**
   * The customers behind a number.
   * @param {Settings} settings
   * @param {import('./protocol.js').Query} query
   * @param {number} offset
   * @param {number} limit
   * @returns {Promise<import('./protocol.js').Roster>}
   */
  async members(settings, query, offset, limit) {
    await this.#have(settings);
    return this.#ask({ do: 'members', settings, query, offset, limit });
  }

  /** The events of usage files, the commonest first. @param {Settings} settings @returns {Promise<import('./protocol.js').EventRows[]>} */
  async events(settings) {
    await this.#have(settings);
    return this.#ask({ do: 'events', settings });
  }

  /** The rows that were set aside, some of them. @param {Settings} settings @param {number} offset @param {number} limit @returns {Promise<import('./protocol.js').RowAside[]>} */
  async aside(settings, offset, limit) {
    await this.#have(settings);
    return this.#ask({ do: 'aside', settings, offset, limit });
  }

  /** The memories of the session and of those who helped it, at their largest. @returns {Promise<{session: number, helpers: number[]}>} */
  async memory() {
    await this.start();
    return this.#ask({ do: 'memory' });
  }

  /** The first telling lines of a file in each encoding. @param {string} file @param {string[]} encodings @returns {Promise<string[][]>} */
  async preview(file, encodings) {
    await this.start();
    return this.#ask({ do: 'preview', file: this.files.find(({ name }) => name === file), encodings });
  }

  /**
   * Lines of a file around one, as they stand there.
   * @param {string} file
   * @param {number} line
   * @param {string} encoding
   * @returns {Promise<import('./protocol.js').RawLine[]>}
   */
  async lines(file, line, encoding) {
    await this.start();
    return this.#ask({ do: 'lines', file: this.files.find(({ name }) => name === file), line, encoding });
  }
}
