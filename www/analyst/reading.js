// Bytes of files into the session: in pieces that are folded in about 20 ms, with an `await` between them, so that an end is obeyed at once.

/** Bytes from which a file is taken for something. */
export const HEAD = 256 * 1024;

const TARGET = 20; // ms a piece
const LEAST = 64 * 1024;
const MOST = 8 * 1024 * 1024;
const EVERY = 60; // ms between two tellings of progress
const FIRST_AFTER = 200; // ms before the first numbers

/**
 * @typedef {import('ebb:pack').Ebb} Ebb
 * @typedef {{progress: (progress: import('./protocol.js').Progress) => void, first: () => void}} Told
 */

/**
 * Reads all files into the session.
 * @param {Ebb} session
 * @param {File[]} files
 * @param {Told} told
 */
export async function read(session, files, told) {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const began = performance.now();
  let done = 0;
  let bytes = 0;
  let said = -EVERY;
  let nextFirst = FIRST_AFTER;
  let size = 1024 * 1024;

  const say = () => {
    const { rows, files: each } = session.progress();
    said = performance.now();
    told.progress({ read: bytes, total, rows, files: files.map((_, i) => ({ rows: 0, set_aside: 0, ...each[i], done: i < done })) });
  };
  say();
  for (const [index, file] of files.entries()) {
    const ends = await endsOf(file);
    const before = bytes;
    do {
      // Once more only where the whole showed what the beginning did not: another encoding, a larger table.
      bytes = before;
      for await (const piece of pieces(file, () => size)) {
        const start = performance.now();
        session.read(index, piece);
        bytes += piece.length;
        const now = performance.now();
        if (piece.length > size / 2) size = Math.min(MOST, Math.max(LEAST, size * Math.min(2, TARGET / Math.max(1, now - start))));
        if (now - said >= EVERY) say();
        if (now - began > nextFirst && bytes < total) {
          // Each look costs a report: never more than a tenth of the time goes into looks.
          told.first();
          nextFirst = now - began + Math.max(500, 10 * (performance.now() - now));
        }
      }
      // A file that changed while it was read would give numbers of neither state.
      if (bytes - before !== file.size || (await endsOf(file)) !== ends) throw { code: 'file-changed', args: { file: file.name } };
    } while (session.finish(index));
    done = index + 1;
    say();
  }
}

/** The first and last bytes, as text to compare. @param {File} file */
async function endsOf(file) {
  try {
    const both = await Promise.all([file.slice(0, 4096).arrayBuffer(), file.slice(Math.max(0, file.size - 4096)).arrayBuffer()]);
    return both.map((buffer) => new Uint8Array(buffer).join()).join(';');
  } catch {
    throw { code: 'file-unreadable', args: { file: file.name } };
  }
}

/**
 * The bytes of a file in order: by a BYOB stream where there is one, by slices elsewhere.
 * @param {Blob & {name?: string}} file
 * @param {() => number} size how many bytes the next piece is to have
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* pieces(file, size) {
  /** @type {ReadableStreamBYOBReader | null} */
  let reader = null;
  try {
    reader = file.stream().getReader({ mode: 'byob' });
  } catch {
    // Where BYOB is missing.
  }
  try {
    if (!reader) {
      for (let from = 0; from < file.size; ) {
        const piece = new Uint8Array(await file.slice(from, from + size()).arrayBuffer());
        if (piece.length === 0) return;
        yield piece;
        from += piece.length;
      }
      return;
    }
    let buffer = new ArrayBuffer(MOST);
    for (;;) {
      const want = Math.round(size());
      const { done, value } = await reader.read(new Uint8Array(buffer, 0, want), /** @type {any} */ ({ min: want }));
      // The last piece comes with `done` and a value.
      if (value?.length) yield /** @type {Uint8Array<ArrayBuffer>} */ (value);
      if (done || !value) return;
      buffer = /** @type {ArrayBuffer} */ (value.buffer);
    }
  } catch (thrown) {
    if (typeof (/** @type {any} */ (thrown)?.code) === 'string') throw thrown;
    if (thrown instanceof TypeError || thrown instanceof DOMException) throw { code: 'file-unreadable', args: { file: file.name } };
    throw thrown;
  }
}

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
  const bytes = await file.slice(0, 64 * 1024).arrayBuffer();
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
