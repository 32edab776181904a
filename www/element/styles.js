// Colours, space and type of the whole element, and the few things that stand everywhere: buttons, switches, links.

import { css } from 'lit';

/** Every colour there is, light and dark. `color-scheme` decides; the `theme` attribute sets it. */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --paper: light-dark(#f9fcfc, #0e1719);
    --raised: light-dark(#ffffff, #152023);
    --sunk: light-dark(#eef4f4, #081012);
    --ink: light-dark(#112123, #e5edee);
    --ink2: light-dark(#415052, #b5c0c1);
    --ink3: light-dark(#5b696b, #919ea0);
    --line: light-dark(#dce3e4, #263336);
    --edge: light-dark(#768384, #6e7e82);
    --tide: light-dark(#006871, #5dcbd1);
    --on-tide: light-dark(#ffffff, #081012);
    --here: light-dark(#006871, #42a2ab);
    --loss: light-dark(#a94d1c, #f0995b);
    --warn: light-dark(#845a0f, #e8be62);
    --focus: light-dark(#1e59cd, #87b1fd);

    --new: light-dark(#0a5475, #86cadf);
    --expansion: light-dark(#2695ac, #2a89ab);
    --reactivation: light-dark(#9cd6dd, #204e62);
    --contraction: light-dark(#edc197, #704328);
    --churn: light-dark(#be5212, #e27d41);

    --q0: light-dark(#ebf7f6, #182427);
    --q1: light-dark(#abd7d7, #224047);
    --q2: light-dark(#76b9bd, #2e5e68);
    --q3: light-dark(#499ea5, #3a7e89);
    --q4: light-dark(#207f8a, #46a3ae);
    --q5: light-dark(#085d6a, #62c8cf);
    --q6: light-dark(#0a3945, #9fecee);
    --over: light-dark(#433c80, #c9c2fc);
    --t-lo: light-dark(#112123, #ffffff);
    --t-hi: light-dark(#ffffff, #081012);

    --sans: var(--ebb-font, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif);
    --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK KR', monospace;

    --top: 56px;
    --side: 32px;
    --target: 28px;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** Type, focus, and the parts that every state is made of. */
export const base = css`
  :host {
    display: block;
    container: ebb / inline-size;
    background: var(--paper);
    color: var(--ink);
    font: 400 0.9375rem / 1.6 var(--sans);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:not([page])) {
    border: 1px solid var(--line);
    border-radius: var(--ebb-radius, 10px);
  }
  :host([page]) {
    min-height: 100vh;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .ebb {
    min-height: inherit;
    position: relative;
  }
  :host([page]) .ebb {
    display: flex;
    flex-direction: column;
  }
  :lang(ko) {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .ebb:lang(ko) {
    line-height: 1.7;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-weight: 600;
    text-wrap: pretty;
  }
  :lang(ko) :is(h2, h3, h4) {
    letter-spacing: -0.02em;
  }
  p {
    text-wrap: pretty;
  }
  b,
  strong,
  th {
    font-weight: 600;
  }
  code,
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .figures,
  table {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .quiet {
    color: var(--ink3);
  }
  .unbroken {
    white-space: nowrap;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  a {
    color: var(--tide);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: inherit;
  }
  button:disabled {
    cursor: default;
    color: var(--ink3);
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--paper);
    border-radius: 4px;
  }
  /* A title that is reached by itself is read from there on; nothing can be pressed. */
  [data-start]:focus-visible {
    outline: none;
    box-shadow: none;
  }
  svg.icon {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 30px;
    padding: 3px 12px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--raised);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    white-space: nowrap;
  }
  .button:hover {
    border-color: var(--edge);
  }
  .button.big {
    min-height: 40px;
    padding: 7px 16px;
    border-color: var(--edge);
    border-radius: 8px;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .button.main {
    background: var(--tide);
    border-color: var(--tide);
    color: var(--on-tide);
    font-weight: 600;
  }
  .button.main:hover {
    filter: brightness(1.12);
  }
  .button.main:disabled {
    background: var(--sunk);
    border-color: var(--line);
    color: var(--ink3);
    filter: none;
  }
  .button:focus-visible,
  .switch :focus-visible {
    border-radius: 7px;
  }
  .link {
    color: var(--tide);
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 30px;
    height: 30px;
    border-radius: 7px;
    color: var(--tide);
  }
  .icon-button:hover {
    background: var(--sunk);
  }
  kbd {
    font: 0.75rem / 1rem var(--mono);
    font-weight: 400;
    border: 1px solid var(--line);
    border-radius: 4px;
    padding: 1px 5px;
    background: var(--raised);
    color: var(--ink2);
  }

  /* A radio group: the chosen one has a sunk fill, weight 600 and a line below. */
  .switch {
    display: inline-flex;
    border: 1px solid var(--line);
    border-radius: 7px;
    overflow: hidden;
    background: var(--raised);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .switch label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 3px 10px 5px;
    min-height: 28px;
    color: var(--ink2);
    cursor: pointer;
    white-space: nowrap;
    text-align: center;
  }
  .switch label:hover {
    color: var(--ink);
  }
  .switch label:has(:checked) {
    background: var(--sunk);
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--tide);
  }
  .switch input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .switch:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .switch.full {
    display: flex;
  }
  .switch.full label {
    flex: 1 1 auto;
    padding-inline: 6px;
  }

  .field {
    min-height: 30px;
    padding: 3px 8px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--raised);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    max-width: 100%;
  }
  select.field {
    appearance: none;
    padding-right: 28px;
    text-overflow: ellipsis;
    --stroke: transparent calc(50% - 0.8px), var(--ink2) calc(50% - 0.8px) calc(50% + 0.8px), transparent calc(50% + 0.8px);
    background: linear-gradient(45deg, var(--stroke)) no-repeat right 15px center / 5px 5px, linear-gradient(-45deg, var(--stroke)) no-repeat right 10px center / 5px 5px, var(--raised);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 26px;
    font-size: 0.8125rem;
  }
  .check input {
    accent-color: var(--tide);
    width: 14px;
    height: 14px;
    flex: none;
  }
  .check .number {
    margin-left: auto;
    color: var(--ink2);
  }
  .hatch {
    background: repeating-linear-gradient(135deg, transparent 0 2.6px, currentColor 2.6px 4px) var(--paper);
  }

  @container ebb (max-width: 1119.98px) {
    .ebb {
      --side: 24px;
    }
  }
  @container ebb (max-width: 719.98px) {
    .ebb {
      --side: 16px;
      --top: 52px;
      --target: 44px;
    }
    .button {
      min-height: 40px;
    }
    .icon-button {
      width: 40px;
      height: 40px;
    }
    .check {
      min-height: 44px;
    }
    .field,
    .switch label {
      min-height: 40px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .appear {
      animation: appear 120ms ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
`;
