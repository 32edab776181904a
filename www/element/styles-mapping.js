// What the files were taken for.

import { css } from 'lit';

export const mapping = css`
  .ebb.mapping > main {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  .mapping:not(.ebb) {
    padding-top: 28px;
    padding-bottom: 32px;
    flex: 1;
  }
  .mapping > header h2,
  .reading h2,
  .broken h2 {
    font-size: 1.6875rem;
    line-height: 2.625rem;
  }
  :is(.mapping, .reading, .broken) h2:focus {
    outline: none;
    box-shadow: none;
  }
  section.question {
    margin-top: 24px;
    padding: 20px 24px;
    border: 1px solid var(--edge);
    border-radius: 14px;
    background: var(--raised);
  }
  .question h3 {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 1.125rem;
    line-height: 1.75rem;
  }
  .question h3 .icon,
  .asked .icon {
    color: var(--warn);
  }
  .question > p {
    margin-left: 26px;
    color: var(--ink2);
  }
  .readings {
    display: grid;
    gap: 12px;
    margin: 12px 0 0 26px;
  }
  .readings label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    cursor: pointer;
  }
  .readings label:has(:checked) {
    border-color: var(--tide);
    box-shadow: inset 0 0 0 1px var(--tide);
  }
  .readings input {
    accent-color: var(--tide);
    width: 14px;
    height: 14px;
    margin-top: 5px;
  }
  .readings label > span {
    display: grid;
  }
  .readings .example {
    font-size: 0.8125rem;
    line-height: 1.4375rem;
    color: var(--ink2);
  }
  .file {
    margin-top: 32px;
  }
  .file > header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 14px;
  }
  .file > header h3 {
    font-size: 1.0625rem;
    line-height: 1.75rem;
    overflow-wrap: anywhere;
  }
  .file > header .quiet {
    font-size: 0.8125rem;
  }
  .taken {
    display: flex;
    align-items: baseline;
    gap: 8px;
    margin-left: auto;
    font-size: 0.875rem;
    color: var(--ink2);
  }
  .taken .field {
    min-width: 150px;
  }
  .lost {
    display: flex;
    gap: 6px;
    align-items: center;
    margin-left: auto;
    color: var(--loss);
  }
  .wrong {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin: 6px 0;
    color: var(--loss);
    font-size: 0.875rem;
  }
  .wrong .icon {
    align-self: center;
  }
  .file table {
    width: 100%;
    border-collapse: collapse;
    margin-top: 8px;
    font-size: 0.8125rem;
    table-layout: fixed;
  }
  .file th {
    text-align: left;
  }
  .file thead th {
    font-weight: 400;
    color: var(--ink2);
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid var(--edge);
  }
  .file thead th:first-child {
    width: 18.5%;
  }
  .file thead th:nth-child(3) {
    width: 22.5%;
  }
  .file thead th:last-child {
    width: 14.5%;
  }
  .file tbody :is(th, td) {
    border-bottom: 1px solid var(--line);
    padding: 4px 12px 4px 0;
    height: 39px;
    overflow-wrap: anywhere;
  }
  .file .values {
    font-size: 0.75rem;
    color: var(--ink2);
  }
  .file .values i {
    font-style: normal;
    color: var(--ink3);
  }
  .file td .field {
    width: 154px;
  }
  .field.unused {
    color: var(--ink3);
    border-color: var(--line);
  }
  .sure .icon {
    vertical-align: -3px;
    margin-right: 6px;
    color: var(--tide);
  }
  .sure.asked .icon {
    color: var(--warn);
  }
  .sure {
    color: var(--ink2);
  }
  .bar {
    position: sticky;
    bottom: 0;
    z-index: 4;
    background: var(--raised);
    border-top: 1px solid var(--line);
    box-shadow: 0 -4px 16px rgb(0 20 25 / 0.05);
  }
  .bar > div {
    display: flex;
    align-items: center;
    gap: 16px;
    width: 100%;
    margin-inline: auto;
    padding: 14px var(--side);
    color: var(--ink2);
  }
  .bar p {
    flex: 1;
  }
  .bar .quiet-link {
    font-size: 0.9375rem;
  }
  @container ebb (min-width: 720px) {
    .readings {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container ebb (max-width: 719.98px) {
    .mapping > header h2,
    .reading h2,
    .broken h2 {
      font-size: 1.375rem;
      line-height: 2.125rem;
    }
    .quiet-on-narrow {
      display: none;
    }
    .bar > div {
      justify-content: space-between;
    }
    .bar .button {
      white-space: normal;
    }
    section.question {
      padding: 16px;
    }
    .question > p,
    .readings {
      margin-left: 0;
    }
    .taken {
      margin-left: 0;
    }
    .file thead {
      display: none;
    }
    .file :is(table, tbody) {
      display: block;
    }
    .file tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 154px;
      gap: 2px 12px;
      align-items: center;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .file tbody :is(th, td) {
      height: auto;
      padding: 0;
      border: 0;
    }
    .file .values {
      grid-column: 1;
      grid-row: 2;
    }
    .file .sure {
      grid-column: 1;
      grid-row: 3;
    }
    .file td:nth-child(3) {
      grid-column: 2;
      grid-row: 1 / 4;
      align-self: start;
    }
  }
`;
