// Files into the session: in pieces that are folded in about 20 ms, with an `await` between them, so that an end is obeyed at once.

import { MOST, Witness, changed, part, pieces } from './bytes.js';
import { pace } from './pace.js';
import { readRange } from './range.js';
import { BLOCK, Spans, isShared } from './spans.js';

const EVERY = 40; // ms between two tellings of progress
const FIRST_AFTER = 60; // ms of reading before the first numbers
const LONG = 1000; // ms that are to go where a look at them is worth its time; before so many those of the file count
/** So many times as long as a look took none is had, and where it showed nothing yet. */
const SELDOM = 30;
const FEW_TIMES = 8;

/**
 * @typedef {import('ebb:pack').Ebb} Ebb
 * @typedef {{pool: import('./pool.js').Pool, twin: () => Ebb}} Help twin: a session that begins as this one, for what no helper could read
 * @typedef {{progress: (progress: import('./protocol.js').Progress) => void, first: () => boolean}} Told first: whether there was something to tell
 */

/**
 * Reads all files into the session.
 * @param {Ebb} session
 * @param {File[]} files
 * @param {Told} told
 * @param {Help | null} help for what is large
 */
export async function read(session, files, told, help) {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const began = performance.now();
  let done = 0;
  let bytes = 0;
  let upto = 0; // with the file that is being read
  let said = -EVERY;
  let nextFirst = FIRST_AFTER;
  const { size, took, rest } = pace(MOST);

  const helping = () => help?.pool.read ?? { bytes: 0, rows: 0 };
  const reached = () => Math.min(total, bytes + helping().bytes);
  const say = () => {
    said = performance.now();
    const helped = helping();
    const { rows, files: each } = session.progress();
    const of = (/** @type {number} */ i) => ({ rows: 0, set_aside: 0, ...each[i], done: i < done });
    told.progress({
      read: reached(),
      total,
      rows: rows + helped.rows,
      files: files.map((_, i) => (i === done ? { ...of(i), rows: of(i).rows + helped.rows } : of(i))),
    });
  };
  /** @param {number} index @param {Uint8Array} piece @returns {boolean} whether no more is wanted */
  const fold = (index, piece) => {
    const start = performance.now();
    const whole = session.read(index, piece);
    bytes += piece.length;
    const now = took(piece.length, start);
    if (now - said >= EVERY) say();
    const past = now - began;
    if (past > nextFirst && past * ((past > LONG ? total : upto) / reached() - 1) > LONG) {
      say();
      const spoke = told.first();
      const looked = performance.now() - now;
      nextFirst = past + (spoke ? Math.max(LONG, SELDOM * looked) : Math.max(FIRST_AFTER, FEW_TIMES * looked));
    }
    return whole;
  };

  /** In one piece. @param {number} index @param {File} file */
  const alone = async (index, file) => {
    const before = bytes;
    for await (const piece of pieces(file, size)) {
      fold(index, piece);
      await rest();
    }
    if (bytes - before !== file.size) throw changed(file);
  };

  /** The front, while helpers read the rest. @param {number} index @param {File} file @param {Help} help @param {Witness} witness */
  const together = async (index, file, { pool, twin }, witness) => {
    const spans = new Spans(file.size, pool.size + 1, pool.least);
    const take = (/** @type {Uint8Array} */ gift) => {
      say();
      // What cannot be taken leaves a gap, which the end finds.
      session.absorb(index, gift);
      say();
    };
    const helped = pool.help(index, file, spans, { cut: (from, block) => witness.saw(from, block), gave: take });
    // It is awaited below: until then it is no one's.
    helped.catch(() => {});
    const before = bytes;
    let met = false;
    const next = () => {
      const own = spans.claim(size());
      if (spans.met && !met) {
        met = true;
        if (spans.back < file.size) session.limit(index, spans.back / BLOCK);
      }
      return Math.max(own, LEAST_AT_ONCE);
    };
    let whole = false;
    for await (const piece of pieces(file, next)) {
      whole = fold(index, piece);
      if (whole) break;
      await rest();
    }
    if (!whole && bytes - before !== file.size) throw changed(file);
    bytes = before + spans.back;
    const beat = setInterval(say, EVERY);
    await helped.finally(() => clearInterval(beat));
    for (const span of spans.left()) {
      const other = twin();
      witness.saw(span.from, await readRange(other, { index, file, ...span }, say));
      take(other.ranges(index));
      other.free();
    }
  };

  say();
  for (const [index, file] of files.entries()) {
    const witness = new Witness(file);
    const ends = witness.ends();
    ends.catch(() => {});
    const before = bytes;
    upto = before + file.size;
    for (let again = true; again; ) {
      // Once more only where the whole showed what the beginning did not: another encoding, a larger table.
      bytes = before;
      if (help && isShared(file.size, help.pool.least) && session.splits(index)) await together(index, file, help, witness);
      else await alone(index, file);
      await ends;
      say();
      // Looked at again while it is put together.
      const same = witness.again();
      same.catch(() => {});
      again = session.finish(index);
      await same;
      help?.pool.settle();
      bytes = before + file.size;
    }
    done = index + 1;
    say();
  }
}

/** Bytes that are read behind what was claimed, for the end of a row. */
const LEAST_AT_ONCE = 64 * 1024;

/**
 * A line and its neighbours, as they stand in the file.
 * @param {File} file
 * @param {number} line 1 is the first
 * @param {string} encoding
 * @returns {Promise<import('./protocol.js').RawLine[]>}
 */
export async function linesAround(file, line, encoding) {
  const decoder = new TextDecoder(labelOf(encoding));
  const wanted = [];
  let at = 1;
  let rest = '';
  for await (const piece of pieces(file, () => 1024 * 1024)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (at >= line - 1 && at <= line + 1) wanted.push({ line: at, text });
      at += 1;
    }
    if (at > line + 1) break;
    if (at < line - 1) rest = rest.slice(-LONGEST);
  }
  if (rest && at >= line - 1 && at <= line + 1) wanted.push({ line: at, text: rest });
  return wanted.map((raw) => ({ line: raw.line, text: raw.text.replace(/\r$/, '').slice(0, LONGEST) }));
}

/** Lines of a preview. */
const FEW = 3;

/**
 * The first lines of a file that differ from encoding to encoding, in each of them.
 * @param {File} file
 * @param {string[]} encodings
 * @returns {Promise<string[][]>}
 */
export async function preview(file, encodings) {
  const bytes = await part(file, 0, 64 * 1024);
  const texts = encodings.map((encoding) => new TextDecoder(labelOf(encoding)).decode(bytes).split(/\r\n?|\n/));
  const telling = (texts[0] ?? []).flatMap((line, i) => (texts.some((lines) => lines[i] !== line) ? [i] : []));
  return texts.map((lines) => telling.slice(0, FEW).map((i) => (lines[i] ?? '').slice(0, 80)));
}

/** Characters of a line that are shown at most. */
const LONGEST = 400;

/** @param {string} encoding */
function labelOf(encoding) {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return 'utf-8';
  }
}
