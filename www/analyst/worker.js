// The worker's side: holds the session, reads the files in pieces, answers. Everything that is thrown is caught in one place.

import { Ebb, initSync, learnWords, learnZones } from 'ebb:pack';
import words from 'ebb:words';
import { Pool } from './pool.js';
import { readRange } from './range.js';
import { linesAround, preview, read } from './reading.js';
import { isShared } from './spans.js';
import { warm } from './warm.js';

/**
 * @typedef {import('./protocol.js').Settings} Settings
 * @typedef {import('./protocol.js').Tell} Tell
 */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const tell = (/** @type {Tell} */ message) => scope.postMessage(message);

/** @type {Ebb | null} */
let session = null;
/** @type {File[]} */
let files = [];
/** Their first bytes. @type {Array<{name: string, head: Uint8Array}>} */
let heads = [];
/** Whether all rows of the files have been read. */
let whole = false;

/** @returns {Ebb} */
function held() {
  if (!session) throw { code: 'nothing-read', args: {} };
  return session;
}

/** What another worker is started with. @type {Extract<import('./protocol.js').Ask, {do: 'start'}> | null} */
let started = null;
/** What the pack gives: the small one reads no ranges. @type {import('ebb:pack').InitOutput | null} */
let pack = null;
const size = () => pack?.memory.buffer.byteLength ?? 0;
/** Those who help with large files, until these are read. @type {Pool | null} */
let pool = null;
/** The largest memories of those who helped. @type {number[]} */
let helped = [];

function startPool() {
  if (!pool && started?.script) pool = new Pool({ module: started.module, script: started.script }, tell, started.pool);
}

function endPool() {
  pool?.end();
  helped = pool?.memories ?? helped;
  pool = null;
}

/** A session that has begun to read. @param {import('./pool.js').Begun} begun */
function begun({ heads, settings, zones }) {
  const fresh = new Ebb();
  if (zones) learnZones(zones);
  for (const { name, head } of heads) fresh.open(name, head);
  fresh.begin(settings);
  return fresh;
}

/** The settings under which the session and its helpers have begun, as long as nothing is read. */
let ready = '';

/** @param {Settings} settings */
function beginAll(settings) {
  const asked = JSON.stringify(settings);
  if (ready === asked) return;
  ready = asked;
  const current = held();
  current.begin(settings);
  if (files.some(({ size }, index) => isShared(size, started?.pool?.least) && pack && 'ebb_splits' in pack && current.splits(index))) {
    startPool();
    pool?.begin({ heads, settings, zones: learned });
  } else endPool();
}

/** How far the read was when it was told last. @type {import('./protocol.js').Progress | null} */
let far = null;

/** In two turns, so that nobody waits long for a word: the files are put together, and asked. @param {Settings} settings */
function report(settings) {
  held().events(settings);
  if (far) tell({ progress: far });
  return held().report(settings);
}

/** The first numbers, if there are any: what cannot be said of a part may be said of the whole. @param {Settings} settings */
function glimpse(settings) {
  try {
    const first = report(settings);
    if (first.figures.length === 0) return false;
    tell({ first });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return false;
  }
}

/** @param {Settings} settings */
async function readAll(settings) {
  whole = false;
  const current = held();
  beginAll(settings);
  ready = '';
  const ours = { heads, settings, zones: learned };
  const told = {
    progress: (/** @type {import('./protocol.js').Progress} */ progress) => tell({ progress: (far = progress) }),
    first: () => glimpse(settings),
  };
  await read(current, files, told, pool && { pool, twin: () => begun(ours) }).finally(endPool);
  whole = true;
}

/** The session, with the files read as these settings want it. @param {Settings} settings */
async function heard(settings) {
  if (!whole || held().mustRead(settings)) await readAll(settings);
  return held();
}

/** @type {Record<string, (message: any) => unknown>} */
const DEEDS = {
  start: (message) => {
    pack = initSync({ module: message.module });
    learnWords(words);
    table = message.zones ?? '';
    started = message;
    if (message.shared) startPool();
    return true;
  },
  warm: () => warm(() => new Ebb(), () => waiting > 0),
  open: (/** @type {Extract<import('./protocol.js').Ask, {do: 'open'}>} */ message) => {
    session?.free();
    const fresh = new Ebb();
    session = fresh;
    whole = false;
    ready = '';
    files = message.files;
    heads = message.heads.map((head, index) => ({ name: files[index]?.name ?? '', head }));
    for (const { name, head } of heads) fresh.open(name, head);
    const guesses = fresh.guesses(message.settings);
    // It will most likely be read so: who helps has begun by then.
    beginAll(message.settings);
    return guesses;
  },
  read: async ({ settings }) => {
    await readAll(settings);
    return report(settings);
  },
  report: async ({ settings }) => (await heard(settings)).report(settings),
  members: async ({ settings, query, offset, limit }) => (await heard(settings)).members(settings, query, offset, limit),
  events: async ({ settings }) => (await heard(settings)).events(settings),
  aside: async ({ settings, offset, limit }) => (await heard(settings)).setAside(settings, offset, limit),
  lines: ({ file, line, encoding }) => linesAround(file, line, encoding),
  memory: () => ({ session: size(), helpers: pool?.memories ?? helped }),
  help: (message) => {
    session = begun(message);
    return true;
  },
  range: (/** @type {Extract<import('./protocol.js').Ask, {do: 'range'}>} */ range) => {
    const current = held();
    return readRange(current, range, (bytes) => tell({ took: { bytes, rows: current.progress().rows, memory: size() } }));
  },
  give: ({ index }) => ({ bytes: held().ranges(index), memory: size() }),
  preview: ({ file, encodings }) => preview(file, encodings),
};

/** What was thrown, in the protocol's words. @param {any} thrown @returns {import('./protocol.js').Problem} */
function problem(thrown) {
  if (typeof thrown?.code === 'string' && !(thrown instanceof Error)) return { ...thrown, args: thrown.args ?? {} };
  const text = String(thrown?.message ?? thrown);
  // A trap without a panic, or no buffer: the page knows of a panic, and says that instead.
  const refused = (thrown instanceof WebAssembly.RuntimeError && text.startsWith('unreachable')) || (thrown instanceof RangeError && /allocat|memory/i.test(text));
  return { code: refused ? 'memory-refused' : 'stopped', args: {}, text };
}

/** Zones that src/calendar/zone.rs knows without its table. */
const BARE_ZONES = /^(?:UTC|GMT|Z|[+-].*)$/;
/** Where the table of time zones lies: it is asked for when a place is named. */
let table = '';
/** The table, once it was needed. */
let learned = '';

/** @param {Settings} [settings] */
async function learn(settings) {
  const zone = settings?.zone;
  if (typeof zone !== 'string' || BARE_ZONES.test(zone) || !table) return;
  const answer = await fetch(table).catch(() => null);
  if (!answer?.ok) throw { code: 'zones-missing', args: { zone } };
  learned = await answer.text();
  learnZones(learned);
  table = '';
}

/** One deed at a time: a question that comes during a read waits for it. */
let turn = Promise.resolve();
/** How many wait for theirs. */
let waiting = 0;

scope.onmessage = ({ data }) => {
  waiting += 1;
  turn = turn.then(async () => {
    waiting -= 1;
    try {
      await learn(data.settings);
      const answer = await DEEDS[data.do]?.(data);
      // What a helper gives away is handed over, not copied.
      const bytes = /** @type {{bytes?: Uint8Array} | undefined} */ (answer)?.bytes;
      scope.postMessage({ id: data.id, answer }, bytes ? [bytes.buffer] : []);
    } catch (thrown) {
      tell({ id: data.id, problem: problem(thrown) });
    }
  });
};

// Neither is seen by the page otherwise.
scope.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = /** @type {SecurityPolicyViolationEvent} */ (event);
  tell({ violation: { directive: effectiveDirective, blocked: blockedURI } });
});
new PerformanceObserver((list) =>
  tell({ requests: list.getEntries().map(({ name, startTime }) => ({ url: name, at: performance.timeOrigin + startTime })) }),
).observe({ type: 'resource', buffered: true });
