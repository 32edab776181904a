/** Drawings, the squares, the equation. */

import { css } from 'lit';

export const pictures = css`
  .plot {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    align-items: end;
  }
  .plot.coming {
    height: 230px;
  }
  .plot.coming.tall {
    height: 300px;
  }
  .plot svg {
    display: block;
    max-width: none;
    height: auto;
    overflow: visible;
    --plot-background: var(--paper);
  }
  .plot svg text,
  .curves svg text {
    white-space: pre;
  }
  .axis {
    position: relative;
    align-self: stretch;
    display: flex;
    align-items: end;
  }
  .over-axis {
    position: absolute;
    left: 0;
    top: 0;
    z-index: 1;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--ink2);
    white-space: nowrap;
  }
  .over-axis.moves {
    top: 108px;
  }
  .ledger .drawing {
    padding-top: 16px;
  }
  /* The newest stands at the right and is seen first. */
  .scroll {
    position: relative;
    overflow-x: auto;
    overflow-y: hidden;
    direction: rtl;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    outline-offset: 0;
    border-radius: 4px;
  }
  .drawing {
    position: relative;
    width: max-content;
    direction: ltr;
    margin-right: auto;
  }
  .drawing .over {
    position: relative;
  }
  .ledger .drawing .over {
    margin-top: 36px;
  }
  .ledger .drawing svg {
    position: relative;
  }
  .frame {
    position: absolute;
    border: 1px solid var(--edge);
    border-radius: 5px;
    pointer-events: none;
  }
  .frame.open {
    border: 2px solid var(--tide);
  }
  .chosen {
    position: absolute;
    top: 0;
    bottom: 36px;
    border-radius: 4px;
    background: var(--sunk);
  }

  .equation {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 0;
    margin-top: 12px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .equation > div {
    position: relative;
    padding-right: 44px;
  }
  /* The sign of the next term ends a line; in a column each term has its own before it. */
  .equation .sign {
    color: var(--ink2);
  }
  .equation .after {
    position: absolute;
    right: 14px;
    bottom: 1px;
    width: 16px;
    text-align: center;
  }
  .equation .before {
    display: none;
  }
  .equation dt {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--ink2);
  }
  .equation .swatch {
    width: 10px;
    height: 10px;
  }
  .equation dd {
    margin: 0;
  }

  .presence.tall {
    display: flex;
    align-items: flex-end;
    gap: 40px;
  }
  .presence.tall .group {
    flex: 1 1 auto;
  }
  .presence.tall .group:first-child:not(:last-child) {
    flex-grow: 0;
  }
  .group-name {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-bottom: 6px;
    border-bottom: 1px solid var(--edge);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .group-name span {
    color: var(--ink2);
  }
  .presence .portions {
    display: flex;
  }
  .presence.tall .portions {
    gap: 0 20px;
    padding-top: 14px;
  }
  .presence.tall .portion {
    position: relative;
    flex: 1 0 auto;
    min-width: 104px;
  }
  .portion {
    display: block;
    font-size: 0.8125rem;
    line-height: 1.1875rem;
    color: var(--ink2);
    text-align: start;
  }
  .portion .unit-squares {
    display: block;
  }
  .presence.tall .unit-squares {
    margin-bottom: 10px;
  }
  .portion span {
    display: block;
    white-space: nowrap;
  }
  .portion b {
    color: var(--ink);
  }
  .portion[aria-disabled='true'] {
    cursor: default;
  }
  .portion:not([aria-disabled='true']):hover b {
    color: var(--tide);
    text-decoration: underline 1px dotted;
    text-underline-offset: 3px;
  }
  .portion.open::after {
    content: '';
    position: absolute;
    inset: -9px;
    border: 2px solid var(--tide);
    border-radius: 7px;
    pointer-events: none;
  }
  .presence.flat .group + .group {
    margin-top: 24px;
  }
  .presence.flat .portions {
    display: block;
  }
  .presence.flat .portion {
    position: relative;
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr) auto;
    gap: 12px;
    width: 100%;
    padding: 9px 0;
    border-bottom: 1px solid var(--line);
  }
  .presence.flat .portion .name {
    order: -1;
    white-space: normal;
  }
  .presence.flat .unit-squares {
    margin-top: 4px;
    max-width: 100%;
  }
  .presence.flat .sums {
    display: flex;
    gap: 0 20px;
    justify-content: end;
    text-align: end;
  }
  .presence.flat .sums span {
    min-width: 84px;
  }
  .presence.flat .portion.open::after {
    inset: 0 -8px;
  }

  .curves {
    margin-top: 20px;
    font-size: 0.8125rem;
  }
  .curves svg {
    display: block;
    max-width: 100%;
    height: auto;
  }

  @container ebb (max-width: 719.98px) {
    .presence.flat .portion {
      grid-template-columns: 84px minmax(0, 1fr) auto;
    }
    .presence.flat .sums {
      display: block;
    }
    .presence.flat .sums span {
      min-width: 0;
    }
    .equation {
      display: grid;
      gap: 0;
    }
    .equation > div {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr) auto;
      align-items: center;
      min-height: 36px;
      padding: 0;
      border-bottom: 1px solid var(--line);
    }
    .equation .after {
      display: none;
    }
    .equation .before {
      display: block;
    }
    .equation dt {
      grid-column: 2;
    }
    .equation dd {
      grid-column: 3;
    }
  }
  @media (forced-colors: active) {
    .contents a {
      border-left-color: Canvas;
    }
    .contents a.here {
      border-left-color: Highlight;
    }
    .switch label:has(:checked),
    .tool.on {
      text-decoration: underline 2px;
      text-underline-offset: 4px;
    }
    .plot svg,
    .unit-squares,
    .swatch,
    .whisker {
      forced-color-adjust: none;
      background: Canvas;
    }
    .plot svg text,
    .curves svg text {
      fill: CanvasText;
    }
  }
  @media print {
    .plot,
    .unit-squares,
    .swatch,
    .whisker,
    .chosen {
      print-color-adjust: exact;
    }
    .portion b,
    .portion:hover b {
      text-decoration: none;
    }
  }
`;
