// Tables as CSV files that Excel opens: with its mark, and with no text in them that a spreadsheet would run.

/** What a spreadsheet runs, also behind blanks and quotes, which it may take away. `src/intake/cells.rs` knows the same signs. */
const RUNS = /^[\p{White_Space}"'“”‘’＂＇]*?[=+\-@\t\r＝＋－＠]/u;

/**
 * Text of a spreadsheet's cell: one apostrophe before what it would run. Ebb takes exactly that one off when it reads the file back.
 * @param {string} text
 */
export const guarded = (text) => (RUNS.test(text) ? `'${text}` : text);

/** Quoted where a reader could take a sign in it for its own. @param {string} text */
const quoted = (text) => (/[",;|'\t\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A cell: text is guarded, a number stays one.
 * @param {string|number|null|undefined|boolean} value
 * @param {boolean} [number] whether text is a number that is written out, such as "-12.00"
 */
export function csvCell(value, number = false) {
  if (value === null || value === undefined) return '';
  return typeof value !== 'string' ? String(value) : quoted(number ? value : guarded(value));
}

/** @param {(string|number|null|undefined|boolean)[][]} rows @param {number[]} [numbers] columns of numbers that are written out */
export const csv = (rows, numbers = []) => rows.map((row) => row.map((value, i) => csvCell(value, numbers.includes(i))).join(',')).join('\r\n') + '\r\n';

/** With the mark that tells Excel the encoding. @param {string} text */
export const csvBlob = (text) => new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
