// What a first visit downloads, and what it may weigh.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The words of one language; a visitor reads one, so the heaviest counts. */
const WORDS = /^(en|ko)-/;

/** In kB (1000 bytes) after brotli. */
const BUDGET = { 'the first visit': 250, 'the pack': 120 };

/**
 * Prints the sizes of a site's pages, styles, scripts and packs; the answer is a sentence for each budget that is broken.
 * @param {string} site
 * @param {string[]} later files that are asked for when files come
 * @returns {string[]}
 */
export function weigh(site, later) {
  const counted = ['.html', '.css', '.js', '.wasm'];
  const files = readdirSync(site)
    .filter((name) => counted.includes(extname(name)))
    .map((name) => {
      const bytes = readFileSync(join(site, name));
      return { name, raw: statSync(join(site, name)).size, small: brotliCompressSync(bytes).length };
    })
    .sort((one, other) => other.small - one.small);

  const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(7);
  const [heaviest] = files.filter(({ name }) => WORDS.test(name));
  const visit = files.filter((file) => !later.includes(file.name) && (file === heaviest || !WORDS.test(file.name)));
  const sum = (/** @type {(file: typeof files[number]) => number} */ size) => visit.reduce((all, file) => all + size(file), 0);
  console.log('  raw kB  brotli');
  const line = (/** @type {typeof files[number]} */ { name, raw, small }, also = '') => console.log(`${kB(raw)} ${kB(small)}  ${name}${also}`);
  for (const file of files) if (!later.includes(file.name)) line(file);
  console.log(`${kB(sum((file) => file.raw))} ${kB(sum((file) => file.small))}  the first visit`);
  for (const file of files) if (later.includes(file.name)) line(file, ', when files come');

  const weights = {
    'the first visit': sum((file) => file.small),
    'the pack': sum((file) => (extname(file.name) === '.wasm' ? file.small : 0)),
  };
  return Object.entries(BUDGET)
    .filter(([what, most]) => weights[/** @type {keyof typeof weights} */ (what)] > most * 1000)
    .map(([what, most]) => `${what} weighs more than its ${most} kB after brotli.`);
}
