/** Series: which form a figure takes. */

import { ledger } from './ledger.js';
import { LINES } from './lines.js';
import { others, rates } from './rates.js';
import { isLedger } from './sentences.js';
import { stack } from './stack.js';

/** @import { Form, Series, Sight } from '../types.js' */

/** @param {Sight} v @param {Series} figure @returns {Form} */
export function series(v, figure) {
  if (isLedger(figure)) return ledger(v, figure);
  if (figure.unit === 'rate') return rates(v, figure);
  const wholes = figure.lines.filter(({ segment }) => segment === undefined);
  // One line alone gives way to its values; what adds up stays bars.
  const split = wholes.length === 1 && figure.lines.length > 1;
  if (wholes.every(({ id }) => LINES[id]?.stacks) && !split) return stack(v, figure);
  return others(v, figure);
}
