// What is chosen: the popovers of the rules and the sheet.

import { css } from 'lit';

export const choices = css`
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
  .stack.apart {
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .own {
    align-self: start;
    display: grid;
    gap: 10px;
    padding: 16px 18px;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }
  .own .stack + .stack {
    padding-top: 10px;
    border-top: 1px solid var(--line);
  }
  .own .stack > * {
    width: 100%;
  }
  .own .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .own summary {
    color: var(--ink2);
  }
  .own[open] summary {
    margin-bottom: 12px;
  }
  details.own .stack {
    max-width: 400px;
    margin-top: 10px;
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
  .expected {
    display: none;
  }
  .field:user-invalid {
    border-color: var(--loss);
  }
  .field:user-invalid + .expected {
    display: block;
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
