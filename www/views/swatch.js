/** The small square that names a fill. */

import { html, svg } from 'lit';

/** @import { Look } from './lines.js' */

/** @param {string} id */
export const hatchOf = (id) => svg`<pattern id=${id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--paper)"></rect><rect width="1.7" height="5" fill="var(--q3)"></rect></pattern>`;

/** @param {string} fill @param {string} hatch the id of the stripes */
export const paint = (fill, hatch) => (fill === 'none' ? 'none' : fill === 'hatch' ? `url(#${hatch})` : `var(--${fill})`);

let swatches = 0;

/** @param {Look} look */
export function swatch({ fill, outline, dashed }) {
  const hatch = `swatch-${(swatches += 1)}`;
  return html`<svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
    ${fill === 'hatch' ? svg`<defs>${hatchOf(hatch)}</defs>` : ''}
    <rect x="0.6" y="0.6" width="12.8" height="12.8" rx="2.5" fill=${paint(fill, hatch)} stroke=${outline ? `var(--${outline})` : 'none'} stroke-width="1.2" stroke-dasharray=${dashed ? '2.5 2' : 'none'}></rect>
  </svg>`;
}
