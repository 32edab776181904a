// Files while they are read, after they were read, and when they could not be.

import { css } from 'lit';

export const reading = css`
  .reading:not(.ebb) {
    padding-top: 68px;
    padding-bottom: 48px;
  }
  .reading > header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
  }
  .progress {
    height: 8px;
    margin-top: 20px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--sunk);
    overflow: hidden;
  }
  .progress i {
    display: block;
    height: 100%;
    width: calc(100% * var(--done));
    background: var(--here);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 24px;
    margin-top: 8px;
    color: var(--ink2);
    font-size: 0.875rem;
  }
  .numbers b {
    color: var(--ink);
  }
  .lines {
    margin-top: 28px;
  }
  .lines li {
    display: grid;
    grid-template-columns: 24px 1fr 190px 160px;
    gap: 12px;
    align-items: center;
    min-height: 45px;
    border-top: 1px solid var(--line);
    color: var(--ink2);
    font-size: 0.9375rem;
  }
  .lines b {
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .lines .aside {
    text-align: right;
  }
  .lines .icon {
    color: var(--tide);
    display: block;
  }
  .spinner {
    display: block;
    width: 14px;
    height: 14px;
    border: 2px solid var(--line);
    border-top-color: var(--tide);
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 0.9s steps(9) infinite;
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  }
  .first {
    margin-top: 40px;
    padding-top: 18px;
    border-top: 1px solid var(--edge);
  }
  .first h3 {
    color: var(--warn);
    font-size: 0.875rem;
    margin-bottom: 8px;
  }
  .first .said {
    font-size: 1.375rem;
    line-height: 2.125rem;
  }
  .first .quiet {
    margin-top: 8px;
    font-size: 0.875rem;
  }
  .broken:not(.ebb) {
    padding-top: 68px;
    padding-bottom: 48px;
  }
  .broken .lead {
    margin-top: 8px;
  }
  .broken .buttons {
    margin-top: 24px;
  }
  @container ebb (max-width: 719.98px) {
    .reading:not(.ebb),
    .broken:not(.ebb) {
      padding-top: 28px;
    }
    .lines li {
      grid-template-columns: 24px 1fr auto;
      gap: 0 8px;
      padding: 8px 0;
    }
    .lines li > :nth-child(3) {
      grid-column: 2;
      grid-row: 2;
      font-size: 0.8125rem;
    }
    .lines .aside {
      grid-column: 3;
      grid-row: 2;
      font-size: 0.8125rem;
    }
  }
`;

export const files = css`
  .files > header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 4px 24px;
  }
  .files h3 {
    font-size: 1.3125rem;
    line-height: 1.875rem;
  }
  .files .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
  }
  .files .answer {
    margin-top: 6px;
    max-width: 48em;
    line-height: 1.5rem;
    color: var(--ink2);
  }
  .sources {
    display: grid;
    grid-template-columns: minmax(150px, 254px) minmax(80px, 1fr) auto;
    margin-top: 16px;
    border-top: 1px solid var(--edge);
  }
  .sources li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    gap: 4px 0;
    align-items: center;
    min-height: 65px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }
  .sources li > div {
    display: grid;
    line-height: 1.3125rem;
    overflow-wrap: anywhere;
    padding-right: 12px;
  }
  .sources .quiet {
    font-size: 0.8125rem;
  }
  .sources .sum {
    text-align: right;
    color: var(--ink2);
    font-size: 0.8125rem;
    padding-left: 24px;
  }
  .sources .sum .link {
    display: block;
    margin-left: auto;
  }
  .sources .aside-of {
    display: block;
    grid-column: 1 / -1;
  }
  .aside-of .button {
    margin: 8px 0;
  }
  .sum-bar {
    display: flex;
    gap: 2px;
    height: 10px;
  }
  .sum-bar i {
    border-radius: 2px;
  }
  .sum-bar i:first-child {
    flex: var(--read) 1 0;
    background: var(--here);
  }
  .sum-bar i:last-child {
    flex: var(--aside) 0 0;
    min-width: 6px;
  }
  .sum-bar.none i:first-child,
  .sum-bar.all i:last-child {
    display: none;
  }
  .sum-bar:not(.all) i:last-child {
    border: 1px solid var(--warn);
    background: repeating-linear-gradient(135deg, var(--paper) 0 2.5px, var(--warn) 2.5px 4px);
  }
  .look-head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    margin: 40px 0 12px;
    scroll-margin-top: 60px;
  }
  .files h4 {
    font-size: 0.875rem;
    margin-top: 16px;
  }
  .looks {
    margin-top: 8px;
  }
  .look {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 8px 18px;
    padding: 13px 0;
    border-bottom: 1px solid var(--line);
    font-size: 0.875rem;
    line-height: 1.4375rem;
  }
  .look.note {
    margin: 0;
    color: inherit;
    font-size: 0.875rem;
    line-height: 1.4375rem;
  }
  .look > .icon {
    margin-top: 4px;
    color: var(--ink3);
  }
  .look.error > .icon {
    color: var(--loss);
  }
  .look:is(.warning, .question) > .icon {
    color: var(--warn);
  }
  .look p {
    max-width: 48em;
    overflow-wrap: anywhere;
  }
  .look p + p {
    color: var(--ink2);
  }
  .mended {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    font-size: 0.875rem;
  }
  .mend {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    max-width: 340px;
    gap: 8px;
    align-items: start;
  }
  .raw {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
    margin-top: 8px;
    padding: 8px 12px;
    border-radius: 7px;
    background: var(--sunk);
    font-size: 0.75rem;
    line-height: 1.25rem;
    overflow-x: auto;
    white-space: pre;
  }
  .raw .at {
    color: var(--ink3);
    text-align: right;
  }
  .raw u {
    text-decoration: underline wavy var(--loss);
    text-underline-offset: 3px;
  }
  .aside-rows {
    border-collapse: collapse;
    margin-top: 8px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .aside-rows :is(th, td) {
    padding: 3px 24px 3px 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .aside-rows th {
    font-weight: 400;
    color: var(--ink3);
  }
  .aside-rows .number {
    text-align: right;
  }
  .look .more-rows {
    margin-top: 8px;
  }
  @container ebb (max-width: 719.98px) {
    .files h3 {
      font-size: 1.1875rem;
      line-height: 1.75rem;
    }
    .sources {
      grid-template-columns: minmax(0, 1fr);
    }
    .sources li {
      gap: 8px;
    }
    .sources .sum .link {
      margin: 0;
    }
    .sources .sum {
      text-align: left;
      padding: 0;
    }
    .look {
      grid-template-columns: 16px minmax(0, 1fr);
      column-gap: 12px;
    }
    .mend {
      grid-column: 2;
    }
    .look-head {
      flex-wrap: wrap;
    }
  }
`;
