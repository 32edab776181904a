// Parts of the libraries that no picture of ours draws, left out of the bundle: Plot names d3's maps, colours, times, formats
// and curves, and its own tips, legends, markers, stacks, bins and projections; they would be half of its weight. Whoever
// draws with one of them gets an error, or nothing where it would stand.

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const LEFT_OUT = ['d3-axis', 'd3-color', 'd3-format', 'd3-geo', 'd3-scale-chromatic', 'd3-time', 'd3-time-format', 'isoformat'];

/** What a transform or a format that is not asked for answers. */
const AS_IT_IS = '(given) => given';

/** Modules of Plot, with what those of their exports answer that are used all the same. @type {Record<string, Record<string, string>>} */
const OF_PLOT = {
  'curve.js': { curveAuto: 'curveLinear', maybeCurve: '(curve = curveLinear) => curve', maybeCurveAuto: '(curve = curveLinear) => curve' },
  'format.js': { formatDefault: AS_IT_IS },
  'interactions/pointer.js': {},
  'legends.js': { createLegends: '() => []' },
  'marker.js': {},
  'marks/tip.js': {},
  'marks/vector.js': {},
  'projection.js': {},
  'scales/diverging.js': {},
  'scales/schemes.js': {},
  'scales/temporal.js': {},
  'symbol.js': { maybeSymbolChannel: '(symbol) => [undefined, symbol]' },
  'time.js': {},
  'transforms/bin.js': { maybeDenseIntervalX: AS_IT_IS, maybeDenseIntervalY: AS_IT_IS },
  'transforms/group.js': {},
  'transforms/interval.js': Object.fromEntries(['X', 'Y', 'MidX', 'MidY'].map((name) => [`maybeInterval${name}`, AS_IT_IS])),
  'transforms/stack.js': { maybeStackX: AS_IT_IS, maybeStackY: AS_IT_IS },
};

/** Names of d3 that modules of Plot import beside those they need. */
const OF_D3 = ['interpolateHcl', 'interpolateHsl', 'interpolateLab', 'interpolateRgb', 'piecewise', 'quantize', 'randomLcg', 'scaleLog', 'scalePow', 'scaleQuantile', 'scaleSymlog', 'scaleThreshold', 'symbolsFill', 'symbolsStroke'];

/** Methods of d3's selections that Plot calls none of. */
const OF_SELECTION = 'selectChild selectChildren exit join merge selection order sort nodes size empty classed html raise lower insert remove clone on dispatch'.split(' ');

/**
 * Statements of d3's modules that bundlers keep, because they cannot know that they do nothing but make what nobody uses:
 * its values that are made by a call, and methods. Of its curves there is the straight one.
 * @param {string} text
 */
const thinner = (text) =>
  text
    .replaceAll(/^var \w+ = (?=\(function |\w+\(.*\);$)/gm, '$&/* @__PURE__ */ ')
    .replaceAll(/^(?!Linear\b|EnterNode\b)\w+\.prototype = \{\n[^]*?^\};\n/gm, '')
    .replaceAll(new RegExp(`^  (${OF_SELECTION.join('|')}): selection_\\w+,\n`, 'gm'), '');

const PLOT = /[\\/]@observablehq[\\/]plot[\\/]src[\\/]/;

/** @type {import('esbuild').Plugin} */
export const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    const leftOut = (/** @type {string} */ path) => ({ path, namespace: 'left-out', sideEffects: false });
    onResolve({ filter: new RegExp(`^(${LEFT_OUT.join('|')})$`) }, ({ path }) => leftOut(path));
    onResolve({ filter: /^d3$/ }, ({ path, importer, resolveDir }) => (PLOT.test(importer) ? { ...leftOut(path), pluginData: { resolveDir } } : undefined));
    onResolve({ filter: /^\..*\.js$/ }, ({ path, importer, resolveDir }) => {
      const [root] = PLOT.exec(importer) ?? [];
      if (!root) return undefined;
      const module = resolve(resolveDir, path);
      const name = relative(importer.slice(0, importer.indexOf(root) + root.length), module).replaceAll('\\', '/');
      return name in OF_PLOT ? { ...leftOut(name), pluginData: { module, resolveDir } } : undefined;
    });
    onLoad({ filter: /[\\/]d3-\w+\.mjs$/ }, ({ path }) => ({ contents: thinner(readFileSync(path, 'utf8')), loader: 'js' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, async ({ path, pluginData }) => {
      const answers = OF_PLOT[path] ?? {};
      const names = path === 'd3' ? OF_D3 : Object.keys(await import(pluginData?.module ?? path));
      // Functions, because some are called while Plot is loaded; what they give is used by what is left out alone.
      const instead = names.map((name) => `export const ${name} = ${answers[name] ?? 'leftOut'};`);
      // What a module exports by name goes before what it passes on.
      const first = path === 'd3' ? "export * from 'd3';" : "import { curveLinear } from 'd3';";
      return { contents: `${pluginData ? first : ''}\nconst leftOut = () => undefined;\n${instead.join('\n')}`, resolveDir: pluginData?.resolveDir };
    });
  },
};
