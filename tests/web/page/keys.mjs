// Everything by keyboard: each path once.

import assert from 'node:assert/strict';
import { FLAWED, drop, dropLarge, reported, sample, until } from '../../../xtask/web/states.mjs';
import { en, focused, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('./house.mjs').Page} Page */

/** @param {Page} page */
const at = (page) => page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).at);
/** @param {Page} page @param {...string} keys */
async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
}
/** Waits until the focus is where it should be, and says where it is if it never gets there. @param {Page} page @param {(held: any) => any} is @param {string} what */
async function focusOn(page, is, what) {
  for (let i = 0; i < 60; i += 1) {
    if (is((await focused(page)) ?? {})) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`the focus is not on ${what}: ${JSON.stringify(await focused(page))}`);
}

onPage('S opens the sample, and only on the empty page', {}, async (page) => {
  await press(page, 's');
  await until(page, 'report');
  const { files } = await state(page);
  await press(page, 's');
  assert.equal((await state(page)).phase, 'report');
  assert.deepEqual((await state(page)).files, files);
});

onPage('O asks for files, wherever one is', {}, async (page) => {
  const first = page.waitForEvent('filechooser');
  await press(page, 'o');
  await (await first).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(FLAWED[0].bytes) });
  await reported(page);
  const second = page.waitForEvent('filechooser');
  await press(page, 'o');
  assert.ok((await second).isMultiple());
});

onPage('J and K go from figure to figure, D opens its definition, T its table', {}, async (page) => {
  await sample(page);
  assert.equal(await at(page), 'headline');
  const order = await page.evaluate(() => [...(document.querySelector('ebb-report')?.shadowRoot?.querySelectorAll('main [data-figure]') ?? [])].map((place) => place.getAttribute('data-figure')));
  await press(page, 'j');
  assert.equal(await at(page), order[1]);
  await focusOn(page, ({ tag, place }) => tag === 'h3' && place === order[1], 'the question of the first figure');
  await press(page, 'j', 'j', 'k');
  assert.equal(await at(page), order[2]);
  assert.equal(order[2], 'ghost_revenue');
  const figure = page.locator('#fig-ghost_revenue');
  await press(page, 'd');
  await figure.getByText(en.t('rule'), { exact: true }).waitFor();
  await press(page, 'd');
  assert.equal(await figure.getByText(en.t('rule'), { exact: true }).count(), 0);
  await press(page, 't');
  await figure.locator('table button.n').first().waitFor();
  await press(page, 't');
  await figure.locator('.plot').waitFor();
  await press(page, 'k', 'k', 'k', 'k');
  assert.equal(await at(page), 'headline');
});

onPage('? shows the keys, Escape closes them, and a switch in them turns single keys off', {}, async (page) => {
  await sample(page);
  const before = await focused(page);
  await press(page, '?');
  const panel = page.locator('[data-panel=keys]');
  await panel.waitFor();
  const seen = await panel.evaluate((node) => node.getBoundingClientRect().bottom <= innerHeight && node.getBoundingClientRect().top >= 0);
  assert.ok(seen, 'the keys are seen from where one is');
  await press(page, 'Escape');
  assert.equal(await panel.count(), 0);
  assert.deepEqual(await focused(page), before, 'the focus is where it was');
  assert.equal(await page.evaluate(() => scrollY), 0, 'the page stays where it was');
  const here = await at(page);
  await press(page, '?');
  await panel.getByText(en.t('help-switch')).click();
  await press(page, 'Escape');
  await page.keyboard.press('j');
  assert.equal(await at(page), here);
  await press(page, '?');
  assert.equal(await panel.count(), 0);
});

onPage('single keys are only letters while a field has the focus', {}, async (page) => {
  await sample(page);
  await page.locator('[data-opens=rule-zone]').click();
  const field = page.locator('[data-panel=rule-zone] input');
  await field.focus();
  await page.keyboard.type('jot');
  assert.equal(await field.inputValue(), 'jot');
  assert.equal(await at(page), 'headline');
});

onPage('the first stop leads to the report', {}, async (page) => {
  await sample(page);
  // Tab begins where the document does.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await press(page, 'Tab');
  await focusOn(page, ({ text }) => text === en.t('skip-to-report'), 'the skip link');
  await press(page, 'Enter');
  await focusOn(page, ({ tag, place }) => tag === 'h2' && place === 'headline', 'the headline');
});

onPage('a report that was asked for by a key has the focus on its headline', {}, async (page) => {
  await press(page, 's');
  await until(page, 'report');
  await focusOn(page, ({ tag, place }) => tag === 'h2' && place === 'headline', 'the headline');
});

onPage('a read that is cancelled leaves the focus on the title of the empty page', {}, async (page) => {
  await dropLarge(page, { megabytes: 400 });
  await page.locator('.reading .numbers b').waitFor();
  await press(page, 'Escape');
  await until(page, 'empty');
  await focusOn(page, ({ tag, text }) => tag === 'h2' && text === en.t('empty-title'), 'the title');
});

onPage('a picture is one stop: arrows go from mark to mark, Enter lists, Escape goes back', {}, async (page) => {
  await sample(page);
  const figure = page.locator('#fig-logo_churn');
  const picture = figure.locator('.scroll[role=group]');
  assert.equal(await picture.count(), 1);
  await picture.focus();
  const readout = figure.locator('.readout');
  await press(page, 'ArrowLeft');
  const last = await readout.innerText();
  assert.match(last, /2026/);
  await press(page, 'ArrowLeft');
  const before = await readout.innerText();
  assert.notEqual(before, last);
  await press(page, 'ArrowRight');
  assert.equal(await readout.innerText(), last);
  await press(page, 'Home');
  assert.notEqual(await readout.innerText(), last);
  await press(page, 'End');
  assert.equal(await readout.innerText(), last);
  // To a month in which somebody left.
  for (let i = 0; i < 6 && (await figure.locator('.readout button.n').count()) === 0; i += 1) await press(page, 'ArrowLeft');
  await press(page, 'Enter');
  await focusOn(page, ({ tag, place }) => tag === 'h4' && place === 'logo_churn', 'the title of the list');
  await press(page, 'Escape');
  await focusOn(page, ({ tag, place }) => tag === 'div' && place === 'logo_churn', 'the picture');
  assert.equal(await page.locator('#list-logo_churn').count(), 0);
  await press(page, 'Escape');
  assert.equal((await readout.innerText()).trim(), '', 'Escape leaves the mark');
});

onPage('a ledger’s arrows choose the period that its equation speaks of', {}, async (page) => {
  await sample(page);
  const figure = page.locator('#fig-mrr_movements');
  const equation = figure.locator('.equation');
  const first = await equation.innerText();
  await figure.locator('.scroll[role=group]').focus();
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  assert.notEqual(await equation.innerText(), first);
  // Down to a movement that somebody made.
  for (let i = 0; i < 5 && (await page.locator('#list-mrr_movements').count()) === 0; i += 1) await press(page, 'ArrowDown', 'Enter');
  await focusOn(page, ({ tag, place }) => tag === 'h4' && place === 'mrr_movements', 'the title of the list');
});

onPage('the parts of a split are one stop, with arrows between them', {}, async (page) => {
  await sample(page);
  const portions = page.locator('#fig-dormancy button.portion');
  assert.equal(await page.locator('#fig-dormancy button.portion[tabindex="0"]').count(), 1);
  await portions.first().focus();
  await press(page, 'ArrowRight', 'ArrowRight');
  await focusOn(page, ({ row }) => row === '2', 'the third part');
  await press(page, 'End');
  await focusOn(page, ({ row }) => Number(row) === 5, 'the last part');
  await press(page, 'Home', 'Enter');
  await focusOn(page, ({ tag, place }) => tag === 'h4' && place === 'dormancy', 'the title of the list');
  await press(page, 'Escape');
  await focusOn(page, ({ row }) => row === '0', 'the part that was pressed');
});

onPage('a triangle is one stop: arrows by cell, Home and End in the row, with Control to the corners', {}, async (page) => {
  await sample(page);
  const figure = page.locator('#fig-logo_cohorts');
  assert.equal(await figure.locator('[data-at][tabindex="0"]').count(), 1);
  await figure.locator('[data-at][tabindex="0"]').focus();
  await focusOn(page, ({ at }) => at === '0,0', 'the first cell');
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await focusOn(page, ({ at }) => at === '1,2', 'two to the right, one down');
  await press(page, 'End');
  const held = /** @type {{at: string}} */ (await focused(page));
  assert.match(held.at, /^1,\d+$/);
  await press(page, 'Home');
  await focusOn(page, ({ at }) => at === '1,0', 'the first of the row');
  await press(page, 'Control+End');
  const corner = /** @type {{at: string}} */ (await focused(page));
  assert.ok(Number(corner.at.split(',')[0]) > 5, corner.at);
  await press(page, 'Control+Home');
  await focusOn(page, ({ at }) => at === '0,0', 'the first corner');
  await press(page, 'ArrowDown', 'Enter');
  await focusOn(page, ({ tag, place }) => tag === 'h4' && place === 'logo_cohorts', 'the title of the list');
  await press(page, 'Escape');
  await focusOn(page, ({ at }) => at === '1,0', 'the cell that was pressed');
});

onPage('chips are one stop: arrows between them, Enter opens, Escape closes and gives the focus back', {}, async (page) => {
  await sample(page);
  assert.equal(await page.locator('.chip[tabindex="0"]').count(), 1);
  await page.locator('.chip[tabindex="0"]').focus();
  await press(page, 'ArrowRight');
  await focusOn(page, ({ opens }) => opens === 'rule-by', 'the next chip');
  await press(page, 'Enter');
  await page.locator('[data-panel=rule-by]').waitFor();
  await focusOn(page, ({ tag }) => tag === 'input', 'the choice in force');
  // A change leaves the focus where it is.
  await press(page, 'ArrowRight');
  await until(page, 'report');
  await focusOn(page, ({ tag }) => tag === 'input', 'the choice');
  assert.notDeepEqual((await state(page)).settings, {});
  await press(page, 'Escape');
  await focusOn(page, ({ opens }) => opens === 'rule-by', 'the chip that opened it');
  assert.equal(await page.locator('[data-panel=rule-by]').count(), 0);
  await press(page, 'End', 'Home');
  await focusOn(page, ({ opens }) => opens === 'rule-as-of', 'the first chip');
});

onPage('the sheet of all settings takes the focus and gives it back', {}, async (page) => {
  await sample(page);
  await page.locator('[data-opens=sheet]').focus();
  await press(page, 'Enter');
  await focusOn(page, ({ id }) => id === 'sheet-title', 'its title');
  await press(page, 'Escape');
  await focusOn(page, ({ opens }) => opens === 'sheet', 'what opened it');
});

onPage('a list is sorted by its heads, says how, and closes by its own button', {}, async (page) => {
  await sample(page);
  const number = page.locator('[data-figure=headline] button.n').first();
  await number.focus();
  await press(page, 'Enter');
  await focusOn(page, ({ tag }) => tag === 'h4', 'the title of the list');
  const list = page.locator('#list-headline');
  assert.equal(await list.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending');
  await list.locator('th button').first().focus();
  await press(page, 'Enter');
  assert.equal(await list.locator('th').first().getAttribute('aria-sort'), 'ascending');
  await press(page, 'Enter');
  assert.equal(await list.locator('th').first().getAttribute('aria-sort'), 'descending');
  await list.getByRole('button', { name: en.t('close') }).focus();
  await press(page, 'Enter');
  assert.equal(await list.count(), 0);
  await focusOn(page, ({ tag, place, text }) => tag === 'button' && place === 'headline' && text !== '', 'the number');
});

onPage('everything that can be pressed has a name and is large enough', { width: 390, height: 800 }, async (page) => {
  await sample(page);
  const small = await page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('ebb-report')?.shadowRoot);
    return [...root.querySelectorAll('.top button, .rules button, .tools button, .drill button, .button, select')].flatMap((node) => {
      const { width, height } = node.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24) ? [`${node.className} ${node.textContent?.trim()} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
  });
  assert.deepEqual(small, []);
});

onPage('what goes away with its own press leaves the focus beside it', { hash: '&nonsense=1' }, async (page) => {
  await sample(page);
  const pressed = async (/** @type {import('playwright-core').Locator} */ button, /** @type {(held: any) => any} */ is, /** @type {string} */ what) => {
    await button.focus();
    await press(page, 'Enter');
    await until(page, 'report');
    assert.ok((await button.count()) === 0 || (await button.isDisabled()), `${what}: the button is of no more use`);
    await focusOn(page, is, what);
  };
  await pressed(page.getByRole('button', { name: en.t('note-close') }), ({ tag }) => tag === 'button', 'a button beside the note');

  await page.locator('[data-opens=rule-use]').click();
  const use = page.locator('[data-panel=rule-use]');
  await use.locator('.ticks input').nth(1).click();
  await pressed(use.getByRole('button', { name: en.t('apply') }), ({ tag }) => tag === 'input', 'the last field of the choice');
  assert.notDeepEqual((await state(page)).settings, {});
  await press(page, 'Escape');

  await page.locator('[data-opens=rule-as-of]').click();
  const day = page.locator('[data-panel=rule-as-of]');
  await day.locator('input').fill('2026-09-30');
  await day.locator('input').press('Enter');
  await until(page, 'report');
  await pressed(day.getByRole('button', { name: en.t('as-of-back') }), ({ tag }) => tag === 'input', 'the day');
  await press(page, 'Escape');

  await page.locator('[data-opens=sheet]').click();
  const undo = page.locator('.sheet .feet button').first();
  await pressed(page.locator('.sheet').getByRole('button', { name: en.t('settings-defaults') }), ({ text }) => text === en.t('settings-undo'), 'its neighbour');
  assert.ok(await undo.isEnabled());
  await press(page, 'Escape');

  await pressed(page.locator('#fig-ghost_list .list-tools').getByRole('button', { name: /^Show / }), ({ place }) => place === 'ghost_list', 'the list');
});

/** Whether a person sees the middle of it. @param {import('playwright-core').Locator} locator */
const inSight = (locator) =>
  locator.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return node.contains(/** @type {ShadowRoot} */ (node.getRootNode()).elementFromPoint(left + width / 2, top + height / 2));
  });

onPage('what is asked or refused is in sight, wherever one is, and moves nothing that says it in sight', {}, async (page) => {
  await drop(page, [FLAWED[0]]);
  await reported(page);
  const end = () => page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }));
  await end();
  await drop(page, [FLAWED[0]]);
  const asked = page.locator('[role=alertdialog]');
  await asked.waitFor();
  assert.ok(await inSight(asked), 'the question about a file of the same name');
  await asked.getByRole('button', { name: en.t('again-leave') }).click();

  await end();
  const load = (/** @type {string} */ text) =>
    page.evaluate((text) => {
      /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.set({ refused: { code: 'settings-unreadable', args: { file: text } } });
    }, text);
  await load('a.json');
  assert.ok(await inSight(page.locator('.notice[role=alert]')), 'the file of settings that was refused');
  await page.locator('[data-opens=sheet]').click();
  await load('b.json');
  assert.ok(await inSight(page.locator('.sheet .refused:not(.expected)')), 'the same in the sheet');
  await page.keyboard.press('Escape');

  await page.locator('.look .mend button', { hasText: en.t('mend-unused') }).first().click();
  await until(page, 'report');
  await page.locator('.mended').waitFor();
  await page.locator('.mended').scrollIntoViewIfNeeded();
  const height = () => page.locator('.mended').evaluate((node) => Math.round(node.getBoundingClientRect().top));
  const before = await height();
  assert.ok((await page.evaluate(() => scrollY)) > 0);
  await load('c.json');
  await page.locator('.mended', { hasText: 'c.json' }).waitFor();
  assert.equal(await height(), before);
});
