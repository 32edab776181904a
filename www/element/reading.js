// The files are being read: how far, how fast, one line a file, and the first numbers as soon as there are some.

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { headlineSentences } from './headline.js';
import { icon } from './icons.js';
import { megabytes } from './mapping.js';
import { percentOf } from './rules.js';

/** @typedef {import('./ebb-report.js').App} App */

/** @param {App} app */
export function readingView(app) {
  const { state, words, work } = app;
  const { files, progress, phase } = state;
  const percent = progress ? percentOf(progress) : 0;
  const seconds = (performance.now() - state.began) / 1000;
  const speed = progress && seconds > 0 ? Math.round(progress.read / 1e6 / seconds) : 0;
  const title = words.t(phase === 'opening' ? 'read-opening' : 'read-title', { n: files.length });
  return html`<main class="reading" aria-busy="true">
    <header>
      <h2 tabindex="-1" data-start>${title}</h2>
      <button class="button big" @click=${() => work.cancel()}>${words.t('read-cancel')}<kbd aria-hidden="true">Esc</kbd></button>
    </header>
    <div class="progress" role="progressbar" aria-label=${title} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}><i .style=${`--done:${progress ? progress.read / Math.max(1, progress.total) : 0}`}></i></div>
    <p class="numbers figures">
      <span><b>${percent}%</b>${progress ? html` · ${words.t('read-rows', { n: progress.rows })}` : nothing}</span>
      ${progress
        ? html`<span
            >${[
              words.t('read-bytes', { read: megabytes(progress.read), total: megabytes(progress.total) }),
              ...(speed > 0 ? [words.t('read-speed', { n: speed })] : []),
              words.t('read-seconds', { n: seconds.toFixed(1) }),
            ].join(' · ')}</span
          >`
        : nothing}
    </p>
    <ul class="lines">
      ${files.map((file, at) => fileLine(app, file, at))}
    </ul>
    ${state.first ? firstNumbers(app, state.first) : nothing}
    <p class="hidden" role="status">${app.ui.get('said-progress') ?? ''}</p>
  </main>`;
}

/** @param {App} app @param {File} file @param {number} at */
function fileLine({ state, words }, file, at) {
  const one = state.progress?.files[at];
  const first = state.progress?.files.findIndex(({ done }) => !done) ?? -1;
  const mark = one?.done ? icon('check') : at === first ? html`<i class="spinner"></i>` : html`<i></i>`;
  const rows = one && (one.done || at === first) ? words.t(one.done ? 'read-rows' : 'read-rows-so-far', { n: one.rows }) : words.t('read-waiting');
  return html`<li>
    <span class="state">${mark}</span><b lang="">${file.name}</b><span class="figures">${rows}</span
    ><span class="figures aside">${one && (one.done || at === first) ? words.t('read-set-aside', { n: one.set_aside }) : nothing}</span>
  </li>`;
}

/** @param {App} app @param {import('../analyst/protocol.js').Report} first */
function firstNumbers(app, first) {
  // Who pays is settled once every file but the usage logs has been read.
  const { guesses, progress } = app.state;
  const settled = guesses.some(({ kind }) => kind !== 'usage') && guesses.every(({ kind }, at) => kind === 'usage' || progress?.files[at]?.done);
  // Said once, and not at every word of progress.
  return guard([first, settled, app.words], () => {
    const sentences = headlineSentences(app.ctx(first), true, settled);
    if (sentences.length === 0) return nothing;
    return html`<section class="first">
      <h3>${app.words.t('read-first')}</h3>
      ${sentences.map((sentence) => html`<p class="said">${sentence}</p>`)}
      <p class="quiet">${settled && first.as_of ? app.words.t('read-first-settled', { date: app.said.date(first.as_of, 'long'), chosen: app.settings['as_of'] ? 'yes' : 'no' }) : app.words.t('read-first-note')}</p>
    </section>`;
  });
}
