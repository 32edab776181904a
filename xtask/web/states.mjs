// The states of the page and how one gets into each: for the pictures, and for the tests that walk them all.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('../../www/element/ebb-report.js').EbbReport} EbbReport
 * @typedef {{name: string, bytes: string | Uint8Array}} Given a file that is dropped
 */

export const root = new URL('../..', import.meta.url).pathname;

/** The sample as files of the disk, in the order in which the page fetches them. */
export const SAMPLE = /** @type {string[]} */ (JSON.parse(readFileSync(join(root, 'www/sample/index.json'), 'utf8'))).map((name) => join(root, 'www/sample', name));

/** @param {string} path @returns {Given} */
export const given = (path) => ({ name: basename(path), bytes: readFileSync(path) });

/**
 * What a hand does with files: they come over the element, and are let go.
 * @param {Page} page
 * @param {Given[]} files
 * @param {string[]} types of events
 */
export async function drop(page, files, types = ['dragenter', 'dragover', 'drop']) {
  const sent = files.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }));
  await page.evaluate(
    ({ sent, types }) => {
      const transfer = new DataTransfer();
      for (const { name, text } of sent) transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
      for (const type of types)
        document.querySelector('ebb-report')?.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
    },
    { sent, types },
  );
}

/**
 * A usage log that is made in the page, as large as asked, and dropped.
 * @param {Page} page
 * @param {{name?: string, megabytes: number, beside?: Given[]}} asked
 */
export async function dropLarge(page, { name = 'large.csv', megabytes, beside = [] }) {
  const others = beside.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }));
  await page.evaluate(
    ({ name, megabytes, others }) => {
      const lines = [];
      const day = new Date(Date.UTC(2024, 0, 1));
      for (let length = 0, i = 0; length < 1e6; i += 1) {
        const at = new Date(day.getTime() + ((i * 7919) % 700) * 864e5 + i * 61e3).toISOString().slice(0, 19);
        const line = `customer-${(i * 31) % 997},${at}Z,${i % 3 ? 'view' : 'export'}\n`;
        lines.push(line);
        length += line.length;
      }
      const part = new Blob(lines);
      const transfer = new DataTransfer();
      for (const { name, text } of others) transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
      transfer.items.add(new File(['customer,at,event\n', ...Array.from({ length: megabytes }, () => part)], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.querySelector('ebb-report')?.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
    },
    { name, megabytes, others },
  );
}

/** @typedef {'empty' | 'opening' | 'mapping' | 'reading' | 'report' | 'broken'} Phase */

/**
 * Waits until the page is in one of the states, and has drawn it.
 * @param {Page} page
 * @param {...Phase} phases
 * @returns {Promise<Phase>} which
 */
export async function until(page, ...phases) {
  const found = await page.waitForFunction((phases) => {
    const element = /** @type {EbbReport | null} */ (document.querySelector('ebb-report'));
    if (!element?.hasUpdated) return false;
    const { phase, busy } = element.work.state;
    const waits = element.renderRoot.querySelector('.place.waits, .plot.coming');
    return phases.includes(phase) && !busy && !waits && !element.isUpdatePending && phase;
  }, phases);
  return /** @type {Promise<Phase>} */ (found.jsonValue());
}

/** The report; what is asked before is answered as the page proposes. @param {Page} page */
export async function reported(page) {
  if ((await until(page, 'mapping', 'report', 'broken')) === 'mapping') await page.locator('.bar .button.main').click();
  await until(page, 'report', 'broken');
}

/**
 * The state that the page is in, in other words or colours.
 * @param {Page} page
 * @param {{language: string, theme: string}} how
 */
export async function dress(page, { language, theme }) {
  await page.evaluate(
    ({ language, theme }) => {
      const { deeds } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
      deeds.setLang(language);
      deeds.setTheme(theme);
    },
    { language, theme },
  );
  // The pictures are drawn in a turn of their own.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

/** @param {Page} page */
export async function sample(page) {
  await page.keyboard.press('s');
  await until(page, 'report');
}

/**
 * Changes the worker's script on its way to the page: what stands before and after it runs under the same policy.
 * @param {Page} page
 * @param {{before?: string, after?: string}} lines
 */
export async function alterWorker(page, { before = '', after = '' }) {
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${before}\n${await answer.text()}\n${after}` });
  });
}

/** Bytes in a file at which the altered worker meets the trap of a Rust panic. */
export const FATAL = 'stops-the-worker';

/**
 * The pack as it is, except that reading FATAL asks it for more memory than there can be: a trap of its own, `unreachable`.
 * What the panic hook would have posted is posted before it.
 */
export const TRAP = `{
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (module, imports) {
    const { exports } = new Instance(module, imports);
    const read = (...words) => {
      const [, , at, length] = words;
      if (new TextDecoder().decode(new Uint8Array(exports.memory.buffer, at >>> 0, length >>> 0)).includes('${FATAL}')) {
        postMessage({ panic: { text: 'index out of bounds', place: 'src/intake/rows.rs:1' } });
        exports.__wbindgen_malloc(0xffffffff, 1);
      }
      return exports.ebb_read(...words);
    };
    return { exports: { ...exports, ebb_read: read } };
  };
}`;

/** Files with something wrong in most rows, for what is to be looked at. @type {Given[]} */
export const FLAWED = [
  {
    name: 'customers.csv',
    bytes: [
      'customer_id,name,signup,cancelled,mrr,plan,last_login',
      'a-1,Anna & Co,2026-01-05,,40,Pro,2026-06-01',
      'a-2,<img src=x onerror=alert(1)>,2026-01-20,2026-04-02,60,Pro,2026-03-30',
      'a-3,=cmd|calc,2026-02-30,,40,Basic,2026-05-01',
      ',Nobody,2026-02-01,,40,Basic,',
      'a-4,Late,2026-03-01,2026-02-01,40,Basic,2026-03-04',
      'a-5,Minus,2026-03-01,,-40,Basic,2026-03-04',
      'a-1,Anna & Co,2026-01-05,,40,Pro,2026-06-01',
      'a-6,Old,2025-11-11,,20,Basic,2025-12-01',
    ].join('\n'),
  },
  { name: 'usage.csv', bytes: 'customer,at,event\na-1,2026-06-02 10:00:00,view\nzz-9,2026-06-03 10:00:00,view\n,2026-06-03,view\n' },
  { name: 'nothing.csv', bytes: '' },
];

/** Two columns that could be the start. @type {Given} */
export const DOUBTFUL = {
  name: 'terms.csv',
  bytes: 'customer,start,start_date,end,amount,interval,plan\na-1,2026-01-01,2026-01-03,2026-03-01,40,month,Pro\na-2,2026-01-01,2026-01-09,,60,month,Basic\na-3,2026-02-01,2026-02-01,,600,year,Pro\n',
};

/** Days that can be read in two ways, and prices. @type {Given} */
export const TWOFOLD = {
  name: '갱신.csv',
  bytes: '고객번호,상호,가입일,갱신일,월 요금\nC-1,한빛문구,2026-01-05,03/04/2027,"1.234"\nC-2,모아정비,2026-02-11,05/11/2026,"2.500"\nC-3,Studio Nabi,2026-03-19,07/02/2027,"3.000"\n',
};

/** Three files that cannot be read, each for a reason of its own. @type {Given[]} */
export const UNREADABLE = [
  { name: 'empty.csv', bytes: '' },
  { name: 'picture.csv', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]) },
  { name: 'header.csv', bytes: 'customer,start,end,mrr\n' },
];

/** Customers without a price. @type {Given} */
const PRICELESS = {
  name: 'members.csv',
  bytes: `customer_id,signup,cancelled,last_login\n${Array.from({ length: 40 }, (_, i) => {
    const month = (/** @type {number} */ n) => `2026-${String(1 + (n % 6)).padStart(2, '0')}`;
    return `m-${i},${month(i)}-0${1 + (i % 9)},${i % 4 ? '' : '2026-07-02'},${i % 3 ? `${month(i + 1)}-2${i % 9}` : ''}`;
  }).join('\n')}\n`,
};

/** Files in no state of the project's own: shown where they are. */
const telco = join(root, '../shared/data/telco_customer_churn.csv');

/**
 * A state of the page: how to get there from the page just opened.
 * @typedef {object} State
 * @property {string} name
 * @property {(page: Page) => Promise<void>} arrange
 * @property {(page: Page) => Promise<void>} [before] the page is opened
 * @property {string} [needs] a file without which it is skipped
 * @property {boolean} [moving] it goes on by itself
 * @property {boolean} [over] something lies open over the report of the sample
 * @property {string} [at] what it is about: the picture is of the window there, and not of the whole page
 */

/** @type {State[]} */
export const states = [
  { name: 'empty', arrange: async () => {} },
  { name: 'dragging', at: 'top', arrange: (page) => drop(page, UNREADABLE, ['dragenter', 'dragover']) },
  {
    name: 'mapping',
    arrange: async (page) => {
      await drop(page, [TWOFOLD, DOUBTFUL, ...SAMPLE.slice(0, 1).map(given), { name: 'people.csv', bytes: 'signup,cancelled,mrr\n2026-01-05,,10\n2026-01-20,2026-01-25,20\n' }]);
      await until(page, 'mapping');
    },
  },
  {
    name: 'reading',
    moving: true,
    arrange: async (page) => {
      await dropLarge(page, { name: 'usage_events.csv', megabytes: 1500, beside: SAMPLE.filter((path) => !path.includes('usage')).map(given) });
      await page.locator('.reading .first').waitFor();
    },
  },
  { name: 'report', arrange: sample },
  {
    name: 'drill-down',
    at: '#fig-dormancy',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.locator('#fig-dormancy button.portion').nth(3).click();
      await page.locator('#list-dormancy table').waitFor();
    },
  },
  {
    name: 'definition',
    at: '#fig-logo_churn',
    over: true,
    arrange: async (page) => {
      await sample(page);
      for (const id of ['logo_churn', 'retention']) await page.locator(`#fig-${id} .tools > .tool`).first().click();
    },
  },
  {
    name: 'tables',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.evaluate(() => {
        for (const table of document.querySelector('ebb-report')?.shadowRoot?.querySelectorAll('.figure .tools input[value=table]') ?? []) /** @type {HTMLElement} */ (table).click();
      });
      await until(page, 'report');
    },
  },
  {
    name: 'files',
    at: '#fig-files',
    arrange: async (page) => {
      await drop(page, FLAWED);
      await reported(page);
      await page.locator('.look .mend button').first().click();
      await page.locator('.look .raw').first().waitFor();
      await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).deeds.go('files'));
    },
  },
  {
    name: 'again',
    at: 'top',
    arrange: async (page) => {
      await drop(page, FLAWED.slice(0, 2));
      await reported(page);
      await drop(page, FLAWED.slice(0, 1));
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: 'settings',
    at: 'top',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.locator('[data-opens=sheet]').click();
      await page.locator('#sheet-title').waitFor();
    },
  },
  {
    name: 'rule',
    at: 'top',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.locator('[data-opens=rule-use]').click();
      await page.locator('[data-panel=rule-use] .ticks input').nth(1).click();
      await page.locator('[data-panel=rule-use] .effect').waitFor();
    },
  },
  {
    name: 'requests',
    at: 'top',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.locator('[data-opens=requests]').click();
      await page.locator('[data-panel=requests] summary').click();
    },
  },
  {
    name: 'keys',
    at: 'top',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.keyboard.press('?');
      await page.locator('[data-panel=keys]').waitFor();
    },
  },
  {
    name: 'split',
    over: true,
    arrange: async (page) => {
      await sample(page);
      await page.evaluate(() => {
        /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { split: '요금제', grain: 'quarter' };
      });
      await until(page, 'report');
    },
  },
  {
    name: 'broken-nothing',
    arrange: async (page) => {
      await drop(page, UNREADABLE);
      await until(page, 'mapping', 'broken');
      if (await page.locator('.bar').count()) await page.locator('.bar .button.main').click();
      await until(page, 'broken');
    },
  },
  {
    name: 'broken-stopped',
    before: (page) => alterWorker(page, { before: TRAP }),
    arrange: async (page) => {
      await drop(page, [FLAWED[0], { name: 'poison.csv', bytes: `customer,at,event\na-1,2026-06-02,${FATAL}\n` }]);
      await until(page, 'broken');
    },
  },
  {
    name: 'no-dates',
    needs: telco,
    arrange: async (page) => {
      await drop(page, [given(telco)]);
      await reported(page);
    },
  },
  {
    name: 'flat',
    arrange: async (page) => {
      await drop(page, FLAWED.slice(0, 1));
      await reported(page);
    },
  },
  {
    name: 'no-prices',
    arrange: async (page) => {
      await drop(page, [PRICELESS]);
      await reported(page);
    },
  },
];
