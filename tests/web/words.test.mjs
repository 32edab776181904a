// Every word of the page in both languages: nothing missing, nothing left over, particles and numbers as people write them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

const root = new URL('../..', import.meta.url).pathname;
const locales = join(root, 'www/locales');

/** A module of the page, bundled as the page is. @param {string} path */
async function bundled(path) {
  const { outputFiles } = await build({ entryPoints: [join(root, path)], bundle: true, format: 'esm', write: false, loader: { '.ftl': 'text' }, logLevel: 'error', platform: 'node', conditions: ['node'], absWorkingDir: root });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** @type {typeof import('../../www/words.js')} */
const { loadWords } = await bundled('www/words.js');
/** @type {typeof import('../../www/numbers.js')} */
const { numbers, written, particle } = await bundled('www/numbers.js');
/** @type {typeof import('../../www/element/parts.js')} */
const { LISTS, PARTS } = await bundled('www/element/parts.js');
/** @type {typeof import('../../www/element/downloads.js')} */
const { figureCsv, rosterCsv, rosterText } = await bundled('www/element/downloads.js');
/** @type {typeof import('../../www/element/csv.js')} */
const { csv, csvBlob, csvCell } = await bundled('www/element/csv.js');
/** @type {typeof import('../../www/element/issue-text.js')} */
const { issueText } = await bundled('www/element/issue-text.js');
/** @type {typeof import('../../www/element/mends.js')} */
const { MENDS } = await bundled('www/element/mends.js');
const langs = await Promise.all(['en', 'ko'].map((lang) => loadWords(lang)));
const [en, ko] = langs;

/** The ids of a language's messages and their attributes, and what each is given. @param {string} lang */
function messages(lang) {
  const files = readdirSync(locales).filter((name) => name === `${lang}.ftl` || name.endsWith(`.${lang}.ftl`));
  /** @type {Map<string, {file: string, text: string}>} */
  const found = new Map();
  for (const file of files) {
    let [id, key] = ['', ''];
    for (const line of readFileSync(join(locales, file), 'utf8').split('\n')) {
      const own = /^(-?[a-zA-Z][\w-]*) =/.exec(line)?.[1];
      const attribute = /^ {4}\.([a-z-]+) =/.exec(line)?.[1];
      if (own) {
        assert.ok(!found.has(own), `${lang}: ${own} stands in ${found.get(own)?.file} and in ${file}`);
        [id, key] = [own, own];
      }
      if (line.startsWith('#') || line.trim() === '') continue;
      if (attribute) key = `${id}.${attribute}`;
      found.set(key, { file, text: `${found.get(key)?.text ?? ''}${line}\n` });
    }
  }
  return found;
}

test('both languages hold the same messages', () => {
  const [one, other] = ['en', 'ko'].map((lang) => [...messages(lang).keys()].filter((id) => !id.startsWith('-')).sort());
  assert.deepEqual(other.filter((id) => !one.includes(id)), ['per', 'who'], 'only in Korean');
  assert.deepEqual(one.filter((id) => !other.includes(id)), ['at', 'at-first'], 'only in English');
});

/** What a message is given, itself or inside the messages in it. @param {ReturnType<typeof messages>} all @param {string} id @param {Set<string>} [seen] @returns {string[]} */
function givenTo(all, id, seen = new Set()) {
  if (seen.has(id)) return [];
  seen.add(id);
  const text = all.get(id)?.text ?? '';
  const inside = [...text.matchAll(/(?:\{ |\bJ\()([a-z][\w-]*)(?= \}|\(|,)/g)].flatMap(([, other]) => givenTo(all, other, seen));
  return [...[...text.matchAll(/\$([a-zA-Z][\w-]*)/g)].map(([, name]) => name), ...inside];
}

test('every message can be read, whatever it is given', () => {
  const warn = console.warn;
  /** @type {string[]} */
  const warned = [];
  console.warn = (/** @type {unknown[]} */ ...said) => void warned.push(said.join(' '));
  for (const { lang, t } of langs) {
    const all = messages(lang);
    for (const id of all.keys()) {
      if (id.startsWith('-')) continue;
      const text = t(id, Object.fromEntries(givenTo(all, id).map((name) => [name, 3])));
      if (!all.get(id)?.text.startsWith(`${id} = ${id}\n`)) assert.notEqual(text, id, `${lang}: ${id} has no text`);
      assert.doesNotMatch(text, /[{}]/, `${lang}: ${id}`);
    }
  }
  console.warn = warn;
  assert.deepEqual(warned, []);
});

test('every figure has its question, answer and definition', () => {
  const source = readdirSync(join(root, 'src/metrics')).filter((name) => name.endsWith('.rs')).map((file) => readFileSync(join(root, 'src/metrics', file), 'utf8'));
  const ids = new Set(source.flatMap((text) => [...text.matchAll(/\n {4}id: "([a-z_]+)"/g)].map(([, id]) => id)));
  assert.ok(ids.size >= 11, `${[...ids]}`);
  for (const id of [...ids, ...Object.keys(LISTS)])
    for (const kind of ['name', 'question', 'answer', 'term', 'meaning', 'formula', 'formula-said', 'full'])
      for (const { lang, has } of langs) assert.ok(has(`${kind}-${id}`), `${lang}: ${kind}-${id}`);
  const placed = PARTS.flatMap(({ figures }) => figures);
  for (const id of ids) assert.ok(placed.includes(id), `${id} stands in no part`);
});

test('lines, parts and needs of the report have names', () => {
  const lines = ['opening', 'new', 'reactivation', 'expansion', 'contraction', 'churn', 'closing', 'active', 'ghost', 'all'];
  const ranges = ['first', 'days', 'open', 'never'];
  const needs = [...readFileSync(join(root, 'src/report.rs'), 'utf8').matchAll(/pub enum Need \{([^}]*)\}/g)][0][1].match(/^ {4}[A-Z]\w*/gm) ?? [];
  const kebab = needs.map((need) => need.trim().replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase());
  assert.ok(kebab.includes('last-use'));
  for (const { lang, has, t } of langs) {
    for (const id of [...lines.map((line) => `line-${line}`), ...ranges.map((range) => `range-${range}`), ...kebab.map((need) => `needs-${need}`), ...PARTS.map(({ id }) => `part-${id}`)])
      assert.ok(has(id), `${lang}: ${id}`);
    for (const column of ['customer', 'name', 'user', 'amount', 'plan', 'last_used', 'days_silent', 'last_did', 'owner', 'row']) assert.ok(has(`column-${column}`), `${lang}: column-${column}`);
    assert.equal(new Set(kebab.map((need) => t('needs-short', { need }))).size >= 5, true, lang);
  }
});

test('every issue of the core has its sentences', () => {
  const codes = [...readFileSync(join(root, 'src/issue.rs'), 'utf8').matchAll(/^ {4}[A-Z]\w+ (?:Error|Warning|Question|Note) "([a-z-]+)",/gm)].map(([, code]) => code);
  assert.ok(codes.length > 20);
  for (const code of codes)
    for (const { lang, has } of langs) assert.ok(has(`issue-${code}`), `${lang}: issue-${code}`);
  for (const [code, { word }] of Object.entries(MENDS)) {
    assert.ok(codes.includes(code), `${code} is no code of the core`);
    for (const { lang, has } of langs) assert.ok(has(word), `${lang}: ${word}`);
  }
});

test('particles follow the last sound', () => {
  /** @type {[string, string, string][]} */
  const said = [
    ['7명', '이/가', '이'],
    ['114명 중 7명', '이/가', '이'],
    ['₩3,403,000', '을/를', '을'],
    ['₩340만', '은/는', '은'],
    ['$1,200', '을/를', '를'],
    ['€90', '이/가', '가'],
    ['52.5%', '이/가', '가'],
    ['30일', '은/는', '은'],
    ['고객', '은/는', '은'],
    ['사용자', '은/는', '는'],
    ['서울', '으로/로', '로'],
    ['부산', '으로/로', '으로'],
  ];
  for (const [text, pair, particles] of said) assert.equal(particle(text, pair), particles, text);
});

test('whoever is counted, the particle after them is theirs', () => {
  const all = messages('ko');
  for (const id of all.keys()) {
    for (const unit of ['customers', 'users']) {
      const text = ko.t(id, { ...Object.fromEntries(givenTo(all, id).map((name) => [name, 3])), unit, 'a1-is': 'yes', 'a3-is': 'yes' });
      assert.doesNotMatch(text, /고객(를|는|가|와|로)(?![가-힣])|사용자(을|은|이|과|으로)(?![가-힣])/, id);
    }
  }
  assert.match(ko.t('rule-retention', { unit: 'users', window: 'calendar' }), /^사용자를 셉니다/);
  assert.match(ko.t('rule-retention', { unit: 'customers', window: 'calendar' }), /^고객을 셉니다/);
  assert.match(ko.t('note-triangle-every', { unit: 'users' }), /같은 사용자가/);
  assert.match(en.t('note-triangle-every', { unit: 'users', grain: 'month' }), /^A user enters every month they are active in/);
});

const won = { currency: 'KRW', exponent: 0, grain: 'month', as_of: '2026-10-20' };

test('money, rates and intervals read as the page promises', () => {
  const [e, k] = langs.map((lang) => numbers(lang, won));
  assert.equal(e.money(3500000), '₩3,500,000');
  assert.equal(e.money(-77000), '\u2212₩77,000');
  assert.equal(e.signed(77000, 'money'), '+₩77,000');
  assert.equal(numbers(en, { ...won, currency: 'USD', exponent: 2 }).money(1234), '$12.34');
  assert.equal(numbers(en, { ...won, currency: null, exponent: 2 }).money(123456), '1,234.56');
  // Divided by 100 it would be .98: a double has no digits left for it.
  assert.equal(numbers(en, { ...won, currency: 'USD', exponent: 2 }).money(2 ** 53 - 1 - 92), '$90,071,992,547,408.99');
  assert.deepEqual([written(-5, 2), written(0, 2), written(1200, 0), written(123456, 4)], ['-0.05', '0.00', '1200', '12.3456']);
  assert.equal(e.moneyAxis(3000000), '₩3M');
  assert.equal(e.moneyLabel(3403000), '₩3.40M');
  assert.equal(k.moneyAxis(3000000), '₩300만');
  assert.equal(k.moneyLabel(3403000), '₩340만');
  assert.equal(e.rate({ n: 7, of: 114 }), '6.1%');
  assert.equal(e.rate({ n: 7, of: 114 }, 2), '6.14%');
  assert.equal(e.rate({ n: 6, of: 100 }), '6.0%');
  assert.equal(e.rate({ n: 0, of: 9 }), '0%');
  assert.equal(e.rate({ n: 9, of: 9 }), '100%');
  assert.equal(e.rate({ n: 1, of: 9000 }), '<0.1%');
  assert.equal(e.rate({ n: 8999, of: 9000 }), '>99.9%');
  assert.equal(e.rate({ n: 0, of: 0 }), '—');
  assert.equal(e.step({ n: 5, of: 9 }, 0), '56');
  assert.equal(e.nOf({ n: 7, of: 114 }, 'customers'), '7 of 114');
  assert.equal(k.nOf({ n: 7, of: 114 }, 'customers'), '114명 중 7명');
  assert.equal(e.interval({ n: 7, of: 114, low: 0.0301, high: 0.1213 }), '3.0–12.1%');
  assert.equal(k.interval({ n: 7, of: 114, low: 0.0301, high: 0.1213 }), '3.0~12.1%');
});

test('days and periods are put together from their parts', () => {
  const [e, k] = langs.map((lang) => numbers(lang, won));
  assert.equal(e.date('2026-10-20', 'long'), '20 October 2026');
  assert.equal(k.date('2026-10-20', 'long'), '2026년 10월 20일');
  assert.equal(e.date('2026-10-20', 'table'), '20 Oct 2026');
  assert.equal(k.date('2026-10-20', 'table'), '2026. 10. 20.');
  assert.equal(e.period('2026-09-01', 'short'), 'September');
  assert.equal(e.period('2025-09-01', 'short'), 'September 2025');
  assert.equal(k.period('2026-09-01', 'long'), '2026년 9월');
  assert.equal(e.period('2026-09-07', 'short', 'week'), 'the week of 7 Sep');
  assert.equal(k.period('2026-09-07', 'short', 'week'), '9월 7일 주');
  assert.equal(e.period('2026-07-01', 'long', 'quarter'), 'Q3 2026');
  assert.equal(k.period('2026-07-01', 'long', 'quarter'), '2026년 3분기');
  assert.equal(e.lastDay({ start: '2026-02-01', end: '2026-03-01', complete: true }, 'short'), '28 February');
});

test('a number in a sentence keeps its plural and its place', () => {
  const door = (/** @type {number} */ value) => ({ text: String(value), node: { value }, value });
  assert.equal(en.t('headline-paying', { n: door(1), mrr: '₩1' }), '1 customer pays ₩1 a month.');
  assert.equal(en.t('headline-paying', { n: door(2), mrr: '₩1' }), '2 customers pay ₩1 a month.');
  assert.equal(ko.t('headline-churn', { p: '9월', churn: { text: '114명 중 7명', node: {} }, r: '6.1%', interval: '3.0~12.1%' }), '9월에는 고객 114명 중 7명이 떠나 이탈률은 6.1%였습니다(95% 신뢰구간 3.0~12.1%).');
  const parts = en.parts('headline-paying', { n: door(2), mrr: '₩1' });
  assert.deepEqual(parts[0], { value: 2 });
  assert.equal(parts.slice(1).join(''), ' customers pay ₩1 a month.');
});

test('a day has its own words where a month has others', () => {
  const churn = { p: '20 October', size: 'full', churn: '1 of 119', 'churn-n': 1, 'churn-rate': '0.8%', overlap: 'yes', compared: 'last' };
  assert.equal(en.t('answer-logo_churn', { ...churn, grain: 'day', k: 'twelve' }), 'On 20 October, 1 of 119 left: 0.8%. The intervals of the last twelve complete days overlap, so none of them stands out from the others.');
  assert.match(en.t('answer-logo_churn', { ...churn, p: 'May', grain: 'month', compared: 'all', k: 'four' }), /^In May, .* The intervals of all four complete months overlap/);
  assert.match(ko.t('answer-logo_churn', { ...churn, grain: 'month', k: numbers(ko, won).spelled(4) }), / 최근 4개월의 신뢰구간이/);
  assert.match(ko.t('answer-logo_churn', { ...churn, grain: 'day', k: numbers(ko, won).spelled(12) }), / 최근 12일의 신뢰구간이/);
  assert.equal(ko.t('use-least', { grain: 'day', by: 'rows', n: 3 }), ', 하루 3회 이상');
  assert.equal(ko.t('use-rows', { grain: 'month' }), '한 달 최소 사용 횟수');
  assert.match(ko.t('answer-mrr_movements', { p: '9월', direction: 'same', closing: '₩0', moved: 'no', new: '₩0', lost: '₩0' }), / 들어오거나 빠진 MRR이 없습니다\.$/);
  const both = ko.t('needs-also', { one: ko.t('needs-terms'), other: ko.t('needs-last-use') });
  assert.equal(ko.t('needs-line', { needs: both, n: 2 }), '결제 기간(고객, 가입일, 종료일) 파일이 필요하고, 사용 기록 파일이나 최근 접속일 열도 필요합니다.');
});

test('text from files turns no sentence', () => {
  const said = (/** @type {string} */ text) => en.t('issue-customer-conflict.stands', { text, stands: 3 });
  assert.ok(said('R9').includes('R9') && !/[\u2066-\u2069]/.test(said('R9')));
  assert.ok(said('\u202eR9').includes('\u2068\u202eR9\u2069'));
  // What closes early, or not at all, is made even.
  assert.ok(said('\u2069\u202eR9').includes('\u2068\u202eR9\u2069'));
  assert.ok(said('\u2067R9').includes('\u2068\u2067R9\u2069\u2069'));
});

test('days in things to look at are written as days are elsewhere', () => {
  const issue = /** @type {any} */ ({ code: 'usage-ends-early', severity: 'warning', count: 1, args: { date: '2025-09-07', as_of: '2025-10-01', days: 24 } });
  assert.match(issueText(en, issue)[0], /7 September 2025, 24 days before the as-of date 1 October 2025/);
  assert.match(issueText(ko, issue)[0], /2025년 9월 7일/);
});

test('a table that leaves the page runs nothing', () => {
  const { guarded, plain } = JSON.parse(readFileSync(join(root, 'tests/web/guarded.json'), 'utf8'));
  const unquoted = (/** @type {string} */ cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  for (const text of guarded) assert.equal(unquoted(csvCell(text)), `'${text}`);
  for (const text of plain) assert.equal(unquoted(csvCell(text)), text);
  assert.equal(csvCell('=A1,"x"'), `"'=A1,""x"""`);
  assert.equal(csvCell(-5), '-5');
  assert.equal(csvCell(null), '');
  assert.equal(csvCell('-12.00', true), '-12.00');
  assert.equal(csv([['a', -1, '-1']]), `a,-1,"'-1"\r\n`);
  const ctx = /** @type {any} */ ({ words: en, report: { ...won, currency: 'USD', exponent: 2 } });
  const roster = { columns: [{ id: 'customer', unit: 'text' }, { id: 'amount', unit: 'money' }], rows: [['-7', -1250], ['=x\ty', 5]], total: 2 };
  assert.equal(rosterCsv(ctx, roster, null), `customer,amount\r\n"'-7",-12.50\r\n"'=x\ty",0.05\r\n`);
  assert.equal(rosterText(ctx, roster, null), "customer\tamount\n'-7\t-12.50\n'=x y\t0.05");
  const split = /** @type {any} */ ({ id: 'x', unit: 'rate', shape: 'split', as_of: null, parts: [{ id: 'all', segment: '=cmd', cell: { n: 3, of: 7 } }] });
  assert.equal(figureCsv({ ...ctx, kin: [split] }), "as_of,part,segment,n,of,low,high,partial,money (USD)\r\n,all,\"'=cmd\",3,7,,,false,\r\n");
});

test('the table of a figure writes money out under its currency, and names the blank value of a split', () => {
  const ctx = /** @type {any} */ ({ words: en, report: { ...won, currency: 'USD', exponent: 2 } });
  const kin = (/** @type {any} */ figure) => ({ ...ctx, kin: [figure] });
  const periods = [{ start: '2026-01-01', end: '2026-02-01', complete: true }];
  const series = { id: 'x', shape: 'series', periods, lines: [{ id: 'churn', segment: '', cells: [{ n: 1250 }] }, { id: 'churn', cells: [null] }] };
  assert.equal(figureCsv(kin({ ...series, unit: 'money' })), 'period,line,segment,n (USD),of,low,high,partial\r\n2026-01-01,churn,(blank),12.50,,,,false\r\n2026-01-01,churn,,,,,,\r\n');
  assert.equal(figureCsv(kin({ ...series, unit: 'customers' })), 'period,line,segment,n,of,low,high,partial\r\n2026-01-01,churn,(blank),1250,,,,false\r\n2026-01-01,churn,,,,,,\r\n');
  const parts = [{ id: '0-13', cell: { n: 2 }, money: { n: 4900 } }];
  assert.equal(figureCsv(kin({ id: 'x', unit: 'customers', shape: 'split', as_of: '2026-01-31', parts })), 'as_of,part,segment,n,of,low,high,partial,money (USD)\r\n2026-01-31,0-13,,2,,,,false,49.00\r\n');
  const triangle = (/** @type {any} */ cell) => ({ id: 'x', unit: 'rate', shape: 'triangle', ages: 1, average: [], cohorts: [{ start: '2026-01-01', size: 2, cells: [cell] }] });
  assert.match(figureCsv(kin(triangle({ n: 900, of: 1000 }))), /^cohort,segment,size,age,n \(USD\),of \(USD\),low,high,partial\r\n2026-01-01,,2,0,9\.00,10\.00,/);
  assert.match(figureCsv(kin(triangle({ n: 1, of: 2, low: 0.1, high: 0.9 }))), /^cohort,segment,size,age,n,of,low,high,partial\r\n2026-01-01,,2,0,1,2,/);
  const bare = { ...kin({ ...series, unit: 'money' }), report: { ...won, currency: null, exponent: 1 } };
  assert.match(figureCsv(bare), /,n,of,low,high,partial\r\n2026-01-01,churn,\(blank\),125\.0,/);
});

test('a table that leaves the page begins with the mark that tells Excel its encoding', async () => {
  assert.deepEqual([...new Uint8Array(await csvBlob('a').arrayBuffer())], [0xef, 0xbb, 0xbf, 0x61]);
});
