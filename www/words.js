/** Every word a person reads, in one bundle a language; numbers and buttons go in as arguments. */

import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import { html } from 'lit';
import { particle } from './numbers.js';

/** @typedef {{text: string, node: unknown, value?: number}} Door a number as text, and what stands for it on the page (`value` chooses a plural) */
/** @typedef {Record<string, any>} Args strings, numbers, or doors */

/**
 * @typedef {object} Words
 * @property {string} lang
 * @property {(id: string, args?: Args) => string} t the message as text
 * @property {(id: string, args?: Args) => unknown[]} parts the message as text and templates, doors in their places
 * @property {(id: string) => boolean} has
 */

/** A door while it is inside Fluent: a number for selectors, a sealed mark in the text. */
class Sealed extends FluentNumber {
  /** @param {number} value @param {string} seal */
  constructor(value, seal) {
    super(value);
    this.seal = seal;
  }

  toString() {
    return this.seal;
  }
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
const SEAL = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** The messages of a language are a file of their own, asked for when the language is first shown. @type {Record<string, () => Promise<{default: string[]}>>} */
const LANGUAGES = { en: () => import('./locales/en.js'), ko: () => import('./locales/ko.js') };
/** @type {Map<string, Words>} */
const made = new Map();

/** The language that is spoken for one that was asked for. @param {string} lang */
export const spoken = (lang) => (lang.toLowerCase().startsWith('ko') ? 'ko' : 'en');

/** @param {string} lang @returns {Promise<Words>} */
export async function loadWords(lang) {
  const known = spoken(lang);
  const old = made.get(known);
  if (old) return old;
  const fresh = wordsOf(known, (await LANGUAGES[known]()).default);
  made.set(known, fresh);
  return fresh;
}

/** @param {string} lang @param {string[]} sources the texts of its message files @returns {Words} */
export function wordsOf(lang, sources) {
  /** The texts behind the seals of the message being put together. @type {string[]} */
  let texts = [];
  const open = (/** @type {string} */ text) => text.replace(new RegExp(SEAL, 'g'), (_, i) => texts[Number(i)] ?? '');
  const bundle = new FluentBundle(lang, {
    useIsolating: false,
    functions: {
      // {J($x, "이/가")} writes $x and the particle that its last sound asks for.
      J: ([value, pair]) => {
        const text = value instanceof FluentNumber ? value.toString(/** @type {any} */ (scope(lang))) : String(value);
        return text + particle(open(text), String(pair));
      },
    },
  });
  for (const source of sources) bundle.addResource(new FluentResource(source));

  /** @param {string} id @param {Args} args */
  const written = (id, args) => {
    // `message.attribute` names an attribute.
    const [name, attribute] = id.split('.');
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (!pattern) return id;
    /** @type {Error[]} */
    const errors = [];
    const text = bundle.formatPattern(pattern, /** @type {any} */ (args), errors);
    if (errors.length > 0) console.warn(`${lang} ${id}: ${errors.join(', ')}`);
    return text;
  };

  /** @param {string} id @param {Args} [args] */
  const parts = (id, args = {}) => {
    /** @type {unknown[]} */
    const nodes = [];
    texts = [];
    const sealed = Object.fromEntries(
      Object.entries(args).map(([name, value]) => {
        if (value === null || typeof value !== 'object' || !('node' in value)) return [name, shut(value)];
        nodes.push(value.node);
        texts.push(value.text);
        return [name, new Sealed(value.value ?? Number.NaN, `${OPEN}${nodes.length - 1}${CLOSE}`)];
      }),
    );
    return glued(written(id, sealed), nodes);
  };

  return {
    lang,
    t: (id, args = {}) => written(id, plain(args)),
    parts,
    has: (id) => bundle.hasMessage(id),
  };
}

/** What a FluentNumber asks of a scope to be written out of a message. @param {string} lang */
function scope(lang) {
  return { memoizeIntlObject: (/** @type {any} */ Kind, /** @type {any} */ opts) => new Kind(lang, opts), reportError() {} };
}

/** @param {unknown} value */
const shut = (value) => (typeof value === 'string' ? isolated(value) : value);

/** What turns the text around it: letters that run from right to left, and signs that say so. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/** Text from files that may turn a sentence of ours, shut in; what it opens is closed in it. @param {string} text */
export function isolated(text) {
  if (!TURNS.test(text)) return text;
  let open = 0;
  const even = text.replace(/[\u2066-\u2069]/g, (sign) => {
    if (sign !== '\u2069') open += 1;
    else if (open > 0) open -= 1;
    else return '';
    return sign;
  });
  return `\u2068${even}${'\u2069'.repeat(open + 1)}`;
}

/** Doors as their text. @param {Args} args */
function plain(args) {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      value !== null && typeof value === 'object' && 'node' in value ? [name, new Sealed(value.value ?? Number.NaN, value.text)] : [name, shut(value)],
    ),
  );
}

/** Puts nodes in the place of their seals, each glued to what touches it, so that no line breaks between. @param {string} text @param {unknown[]} nodes */
function glued(text, nodes) {
  return text
    .split(/(\s+)/)
    .filter((word) => word !== '')
    .map((word) => {
      const pieces = word.split(SEAL).map((piece, i) => (i % 2 === 1 ? nodes[Number(piece)] : piece)).filter((piece) => piece !== '');
      // A line may break between a sign and a letter of Hangul: not here.
      if (pieces.length === 1 && (typeof pieces[0] !== 'string' || !/[%)][가-힣]/.test(pieces[0]))) return pieces[0];
      return html`<span class="glue">${pieces}</span>`;
    });
}
