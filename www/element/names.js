// Names of zones and currencies, as a reader says them.

/** @param {import('../words.js').Words} words @param {string} zone */
export function zoneName(words, zone) {
  const id = `zone-${zone.replaceAll('/', '-')}`;
  return words.has(id) ? words.t(id) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** ₩ KRW. @param {string} lang @param {string | null | undefined} currency */
export function currencyName(lang, currency) {
  if (!currency) return '';
  const sign = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0).find(({ type }) => type === 'currency')?.value;
  return sign && sign !== currency ? `${sign} ${currency}` : currency;
}
