// What a worker does while files are on their way to it: it reads a log that is made up here, and forgets it. What is run
// for each row is compiled well by then, which the browser does for what has run often.

import { turn } from './pace.js';

const ROWS = 4000;

/**
 * @param {() => import('ebb:pack').Ebb} made a session
 * @param {() => boolean} waits whether something is asked of the worker
 */
export async function warm(made, waits) {
  const rows = Array.from({ length: ROWS }, (_, i) => `c_${(i * 7919) % 997},u_${(i * 7919) % 1999},2025-01-0${1 + (i % 9)} 1${i % 10}:00:00,e ${i % 7},${i % 100}\n`);
  const log = new TextEncoder().encode(`customer,user,timestamp,event,value\n${rows.join('')}`);
  const [session, helper] = [made(), made()];
  for (const each of [session, helper]) {
    each.open('', log);
    each.begin({});
  }
  const read = () => session.read(0, log);
  const report = () => {
    session.events({});
    session.report({});
  };
  const share = () => {
    helper.range(0, 0, 4);
    helper.read(0, log);
    session.absorb(0, helper.ranges(0));
  };
  for (const step of Array(4).fill([read, read, read, read, report, share]).flat()) {
    if (!waits()) step();
    await turn();
  }
  session.free();
  helper.free();
}
