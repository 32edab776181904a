// The bytes of files, in order, and whether a file is still what it was.

/** Bytes of a piece at most. */
export const MOST = 8 * 1024 * 1024;

/** Bytes of a block that is read twice and compared. */
const BLOCK = 4096;

/** A read of a stream that takes so many ms is given up. */
const PATIENCE = 1000;

/** What is promised, or undefined where it is late. @template T @param {Promise<T>} promise @returns {Promise<T | undefined>} */
const soon = (promise) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** @param {Blob} blob */
function streamOf(blob) {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null; // Where BYOB is missing.
  }
}

/**
 * The bytes of a file from one place on: by a BYOB stream, by slices where there is none. In Chromium one stream of some
 * hundreds never says a word: slices go on where it is given up.
 * @param {File} file
 * @param {() => number} size how many bytes the next piece is to have
 * @param {number} [from]
 * @param {number} [to] what stands behind it is most likely not wanted
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
export async function* pieces(file, size, from = 0, to = file.size) {
  let at = from;
  const end = Math.min(to, file.size);
  const stream = streamOf(file.slice(from, end));
  let ended = !stream;
  try {
    let buffer = new ArrayBuffer(stream ? MOST : 0);
    while (stream && !ended) {
      const want = Math.round(size());
      const answer = await soon(stream.read(new Uint8Array(buffer, 0, want), /** @type {any} */ ({ min: want })));
      if (!answer) break;
      ended = answer.done;
      // The last piece comes with `done` and a value.
      const piece = /** @type {Uint8Array<ArrayBuffer> | undefined} */ (answer.value);
      if (piece?.length) {
        at += piece.length;
        yield piece;
      }
      if (ended && at < end) return;
      buffer = piece?.buffer ?? new ArrayBuffer(MOST);
    }
    while (at < file.size) {
      const piece = new Uint8Array(await file.slice(at, at + Math.round(size())).arrayBuffer());
      if (piece.length === 0) return;
      at += piece.length;
      yield piece;
    }
  } catch (thrown) {
    if (thrown instanceof TypeError || thrown instanceof DOMException) throw await fault(file);
    throw thrown;
  } finally {
    // Whoever has enough of it leaves the rest unread.
    if (!ended) stream?.cancel().catch(() => {});
  }
}

/** Some bytes of a file. @param {File} file @param {number} from @param {number} to */
export async function part(file, from, to) {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw await fault(file);
  }
}

/** Why a file can no longer be read: only what asks for a slice is told. @param {File} file */
async function fault(file) {
  const name = await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => '',
      (thrown) => thrown.name,
    );
  return { code: name === 'NotReadableError' ? 'file-stale' : 'file-unreadable', args: { file: file.name } };
}

/** What a file was when it was read: some blocks of it, to be read again at the end. A change elsewhere is not seen. */
export class Witness {
  /** @type {Array<{from: number, block: Uint8Array}>} */
  #blocks = [];

  /** @param {File} file */
  constructor(file) {
    this.file = file;
  }

  /** Looks at its first and last bytes. */
  async ends() {
    for (const from of [0, Math.max(0, this.file.size - BLOCK)]) this.saw(from, await part(this.file, from, from + BLOCK));
  }

  /** What was read at a place. @param {number} from @param {Uint8Array} bytes */
  saw(from, bytes) {
    this.#blocks.push({ from, block: bytes.slice(0, BLOCK) });
  }

  /** Throws where something else stands there now: numbers would be of neither state. */
  async again() {
    const same = await Promise.all(this.#blocks.map(async ({ from, block }) => equal(await part(this.file, from, from + block.length), block)));
    if (same.includes(false)) throw changed(this.file);
  }
}

/** @param {Uint8Array} one @param {Uint8Array} other */
const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** @param {File} file */
export const changed = (file) => ({ code: 'file-changed', args: { file: file.name } });
