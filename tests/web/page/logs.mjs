// Usage logs on the disk, large enough for the fast pack or for helpers, what the command line tells of them, and a hand that drops them.

import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { terminal } from './house.mjs';

/** @typedef {import('./house.mjs').Page} Page */

export const folder = mkdtempSync(join(tmpdir(), 'ebb-pool-'));
after(() => rmSync(folder, { recursive: true }));

/** Words of events, one in several lines where they are `wild`. @param {boolean} wild */
const words = (wild) => ['view', 'export', '"search, all"', '보고서 열기', wild ? '"a note,\nin two lines"' : '"said ""so"""', ''];

/**
 * A usage log on the disk, always the same: ids in two scripts, quotes, ends of lines of both sorts, rows that are set aside.
 * @param {string} name
 * @param {{rows: number, wild?: boolean}} how
 */
function log(name, { rows, wild = false }) {
  const file = join(folder, name);
  const to = openSync(file, 'w');
  const events = words(wild);
  writeSync(to, 'customer,user,at,event,value\n');
  for (let i = 0; i < rows; ) {
    const lines = [];
    for (const end = Math.min(rows, i + 20_000); i < end; i += 1) {
      const draw = (i * 2654435761) % 4294967296;
      const at = i % 9973 === 5 ? 'never' : new Date(Date.UTC(2025, 0, 1) + (i % 4000) * 7_800_000 + (draw % 3600) * 1000).toISOString().slice(0, 19);
      const who = draw % 3001;
      const customer = i % 7919 === 3 ? '' : `${who % 5 ? 'cus' : '고객'}_${who}`;
      lines.push(`${customer},u-${who}-${i % 3},${at},${events[(draw >>> 8) % events.length]},${draw % 100}${i % 11 ? '\n' : '\r\n'}`);
    }
    writeSync(to, lines.join(''));
  }
  closeSync(to);
  return file;
}

/** Customers of the log, a few of whom left. @param {string} name */
function customers(name) {
  const file = join(folder, name);
  const lines = ['customer,signup,cancelled,mrr,plan'];
  for (let who = 0; who < 3001; who += 2) lines.push(`${who % 5 ? 'cus' : '고객'}_${who},2024-${String((who % 12) + 1).padStart(2, '0')}-01,${who % 7 ? '' : '2025-06-15'},${(who % 90) + 9},${who % 3 ? 'pro' : 'basic'}`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Files of the disk, as a hand drops them. @param {Page} page @param {string[]} files */
export async function choose(page, files) {
  const input = await page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    return input;
  });
  await input.setInputFiles(files);
  await input.evaluate((/** @type {HTMLInputElement} */ { files }) => {
    const transfer = new DataTransfer();
    for (const file of files ?? []) transfer.items.add(file);
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.querySelector('ebb-report')?.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
  });
}

export const people = customers('customers.csv');
export const million = log('usage.csv', { rows: 1_000_000 });
export const less = log('less.csv', { rows: 380_000 });
export const wild = log('notes.csv', { rows: 380_000, wild: true });
/** @type {Map<string, string>} */
const told = new Map();
/** The command line's report of files. @param {string[]} files */
export function line(...files) {
  const report = told.get(files.join()) ?? terminal(files);
  told.set(files.join(), report);
  return report;
}
