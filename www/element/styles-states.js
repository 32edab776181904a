// The states before and after a report: empty, mapping, reading, files, broken.

import { css } from 'lit';

export const states = css`
  .empty,
  .mapping,
  .reading,
  .broken {
    &:not(.ebb) {
      display: block;
      width: 100%;
      max-width: 1280px;
      margin-inline: auto;
      padding-inline: var(--side);
    }
  }
  .lead {
    font-size: 1.0625rem;
    line-height: 1.75rem;
    color: var(--ink2);
  }

  .begin {
    display: grid;
    gap: 48px;
    padding-top: 24px;
  }
  .invite h2 {
    font-size: 2.5rem;
    line-height: 3.25rem;
    letter-spacing: -0.02em;
  }
  .invite .lead {
    margin-top: 14px;
    max-width: 34em;
  }
  .drop {
    margin-top: 28px;
    padding: 38px 24px;
    border: 1px dashed var(--edge);
    border-radius: 14px;
    background: var(--raised);
    text-align: center;
  }
  .drop h3 {
    font-size: 1.25rem;
    line-height: 1.875rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .drop .buttons {
    justify-content: center;
    margin: 18px 0;
  }
  .drop .quiet {
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .empty-widget {
    margin: 16px;
    padding: 20px;
    max-height: 200px;
    display: grid;
    gap: 12px;
    justify-items: center;
  }
  .sample h3 {
    font-size: 0.8125rem;
    color: var(--ink2);
  }
  .sample .said {
    font-size: 1.1875rem;
    line-height: 1.8125rem;
    margin: 12px 0 20px;
    max-width: 22em;
  }
  .sample table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.8125rem;
  }
  .sample th {
    font-weight: 400;
    text-align: left;
    color: var(--ink2);
    white-space: nowrap;
    padding: 6px 12px 6px 0;
    width: 116px;
    vertical-align: top;
    line-height: 1.25rem;
  }
  .sample td {
    padding: 6px 0;
    vertical-align: top;
  }
  .sample .count {
    font-weight: 600;
    text-align: right;
    width: 56px;
    line-height: 1.25rem;
  }
  .sample .quiet {
    margin-top: 18px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .squares {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding-top: 1px;
  }
  .squares i {
    width: 11px;
    height: 11px;
    border-radius: 3px;
    border: 1.2px solid var(--q4);
  }
  .squares .here {
    background: var(--here);
    border-color: var(--here);
  }
  .squares .less {
    background: var(--q3);
  }
  .squares .pale {
    background: var(--q1);
  }
  .squares .hatched {
    background: repeating-linear-gradient(135deg, var(--paper) 0 2px, var(--q3) 2px 3.4px);
  }
  .squares .never {
    border-radius: 4px;
    border: 1.2px dashed var(--edge);
  }

  .kinds {
    margin-top: 48px;
  }
  .kinds h3,
  .promise h3 {
    font-size: 1.0625rem;
    line-height: 1.75rem;
  }
  .kinds ul {
    display: grid;
    gap: 24px 40px;
    margin-top: 12px;
  }
  .kinds li {
    border-top: 1px solid var(--line);
    padding-top: 14px;
  }
  .kinds h4 {
    font-size: 0.9375rem;
  }
  .kinds .mono {
    font-size: 0.75rem;
    line-height: 1.75rem;
    color: var(--ink3);
  }
  .kinds li p + p {
    font-size: 0.875rem;
    line-height: 1.375rem;
    color: var(--ink2);
  }
  .promise {
    display: grid;
    gap: 20px 40px;
    align-items: center;
    margin-top: 36px;
    padding: 22px 30px;
    border-radius: 14px;
    background: var(--sunk);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .promise h3 {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .promise h3 .icon {
    width: 18px;
    height: 18px;
  }
  .promise h4 {
    font-size: 0.8125rem;
  }
  .promise p {
    color: var(--ink2);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 24px;
    align-items: center;
    margin-top: 24px;
    padding-bottom: 40px;
    font-size: 0.8125rem;
    color: var(--ink2);
  }
  .foot a {
    color: var(--ink2);
  }
  .main > .foot {
    margin-top: 64px;
    border-top: 1px solid var(--line);
    padding-top: 16px;
  }

  @container ebb (min-width: 720px) {
    .kinds ul {
      grid-template-columns: repeat(3, 1fr);
    }
    .promise {
      grid-template-columns: repeat(3, 1fr);
    }
    .promise h3 {
      grid-column: 1 / -1;
    }
    .mapping:not(.ebb),
    .bar > div {
      max-width: calc(976px + 2 * var(--side));
    }
    .reading:not(.ebb),
    .broken:not(.ebb) {
      max-width: calc(776px + 2 * var(--side));
    }
  }
  @container ebb (min-width: 1120px) {
    .begin {
      grid-template-columns: 600px minmax(0, 1fr);
      gap: 72px;
      padding-top: 44px;
    }
    .sample {
      border-left: 1px solid var(--line);
      padding: 8px 0 0 40px;
    }
    .promise {
      grid-template-columns: 290px repeat(3, 1fr);
    }
    .promise {
      align-items: start;
    }
    .promise h3 {
      grid-column: auto;
      align-self: center;
    }
  }
  @container ebb (max-width: 719.98px) {
    .invite h2 {
      font-size: 1.875rem;
      line-height: 2.625rem;
    }
    .drop {
      padding: 24px 16px;
    }
    .drop .button.big {
      width: 100%;
    }
    .promise {
      padding: 20px 16px;
    }
    .squares {
      gap: 3px;
    }
    .squares i {
      width: 9px;
      height: 9px;
    }
    .sample th {
      width: 96px;
      font-size: 0.8125rem;
    }
    .sample .count {
      width: 36px;
    }
  }
`;
