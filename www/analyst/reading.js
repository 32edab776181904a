// Files into the session: in pieces that are folded in about 20 ms, with an `await` between them, so that an end is obeyed at once.

import { MOST, Witness, changed, part, pieces } from './bytes.js';
import { pace } from './pace.js';
import { LARGE } from './protocol.js';
import { readRange } from './range.js';
import { BLOCK, Spans } from './spans.js';

/** Bytes from which a file is taken for something. */
export const HEAD = 256 * 1024;

const EVERY = 60; // ms between two tellings of progress
const FIRST_AFTER = 200; // ms before the first numbers

/**
 * @typedef {import('ebb:pack').Ebb} Ebb
 * @typedef {{pool: import('./pool.js').Pool, twin: () => Ebb}} Help twin: a session that begins as this one, for what no helper could read
 * @typedef {{progress: (progress: import('./protocol.js').Progress) => void, first: () => void}} Told
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
  let said = -EVERY;
  let nextFirst = FIRST_AFTER;
  const { size, took, rest } = pace(MOST);

  const say = () => {
    said = performance.now();
    const helped = help?.pool.read ?? { bytes: 0, rows: 0 };
    const { rows, files: each } = session.progress();
    const of = (/** @type {number} */ i) => ({ rows: 0, set_aside: 0, ...each[i], done: i < done });
    told.progress({
      read: Math.min(total, bytes + helped.bytes),
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
    if (now - began > nextFirst && bytes < total) {
      // Each look costs a report: never more than a tenth of the time goes into looks.
      told.first();
      nextFirst = now - began + Math.max(500, 10 * (performance.now() - now));
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

  /** From the beginning, while helpers read from the end. @param {number} index @param {File} file @param {Help} help @param {Witness} witness */
  const together = async (index, file, { pool, twin }, witness) => {
    const spans = new Spans(file.size, pool.size + 1, pool.least);
    /** @type {Uint8Array[]} */
    const gifts = [];
    const helped = pool.help(index, file, spans, { cut: (from, block) => witness.saw(from, block), gave: (gift) => gifts.push(gift) });
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
      gifts.push(other.ranges(index));
      other.free();
    }
    // What cannot be taken leaves a gap, which the end finds.
    for (const gift of gifts) session.absorb(index, gift);
    bytes = before + file.size;
    pool.settle();
  };

  say();
  for (const [index, file] of files.entries()) {
    const witness = new Witness(file);
    await witness.ends();
    const before = bytes;
    do {
      // Once more only where the whole showed what the beginning did not: another encoding, a larger table.
      bytes = before;
      if (help && file.size >= LARGE && session.splits?.(index)) await together(index, file, help, witness);
      else await alone(index, file);
      await witness.again();
    } while (session.finish(index));
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
