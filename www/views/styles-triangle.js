/** Triangles: cells by step, so that no colour stands in a template. */

import { css } from 'lit';

export const triangles = css`
  .triangle {
    width: 100%;
    border-collapse: separate;
    border-spacing: 2px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .triangle :is(th, td) {
    height: 27px;
    padding: 0;
    text-align: center;
    font-weight: 400;
    white-space: nowrap;
  }
  .triangle thead th {
    color: var(--ink2);
  }
  .triangle thead .over th {
    text-align: start;
    padding-left: 0;
  }
  .triangle :is(.label, .size) {
    position: sticky;
    z-index: 1;
    background: var(--paper);
  }
  .triangle .label {
    left: 0;
    min-width: 96px;
    text-align: start;
  }
  .triangle .size {
    left: 98px;
    width: 52px;
    min-width: 44px;
    padding-right: 12px;
    text-align: end;
    color: var(--ink2);
  }
  .triangle th.size {
    color: var(--ink2);
  }
  .triangle .average .label {
    font-weight: 600;
  }
  .triangle td {
    min-width: 38px;
    border-radius: 3px;
  }
  .triangle.short {
    width: auto;
  }
  .triangle:is(.short, .roomy) td {
    min-width: 60px;
  }
  .triangle td button {
    display: block;
    width: 100%;
    min-height: 27px;
    text-align: center;
    border-radius: 3px;
  }
  .triangle td button:focus-visible {
    position: relative;
    z-index: 2;
    border-radius: 3px;
    outline-offset: 1px;
  }
  .triangle td button:hover {
    box-shadow: inset 0 0 0 1.5px currentColor;
  }
  .triangle td button.open {
    box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--tide);
  }
  .triangle .label button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 27px;
    padding-right: 8px;
  }
  .triangle .label button:hover {
    color: var(--tide);
  }
  .triangle .drawn {
    font-weight: 600;
  }
  .stroke {
    flex: none;
  }
  .mean button {
    font-weight: 600;
  }
  .triangle td.mean {
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .partial:is(td, i) {
    outline: 1px dashed var(--edge);
    outline-offset: -1px;
    color: var(--ink2);
  }
  .unknown:is(td, i) {
    background: repeating-linear-gradient(135deg, transparent 0 3px, var(--sunk) 3px 7px);
    color: var(--ink3);
  }
  td.empty {
    color: var(--ink3);
  }
  /* Text takes the one of two inks that the step leaves readable. */
  .q0:is(td, i) {
    background: var(--q0);
    color: var(--t-lo);
  }
  .q1:is(td, i) {
    background: var(--q1);
    color: var(--t-lo);
  }
  .q2:is(td, i) {
    background: var(--q2);
    color: var(--t-lo);
  }
  .q3:is(td, i) {
    background: var(--q3);
    color: var(--t-lo);
  }
  .q4:is(td, i) {
    background: var(--q4);
    color: var(--t-hi);
  }
  .q5:is(td, i) {
    background: var(--q5);
    color: var(--t-hi);
  }
  .q6:is(td, i) {
    background: var(--q6);
    color: var(--t-hi);
  }
  .over:is(td, i) {
    background: var(--over);
    color: var(--t-hi);
  }

  .legend .ramp {
    font-variant-numeric: tabular-nums;
  }
  .steps {
    display: inline-flex;
    gap: 2px;
  }
  .legend i {
    display: inline-block;
    width: 18px;
    height: 12px;
    border-radius: 2px;
    font-style: normal;
    line-height: 12px;
    text-align: center;
  }
  .legend i.q0 {
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .all-rows {
    margin-top: 10px;
  }
  .segments {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 12px;
    font-size: 0.8125rem;
    color: var(--ink2);
    max-width: 100%;
  }
  .segments select {
    min-width: 0;
  }

  @container ebb (max-width: 719.98px) {
    .triangle .label {
      min-width: 84px;
    }
    .triangle .size {
      left: 86px;
      min-width: 34px;
      width: 34px;
      padding-right: 6px;
    }
  }
  @media (forced-colors: active) {
    .triangle td:has(button) {
      border: 1px solid CanvasText;
    }
    .triangle td.partial:has(button) {
      border-style: dashed;
    }
    .legend .ramp {
      display: none;
    }
    .legend i.partial {
      border: 1px dashed CanvasText;
    }
  }
  @media print {
    .triangle td,
    .legend i {
      print-color-adjust: exact;
    }
  }
`;
