// The report, from the top: line of rules, contents, headline, the parts with their questions, the files, the foot.

import { html, noChange, nothing } from 'lit';
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

/** @param {string[]} show @param {string} id */
const wanted = (show, id) => show.length === 0 || show.includes(id);

/** The parts with those of their figures that are shown. @param {import('./ebb-report.js').Report} report @param {string[]} show */
const shown = (report, show) =>
  partsOf(report)
    .map(({ id, figures }) => ({ id, figures: figures.filter((figure) => wanted(show, figure)) }))
    .filter(({ figures }) => figures.length > 0);

/** All figures that are shown, in their order. @param {import('./ebb-report.js').Report} report @param {string | null} show */
export const figuresOf = (report, show) => shown(report, named(show)).flatMap(({ figures }) => figures);

/** Figures that are asked for by name; none: all. @param {string | null} show */
export const named = (show) => show?.split(/\s+/).filter(Boolean) ?? [];

/**
 * The report. Figures are drawn one after another, so that a press or a key never waits for all of them; what stands there
 * stays until its turn comes.
 * @param {App} app
 */
export function reportView(app) {
  const { words, state, report, show } = app;
  if (!report) return nothing;
  const ctx = { ...app.ctx(report), beside: besides(app) };
  const parts = shown(report, show);
  const whole = show.length === 0;
  const order = parts.flatMap(({ figures }) => figures);
  const late = order.some((id) => !app.drawn(id));
  const figure = (/** @type {string} */ id) =>
    html`<div class="place ${app.drawn(id) ? '' : 'waits'}" id="fig-${id}" data-figure=${id}>${app.drawn(id) ? figureBlock(ctx, id) : noChange}</div>`;
  return html`
    ${rules(app)} ${sheet(app)}
    <p class="print-rules">${allRules(app)}</p>
    <div class="report ${whole ? '' : 'without-contents'}">
      ${whole ? html`<div class="contents-place">${contentsView(ctx)}</div>` : nothing}
      <main class="main ${state.busy ? 'busy' : ''}" id="main" aria-busy=${state.busy || late ? 'true' : 'false'}>
        ${wanted(show, 'headline') ? html`<div id="fig-headline" data-figure="headline">${headlineView(ctx)}</div>` : nothing}
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
        ${late ? noChange : guard([report, words], () => printEnd(ctx, order))} ${foot(app)}
      </main>
    </div>
  `;
}
