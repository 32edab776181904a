// What the core cannot decide alone, each with its answers side by side: which column, which way round, which encoding.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icons.js';
import { reads, readingsOf } from './readings.js';

/**
 * @typedef {import('./ebb-report.js').App} App
 * @typedef {import('./guesses.js').Guess} Guess
 * @typedef {import('./guesses.js').Doubt} Doubt
 * @typedef {{chosen: boolean, choose: () => void, name: unknown, samples: unknown[]}} Answer
 */

/**
 * A question with its answers.
 * @param {string} name unique in the element
 * @param {string} title
 * @param {string} said
 * @param {Answer[]} answers
 * @param {string} [look] of the samples
 */
const asked = (name, title, said, answers, look = 'mono') => html`<section class="question">
  <h3>${icon('question')}<span>${title}</span></h3>
  <p>${said}</p>
  <div class="readings" role="radiogroup" aria-label=${title}>
    ${answers.map(
      ({ chosen, choose, name: answer, samples }) =>
        html`<label
          ><input type="radio" name=${name} .checked=${live(chosen)} @change=${choose} /><span><b>${answer}</b>${samples.map((sample) => html`<span class="example ${look}" lang=${look ? '' : nothing}>${sample}</span>`)}</span></label
        >`,
    )}
  </div>
</section>`;

/** One of two columns, or a column and none. @param {App} app @param {Guess} guess @param {Doubt} doubt @param {(header: string, role: string) => void} take */
export function whichColumn({ words }, guess, { column, other, role = '' }, take) {
  const both = guess.columns.filter(({ header }) => header === column || header === other);
  if (both.length < (other === undefined ? 1 : 2)) return null;
  const alone = other === undefined;
  const answers = both.map(({ header, samples, role: now }) => ({
    chosen: now === role,
    choose: () => take(header, role),
    name: html`<span lang="">${header}</span>`,
    samples: samples.map((sample) => sample || words.t('map-blank')),
  }));
  const none = { chosen: both[0]?.role !== role, choose: () => take(column, ''), name: words.t('role-name', { role: 'none' }), samples: [] };
  return asked(
    `which-${guess.file}-${role}`,
    words.t(alone ? 'map-guessed' : 'map-which', { role, column }),
    words.t(alone ? 'map-guessed-said' : 'map-which-said', { file: guess.file }),
    alone ? [...answers, none] : answers,
  );
}

/** Which way round days are written, or which sign parts the decimals. @param {App} app @param {Guess} guess @param {Doubt} doubt */
export function whichReading(app, guess, { column, reading = '' }) {
  const { words, settings, change } = app;
  const found = guess.columns.find(({ header, role }) => header === column && role !== null);
  if (!found) return null;
  const { file } = guess;
  const samples = found.samples.filter(Boolean);
  const own = settings['readings']?.[file];
  return asked(
    `reading-${file}-${column}`,
    words.t('map-reading', { reading, column }),
    words.t('map-reading-said', { file }),
    readingsOf(reading, samples).map((one) => ({
      chosen: one === found.reading,
      choose: () => change({ readings: { ...settings['readings'], [file]: { ...own, [column]: one } } }),
      name: words.t('reading-name', { reading: one }),
      samples: samples.map((text) => words.t('map-reads', { text, value: reads(app, one, text) })),
    })),
    '',
  );
}

/** The encoding of a file, with its first telling lines in each. @param {App} app @param {Guess} guess */
export function whichEncoding(app, guess) {
  const { words, settings, change } = app;
  const { file, encodings = [] } = guess;
  const lines = app.preview(file, encodings);
  return asked(
    `encoding-${file}`,
    words.t('map-encoding', { file }),
    words.t('map-encoding-said'),
    encodings.map((encoding, i) => ({
      chosen: encoding === guess.encoding,
      choose: () => change({ encodings: { ...settings['encodings'], [file]: encoding } }),
      name: words.t('encoding-name', { encoding }),
      samples: lines?.[i] ?? [],
    })),
  );
}
