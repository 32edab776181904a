// A helper's side of the pool: the rows that begin in a range of a file, read into a session of its own.

import { changed, pieces } from './bytes.js';
import { pace } from './pace.js';
import { BLOCK } from './spans.js';

/** Bytes of a piece at most: helpers share the caches of the machine. */
const MOST = 4 * 1024 * 1024;
/** Bytes behind a range that are read for the end of its last row. */
const BEHIND = 64 * 1024;
const EVERY = 50; // ms between two tellings
/** Bytes that are read again at the end and compared. */
const SAMPLE = 4096;

const { size, took, rest } = pace(MOST);

/**
 * @param {import('ebb:pack').Ebb} session
 * @param {{index: number, file: File, from: number, to: number}} range
 * @param {(bytes: number) => void} told how many of the range's bytes are read
 * @returns {Promise<Uint8Array>} what stands at its beginning
 */
export async function readRange(session, { index, file, from, to }, told) {
  let block = new Uint8Array();
  let at = from;
  let said = performance.now();
  let whole = false;
  session.range(index, from / BLOCK, Math.ceil(to / BLOCK));
  for await (const piece of pieces(file, () => Math.max(BEHIND, Math.min(size(), to - at)), from, to + BEHIND)) {
    if (at === from) block = piece.slice(0, SAMPLE);
    const began = performance.now();
    whole = session.read(index, piece);
    at += piece.length;
    if (whole) break;
    const now = took(piece.length, began);
    if (now - said >= EVERY) {
      said = now;
      told(Math.min(at, to) - from);
    }
    await rest();
  }
  if (!whole && at !== file.size) throw changed(file);
  if (!whole) session.end(index);
  told(to - from);
  return block;
}
