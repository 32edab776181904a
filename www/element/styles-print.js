// On paper: light, without what only a screen can do; the line of rules as one line of text.

import { css } from 'lit';

export const printed = css`
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
      --paper: #ffffff;
      zoom: 0.8;
    }
    .top > .row > :not(.brand),
    .rules,
    .contents-place,
    .sheet,
    .panel:not(.kept),
    .notice,
    .foot,
    .bar,
    .files .tools,
    .look-head .switch,
    .mend,
    .skip,
    .button,
    .link,
    .quiet-link,
    .own,
    .on-screen {
      display: none;
    }
    /* What was chosen is said, as text. */
    .field {
      appearance: none;
      padding: 0;
      border: 0;
      background: none;
    }
    .print-rules {
      display: block;
      padding: 0 var(--side) 8px;
      font-size: 0.75rem;
      color: var(--ink2);
      border-bottom: 1px solid var(--line);
    }
    .print-end {
      display: block;
      margin-top: 32px;
      font-size: 0.75rem;
      line-height: 1.125rem;
      color: var(--ink2);
    }
    .print-end dl {
      columns: 2;
      column-gap: 32px;
      margin-top: 12px;
    }
    .print-end div {
      break-inside: avoid;
      padding-bottom: 10px;
    }
    .print-end dt {
      font-weight: 600;
      color: var(--ink);
    }
    .print-end dd {
      margin: 0;
    }
    .top,
    .report.ebb .top {
      border: 0;
    }
    .ebb {
      --side: 0px;
    }
    .report:not(.ebb, .without-contents) {
      grid-template-columns: minmax(0, 1fr);
      padding-top: 16px;
    }
    .place,
    .look,
    .sources li {
      break-inside: avoid;
    }
    .part > h2 {
      break-after: avoid;
    }
    .beside {
      display: block;
    }
    .sideways,
    .sideways.cut {
      overflow: visible;
      mask-image: none;
      padding-right: 0;
    }
    .triangle td {
      min-width: 0;
    }
    .triangle {
      line-height: 1rem;
    }
    .triangle :is(th, td),
    .triangle :is(td, .label) button {
      height: 19px;
      min-height: 0;
    }
    .figure .picture {
      margin-top: 14px;
    }
    .report:not(.ebb) {
      padding-top: 8px;
    }
    .part {
      margin-top: 32px;
    }
    .part > .place + .place {
      margin-top: 28px;
    }
    .equation > div {
      padding-right: 30px;
    }
    .equation .after {
      right: 7px;
    }
    /* What is scrolled away stays away, in its place. */
    .scroll {
      overflow: clip;
    }
    .sum-bar,
    .squares {
      print-color-adjust: exact;
    }
  }
`;
