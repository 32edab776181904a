// The report, from the top: line of rules, contents, headline, the parts with their questions, the files, the foot.

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { besides } from './beside.js';
import { contentsView } from './contents.js';
import { figureBlock } from './figure.js';
import { headlineView } from './headline.js';
import { filesSection } from './files.js';
import { foot } from './empty.js';
import { partsOf } from './parts.js';
import { printEnd } from './print-end.js';
import { allRules, rules } from './rules.js';
import { sheet } from './sheet.js';

/** @typedef {import('./ebb-report.js').App} App */

/**
 * The report. Figures are drawn one after another, so that a press or a key never waits for all of them.
 * @param {App} app
 */
export function reportView(app) {
  const { words, state, report, show } = app;
  if (!report) return nothing;
  const ctx = { ...app.ctx(report), beside: besides(app) };
  const wanted = (/** @type {string} */ id) => show.length === 0 || show.includes(id);
  const parts = partsOf(report)
    .map(({ id, figures }) => ({ id, figures: figures.filter(wanted) }))
    .filter(({ figures }) => figures.length > 0);
  const whole = show.length === 0;
  const order = parts.flatMap(({ figures }) => figures);
  const figure = (/** @type {string} */ id) =>
    order.indexOf(id) < app.drawn
      ? html`<div class="place" id="fig-${id}" data-figure=${id}>${figureBlock(ctx, id)}</div>`
      : html`<div class="place waits" id="fig-${id}" data-figure=${id}></div>`;
  return html`
    ${rules(app)} ${sheet(app)}
    <p class="print-rules">${allRules(app)}</p>
    <div class="report ${whole ? '' : 'without-contents'}">
      ${whole ? html`<div class="contents-place">${contentsView(ctx)}</div>` : nothing}
      <main class="main ${state.busy ? 'busy' : ''}" id="main" aria-busy=${state.busy ? 'true' : 'false'}>
        ${wanted('headline') ? html`<div id="fig-headline" data-figure="headline">${headlineView(ctx)}</div>` : nothing}
        ${parts.map(
          ({ id, figures }) => html`<section class="part" aria-labelledby="part-${id}">
            <h2 id="part-${id}">${words.t(`part-${id}`)}</h2>
            ${figures.map(figure)}
          </section>`,
        )}
        ${whole
          ? html`<section class="part" aria-labelledby="part-files">
              <h2 id="part-files">${words.t('part-files')}</h2>
              ${filesSection(app)}
            </section>`
          : nothing}
        ${guard([report, words, JSON.stringify(state.settings)], () => printEnd(ctx, order))} ${foot(app)}
      </main>
    </div>
  `;
}
