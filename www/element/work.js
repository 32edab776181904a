// What is going on: the files, the settings, the state of the page, and the deeds that change them. Templates only read it.

import { Analyst } from '../analyst/analyst.js';
import { REFUSALS, choose, inForce } from './settings.js';
import { asks, doubtful, guessed, sameDoubt } from './guesses.js';

/**
 * @typedef {import('../analyst/protocol.js').Guess} Guess
 * @typedef {import('../analyst/protocol.js').Report} Report
 * @typedef {import('../analyst/protocol.js').Progress} Progress
 * @typedef {import('../analyst/protocol.js').Problem} Problem
 * @typedef {import('../analyst/protocol.js').Settings} Settings
 *
 * @typedef {object} State
 * @property {'empty' | 'opening' | 'mapping' | 'reading' | 'report' | 'broken'} phase
 * @property {File[]} files
 * @property {Guess[]} guesses
 * @property {import('./guesses.js').Doubt[]} doubts what was asked about the files, answered or not
 * @property {Settings} settings what differs from the usual
 * @property {Report | null} report
 * @property {Report | null} first the first numbers, while the files are read
 * @property {Progress | null} progress
 * @property {number} began when the read began
 * @property {number} seconds how long it took
 * @property {Problem | null} problem
 * @property {boolean} busy a change of settings is being answered; the old report stands, dimmed
 * @property {Problem | null} refused why the last change was refused
 * @property {number | null} drag files held over the element; 0: nobody knows how many
 * @property {{fresh: File[], same: string[]} | null} again files whose names are here already
 * @property {string[]} ignored keys of the address that are no settings
 * @property {string[]} folders that were dropped: a browser reads none
 * @property {boolean} sample the files are the page's own
 */

/** @type {State} */
const NOTHING = {
  phase: 'empty',
  files: [],
  guesses: [],
  doubts: [],
  settings: {},
  report: null,
  first: null,
  progress: null,
  began: 0,
  seconds: 0,
  problem: null,
  busy: false,
  refused: null,
  drag: null,
  again: null,
  ignored: [],
  folders: [],
  sample: false,
};

/** The page's own sample lies beside its script. */
const SAMPLE = new URL('sample/', import.meta.url);

export class Work {
  /** @type {State} */
  state = NOTHING;
  /** @type {Settings[]} settings before each change */
  past = [];
  /** The settings of the report that stands. @type {Settings} */
  held = {};
  /** The files of the report that stands. @type {Pick<State, 'files' | 'guesses' | 'sample'>} */
  #stands = NOTHING;
  /** The state that a read was started from. @type {State['phase']} */
  #from = 'empty';
  /** Grows with each change: an answer to an older one is dropped. */
  #turn = 0;

  /**
   * @param {() => void} changed something to draw
   * @param {(name: 'progress' | 'report' | 'problem' | 'change', detail: any) => void} tell
   * @param {Pick<import('../analyst/analyst.js').Listener, 'violation' | 'requests'>} seen
   */
  constructor(changed, tell, seen) {
    this.changed = changed;
    this.tell = tell;
    this.analyst = new Analyst({
      ...seen,
      progress: (progress) => {
        this.set({ progress });
        this.tell('progress', { read: progress.read, total: progress.total, rows: progress.rows });
      },
      first: (first) => this.set({ first }),
    });
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    this.state = { ...this.state, ...patch };
    this.changed();
  }

  /** Files are dragged over the page, or about to be chosen. */
  expect() {
    this.analyst.expect();
  }

  /** Starts the worker, so that it is there when files come. */
  ready() {
    this.analyst.start().catch(() => {});
  }

  /**
   * Files were dropped or chosen: added to those that are here, unless a name says that they may replace one.
   * @param {File[]} fresh
   */
  take(fresh) {
    if (fresh.length === 0) return;
    const { files, phase, sample } = this.state;
    const held = phase === 'empty' || phase === 'broken' || sample ? [] : files;
    const same = fresh.filter(({ name }) => held.some((file) => file.name === name)).map(({ name }) => name);
    if (same.length > 0) return this.set({ again: { fresh, same } });
    if (sample) this.set({ settings: this.#choices() });
    return this.open([...held, ...fresh]);
  }

  /** Answers the question about files of the same name. @param {'replace' | 'add' | 'leave'} how */
  settle(how) {
    const { again, files } = this.state;
    this.set({ again: null });
    if (!again) return;
    if (how === 'replace') this.open([...files.filter(({ name }) => !again.same.includes(name)), ...again.fresh]);
    if (how === 'add') this.open([...files, ...again.fresh.map((file) => renamed(file, files))]);
    if (how === 'leave') {
      const others = again.fresh.filter(({ name }) => !again.same.includes(name));
      if (others.length > 0) this.open([...files, ...others]);
    }
  }

  /** Other files instead of these. @param {File[]} files */
  replace(files) {
    this.past = [];
    this.set({ ...NOTHING, settings: this.#choices(), ignored: this.state.ignored, phase: 'empty' });
    if (files.length > 0) this.open(files);
  }

  /** The choices that hold for any files: those about columns and kinds belong to the old ones. */
  #choices() {
    return choose(this.state.settings, { columns: null, kinds: null, readings: null, encodings: null, segment: null, split: null, 'active.events': null });
  }

  /** @param {File[]} files @param {{sample?: boolean, map?: boolean}} [how] */
  async open(files, { sample = false, map = false } = {}) {
    const turn = ++this.#turn;
    this.#from = this.state.phase;
    this.set({ phase: 'opening', files, problem: null, progress: null, first: null, sample, began: performance.now(), busy: false });
    try {
      const guesses = await this.analyst.open(files, inForce(this.state.settings));
      if (turn !== this.#turn) return;
      const told = { guesses, doubts: doubtful(guesses) };
      if (map || asks(guesses)) return this.set({ ...told, phase: 'mapping' });
      const read = this.read();
      this.set(told);
      await read;
    } catch (problem) {
      if (turn === this.#turn) this.#broke(/** @type {Problem} */ (problem));
    }
  }

  /** Reads what the mapping says. */
  async read() {
    const turn = ++this.#turn;
    if (this.state.phase !== 'opening') this.#from = this.state.phase;
    const began = performance.now();
    // Asked before it is drawn.
    const asked = this.analyst.read(inForce(this.state.settings));
    this.set({ phase: 'reading', progress: null, first: null, problem: null, began });
    try {
      const report = await asked;
      if (turn !== this.#turn) return;
      this.held = this.state.settings;
      this.#stands = this.state;
      this.set({ phase: 'report', report, first: null, seconds: (performance.now() - began) / 1000, refused: null });
      this.tell('report', report);
    } catch (problem) {
      if (turn === this.#turn) this.#broke(/** @type {Problem} */ (problem));
    }
  }

  /** @param {Problem} problem */
  #broke(problem) {
    if (problem.code === 'cancelled') return this.#back();
    const { progress, files } = this.state;
    // The worker cannot tell what it was reading when it stopped; the progress can.
    const at = progress?.files.findIndex(({ done }) => !done) ?? -1;
    const file = problem.args.file ?? (files.length === 1 ? files[0]?.name : files[at]?.name);
    const told = ['stopped', 'memory-refused'].includes(problem.code) && file ? { ...problem, args: { ...problem.args, file } } : problem;
    this.set({ phase: 'broken', problem: told, busy: false });
    this.tell('problem', told);
  }

  /** Ends the read that is going on. */
  cancel() {
    const { phase } = this.state;
    if (phase !== 'reading' && phase !== 'opening') return;
    this.#turn += 1;
    this.analyst.cancel();
    this.#back();
    this.ready();
  }

  /** To where one came from: to a report with the files and settings that it was made of. */
  #back() {
    const none = { progress: null, first: null };
    if (this.#from === 'mapping') return this.set({ ...none, phase: 'mapping' });
    if (!this.state.report) return this.set({ ...none, phase: 'empty', files: [], guesses: [] });
    const { files, guesses, sample } = this.#stands;
    this.analyst.files = files;
    const others = this.held !== this.state.settings;
    this.set({ ...none, phase: 'report', files, guesses, sample, settings: this.held });
    if (others) this.tell('change', { step: false });
  }

  /** Without the file that could not be read. */
  without() {
    const name = this.state.problem?.args['file'];
    this.open(this.state.files.filter((file) => file.name !== name));
  }

  /** The mapping of files that are read already. */
  map() {
    this.set({ phase: 'mapping' });
    if (this.state.guesses.length === 0) this.open(this.state.files, { map: true });
  }

  /**
   * New choices, in dotted names or as the contract writes them. Each is one step back.
   * @param {Record<string, any>} choices
   */
  change(choices) {
    this.#settle(choose(this.state.settings, choices), true);
  }

  /** One step back. */
  undo() {
    const settings = this.past.pop();
    if (settings) this.#settle(settings, false);
  }

  /** Settings from elsewhere: the address, a file, the embedding page. @param {Settings} settings @param {boolean} [step] */
  restore(settings, step = false) {
    this.#settle(choose({}, settings), step);
  }

  /** @param {Settings} settings @param {boolean} step */
  #settle(settings, step) {
    if (JSON.stringify(settings) === JSON.stringify(this.state.settings)) return;
    if (step) this.past.push(this.state.settings);
    this.set({ settings });
    this.tell('change', { step });
    if (this.state.phase === 'report') this.#again();
    if (this.state.phase === 'mapping') this.#guess();
  }

  /** What the files are taken for under the new choices. */
  async #guess() {
    const turn = ++this.#turn;
    try {
      const guesses = await this.analyst.open(this.state.files, inForce(this.state.settings));
      // A question that was answered stays, with its answer.
      const { doubts } = this.state;
      const fresh = doubtful(guesses).filter((doubt) => !doubts.some((old) => sameDoubt(old, doubt)));
      if (turn === this.#turn) this.set({ guesses, doubts: [...doubts, ...fresh] });
    } catch (problem) {
      if (turn === this.#turn) this.#broke(/** @type {Problem} */ (problem));
    }
  }

  async #again() {
    const turn = ++this.#turn;
    // Asked before it is drawn.
    const asked = this.analyst.report(inForce(this.state.settings));
    this.set({ busy: true, refused: null, progress: null });
    try {
      const report = await asked;
      if (turn !== this.#turn) return;
      this.held = this.state.settings;
      this.set({ report, busy: false });
      this.tell('report', report);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      const problem = /** @type {Problem} */ (thrown);
      if (REFUSALS.includes(problem.code)) return this.#refuse(problem);
      this.#broke(problem);
    }
  }

  /** What was refused is taken back; the report that stands is of the choices before. @param {Problem} problem */
  #refuse(problem) {
    this.set({ busy: false, settings: this.held, refused: problem });
    this.past = this.past.filter((settings) => settings !== this.held);
    this.tell('change', { step: false });
  }

  /** The report under other choices, without choosing them. @param {Record<string, any>} choices @returns {Promise<Report>} */
  preview(choices) {
    return this.analyst.report(inForce(choose(this.state.settings, choices)));
  }

  /** @param {import('../analyst/protocol.js').Query} query @param {number} offset @param {number} limit */
  members(query, offset, limit) {
    return this.analyst.members(inForce(this.state.settings), query, offset, limit);
  }

  /** The events of the files that were read, the commonest first. */
  events() {
    return this.analyst.events(inForce(this.state.settings));
  }

  /** The rows that were set aside, some of them. */
  aside(offset = 0, limit = 10_000) {
    return this.analyst.aside(inForce(this.state.settings), offset, limit);
  }

  /** The page's own sample, fetched from its own site. */
  async sample() {
    this.ready();
    try {
      const names = /** @type {string[]} */ (await got(new URL('index.json', SAMPLE)).then((answer) => answer.json()));
      const list = names.filter((name) => name.endsWith('.csv'));
      const files = await Promise.all(list.map(async (name) => new File([await (await got(new URL(encodeURIComponent(name), SAMPLE))).blob()], name)));
      if (names.includes('settings.json')) {
        const settings = await (await got(new URL('settings.json', SAMPLE))).json();
        this.set({ settings: { ...choose({}, settings), ...this.state.settings } });
      }
      await this.open(files, { sample: true });
    } catch (error) {
      this.#lost(error);
    }
  }

  /** Files of the page's own site. @param {string} src addresses, parted by spaces */
  async fetch(src) {
    try {
      const addresses = src.split(/\s+/).filter(Boolean);
      const files = await Promise.all(
        addresses.map(async (address) => {
          const url = new URL(address, document.baseURI);
          return new File([await (await got(url)).blob()], guessed(url));
        }),
      );
      await this.open(files);
    } catch (error) {
      this.#lost(error);
    }
  }

  /** @param {unknown} error */
  #lost(error) {
    const problem = { code: 'src', args: { text: String(/** @type {any} */ (error)?.message ?? error) } };
    this.set({ phase: 'broken', problem });
    this.tell('problem', problem);
  }
}

/** @param {URL} url */
async function got(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer;
}

/** A file beside others under a name of its own. @param {File} file @param {File[]} others */
function renamed(file, others) {
  const [, stem = file.name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(file.name) ?? [];
  for (let n = 2; ; n += 1) {
    const name = `${stem} (${n})${ending}`;
    if (others.every((other) => other.name !== name)) return new File([file], name, { lastModified: file.lastModified });
  }
}
