// Without a page: who reads which part of a large file, and whether it is still the file that was read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Witness } from '../../../www/analyst/bytes.js';
import { BLOCK, Spans } from '../../../www/analyst/spans.js';

test('ranges and the front are all of a file, each byte once, whoever is faster', () => {
  for (let seed = 1; seed < 400; seed += 1) {
    let luck = seed;
    const draw = (/** @type {number} */ n) => (luck = (luck * 48271) % 2147483647) % n;
    const size = 1 + draw(3000 * BLOCK);
    const spans = new Spans(size, 1 + draw(8), BLOCK + draw(100 * BLOCK));
    const taken = [];
    for (let front = 0; !spans.met; ) {
      if (draw(3)) front += spans.claim(1 + draw(50 * BLOCK));
      else {
        const span = draw(4) ? spans.take(1 + draw(4)) : spans.again();
        if (span && draw(5) === 0) spans.lose([span], 0);
        else if (span) taken.push(span);
      }
      if (spans.met) taken.push({ from: 0, to: front });
    }
    taken.push(...spans.left());
    taken.sort((a, b) => a.from - b.from);
    let at = 0;
    for (const { from, to } of taken) {
      assert.equal(from % BLOCK, 0, `seed ${seed}`);
      assert.equal(from, at, `seed ${seed}`);
      at = to;
    }
    assert.equal(at, size, `seed ${seed}`);
  }
});

test('ranges of the rest come from the top down, and a helper that has much to give leaves the last of the front to others', () => {
  const size = 4000 * BLOCK;
  const spans = new Spans(size, 3);
  let at = spans.back;
  for (let span = spans.take(2); span && span.from >= at; span = spans.take(2)) {
    assert.equal(span.from, at);
    at = span.to;
  }
  assert.equal(at, size);
  while (spans.take(2));
  const left = spans.back;
  assert.ok(left > 8e6 && left < 17e6, `${left}`);
  assert.ok(spans.take(1));
  assert.equal(spans.claim(size), spans.back);
  assert.ok(spans.met);
  assert.deepEqual(spans.left(), []);
});

test('a file that is not what it was when it was read is told, wherever a look was had', async () => {
  // As Firefox gives it: other bytes without a word.
  const bytes = new Uint8Array(100_000);
  const file = /** @type {File} */ (/** @type {unknown} */ ({ name: 'a.csv', size: bytes.length, slice: (/** @type {number} */ from, /** @type {number} */ to) => new Blob([bytes.slice(from, to)]) }));
  for (const [at, seen] of [[5, true], [99_999, true], [50_100, true], [30_000, false]]) {
    const witness = new Witness(file);
    await witness.ends();
    witness.saw(50_000, bytes.subarray(50_000, 60_000));
    await witness.again();
    bytes[Number(at)] = 7;
    if (seen) await assert.rejects(witness.again(), { code: 'file-changed', args: { file: 'a.csv' } });
    else await witness.again();
    bytes[Number(at)] = 0;
  }
});
