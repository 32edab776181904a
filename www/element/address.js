// The part of the address after `#`: numbers, dates, zones and words of a closed list; never what comes out of a file.

import { FIELDS, choose, differs, chosen } from './settings.js';
import { PARTS } from './parts.js';

/** @typedef {import('./settings.js').Field} Field */
/** @typedef {{lang?: string, theme?: string, at?: string}} Place */

const OWN = {
  lang: ['en', 'ko'],
  theme: ['light', 'dark'],
  at: ['headline', 'files', 'issues', ...PARTS.flatMap(({ figures }) => figures)],
};

const DATE = /^\d{4}-\d\d-\d\d$/;
const WHOLE = /^\d{1,5}$/;

/** @type {Record<string, {read: (text: string, field: Field) => any, write?: (value: any) => string}>} */
const TYPES = {
  date: { read: (text) => (DATE.test(text) && isDay(text) ? text : undefined) },
  word: { read: (text, { words }) => (words?.includes(text) ? text : undefined) },
  zone: { read: (text) => (/^([A-Za-z][\w+-]{0,30}(\/[\w+-]{1,30}){0,2}|[+-]\d\d:\d\d)$/.test(text) ? text : undefined) },
  currency: { read: (text) => (Intl.supportedValuesOf('currency').includes(text) ? text : undefined) },
  whole: { read: (text) => (WHOLE.test(text) ? Number(text) : undefined) },
  number: { read: (text) => (/^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined) },
  days: {
    read: (text) => (text.split(',').every((day) => WHOLE.test(day)) ? text.split(',').map(Number) : undefined),
    write: (days) => days.join(','),
  },
  ranges: {
    read: (text) =>
      text.split(',').every((range) => /^\d{1,4}-(\d{1,4})?$/.test(range))
        ? text.split(',').map((range) => range.split('-').map((end) => (end === '' ? null : Number(end))))
        : undefined,
    write: (ranges) => ranges.map((/** @type {[number, number | null]} */ [from, to]) => `${from}-${to ?? ''}`).join(','),
  },
};

/** Whether the calendar has it. @param {string} text */
function isDay(text) {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * @param {Place} place
 * @param {import('./settings.js').Settings} settings
 * @returns {string} without `#`
 */
export function written(place, settings) {
  const own = Object.keys(OWN).flatMap((key) => {
    const value = place[/** @type {keyof Place} */ (key)];
    return value ? [[key, value]] : [];
  });
  const choices = FIELDS.filter(({ key, inside }) => !inside && differs(settings, key)).map(({ key, type }) => {
    const value = chosen(settings, key);
    return [key, TYPES[type]?.write?.(value) ?? String(value)];
  });
  return [...own, ...choices].map(([key, value]) => `${key}=${encodeURIComponent(value ?? '').replace(/%(2C|2F|3A)/g, decodeURIComponent)}`).join('&');
}

/**
 * @param {string} hash with or without `#`
 * @returns {{place: Place, settings: import('./settings.js').Settings, ignored: string[]}}
 */
export function read(hash) {
  /** @type {Record<string, string>} */
  const place = {};
  /** @type {Record<string, any>} */
  const choices = {};
  const ignored = [];
  for (const pair of hash.replace(/^#/, '').split('&').filter(Boolean)) {
    const [key = '', raw = ''] = pair.split(/=(.*)/s);
    const text = decoded(raw);
    const known = FIELDS.find((field) => field.key === key && !field.inside);
    const value = known && TYPES[known.type]?.read(text, known);
    if (/** @type {Record<string, string[]>} */ (OWN)[key]?.includes(text)) place[key] = text;
    else if (value !== undefined) choices[key] = value;
    else ignored.push(decoded(key).slice(0, 40));
  }
  return { place, settings: choose({}, choices), ignored };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
