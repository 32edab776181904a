// The few drawn marks: strokes of 1.6 in 16 px, always beside words or an accessible name.

import { svg, html } from 'lit';

/** Drawn inside a 16 px square. */
const MARKS = {
  lock: svg`<rect x="3" y="7" width="10" height="7" rx="1.6"/><path d="M5.2 7V4.8a2.8 2.8 0 0 1 5.6 0V7"/>`,
  download: svg`<path d="M8 2.5v7.2M5 7l3 3 3-3M3 13.2h10"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  moon: svg`<path d="M13 9.4A5.4 5.4 0 0 1 6.6 3a5.4 5.4 0 1 0 6.4 6.4Z"/>`,
  sun: svg`<circle cx="8" cy="8" r="2.8"/><path d="M8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8"/>`,
  more: svg`<path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.6"/>`,
  list: svg`<path d="M3 4.5h10M3 8h10M3 11.5h6"/>`,
  down: svg`<path d="m4.5 6.3 3.5 3.5 3.5-3.5"/>`,
  check: svg`<path d="m3.5 8.4 3 3 6-6.6"/>`,
  error: svg`<path d="M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4Z"/><path d="m6 6 4 4M10 6l-4 4"/>`,
  warning: svg`<path d="M8 2.2 14.4 13.4H1.6Z"/><path d="M8 6.4v3M8 11.5v.1"/>`,
  question: svg`<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.3A1.9 1.9 0 1 1 8.7 8.1c-.5.2-.7.5-.7 1.1M8 11.5v.1"/>`,
  note: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.4M8 5v.1"/>`,
};

/** @param {keyof typeof MARKS} name */
export const icon = (name) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${MARKS[name]}</svg>`;

/** Ebb's own: an E, a triangle, a tide going out. */
export const mark = html`<svg class="mark" viewBox="0 0 22 18" width="22" height="18" aria-hidden="true">
  <rect y="0" width="22" height="4.4" rx="2.2" /><rect y="6.8" width="14.5" height="4.4" rx="2.2" /><rect y="13.6" width="7.5" height="4.4" rx="2.2" />
</svg>`;
