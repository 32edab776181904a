// The notices of everything by others that the site is made of: npm's packages in the bundles, crates in the pack.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{name: string, version: string, license: string, folder: string}} Package */

/**
 * @param {string} root the checkout
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function notices(root, metafiles) {
  const standard = { name: "Rust's standard library,", version: 'part of the pack', license: 'MIT OR Apache-2.0', folder: '' };
  const packages = [...npmPackages(root, metafiles), ...crates(root), standard];
  /** One text, and everyone who gives it. @type {Map<string, string[]>} */
  const texts = new Map();
  for (const { name, version, license, folder } of packages) {
    const text = textOf(root, license, folder);
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const line = '-'.repeat(80);
  const parts = [...texts].map(([text, names]) => `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`);
  return `Ebb is made with the work of others. Their licences:\n\n${parts.join('\n')}`;
}

/** @param {string} root @param {import('esbuild').Metafile[]} metafiles @returns {Package[]} */
function npmPackages(root, metafiles) {
  const used = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)));
  const folders = used
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, version, license, folder: join(root, folder) };
  });
}

/** The crates that are compiled into the pack: not those that only run while it is compiled. @param {string} root @returns {Package[]} */
function crates(root) {
  const words = ['metadata', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown', '--locked'];
  const text = execFileSync('cargo', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {{packages: any[], resolve: {nodes: any[]}}} */
  const { packages, resolve } = JSON.parse(text);
  const byId = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const macro = (/** @type {any} */ one) => one.targets.some((/** @type {any} */ target) => target.kind.includes('proc-macro'));

  const open = packages.filter(({ name, source }) => name === 'ebb' && source === null).map(({ id }) => id);
  /** @type {Set<string>} */
  const found = new Set();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      const linked = dep_kinds.some((/** @type {any} */ { kind }) => kind === null) && !macro(byId.get(pkg));
      if (linked && !found.has(pkg)) {
        found.add(pkg);
        open.push(pkg);
      }
    }
  }
  return [...found].sort().map((id) => {
    const { name, version, license, manifest_path } = byId.get(id);
    return { name, version, license, folder: dirname(manifest_path) };
  });
}

/**
 * The text that a package ships: of several to choose from MIT's, else the shortest; all of them where all are binding.
 * A package under Apache's licence may ship no copy: ours is the same text.
 * @param {string} root @param {string} license @param {string} folder
 */
function textOf(root, license, folder) {
  const read = (/** @type {string} */ path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
  const named = (/** @type {RegExp} */ pattern) => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => pattern.test(name)).sort();
  const texts = named(/^(licen[sc]e|unlicense)/i)
    .map((name) => ({ name, text: read(join(folder, name)) }))
    .sort((one, other) => Number(/mit/i.test(other.name)) - Number(/mit/i.test(one.name)) || one.text.length - other.text.length)
    .map(({ text }) => text);
  const chosen = texts.slice(0, license.includes(' AND ') ? texts.length : 1);
  if (chosen.length > 0) return [...chosen, ...named(/^notice/i).map((name) => read(join(folder, name)))].join('\n\n');
  const apache = join(root, 'LICENSE-APACHE');
  return /apache-2\.0/i.test(license) && existsSync(apache) ? read(apache) : `Licence: ${license}`;
}
