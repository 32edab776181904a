// What a worker does while files are on their way to it: it reads a log that is made up here, and forgets it. What is run
// for each row is compiled well by then, which the browser does for what has run often.

import { turn } from './pace.js';

const ROWS = 4000;
const TIMES = 4;

/**
 * @param {() => import('ebb:pack').Ebb} made a session
 * @param {() => boolean} waits whether something is asked of the worker
 */
export async function warm(made, waits) {
  const rows = Array.from({ length: ROWS }, (_, i) => `cus_${1000 + ((i * 7919) % 997)},user_${(i * 7919) % 1999},2025-01-0${1 + (i % 9)} 1${i % 10}:2${i % 10}:3${i % 10},event ${i % 7},${i % 100}\n`);
  const log = new TextEncoder().encode(`customer,user,timestamp,event,value\n${rows.join('')}`);
  const [session, helper] = [made(), made()];
  for (const each of [session, helper]) {
    each.open('', log);
    each.begin({});
  }
  for (let time = 0; time < TIMES && !waits(); time += 1) {
    for (let more = 0; more < 4; more += 1) session.read(0, log);
    session.events({});
    session.report({});
    helper.range(0, 0, 4);
    helper.read(0, log);
    session.absorb(0, helper.ranges(0));
    await turn();
  }
  session.free();
  helper.free();
}
