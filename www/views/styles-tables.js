/** Tables, lists under a number, the contents; and what all of it becomes when narrow or on paper. */

import { css } from 'lit';

export const tables = css`
  .sideways {
    position: relative;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .table.twin {
    width: auto;
    min-width: min(100%, 360px);
  }
  .table :is(th, td) {
    padding: 7px 24px 7px 0;
    text-align: start;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  .table :is(th, td):last-child {
    padding-right: 0;
  }
  .table thead th {
    border-bottom-color: var(--edge);
    color: var(--ink2);
    vertical-align: bottom;
  }
  .table tbody th {
    font-weight: 400;
    color: var(--ink);
  }
  /* A long name leaves room for the numbers beside it. */
  .table bdi {
    display: inline-block;
    width: max-content;
    max-width: min(20rem, 40cqi);
    white-space: normal;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  .table bdi bdi {
    display: inline;
  }
  .sideways .table :is(th, td):first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    background: var(--paper);
  }
  .drill .sideways .table :is(th, td):first-child {
    background: var(--raised);
  }
  /* More columns than fit: the last one seen fades. */
  .sideways.cut {
    mask-image: linear-gradient(to right, #000 calc(100% - 28px), transparent);
    padding-right: 20px;
  }
  .table .number {
    text-align: end;
  }
  .table .number .n {
    font-weight: 400;
  }
  .table .partial {
    color: var(--ink2);
  }
  .table small {
    font-size: 0.75rem;
    color: var(--ink3);
  }
  .table .quiet {
    color: var(--ink3);
  }
  .table thead button {
    font-weight: 600;
    min-height: 24px;
  }
  .table thead button:hover {
    color: var(--tide);
  }
  .list .sideways {
    margin-top: 12px;
  }
  .roster td.mono,
  .roster .id {
    font-size: 0.75rem;
    color: var(--ink2);
  }
  .rates .large {
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .rates .whole th {
    font-weight: 600;
  }
  .whisker {
    display: block;
  }
  .list-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
    margin-top: 12px;
    font-size: 0.8125rem;
  }

  .drill {
    position: relative;
    margin-top: 24px;
    padding: 14px 20px 16px;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .drill .sideways {
    margin-top: 8px;
  }
  .notch {
    position: absolute;
    top: -8px;
    left: calc(min(var(--notch, 40px), 100% - 24px) - 7px);
    width: 14px;
    height: 14px;
    background: var(--raised);
    border: 1px solid var(--line);
    border-right: 0;
    border-bottom: 0;
    transform: rotate(45deg);
  }
  .drill-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .drill h4 {
    font-size: 0.9375rem;
  }
  .drill h4:focus {
    outline: none;
    box-shadow: none;
  }
  .drill-tools {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-left: auto;
  }
  .more-rows {
    margin-top: 12px;
  }

  .contents {
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .contents .part-name {
    margin-top: 16px;
    padding: 2px 12px;
    font-weight: 600;
    color: var(--ink2);
  }
  .contents a {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    padding: 4px 0 4px 10px;
    border-left: 2px solid transparent;
    color: var(--ink2);
  }
  .contents a span:last-child {
    color: var(--ink2);
    white-space: nowrap;
  }
  .contents a:hover {
    color: var(--ink);
    text-decoration: none;
    background: var(--sunk);
  }
  .contents a.here {
    border-left-color: var(--tide);
    color: var(--ink);
    font-weight: 600;
  }
  .contents a.here span:last-child {
    font-weight: 400;
  }
  .contents a.blank,
  .contents a.blank span {
    color: var(--ink3);
  }
  .contents a.blank {
    gap: 4px;
  }
  .contents a.blank span:last-child {
    font-size: 0.75rem;
  }
  .contents select {
    width: 100%;
    min-height: 40px;
    font-size: 0.875rem;
    margin-bottom: 24px;
  }

  .ebb:lang(ko) {
    .headline h2 {
      line-height: 2.75rem;
      letter-spacing: -0.02em;
    }
    .answer,
    .lead {
      line-height: 1.7;
    }
  }
  @container ebb (min-width: 720px) {
    .headline .sentence {
      display: block;
    }
  }
  @container ebb (max-width: 359.98px) {
    .ebb .figure .head {
      flex-wrap: wrap;
    }
  }
  @container ebb (max-width: 719.98px) {
    .headline h2 {
      font-size: 1.375rem;
      line-height: 2.125rem;
    }
    .ebb:lang(ko) .headline h2 {
      line-height: 2.25rem;
    }
    .figure h3 {
      font-size: 1.1875rem;
      line-height: 1.75rem;
    }
    .figure .head {
      flex-wrap: nowrap;
      align-items: flex-start;
    }
    .tool {
      justify-content: center;
      min-width: 44px;
      min-height: 44px;
      margin-block: -6px;
      padding-inline: 4px;
    }
    .tools {
      gap: 8px;
    }
    .tool-menu > button {
      min-height: 44px;
    }
    .definition {
      grid-template-columns: minmax(0, 1fr);
      gap: 14px;
    }
    .drill {
      padding-inline: 12px;
    }
  }
  @media print {
    .figure .tools,
    .drill-tools,
    .readout {
      display: none;
    }
    button.n {
      border: 0;
    }
    .drill {
      break-inside: auto;
    }
  }
`;
