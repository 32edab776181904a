// The top bar, the line of rules, the panels they open, the layout of the report.

import { css } from 'lit';

export const frame = css`
  .top {
    position: relative;
    z-index: 6;
  }
  .top > .row,
  .rules > .row {
    display: flex;
    align-items: center;
    max-width: 1280px;
    margin-inline: auto;
    padding-inline: var(--side);
  }
  .top > .row {
    height: var(--top);
    gap: 20px;
  }
  .report.ebb .top {
    border-bottom: 1px solid var(--line);
  }
  .space {
    flex: 1;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    font-size: 1.0625rem;
    line-height: 1.75rem;
    font-weight: 600;
  }
  .brand:disabled {
    color: var(--ink);
  }
  .mark {
    fill: var(--tide);
  }
  .quiet-link {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--ink2);
    white-space: nowrap;
  }
  .quiet-link:hover {
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .quiet-link .icon {
    color: var(--tide);
    width: 14px;
    height: 14px;
  }
  .top > .row > .switch,
  .top > .row > .quiet-link {
    flex: none;
  }
  .icon-button.theme {
    margin-inline: -4px -8px;
  }

  .rules {
    position: sticky;
    top: 0;
    z-index: 5;
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .rules > .row {
    height: 44px;
    gap: 24px;
  }
  .chips {
    display: flex;
    flex: 1;
    gap: 10px;
    min-width: 0;
    height: 44px;
    align-items: center;
    margin-left: -6px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: none;
    min-height: 30px;
    padding: 2px 6px;
    border-radius: 7px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--ink2);
    white-space: nowrap;
  }
  .chip:hover,
  .chip[aria-expanded='true'] {
    background: var(--sunk);
  }
  .chip .name {
    color: var(--ink3);
  }
  .chip .value {
    color: var(--ink);
    max-width: 14em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip .icon {
    width: 14px;
    height: 14px;
    color: var(--ink3);
  }
  .chip.differs .name {
    color: var(--ink);
  }
  .chip.differs .value {
    font-weight: 600;
  }
  .chip.differs::before {
    content: '';
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--tide);
  }
  .all-settings {
    flex: none;
    font-size: 0.8125rem;
    font-weight: 600;
    min-height: 28px;
  }
  .print-rules,
  .print-end {
    display: none;
  }

  .panel {
    position: absolute;
    z-index: 8;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 16px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    box-shadow: 0 8px 24px rgb(0 20 25 / 0.12);
  }
  .panel h2 {
    font-size: 0.875rem;
  }
  .panel > * + * {
    margin-top: 10px;
  }
  .panel > h2:not(:first-child) {
    margin-top: 20px;
  }
  .from-top {
    top: calc(100% - 6px);
    right: max(var(--side), calc(50% - 640px + var(--side)));
    max-width: calc(100% - 2 * var(--side));
  }
  .from-top.requests {
    width: 460px;
  }
  .from-top.keys {
    position: sticky;
    bottom: 24px;
    top: auto;
    width: 360px;
    margin: 0 var(--side) 24px auto;
  }
  .from-rule {
    top: calc(100% + 4px);
    left: clamp(8px, var(--x), max(var(--side), 100% - 320px - var(--side)));
    width: 320px;
    max-width: calc(100% - 2 * var(--side));
    max-height: calc(100vh - 80px);
    overflow: auto;
  }
  .policy,
  .addresses {
    font-size: 0.75rem;
    line-height: 1.125rem;
    overflow-wrap: anywhere;
    background: var(--sunk);
    border-radius: 7px;
    padding: 8px 10px;
  }
  .addresses {
    max-height: 200px;
    overflow: auto;
  }
  summary {
    cursor: pointer;
    color: var(--tide);
    margin-bottom: 6px;
  }
  .panel .menu {
    display: grid;
    margin: -8px;
    min-width: 180px;
  }
  .panel .menu button {
    min-height: 32px;
    padding: 4px 10px;
    border-radius: 7px;
  }
  .panel .menu button:hover {
    background: var(--sunk);
  }
  .more-row {
    display: flex;
    gap: 16px;
    align-items: center;
  }
  .keys dl,
  dl.keys {
    display: grid;
    gap: 6px;
  }
  dl.keys div {
    display: grid;
    grid-template-columns: 44px 1fr;
  }
  .by-hand {
    inset: 80px var(--side) auto;
    display: grid;
    gap: 10px;
  }
  .by-hand textarea {
    width: 100%;
    height: 240px;
    font: 0.75rem / 1.125rem var(--mono);
    background: var(--sunk);
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  .by-hand .icon-button {
    position: absolute;
    top: 0;
    right: 8px;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    max-width: 1216px;
    margin: 8px auto;
    width: calc(100% - 2 * var(--side));
    padding: 8px 16px;
    background: var(--sunk);
    border-radius: 10px;
    font-size: 0.8125rem;
  }
  .notice p {
    flex: 1 1 20em;
  }
  .skip {
    position: absolute;
    left: var(--side);
    top: 8px;
    z-index: 9;
    background: var(--raised);
    padding: 6px 12px;
    border-radius: 7px;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  .dragging {
    position: absolute;
    inset: 0;
    z-index: 20;
    border: 3px solid var(--tide);
    border-radius: inherit;
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    pointer-events: none;
  }
  .dragging p {
    position: sticky;
    top: calc(50vh - 2rem);
    padding-top: 80px;
    text-align: center;
    font-size: 1.3125rem;
    font-weight: 600;
    color: var(--tide);
  }

  .report:not(.ebb) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-width: 1280px;
    width: 100%;
    margin-inline: auto;
    padding: 24px var(--side) 48px;
  }
  .main {
    min-width: 0;
  }
  /* An answer that is there at once leaves the page as it is: nothing flickers. */
  .main.busy {
    opacity: 0.6;
    transition: opacity 0s 0.15s;
  }
  .part {
    margin-top: 64px;
    border-top: 1px solid var(--line);
    padding-top: 12px;
  }
  .part > h2 {
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--tide);
    letter-spacing: 0;
  }
  .place {
    scroll-margin-top: 60px;
  }
  .place.waits:empty {
    min-height: 420px;
  }
  .part > h2 + .place,
  .part > h2 + .files {
    margin-top: 20px;
  }
  .place + .place {
    margin-top: 56px;
  }
  [data-figure='headline'] {
    scroll-margin-top: 120px;
  }

  @container ebb (min-width: 1120px) {
    .report:not(.ebb, .without-contents) {
      grid-template-columns: 208px minmax(0, 1fr);
      column-gap: 48px;
      padding-top: 40px;
    }
    .contents-place {
      position: sticky;
      top: 84px;
      align-self: start;
      max-height: calc(100vh - 104px);
      overflow-y: auto;
      scrollbar-width: thin;
      scrollbar-color: var(--line) transparent;
    }
  }
  @container ebb (min-width: 1600px) {
    .top > .row,
    .rules > .row,
    .report:not(.ebb) {
      max-width: 1520px;
    }
    .from-top {
      right: max(var(--side), calc(50% - 760px + var(--side)));
    }
  }
  @container ebb (max-width: 719.98px) {
    .top > .row {
      gap: 12px;
    }
    .top > .row > .button {
      width: 34px;
      min-height: 34px;
      padding: 0;
    }
    .rules > .row {
      gap: 12px;
    }
    .chips {
      mask-image: linear-gradient(to right, #000 calc(100% - 28px), transparent);
      padding-right: 20px;
    }
    .chip {
      min-height: 40px;
    }
    .part {
      margin-top: 48px;
    }
  }
`;
