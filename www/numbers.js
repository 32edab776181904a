/** The one place where numbers and days become words. Dates are put together from their parts by messages, not by Intl. */

/** @import { Cell, Period, Report, Words } from './types.js' */

export const MINUS = '\u2212';

/** Sounds of the last letter: 0 no final consonant, 8 final ㄹ, else another one. @type {Record<string, number>} */
const SOUNDS = { 0: 1, 1: 8, 2: 0, 3: 1, 4: 0, 5: 0, 6: 1, 7: 8, 8: 8, 9: 0, '%': 0, '₩': 1, $: 0, '€': 0, '¥': 1, p: 0 };
/** Currency signs stand before the number and are said after it. */
const SIGN = /[₩$€¥£]/;

/**
 * The Korean particle after a text: `particle('7명', '이/가')` is 이. The first of the pair follows a consonant.
 * @param {string} text
 * @param {string} pair
 */
export function particle(text, pair) {
  const [consonant, vowel] = pair.split('/');
  const end = text.replace(/[)\]"'”’\s.\u2069]+$/u, '');
  const sign = SIGN.exec(end)?.[0];
  const last = /[\d만억천조]$/.test(end) && sign ? sign : (end.at(-1) ?? '');
  const code = last.charCodeAt(0) - 0xac00;
  const sound = code >= 0 && code < 11172 ? code % 28 : (SOUNDS[last] ?? 0);
  const open = sound === 0 || (sound === 8 && pair.startsWith('으로'));
  return open ? vowel : consonant;
}

/** @param {string} day @returns {[number, number, number]} */
export function split(day) {
  const [y, m, d] = day.split('-').map(Number);
  return [y, m, d];
}

/** The day before; only ever for words ("paid on 31 August"). @param {string} day @returns {string} */
export function dayBefore(day) {
  const [y, m, d] = split(day);
  return new Date(Date.UTC(y, m - 1, d - 1)).toISOString().slice(0, 10);
}

/**
 * Minor units written out as an amount, to the last digit: a division would round the greatest.
 * @param {number} n @param {number} exponent @returns {`${number}`}
 */
export function written(n, exponent) {
  const digits = String(Math.abs(n)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const text = `${n < 0 ? '-' : ''}${digits.slice(0, point)}${exponent > 0 ? '.' : ''}${digits.slice(point)}`;
  return /** @type {`${number}`} */ (text);
}

/** @typedef {ReturnType<typeof numbers>} Numbers */

/**
 * @param {Words} words
 * @param {Pick<Report, 'currency'|'exponent'|'grain'|'as_of'>} report
 */
export function numbers(words, report) {
  const { lang, t } = words;
  const { currency, exponent } = report;
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const places = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const sign = currency === null ? {} : /** @type {const} */ ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const full = new Intl.NumberFormat(lang, { ...sign, ...places });
  const compact = { ...sign, notation: /** @type {const} */ ('compact') };
  const short = new Intl.NumberFormat(lang, { ...compact, minimumFractionDigits: 0, maximumFractionDigits: 1 });
  const three = new Intl.NumberFormat(lang, { ...compact, minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const rest = new Intl.NumberFormat(lang, { ...compact, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const bare = new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 });
  const decimal = (/** @type {number} */ digits) => new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const one = decimal(1);
  const two = decimal(2);
  const minus = (/** @type {string} */ text) => text.replace('-', MINUS);
  const major = (/** @type {number} */ n) => n / 10 ** exponent;

  const count = (/** @type {number} */ n) => minus(whole.format(n));
  const money = (/** @type {number} */ n) => minus(full.format(written(n, exponent)));
  /** Counted people: 58, 58명. @param {number} n */
  const people = (n) => t('people', { n: count(n) });
  /** A number of the unit. @param {number} n @param {string} unit */
  const amount = (n, unit) => (unit === 'money' ? money(n) : count(n));

  /** Percent with its digits; only what is exactly nothing or all reads as 0 or 100. @param {number} share @param {Intl.NumberFormat} [digits] @param {string} [mark] */
  const percent = (share, digits = one, mark = '%') => {
    if (share === 0) return `0${mark}`;
    if (share === 1) return `100${mark}`;
    const least = 10 ** -(digits.resolvedOptions().maximumFractionDigits ?? 1);
    const value = share * 100;
    if (value < least / 2) return `<${least}${mark}`;
    if (share < 1 && value > 100 - least / 2) return `>${100 - least}${mark}`;
    return `${digits.format(value)}${mark}`;
  };

  /** @param {Cell} cell @param {string} unit of its n and of */
  const nOf = (cell, unit) => t('n-of', { n: amount(cell.n, unit), of: amount(cell.of ?? 0, unit), unit });
  /** @param {Cell} cell */
  const interval = (cell) => (cell.low === undefined || cell.high === undefined ? '' : span(cell.low, cell.high));
  /** @param {number} low @param {number} high */
  const span = (low, high) => t('range', { low: percent(low, one, ''), high: percent(high) });

  /** @param {string} day @param {'long'|'table'|'short'} style */
  const date = (day, style) => {
    const [y, m, d] = split(day);
    return t(`date-${style}`, { y: String(y), m, d: String(d) });
  };

  /**
   * long "September 2026" · short "September" (with the year where it is not the as-of date's) · table "Sep 2026" · axis "Sep"
   * @param {string} start
   * @param {'long'|'short'|'table'|'axis'} style
   * @param {string} [grain]
   */
  const period = (start, style, grain = report.grain) => {
    const [y, m, d] = split(start);
    const other = style === 'short' && report.as_of !== null && split(report.as_of)[0] !== y;
    return t(`period-${other ? 'long' : style}`, { y: String(y), m, d: String(d), quarter: Math.floor((m - 1) / 3) + 1, grain });
  };

  return {
    lang,
    count,
    money,
    amount,
    people,
    percent,
    nOf,
    interval,
    span,
    date,
    period,
    /** As it stands on an axis: ₩3M. @param {number} n */
    moneyAxis: (n) => (n === 0 ? '0' : minus(short.format(major(n)))),
    /** A change on an axis, without the sign of the currency: +300k. @param {number} n @param {string} unit */
    changeAxis: (n, unit) => (n === 0 ? '0' : `${n > 0 ? '+' : MINUS}${bare.format(Math.abs(unit === 'money' ? major(n) : n)).replace('K', 'k')}`),
    /** As a label in a picture, three figures: ₩3.40M, ₩340만. @param {number} n */
    moneyLabel: (n) => {
      const value = Math.abs(major(n));
      if (value < 1000) return money(n);
      return minus((lang === 'ko' && value < 1e8 && value >= 1e5 ? rest : three).format(major(n)));
    },
    /** @param {number} n @param {string} unit */
    signed: (n, unit) => (n > 0 ? '+' : '') + amount(n, unit),
    /** @param {Cell} cell @param {0|1|2} [digits] */
    rate: (cell, digits = 1) => (cell.of ? percent(cell.n / cell.of, digits === 1 ? one : digits === 2 ? two : whole) : '—'),
    /** As it stands in a triangle: percent without a sign. @param {Cell} cell @param {0|1} digits */
    step: (cell, digits) => (cell.of ? percent(cell.n / cell.of, digits === 1 ? one : whole, '') : '—'),
    /** The last day of a period, whose end is exclusive. @param {Period} period @param {'long'|'table'|'short'} style */
    lastDay: (period, style) => date(dayBefore(period.end), style),
    /** "twelve" */
    spelled: (/** @type {number} */ n) => (n <= 12 ? t('spelled', { n }) : count(n)),
  };
}
