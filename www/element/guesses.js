// What can be said of the guesses before a row is read.

/**
 * @typedef {import('../analyst/protocol.js').Guess} Guess
 * @typedef {import('../analyst/protocol.js').ColumnGuess} ColumnGuess
 */

/** Nothing a reader chooses could make these readable. */
const HOPELESS = ['file-empty', 'file-header-only', 'file-not-text'];

/** Whether a file cannot be read whatever is chosen. @param {Guess} guess */
export const hopeless = ({ issues }) => issues.some(({ code }) => HOPELESS.includes(code));

/** Questions about a file, before its rows are read. @param {Guess} guess */
export function questions(guess) {
  if (hopeless(guess)) return 0;
  const columns = guess.columns.filter(({ certain, role }) => !certain && role !== null).length;
  return columns + (guess.kind === null || !guess.certain || guess.missing.length > 0 ? 1 : 0);
}

/** Whether something has to be asked. @param {Guess[]} guesses */
export const asks = (guesses) => guesses.some((guess) => questions(guess) > 0);

/** @typedef {{file: string, column: string, role: string, other?: string}} Doubt a column that could be something else, or another that could be what it is */

/** What is doubtful in the guesses. @param {Guess[]} guesses @returns {Doubt[]} */
export const doubtful = (guesses) =>
  guesses.flatMap(({ file, issues }) =>
    issues
      .filter(({ code }) => code === 'column-uncertain' || code === 'column-guessed')
      .map(({ column = '', args }) => ({ file, column, role: String(args['role'] ?? ''), ...(args['other'] === undefined ? {} : { other: String(args['other']) }) })),
  );

/** The name of a file that an address gives. @param {URL} url */
export function guessed(url) {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file.csv';
  } catch {
    return last;
  }
}
