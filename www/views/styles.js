/** How figures look. Colours and sizes are the element's custom properties. */

import { css } from 'lit';
import { pictures } from './styles-pictures.js';
import { tables } from './styles-tables.js';
import { triangles } from './styles-triangle.js';

const figures = css`
  .headline h2 {
    max-width: 30em;
    font-size: 1.875rem;
    line-height: 2.75rem;
    font-weight: 400;
    letter-spacing: -0.01em;
    text-wrap: pretty;
  }
  .headline h2 :is(b, button.n) {
    font-weight: 600;
  }
  .lead {
    max-width: 44em;
    margin-top: 12px;
    font-size: 1.0625rem;
    line-height: 1.75rem;
    color: var(--ink2);
  }
  .lead :is(b, button.n) {
    color: var(--ink);
  }
  .glue {
    white-space: nowrap;
  }

  /* A number that opens its list. */
  .n {
    font-weight: 600;
    color: var(--ink);
    white-space: nowrap;
  }
  button.n {
    border-bottom: 1px dotted var(--edge);
    line-height: inherit;
    letter-spacing: inherit;
  }
  button.n:hover {
    border-bottom: 1px solid var(--tide);
    color: var(--tide);
  }

  .figure {
    position: relative;
  }
  .figure .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 24px;
  }
  .figure h3 {
    font-size: 1.3125rem;
    line-height: 1.875rem;
    letter-spacing: -0.01em;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-left: auto;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    color: var(--ink2);
    white-space: nowrap;
  }
  .tool:hover {
    color: var(--ink);
  }
  .tool .icon {
    color: var(--tide);
    width: 14px;
    height: 14px;
  }
  .tool.on {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--tide);
  }
  .menu-place {
    position: relative;
  }
  .tool-menu {
    position: absolute;
    z-index: 4;
    right: 0;
    top: calc(100% + 4px);
    display: grid;
    gap: 2px;
    min-width: 180px;
    padding: 6px;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: 0 8px 24px rgb(0 20 25 / 0.12);
  }
  .tool-menu[hidden] {
    display: none;
  }
  .tool-menu > button {
    min-height: 32px;
    padding: 4px 10px;
    border-radius: 7px;
    white-space: nowrap;
  }
  .tool-menu > button:hover {
    background: var(--sunk);
  }
  .answer {
    max-width: 48em;
    margin-top: 10px;
    color: var(--ink2);
    text-wrap: pretty;
  }
  .figure .picture,
  .figure .sideways {
    margin-top: 22px;
  }
  .figure .picture .sideways {
    margin-top: 0;
  }
  .beside > .own {
    margin-top: 22px;
  }
  @container ebb (min-width: 1120px) {
    .beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 248px;
      gap: 32px;
    }
    .beside > .own {
      margin-top: 16px;
    }
  }
  .note {
    margin-top: 12px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--ink3);
  }
  .place:has(> .unanswered) + .place:has(> .unanswered) {
    margin-top: 28px;
  }
  .unanswered h3,
  .unanswered .answer {
    color: var(--ink3);
  }

  .definition {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1.1fr) minmax(0, 0.9fr);
    gap: 8px 40px;
    margin-top: 16px;
    padding: 16px 20px;
    border-radius: 10px;
    background: var(--sunk);
    font-size: 0.8125rem;
    line-height: 1.3125rem;
    color: var(--ink2);
  }
  .definition h4 {
    font-size: inherit;
    color: var(--ink);
  }
  .definition .formula {
    font-size: 0.9375rem;
    line-height: 1.5rem;
    color: var(--ink);
  }
  .definition .full {
    grid-column: 1 / -1;
    max-width: 60em;
    padding-top: 8px;
    border-top: 1px solid var(--line);
  }

  .readout {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    padding: 3px 12px;
    min-height: 26px;
    border-radius: 7px;
    background: var(--sunk);
    color: var(--ink2);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .readout b {
    color: var(--ink);
  }
  /* What is pointed at takes the place of the note, so that nothing moves. */
  .under {
    display: grid;
    align-items: start;
    margin-top: 12px;
    min-height: 26px;
  }
  .under > * {
    grid-area: 1 / 1;
    margin-top: 0;
  }
  .under .note {
    padding-block: 3px;
  }
  .under:has(.readout:not(.hidden)) .note {
    visibility: hidden;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-top: 8px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--ink2);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .swatch {
    width: 14px;
    height: 14px;
    flex: none;
  }
`;

export const styles = [figures, tables, pictures, triangles];
