// Texts without what only their writers need: comments and indentation of messages, of style sheets and of templates.

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { FluentResource } from '@fluent/bundle';
import { transform } from 'esbuild';

/** @type {import('esbuild').Plugin} */
export const compact = {
  name: 'compact',
  setup({ onLoad }) {
    onLoad({ filter: /\.ftl$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const short = text.replaceAll(/^#.*\n/gm, '').replaceAll(/\n{2,}/g, '\n').replaceAll(/^ {4,}/gm, '  ');
      // Blank lines and indentation can be part of a message: then the file stays as it is.
      const same = isDeepStrictEqual(new FluentResource(short).body, new FluentResource(text).body);
      return { contents: same ? short : text, loader: 'text' };
    });
    // In a template a line's end and its indentation are one blank.
    onLoad({ filter: /\/www\/.*\.js$/ }, ({ path }) => (/\/styles[^/]*\.js$/.test(path) ? undefined : { contents: readFileSync(path, 'utf8').replaceAll(/\n +/g, '\n'), loader: 'js' }));
    onLoad({ filter: /\/styles[^/]*\.js$/ }, async ({ path }) => ({ contents: await sheets(readFileSync(path, 'utf8')), loader: 'js' }));
  },
};

/** The css`…` of a module, minified; one that has expressions in it stays as it is. @param {string} module */
async function sheets(module) {
  const found = [...module.matchAll(/css`([^`$\\]*)`/g)];
  const short = await Promise.all(found.map(([, css]) => transform(css, { loader: 'css', minify: true, charset: 'utf8' })));
  return found.reduce((text, [whole], i) => text.replace(whole, () => `css\`${short[i].code.trim().replaceAll('\\', '\\\\')}\``), module);
}
