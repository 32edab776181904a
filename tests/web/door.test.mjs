// The wasm door in Node: for every case of tests/cases, and for files read in pieces that end anywhere, the report
// that comes through the door is the terminal's, byte for byte; through that of large files too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const root = new URL('../..', import.meta.url).pathname;
const pack = process.env.EBB_PACK_NODE ?? join(root, 'target/pack/node');
const bin = process.env.EBB_BIN ?? join(root, 'target/release/ebb');
const small = createRequire(import.meta.url)(join(pack, 'ebb.js'));
const large = process.env.EBB_PACK_FAST ?? join(root, 'target/pack/fast');
const fast = await import(pathToFileURL(join(large, 'ebb.js')).href);
fast.initSync({ module: readFileSync(join(large, 'ebb_bg.wasm')) });
for (const { learnWords, learnZones } of [small, fast]) {
  learnWords(readFileSync(join(root, 'src/intake/words.txt'), 'utf8'));
  learnZones(readFileSync(join(root, 'src/calendar/zones.txt'), 'utf8'));
}
const { Ebb } = small;

/** @typedef {{name: string, path: string, settings: string|null, files: string[]}} Case */

/** @param {string} path @returns {Case} */
function caseOf(path) {
  const settings = join(path, 'settings.json');
  const files = readdirSync(path).filter((f) => /\.(csv|txt|png)$/u.test(f)).sort();
  return { name: path.split('/').at(-1) ?? path, path, settings: existsSync(settings) ? settings : null, files };
}

const folder = join(root, 'tests/cases');
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isDirectory() && !path.endsWith('reading'))
  .map(caseOf)
  .filter((c) => c.files.length > 0);
cases.push(caseOf(join(root, 'www/sample')));

/** @param {Case} c */
function terminal(c) {
  const args = ['report', ...(c.settings ? ['--settings', c.settings] : []), ...c.files.map((f) => join(c.path, f))];
  return spawnSync(bin, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** @param {Case} c @param {number} size @param {typeof small} [pack] */
function door(c, size, pack = small) {
  const ebb = new pack.Ebb();
  try {
    const settings = c.settings ? JSON.parse(readFileSync(c.settings, 'utf8')) : {};
    const bytes = c.files.map((f) => new Uint8Array(readFileSync(join(c.path, f))));
    c.files.forEach((f, i) => assert.equal(ebb.open(f, bytes[i]), i));
    ebb.begin(settings);
    for (const [i, all] of bytes.entries()) {
      do {
        for (let at = 0; at < all.length; at += size) ebb.read(i, all.subarray(at, at + size));
      } while (ebb.finish(i));
    }
    return ebb.report(settings);
  } finally {
    ebb.free();
  }
}

test('there are cases to run', () => assert.ok(cases.length > 20, `${cases.length} cases`));

for (const c of cases) {
  for (const { size, pack, how } of [{ size: 4093, pack: small, how: '' }, { size: 1 << 20, pack: small, how: '' }, { size: 1 << 20, pack: fast, how: ', by the fast pack' }]) {
    test(`${c.name}, in pieces of ${size} bytes${how}`, () => {
      const said = terminal(c);
      if (said.status === 0) {
        assert.equal(`${JSON.stringify(door(c, size, pack))}\n`, said.stdout);
      } else {
        const codes = { 2: ['too-large', 'too-many-cells'], 3: ['nothing-read'] }[said.status ?? 0] ?? [];
        assert.throws(() => door(c, size, pack), ({ code }) => codes.includes(code), said.stderr);
      }
    });
  }
}

// Every file of the reading suite, in its own encoding and dialect: here the decoders of the platform read it. Node's
// are not those of browsers in three things, and there the row counts alone are compared: its EUC-KR may lack the
// syllables that CP949 adds, its windows-1252 the euro sign, and for damaged bytes it puts other signs of damage.
const reading = join(folder, 'reading');
const written = readdirSync(reading).filter((f) => f.endsWith('.csv')).sort();
const lacks = (/** @type {string} */ label, /** @type {number[]} */ bytes, /** @type {string} */ sign) =>
  (new TextDecoder(label).decode(new Uint8Array(bytes)) === sign ? [] : [label]);
const lame = [...lacks('euc-kr', [0x8c, 0x63], '똠'), ...lacks('windows-1252', [0x80], '€')];
const damaged = /^(?:a-damaged-byte-cp949|a-first-byte-before)-/u;
for (const size of [3, 1 << 20]) {
  test(`every way to write a table, in pieces of ${size} bytes`, () => {
    assert.ok(written.length > 200, `${written.length} files`);
    const different = written.filter((file) => {
      const c = { name: file, path: reading, settings: null, files: [file] };
      const said = terminal(c);
      if (said.status !== 0) {
        assert.throws(() => door(c, size), file);
        return false;
      }
      const report = door(c, size);
      const [source] = JSON.parse(said.stdout).sources;
      if (!lame.includes(source.encoding) && !damaged.test(file)) return `${JSON.stringify(report)}\n` !== said.stdout;
      const rows = (/** @type {{rows: number, read: number}} */ s) => `${s.read} of ${s.rows}`;
      return rows(report.sources[0]) !== rows(source);
    });
    assert.deepEqual(different, []);
  });
}

/** A usage file of rows, of which so many of a hundred are made of whatever may stand in a file, always the same. @param {number} seed */
function hostile(seed) {
  let luck = seed;
  const draw = (/** @type {number} */ n) => (luck = (luck * 48271) % 2147483647) % n;
  const scraps = ['"', '""', '"', ',', '\n', '\r\n', '\r', '\0', ' ', 'C1', '2024-03-05', '고객', ';', '\t', 'total', '1.5'];
  const odd = [0, 1, 10, 30][seed % 4];
  const parts = [Buffer.from('customer,user,at,event,value\n')];
  for (let row = 0; row < 200; row += 1) {
    const plain = `C${draw(9)},u${draw(3)},2024-0${1 + draw(9)}-0${1 + draw(9)} 10:0${draw(9)}:00,${['login', '"a, b"', '보고서', '"x\ny"', ''][draw(5)]},${draw(90)}`;
    if (draw(100) >= odd) parts.push(Buffer.from(plain));
    else for (let i = draw(20); i > 0; i -= 1) parts.push(draw(9) ? Buffer.from(scraps[draw(scraps.length)]) : Buffer.from([draw(256)]));
    parts.push(Buffer.from(draw(9) ? '\n' : ['\r\n', '\r', ''][draw(3)]));
  }
  return Buffer.concat(parts);
}

test('rows that are found sixteen bytes at a time are those found eight at a time, and those found byte by byte', () => {
  const place = mkdtempSync(join(tmpdir(), 'ebb-door-'));
  try {
    const settings = join(place, 'settings.json');
    writeFileSync(settings, JSON.stringify({ encodings: { 'use.csv': 'utf-8' } }));
    const c = { name: 'hostile', path: place, settings, files: ['use.csv'] };
    let read = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      writeFileSync(join(place, 'use.csv'), hostile(seed));
      const said = terminal(c);
      read += Number(said.status === 0);
      for (const [size, pack] of [[1 << 20, fast], [100, fast], [1, small]]) {
        if (said.status === 0) assert.ok(`${JSON.stringify(door(c, size, pack))}\n` === said.stdout, `seed ${seed}, in pieces of ${size}`);
        else assert.throws(() => door(c, size, pack), { code: 'nothing-read' }, `seed ${seed}, in pieces of ${size}`);
      }
    }
    assert.ok(read > 100, `${read} files read`);
  } finally {
    rmSync(place, { recursive: true });
  }
});

test('the members behind a number are as many as it says', () => {
  const c = caseOf(join(root, 'www/sample'));
  const ebb = new Ebb();
  const bytes = c.files.map((f) => new Uint8Array(readFileSync(join(c.path, f))));
  c.files.forEach((f, i) => ebb.open(f, bytes[i]));
  ebb.begin({});
  bytes.forEach((b, i) => { ebb.read(i, b); ebb.finish(i); });
  const report = ebb.report({});
  let walked = 0;
  for (const figure of report.figures) {
    const counts = figure.unit === 'customers' || figure.unit === 'users';
    for (const line of figure.lines ?? []) {
      for (const [i, cell] of line.cells.entries()) {
        if (!cell) continue;
        const query = { figure: figure.id, line: line.id, period: figure.periods[i].start };
        const roster = ebb.members({}, query, 0, 2);
        assert.ok(roster.rows.length <= 2);
        if (counts || cell.low !== undefined) assert.equal(roster.total, cell.n, JSON.stringify(query));
        walked += 1;
      }
    }
    for (const part of figure.parts ?? []) {
      const roster = ebb.members({}, { figure: figure.id, part: part.id }, 0, 1);
      assert.equal(roster.total, part.cell.n, `${figure.id} ${part.id}`);
      walked += 1;
    }
    for (const cohort of figure.cohorts ?? []) {
      for (const [age, cell] of cohort.cells.entries()) {
        if (!cell) continue;
        const query = { figure: figure.id, cohort: cohort.start, age };
        const roster = ebb.members({}, query, 0, 1e6);
        if (cell.low !== undefined) assert.equal(roster.total, cell.n, JSON.stringify(query));
        const amount = roster.columns.findIndex((/** @type {{id: string}} */ column) => column.id === 'amount');
        if (cell.low === undefined && amount >= 0) {
          const sum = roster.rows.reduce((/** @type {number} */ all, /** @type {number[]} */ row) => all + row[amount], 0);
          assert.equal(sum, cell.n, JSON.stringify(query));
        }
        walked += 1;
      }
    }
  }
  assert.ok(walked > 300, `${walked} cells`);
  ebb.free();
});

test('what cannot be had is refused in words, and the session goes on', () => {
  const ebb = new Ebb();
  assert.throws(() => ebb.begin({ graine: 'month' }), (/** @type {{code: string, args: {text: string}}} */ problem) => {
    assert.equal(problem.code, 'settings-invalid');
    assert.match(problem.args.text, /graine/u);
    return true;
  });
  assert.throws(() => ebb.report({}), { code: 'nothing-read' });
  const text = new TextEncoder().encode('customer,start,end,mrr\na,2024-01-01,,10\n');
  ebb.open('a.csv', text);
  ebb.begin({});
  ebb.read(0, text);
  ebb.finish(0);
  assert.equal(ebb.report({}).sources[0].read, 1);
  assert.throws(() => ebb.members({}, { figure: 'nonsense' }, 0, 10), { code: 'no-such-cell' });
  ebb.free();
});
