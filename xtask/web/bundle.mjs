// Bundles the page: www/ and the pack become the site. Run by `cargo xtask build`, which says where things lie.
//
//   worker  www/analyst/worker.js   one classic script (it is started from a blob), built first so that its name is known;
//                                   with each pack's own glue, so it is two files only where the glue is not the same
//   page    www/index.html          every script and style it names is bundled; every other file of its is copied
//   tag     www/element/define.js   the element for other pages of the same site, as ebb.js
//   sample  www/sample/             copied, and its report made now for the empty page to draw

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { compact } from './compact.mjs';
import { lighter } from './lighter.mjs';
import { notices } from './licences.mjs';
import { weigh } from './weigh.mjs';

const root = resolve(import.meta.dirname, '../..');
const www = join(root, 'www');
const told = (/** @type {string} */ name) => process.env[name] ?? fail(`${name} is not set: run cargo xtask build.`);
const site = told('EBB_SITE');
const draft = `${site}.unfinished`;

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What every bundle has in common. */
const common = /** @satisfies {import('esbuild').BuildOptions} */ ({
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: /** @type {const} */ (true),
  charset: 'utf8',
  target: ['es2023'],
  legalComments: 'none',
  loader: { '.ftl': 'text', '.txt': 'text' },
  outdir: draft,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
});

/** Writes a file under a name that changes with its contents. @param {string} name @param {Uint8Array} bytes */
function write(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  const ending = extname(name);
  const hashed = `${basename(name, ending)}-${hash}${ending}`;
  writeFileSync(join(draft, hashed), bytes);
  return hashed;
}

/**
 * A bundle as terser writes it: it follows values through functions, which esbuild does not, and takes a twentieth off.
 * @param {string} text @param {boolean} module
 */
async function shorter(text, module) {
  const { code } = await minify(text, { module, ecma: 2020, compress: { passes: 3 } });
  return code ?? fail('terser wrote nothing.');
}

/** The file of the site that an entry became. @param {import('esbuild').Metafile} metafile @param {string} entry */
function outputOf(metafile, entry) {
  const made = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === relative(root, entry));
  return made ? relative(draft, join(root, made[0])) : fail(`${relative(root, entry)} was bundled to nothing.`);
}

/** What the empty page draws; the rest of the report would be a third of its weight. */
const SAMPLE_FIGURES = ['dormancy'];

/** What the command line says of the sample: the empty page is drawn from it. */
function sampleReport() {
  const folder = join(www, 'sample');
  const list = join(folder, 'index.json');
  if (!existsSync(list)) fail('www/sample holds no files: cargo xtask sample makes them.');
  const files = JSON.parse(readFileSync(list, 'utf8'));
  const settings = existsSync(join(folder, 'settings.json')) ? ['--settings', 'settings.json'] : [];
  const report = execFileSync(told('EBB_BIN'), ['report', ...settings, ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const whole = JSON.parse(report);
  return JSON.stringify({ ...whole, sources: [], issues: [], figures: whole.figures.filter((/** @type {{id: string}} */ { id }) => SAMPLE_FIGURES.includes(id)) });
}

/** `import report from 'ebb:sample-report'`. @type {import('esbuild').Plugin} */
const sample = {
  name: 'ebb:sample-report',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^ebb:sample-report$/ }, ({ path }) => ({ path, namespace: 'ebb' }));
    onLoad({ filter: /.*/, namespace: 'ebb' }, () => ({ contents: sampleReport(), loader: 'json' }));
  },
};

/** What a pack asks of its glue. @param {string} pack */
const asked = (pack) => /function __wbg_get_imports[^]*?\n}/.exec(readFileSync(join(pack, 'ebb.js'), 'utf8'))?.[0] ?? fail(`The glue of ${pack} has no imports.`);

/**
 * A pack, or its glue, whose names of imports end in two digits of wasm-bindgen's hash and a filler: no packer makes
 * anything of a hash. As long as before, so that a module's lengths hold.
 * @param {Uint8Array} bytes
 */
function unhashed(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  const long = /(__wbg_\w+_)([0-9a-f]{2})[0-9a-f]{14}(?!\w)/g;
  const filled = (/** @type {string} */ name) => name.replace(long, `$1$2${'_'.repeat(14)}`);
  const names = new Set(text.match(long));
  const distinct = new Set([...names].map(filled));
  return distinct.size === names.size ? Buffer.from(filled(text), 'latin1') : fail('Two imports of the pack begin their hashes alike.');
}

/** A pack and the worker that holds it. @param {string} name @param {string} pack @param {string} glue the pack whose glue it is */
async function analyst(name, pack, glue) {
  const { metafile, outputFiles } = await build({
    ...common,
    write: false,
    entryPoints: [join(www, 'analyst/worker.js')],
    format: 'iife',
    // A worker from a blob has no address of its own; it is sent its module instead.
    define: { 'import.meta.url': '""' },
    alias: { 'ebb:pack': join(glue, 'ebb.js'), 'ebb:words': join(root, 'src/intake/words.txt') },
  });
  const [script] = outputFiles;
  if (!script) return fail('The worker was bundled to nothing.');
  const worker = unhashed(Buffer.from(await shorter(script.text, false)));
  return { wasm: write(name, unhashed(readFileSync(join(pack, 'ebb_bg.wasm')))), worker: write('worker.js', worker), metafile };
}

/** What was bundled, and which of it is asked for when files come. @returns {Promise<{metafiles: import('esbuild').Metafile[], later: string[]}>} */
async function bundle() {
  const packs = [told('EBB_PACK_WEB'), told('EBB_PACK_FAST')];
  // The fast pack's glue knows more deeds and is the same otherwise: then one worker holds either.
  const glues = asked(packs[0]) === asked(packs[1]) ? [packs[1], packs[1]] : packs;
  const small = await analyst('ebb.wasm', packs[0], glues[0]);
  const fast = await analyst('ebb-fast.wasm', packs[1], glues[1]);
  const zones = write('zones.txt', readFileSync(join(root, 'src/calendar/zones.txt')));

  const index = readFileSync(join(www, 'index.html'), 'utf8');
  const named = [...index.matchAll(/\b(?:src|href)="([^":#?]+)"/g)].map(([, path]) => path);
  const entries = named.filter((path) => ['.js', '.css'].includes(extname(path))).map((path) => join(www, path));
  const tag = join(www, 'element/define.js');
  const page = await build({
    ...common,
    write: false,
    entryPoints: [...entries, tag],
    format: 'esm',
    splitting: true,
    plugins: [sample, lighter, compact],
    define: {
      __EBB_WORKER__: JSON.stringify(small.worker),
      __EBB_WASM__: JSON.stringify(small.wasm),
      __EBB_FAST_WORKER__: JSON.stringify(fast.worker),
      __EBB_FAST_WASM__: JSON.stringify(fast.wasm),
      __EBB_ZONES__: JSON.stringify(zones),
      __EBB_VERSION__: JSON.stringify(version()),
    },
  });
  for (const { path, text } of page.outputFiles) writeFileSync(path, path.endsWith('.js') ? await shorter(text, true) : text);
  const patched = index.replaceAll(/\b(src|href)="([^":#?]+)"/g, (whole, attribute, path) => {
    const entry = join(www, path);
    if (entries.includes(entry)) return `${attribute}="${outputOf(page.metafile, entry)}"`;
    if (path === '.' || path === './' || extname(path) === '.txt') return whole;
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    cpSync(join(www, path), join(draft, path));
    return whole;
  });
  writeFileSync(join(draft, 'index.html'), patched);
  // Another page asks for the element by a name that never changes.
  writeFileSync(join(draft, 'ebb.js'), `import './${outputOf(page.metafile, tag)}';\n`);
  cpSync(join(www, 'sample'), join(draft, 'sample'), { recursive: true });
  const later = [fast.wasm, fast.worker].filter((name) => name !== small.worker);
  return { metafiles: [small.metafile, fast.metafile, page.metafile], later };
}

/** The version of the crate. */
function version() {
  const text = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  return /^version = "(.+)"$/m.exec(text)?.[1] ?? fail('Cargo.toml names no version.');
}

rmSync(draft, { recursive: true, force: true });
mkdirSync(draft, { recursive: true });
const { metafiles, later } = await bundle().catch((error) => {
  if ('errors' in error) process.exit(1); // esbuild has said what is wrong
  return fail(error.message);
});
writeFileSync(join(draft, 'licences.txt'), notices(root, metafiles));
const sentences = weigh(draft, later);
rmSync(site, { recursive: true, force: true });
renameSync(draft, site);
if (sentences.length > 0) fail(sentences.join('\n'));
