// The bytes of files, in order, and whether a file is still what it was.

/** Bytes of a piece at most. */
export const MOST = 8 * 1024 * 1024;

/** Bytes of a block that is read twice and compared. */
const BLOCK = 4096;

/**
 * The bytes of a file from one place on: by a BYOB stream where there is one, by slices elsewhere.
 * @param {File} file
 * @param {() => number} size how many bytes the next piece is to have
 * @param {number} [from]
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
export async function* pieces(file, size, from = 0) {
  const rest = from > 0 ? file.slice(from) : file;
  /** @type {ReadableStreamBYOBReader | null} */
  let reader = null;
  let ended = false;
  try {
    reader = rest.stream().getReader({ mode: 'byob' });
  } catch {
    // Where BYOB is missing.
  }
  try {
    if (!reader) {
      for (let at = 0; at < rest.size; ) {
        const piece = new Uint8Array(await rest.slice(at, at + size()).arrayBuffer());
        if (piece.length === 0) return;
        yield piece;
        at += piece.length;
      }
      return;
    }
    let buffer = new ArrayBuffer(MOST);
    for (;;) {
      const want = Math.round(size());
      const { done, value } = await reader.read(new Uint8Array(buffer, 0, want), /** @type {any} */ ({ min: want }));
      ended = done;
      // The last piece comes with `done` and a value.
      if (value?.length) yield /** @type {Uint8Array<ArrayBuffer>} */ (value);
      if (done || !value) return;
      buffer = /** @type {ArrayBuffer} */ (value.buffer);
    }
  } catch (thrown) {
    if (thrown instanceof TypeError || thrown instanceof DOMException) throw await fault(file);
    throw thrown;
  } finally {
    // Whoever has enough of it leaves the rest unread.
    if (!ended) reader?.cancel().catch(() => {});
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
