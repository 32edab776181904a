// The sample in squares: one a customer, by days since last use. Drawn from the sample's own report.

import { html, nothing } from 'lit';
import { present } from './present.js';

/**
 * @param {import('../analyst/protocol.js').Report} report
 * @param {import('../words.js').Words} words
 * @param {import('../numbers.js').Numbers} said
 * @param {string} lang
 */
export function sampleSquares(report, words, said, lang) {
  const now = present(report, 30);
  if (!now) return nothing;
  const { paying, active, mrr, silentMrr, parts } = now;
  const people = (/** @type {number} */ n) => ({ text: words.t('people', { n: said.count(n) }), node: nothing, value: n });
  const share = mrr ? said.rate({ n: silentMrr, of: mrr }, 0) : '';
  return html`
    <p class="said">
      ${words.t('headline-paying', { n: people(paying), mrr: said.money(mrr) })} ${words.t('headline-use', { case: 'some', a: people(active), silent: 30 })}
    </p>
    <table>
      ${parts.map(
        ({ from, to, n, fill }) => html`<tr lang=${lang}>
          <th scope="row">${rangeName(words, from, to)}</th>
          <td><span class="squares" aria-hidden="true">${Array.from({ length: n }, () => html`<i class=${fill}></i>`)}</span></td>
          <td class="count">${said.count(n)}</td>
        </tr>`,
      )}
    </table>
    <p class="quiet">${words.t('sample-note', { share, silent: 30 })}</p>
  `;
}

/** @param {import('../words.js').Words} words @param {number | null} from @param {number | null} to */
function rangeName(words, from, to) {
  if (from === null) return words.t('sample-never');
  return to === null ? words.t('sample-days-open', { from }) : words.t('sample-days', { from, to });
}
