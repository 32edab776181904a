// Reads its part of a file and does nothing with it: the floor that no reader can go below.

import { answers } from './ask.js';

answers(({ file, from, to, way, size, outstanding }) => (way === 'stream' ? stream(file.slice(from, to), size) : slices(file.slice(from, to), size, outstanding)));

/** @param {Blob} part @param {number} size */
async function stream(part, size) {
  const reader = part.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(size);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer), /** @type {any} */ ({ min: size }));
    // The last piece comes with `done` and a value.
    bytes += value?.length ?? 0;
    if (done || !value) return bytes;
    buffer = /** @type {ArrayBuffer} */ (value.buffer);
  }
}

/** @param {Blob} part @param {number} size @param {number} outstanding */
async function slices(part, size, outstanding) {
  let next = 0;
  let bytes = 0;
  const one = async () => {
    while (next < part.size) {
      const from = next;
      next += size;
      const piece = await part.slice(from, next).arrayBuffer();
      bytes += piece.byteLength;
    }
  };
  await Promise.all(Array.from({ length: outstanding }, one));
  return bytes;
}
