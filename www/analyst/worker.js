// The worker's side: holds the session, reads the files in pieces, answers. Everything that is thrown is caught in one place.

import { Ebb, initSync, learnZones } from 'ebb:pack';
import { HEAD, linesAround, preview, read } from './reading.js';

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
/** Whether all rows of the files have been read. */
let whole = false;

/** @returns {Ebb} */
function held() {
  if (!session) throw { code: 'nothing-read', args: {} };
  return session;
}

/** @param {Settings} settings */
async function readAll(settings) {
  whole = false;
  const current = held();
  current.begin(settings);
  await read(current, files, {
    progress: (progress) => tell({ progress }),
    first: () => tell({ first: current.report(settings) }),
  });
  whole = true;
}

/** The session, with the files read as these settings want it. @param {Settings} settings */
async function heard(settings) {
  if (!whole || held().mustRead(settings)) await readAll(settings);
  return held();
}

/** @type {Record<string, (message: any) => unknown>} */
const DEEDS = {
  start: ({ module, zones }) => {
    initSync({ module });
    table = zones;
    return true;
  },
  open: async (/** @type {{files: File[], settings: Settings}} */ message) => {
    session?.free();
    session = new Ebb();
    whole = false;
    files = message.files;
    for (const file of files) {
      const head = await file
        .slice(0, HEAD)
        .arrayBuffer()
        .catch(() => {
          throw { code: 'file-unreadable', args: { file: file.name } };
        });
      session.open(file.name, new Uint8Array(head));
    }
    return session.guesses(message.settings);
  },
  read: async ({ settings }) => {
    await readAll(settings);
    return held().report(settings);
  },
  report: async ({ settings }) => (await heard(settings)).report(settings),
  members: async ({ settings, query, offset, limit }) => (await heard(settings)).members(settings, query, offset, limit),
  events: async ({ settings }) => (await heard(settings)).events(settings),
  aside: async ({ settings, offset, limit }) => (await heard(settings)).setAside(settings, offset, limit),
  lines: ({ file, line, encoding }) => linesAround(file, line, encoding),
  preview: ({ file, encodings }) => preview(file, encodings),
};

/** What was thrown, in the protocol's words. @param {any} thrown @returns {import('./protocol.js').Problem} */
function problem(thrown) {
  if (typeof thrown?.code === 'string' && !(thrown instanceof Error)) return { ...thrown, args: thrown.args ?? {} };
  return { code: 'stopped', args: {}, text: String(thrown?.message ?? thrown) };
}

/** Where the table of time zones lies: it is asked for when a place is named. */
let table = '';

/** @param {Settings} [settings] */
async function learn(settings) {
  const zone = settings?.zone;
  if (typeof zone !== 'string' || !zone.includes('/') || !table) return;
  const answer = await fetch(table).catch(() => null);
  if (!answer?.ok) throw { code: 'zones-missing', args: { zone } };
  learnZones(await answer.text());
  table = '';
}

/** One deed at a time: a question that comes during a read waits for it. */
let turn = Promise.resolve();

scope.onmessage = ({ data }) => {
  turn = turn.then(async () => {
    try {
      await learn(data.settings);
      tell({ id: data.id, answer: await DEEDS[data.do]?.(data) });
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
