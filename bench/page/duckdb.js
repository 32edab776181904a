// DuckDB-WASM: the build of one thread with exceptions, columns and types told, the file read where it lies.

import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { named } from './triangle.js';

/** The month is cut out of the stamp: that is faster than to read every stamp as a time. */
const QUERY = `
  WITH active AS (
    SELECT DISTINCT customer, left(timestamp, 7) AS month
    FROM read_csv('usage.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
      columns = {customer: 'VARCHAR', user: 'VARCHAR', timestamp: 'VARCHAR', event: 'VARCHAR', value: 'VARCHAR'})
  ), cohorts AS (
    SELECT customer, min(month) AS cohort FROM active GROUP BY customer
  )
  SELECT cohort, month, count(*)::INTEGER AS n FROM active JOIN cohorts USING (customer) GROUP BY ALL`;

/** Months since the year 0. @param {string} text 2025-01 */
const counted = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** @type {import('./page.js').Contestant} */
export async function duckdb() {
  const began = performance.now();
  const worker = new Worker(new URL('duckdb-browser-eh.worker.js', import.meta.url));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(new URL('duckdb-eh.wasm', import.meta.url).href);
  const connection = await db.connect();
  return {
    started: performance.now() - began,
    read: async (file) => {
      await db.registerFileHandle('usage.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      const rows = (await connection.query(QUERY)).toArray().map((/** @type {any} */ { cohort, month, n }) => ({ cohort: counted(cohort), month: counted(month), n }));
      const last = rows.reduce((most, { month }) => Math.max(most, month), 0);
      /** @type {Map<number, number[]>} */
      const found = new Map();
      for (const { cohort, month, n } of rows) {
        const active = found.get(cohort) ?? Array.from({ length: last - cohort + 1 }, () => 0);
        found.set(cohort, active);
        active[month - cohort] = n;
      }
      return [...found].sort(([one], [other]) => one - other).map(([first, active]) => [named(first), active]);
    },
  };
}
