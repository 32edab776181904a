// Parts of the libraries that no picture of ours draws, left out of the bundle: Plot names d3's maps and colour schemes,
// which would be a sixth of its weight. Whoever draws with one of them gets an error, not a wrong picture.

const LEFT_OUT = ['d3-geo', 'd3-scale-chromatic'];

/** @type {import('esbuild').Plugin} */
export const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${LEFT_OUT.join('|')})$`) }, ({ path }) => ({ path, namespace: 'left-out', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, async ({ path }) => ({
      // Functions, because one of them is called while Plot is loaded; what it gives is used by maps alone.
      contents: `const leftOut = () => undefined;\nexport { ${Object.keys(await import(path))
        .map((name) => `leftOut as ${name}`)
        .join(', ')} };`,
    }));
  },
};
