// What is read and chosen: popovers and the sheet, mapping, reading, files, broken.

import { css } from 'lit';

const choices = css`
  .stack {
    display: grid;
    gap: 6px;
    justify-items: start;
  }
  .stack > span:first-child {
    color: var(--ink3);
  }
  .stack .field {
    width: 100%;
  }
  .stack .switch {
    width: 100%;
  }
  .panel select.field {
    width: 100%;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    align-items: end;
  }
  .ticks {
    display: grid;
    max-height: 240px;
    overflow: auto;
  }
  .effect {
    background: var(--sunk);
    border-radius: 7px;
    padding: 8px 10px;
  }
  .refused {
    color: var(--loss);
  }

  .sheet {
    position: fixed;
    inset: 0 0 0 auto;
    width: 360px;
    max-width: 100%;
    z-index: 10;
    display: flex;
    flex-direction: column;
    background: var(--raised);
    border-left: 1px solid var(--line);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  :host(:not([page])) .sheet {
    position: absolute;
    max-height: 100%;
  }
  .sheet .head,
  .sheet .feet {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 12px 20px;
    border-bottom: 1px solid var(--line);
  }
  .sheet .feet {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
  .sheet [data-setting='as_of'] .stack > span:first-child,
  .sheet [data-setting='segment'] .stack > span:first-child {
    display: none;
  }
  .sheet .head {
    justify-content: space-between;
  }
  .sheet .feet {
    border-top: 1px solid var(--line);
    border-bottom: 0;
  }
  .sheet h2 {
    font-size: 1.0625rem;
    line-height: 1.75rem;
  }
  .sheet .fields {
    flex: 1;
    overflow-y: auto;
    padding: 4px 20px 24px;
  }
  .sheet section + section {
    border-top: 1px solid var(--line);
    margin-top: 20px;
  }
  .sheet h3 {
    padding-top: 16px;
    font-size: 0.875rem;
  }
  .setting {
    display: grid;
    gap: 6px;
    margin-top: 14px;
  }
  .setting > .name {
    color: var(--ink3);
  }
  .setting.asked > .name {
    color: var(--tide);
    font-weight: 600;
  }
  .setting .switch.full {
    flex-wrap: wrap;
  }
  .setting .field {
    width: 100%;
  }
  .setting .field.number {
    width: 120px;
  }
  .setting .link {
    justify-self: start;
  }
`;

const mapping = css`
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
  .readings .mono {
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

const reading = css`
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
      animation: turn 0.9s linear infinite;
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

const files = css`
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
    margin-top: 16px;
    border-top: 1px solid var(--edge);
  }
  .sources li {
    display: grid;
    grid-template-columns: minmax(150px, 254px) minmax(80px, 1fr) minmax(200px, auto);
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
  .mend {
    display: flex;
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
  @container ebb (max-width: 719.98px) {
    .files h3 {
      font-size: 1.1875rem;
      line-height: 1.75rem;
    }
    .sources li {
      grid-template-columns: 1fr;
      gap: 8px;
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

export const settingsStyles = [choices, mapping, reading, files];
