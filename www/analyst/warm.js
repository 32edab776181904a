// What a worker does while files are on their way to it: it reads a log that is made up here, and forgets it. What is run
// for each row is compiled well by then, which the browser does for what has run often.

import { turn } from './pace.js';

const ROWS = 4000;
const TIMES = 16;

/** A log of use, much as any. */
function log() {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = `2025-01-${two(1 + (i % 28))} ${two(i % 24)}:${two(i % 60)}:${two((7 * i) % 60)}`;
    return `cus_${1000 + ((i * 7919) % 997)},user-${(i * 104_729) % 1999},${day},event ${i % 7},${i % 100}\n`;
  });
  const encoder = new TextEncoder();
  return { header: encoder.encode('customer,user,timestamp,event,value\n'), rows: encoder.encode(rows.join('')) };
}

/**
 * @param {() => import('ebb:pack').Ebb} begun a session
 * @param {() => boolean} waits whether something is asked of the worker
 */
export async function warm(begun, waits) {
  const { header, rows } = log();
  const session = begun();
  session.open('warm.csv', new Uint8Array([...header, ...rows]));
  session.begin({});
  session.read(0, header);
  for (let time = 0; time < TIMES && !waits(); time += 1) {
    session.read(0, rows);
    await turn();
  }
  if (!waits()) {
    session.finish(0);
    session.events({});
    session.report({});
  }
  session.free();
}
