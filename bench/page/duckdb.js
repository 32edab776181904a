// DuckDB-WASM: the build of one thread with exceptions, columns and types told, the file read where it lies.

import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { named } from './triangle.js';

const QUERY = `
  WITH rows AS (
    FROM read_csv('usage.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
      columns = {customer: 'VARCHAR', user: 'VARCHAR', timestamp: 'TIMESTAMP', event: 'VARCHAR', value: 'VARCHAR'})
  ), active AS (
    SELECT DISTINCT customer, year(timestamp) * 12 + month(timestamp) - 1 AS month FROM rows
  ), cohorts AS (
    SELECT customer, min(month) AS cohort FROM active GROUP BY customer
  )
  SELECT cohort::INTEGER AS cohort, month::INTEGER AS month, count(*)::INTEGER AS n
  FROM active JOIN cohorts USING (customer) GROUP BY ALL`;

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
      const rows = (await connection.query(QUERY)).toArray().map((/** @type {any} */ row) => row.toJSON());
      const last = rows.reduce((/** @type {number} */ most, /** @type {any} */ { month }) => Math.max(most, month), 0);
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
