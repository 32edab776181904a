// Who is here and who is silent: the parts of `dormancy`, added up. Nothing else is computed of a report here.

/**
 * @typedef {{id: string, from: number | null, to: number | null, n: number, money: number, fill: string}} Range
 * from: null for who never came; to: null for an open end
 */

/**
 * @param {import('../analyst/protocol.js').Report} report
 * @param {number} silent days from which a customer is silent
 * @returns {{parts: Range[], paying: number, active: number, mrr: number, silentMrr: number} | null}
 */
export function present(report, silent) {
  const figure = report.figures.find(({ id, segment }) => id === 'dormancy' && segment === undefined);
  if (figure?.shape !== 'split') return null;
  const parts = figure.parts
    .filter(({ segment }) => segment === undefined)
    .map(({ id, cell, money }) => {
      const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(id) ?? [];
      return { id, from: from === undefined ? null : Number(from), to: to === undefined ? null : Number(to), n: cell?.n ?? 0, money: money?.n ?? 0 };
    });
  const here = (/** @type {{from: number | null}} */ { from }) => from !== null && from < silent;
  const sum = (/** @type {number[]} */ list) => list.reduce((all, n) => all + n, 0);
  return {
    parts: parts.map((part, at) => ({ ...part, fill: fillOf(parts, at, here) })),
    paying: sum(parts.map(({ n }) => n)),
    active: sum(parts.filter(here).map(({ n }) => n)),
    mrr: sum(parts.map(({ money }) => money)),
    silentMrr: sum(parts.filter((part) => !here(part)).map(({ money }) => money)),
  };
}

/** Presence is ink: solid, then paler; hatched, then hollow; dashed for who never came. @param {Array<{from: number | null}>} parts @param {number} at @param {(part: any) => boolean} here */
function fillOf(parts, at, here) {
  if (parts[at]?.from === null) return 'never';
  if (here(parts[at])) return at === 0 ? 'here' : 'less';
  const quiet = parts.slice(0, at).filter((part) => !here(part)).length;
  return ['pale', 'hatched', 'hollow'][Math.min(quiet, 2)] ?? 'hollow';
}
