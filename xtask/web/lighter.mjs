// Parts of the libraries that no picture of ours draws, left out of the bundle: Plot names d3's maps and colour schemes,
// and its own tips, legends, bins and projections; they would be a third of its weight. Whoever draws with one of them gets
// an error, not a wrong picture.

import { relative, resolve } from 'node:path';

const LEFT_OUT = ['d3-axis', 'd3-geo', 'd3-scale-chromatic', 'd3-time-format'];

/** Modules of Plot, with what those of their functions answer that are called all the same. @type {Record<string, Record<string, string>>} */
const OF_PLOT = {
  'interactions/pointer.js': {},
  'legends.js': { createLegends: '() => []' },
  'marks/tip.js': {},
  'projection.js': {},
  'scales/diverging.js': {},
  'scales/schemes.js': {},
  'transforms/bin.js': { maybeDenseIntervalX: '(options) => options', maybeDenseIntervalY: '(options) => options' },
  'transforms/group.js': {},
};

const PLOT = /[\\/]@observablehq[\\/]plot[\\/]src[\\/]/;

/** @type {import('esbuild').Plugin} */
export const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    const leftOut = (/** @type {string} */ path) => ({ path, namespace: 'left-out', sideEffects: false });
    onResolve({ filter: new RegExp(`^(${LEFT_OUT.join('|')})$`) }, ({ path }) => leftOut(path));
    onResolve({ filter: /^\..*\.js$/ }, ({ path, importer, resolveDir }) => {
      const [root] = PLOT.exec(importer) ?? [];
      if (!root) return undefined;
      const module = resolve(resolveDir, path);
      const name = relative(importer.slice(0, importer.indexOf(root) + root.length), module).replaceAll('\\', '/');
      return name in OF_PLOT ? { ...leftOut(name), pluginData: module } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, async ({ path, pluginData }) => {
      const answers = OF_PLOT[path] ?? {};
      // Functions, because some are called while Plot is loaded; what they give is used by what is left out alone.
      return {
        contents: `const leftOut = () => undefined;\n${Object.keys(await import(pluginData ?? path))
          .map((name) => `export const ${name} = ${answers[name] ?? 'leftOut'};`)
          .join('\n')}`,
      };
    });
  },
};
