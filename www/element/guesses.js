// What can be said of the guesses before a row is read.

/**
 * @typedef {import('../analyst/protocol.js').Guess} Guess
 * @typedef {import('../analyst/protocol.js').ColumnGuess} ColumnGuess
 */

/** Nothing a reader chooses could make these readable. */
const HOPELESS = ['file-empty', 'file-header-only', 'file-not-text'];

/** Whether a file cannot be read whatever is chosen. @param {Guess} guess */
export const hopeless = ({ issues }) => issues.some(({ code }) => HOPELESS.includes(code));

/** Whether something is asked about a column: what it is, or how it is read. @param {ColumnGuess} column */
export const uncertain = ({ role, certain, reading_certain }) => role !== null && (!certain || reading_certain === false);

/** Questions about a file, before its rows are read. @param {Guess} guess */
export function questions(guess) {
  if (hopeless(guess)) return 0;
  return guess.columns.filter(uncertain).length + (guess.encoding_certain === false ? 1 : 0) + (guess.kind === null || !guess.certain || guess.missing.length > 0 ? 1 : 0);
}

/** Whether something has to be asked. @param {Guess[]} guesses */
export const asks = (guesses) => guesses.some((guess) => questions(guess) > 0);

/**
 * @typedef {{file: string, about: 'role' | 'reading' | 'encoding', column: string, role?: string, other?: string, reading?: string}} Doubt
 * a column that could be something else, or another that could be what it is; a column that can be read in two ways; a file in an encoding that too little tells
 */

/** What is doubtful in the guesses. @param {Guess[]} guesses @returns {Doubt[]} */
export const doubtful = (guesses) =>
  guesses.flatMap(({ file, issues, columns, encoding_certain, encodings = [] }) => [
    ...(encoding_certain === false && encodings.length > 1 ? [{ file, about: /** @type {const} */ ('encoding'), column: '' }] : []),
    ...columns
      .filter(({ role, reading, reading_certain }) => role !== null && reading && reading_certain === false)
      .map(({ header, reading }) => ({ file, about: /** @type {const} */ ('reading'), column: header, reading: reading ?? '' })),
    ...issues
      .filter(({ code }) => code === 'column-uncertain' || code === 'column-guessed')
      .map(({ column = '', args }) => ({
        file,
        about: /** @type {const} */ ('role'),
        column,
        role: String(args['role'] ?? ''),
        ...(args['other'] === undefined ? {} : { other: String(args['other']) }),
      })),
  ]);

/** Whether they are one question. @param {Doubt} one @param {Doubt} other */
export const sameDoubt = (one, other) => one.file === other.file && one.about === other.about && (one.about === 'role' ? one.role === other.role : one.column === other.column);

/** The name of a file that an address gives. @param {URL} url */
export function guessed(url) {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file.csv';
  } catch {
    return last;
  }
}
