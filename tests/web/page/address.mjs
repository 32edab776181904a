// The address keeps the choices, never anything from a file; each change is a step, and back is undo.

import assert from 'node:assert/strict';
import { SAMPLE, drop, given, reported, sample, until } from '../../../xtask/web/states.mjs';
import { en, ko, onPage, state } from './house.mjs';

/** @typedef {import('./house.mjs').EbbReport} EbbReport */
/** @typedef {import('./house.mjs').Page} Page */

/** @param {Page} page */
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);
/** @param {Page} page */
const grain = (page) => page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain);
/** @param {Page} page @param {string} word */
async function chooseGrain(page, word) {
  if ((await page.locator('[data-panel=rule-by]').count()) === 0) await page.locator('[data-opens=rule-by]').click();
  await page.locator('[data-panel=rule-by]').getByText(en.t(`word-${word}`), { exact: true }).click();
  await page.waitForFunction((word) => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === word, word);
  await until(page, 'report');
}

onPage('choices in the address are told on the empty page and hold for the report', { hash: '&grain=quarter&silent=14&retention.mode=on-or-after&as_of=2026-08-31' }, async (page) => {
  const told = await page.locator('.drop').innerText();
  assert.match(told, /31 Aug 2026/);
  assert.match(told, /14 days/);
  await sample(page);
  const report = await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report);
  assert.equal(report?.as_of, '2026-08-31');
  assert.equal(report?.grain, 'quarter');
  assert.deepEqual((await state(page)).settings, { grain: 'quarter', silent: 14, retention: { mode: 'on-or-after' }, as_of: '2026-08-31' });
  assert.equal(await page.locator('.chip.differs').count(), 4);
});

onPage('each change is one step: back undoes it, forward does it again, and the address follows', {}, async (page) => {
  await sample(page);
  await chooseGrain(page, 'quarter');
  assert.match(hash(page), /grain=quarter/);
  await chooseGrain(page, 'year');
  await page.goBack();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'quarter');
  assert.match(hash(page), /grain=quarter/);
  await page.goBack();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'month');
  assert.doesNotMatch(hash(page), /grain/);
  await page.goForward();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'quarter');
  await until(page, 'report');
  // Undo in the sheet is the same step.
  await page.locator('[data-opens=sheet]').click();
  await page.getByRole('button', { name: en.t('settings-undo') }).click();
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.grain === 'month');
  await until(page, 'report');
  assert.equal(await grain(page), 'month');
});

onPage('what the address holds and nobody knows is named and left out', { hash: '&grain=fortnight&colour=red&silent=-4&split=plan&as_of=2026-13-45&active.events=login&retention.unit=week' }, async (page) => {
  const { ignored, settings } = await state(page);
  assert.deepEqual([...ignored].sort(), ['active.events', 'as_of', 'colour', 'grain', 'silent', 'split']);
  await page.getByText(en.t('ignored-keys', { keys: ignored.join(', ') })).waitFor();
  assert.equal(settings.grain, undefined);
  assert.equal(settings.split, undefined);
  assert.deepEqual(settings.retention, { unit: 'week' });
  await page.getByRole('button', { name: en.t('note-close') }).click();
  await sample(page);
});

onPage('a zone of the address may have digits; the table of zones is asked for only where the core does not know the name', { hash: '&zone=Etc/GMT-9', trouble: true }, async (page) => {
  await page.context().route(/\/zones-[^/]*\.txt$/, (route) => route.abort());
  await drop(page, SAMPLE.map(given));
  await until(page, 'broken');
  await page.getByText(en.t('broken-zones-lead', { zone: 'Etc/GMT-9' })).waitFor();
  for (const zone of ['GMT', 'Z', '+09:00']) {
    await page.evaluate((zone) => {
      const element = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
      element.settings = { zone };
      element.work.open(element.files);
    }, zone);
    await reported(page);
    assert.equal((await state(page)).settings.zone, zone);
  }
  await page.context().unroute(/\/zones-[^/]*\.txt$/);
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { zone: 'Etc/GMT-9' };
  });
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).report?.zone === 'Etc/GMT-9');
});

onPage('a setting that the core refuses is said in words, and the page goes on', { hash: '&zone=Nowhere/Atall' }, async (page) => {
  await drop(page, SAMPLE.map(given));
  await until(page, 'broken', 'report');
  if ((await state(page)).phase === 'broken') {
    await page.getByRole('button', { name: en.t('broken-defaults') }).click();
    await reported(page);
  }
  assert.equal((await state(page)).phase, 'report');
});

onPage('a setting that would make too many cells is taken back, with a sentence that names the figure', {}, async (page) => {
  const day = (/** @type {number} */ n) => new Date(Date.UTC(2014, 0, 1) + n * 864e5).toISOString().slice(0, 10);
  const rows = Array.from({ length: 300 }, (_, i) => `c${i},${day(i * 14)},10`);
  await drop(page, [{ name: 'customers.csv', bytes: `customer_id,signup,mrr\n${rows.join('\n')}\n` }]);
  await reported(page);
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { grain: 'day' };
  });
  await page.locator('.notice').waitFor();
  const { phase, settings } = await state(page);
  assert.deepEqual([phase, settings, await grain(page)], ['report', {}, 'month']);
  assert.doesNotMatch(hash(page), /grain/);
  const said = (/** @type {typeof en} */ words) => `${words.t('broken-too-many-cells-lead', { figure: words.t('name-logo_cohorts') })} ${words.t('setting-kept')}`;
  assert.equal(await page.locator('.notice').innerText(), said(en));
  await page.getByText('한국어', { exact: true }).first().click();
  await page.getByText(said(ko)).waitFor();
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = { grain: 'quarter' };
  });
  await until(page, 'report');
  assert.equal(await grain(page), 'quarter');
  assert.equal(await page.locator('.notice').count(), 0);
});

onPage('a field says what it takes instead of what was typed, and the setting stays as it was', {}, async (page) => {
  await sample(page);
  const reader = await page.context().newCDPSession(page);
  /** Whether who cannot see the field hears that it is wrong. @param {string} name */
  const heardWrong = async (name) => {
    const { nodes } = await reader.send('Accessibility.getFullAXTree');
    return nodes.some((node) => node.name?.value === name && node.properties?.some(({ name, value }) => name === 'invalid' && value.value === 'true'));
  };
  const settings = async () => (await state(page)).settings;
  await page.locator('[data-opens=rule-silent-from]').click();
  const days = page.locator('[data-panel=rule-silent-from] input[type=number]');
  const said = page.getByText(en.t('field-expected', { kind: 'range', min: 1, max: 3650 })).first();
  for (const text of ['1.5', '-5', '']) {
    await days.fill(text);
    await days.press('Enter');
    await said.waitFor();
    // What is drawn anew leaves the field as it is.
    await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).requestUpdate());
    assert.deepEqual([await days.inputValue(), await settings()], [text, {}]);
    // Of an empty one it is heard that it is required.
    if (text) assert.ok(await heardWrong(en.t('setting-silent')), text);
  }
  await days.fill('45');
  await days.press('Enter');
  await until(page, 'report');
  assert.deepEqual([await settings(), await said.isVisible(), await heardWrong(en.t('setting-silent'))], [{ silent: 45 }, false, false]);
  await page.keyboard.press('Escape');
  await page.locator('[data-opens=sheet]').click();
  const cuts = page.locator('.sheet').getByLabel(en.t('setting-dormancy'), { exact: true });
  await cuts.fill('abc');
  await cuts.press('Enter');
  await page.locator('.sheet').getByText(en.t('field-expected', { kind: 'days' })).waitFor();
  assert.deepEqual([await cuts.inputValue(), await settings()], ['abc', { silent: 45 }]);
  // A day is cleared part by part.
  await page.locator('.sheet input[type=date]').focus();
  await page.keyboard.press('Delete');
  await cuts.focus();
  await page.locator('.sheet').getByText(en.t('field-expected', { kind: 'date' })).waitFor();
  assert.deepEqual(await settings(), { silent: 45 });
});

onPage('a file that holds no settings is told in the page’s own words', { lang: 'ko' }, async (page) => {
  await sample(page);
  await page.locator('[data-opens=sheet]').click();
  for (const text of ['[]', 'not json', 'null']) {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: ko.t('settings-load') }).click();
    await (await chosen).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.refused);
    assert.equal(await page.locator('.sheet .refused:not(.expected)').innerText(), `${ko.t('settings-unreadable-lead', { file: 'a.json' })} ${ko.t('setting-kept')}`);
    await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.set({ refused: null }));
  }
});

onPage('nothing from files ever stands in the address, the title or the store of the browser', {}, async (page) => {
  await drop(page, SAMPLE.map(given));
  await until(page, 'report');
  await page.evaluate(() => {
    /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = {
      split: '요금제',
      segment: { 요금제: ['Pro'] },
      active: { events: ['report_export'], min_rows: 2 },
      columns: { '고객목록.csv': { 담당자: 'owner' } },
      kinds: { '고객목록.csv': 'customers' },
      grain: 'quarter',
      currency: 'KRW',
      dormancy: [7, 30, 90],
    };
  });
  await until(page, 'report');
  await page.locator('#fig-dormancy button.portion').first().click();
  await page.locator('#list-dormancy table').waitFor();
  await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).deeds.go('retention'));
  assert.equal(hash(page), '#lang=en&theme=light&at=retention&grain=quarter&currency=KRW&active.min_rows=2&dormancy=7,30,90');
  const kept = await page.evaluate(async () => ({
    title: document.title,
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    state: JSON.stringify(history.state),
  }));
  assert.deepEqual({ ...kept, state: undefined }, { title: 'Ebb', local: 0, session: 0, cookies: '', databases: 0, state: undefined });
  assert.match(kept.state, /^\{"ebb":\d+\}$/);
});

onPage('language, theme and the figure in view are in the address, and no step of their own', {}, async (page) => {
  await sample(page);
  const before = await page.evaluate(() => history.length);
  await page.getByText('한국어', { exact: true }).first().click();
  await page.locator('.theme').click();
  await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).deeds.go('logo_churn'));
  assert.equal(hash(page), '#lang=ko&theme=dark&at=logo_churn');
  assert.equal(await page.evaluate(() => history.length), before);
});

onPage('a figure named in the address is gone to once the report is there', { hash: '&at=logo_cohorts' }, async (page) => {
  await sample(page);
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).at === 'logo_cohorts');
  const top = await page.locator('#fig-logo_cohorts').evaluate((place) => place.getBoundingClientRect().top);
  assert.ok(top > -40 && top < 300, `${top}`);
});

onPage('what retention counts is chosen beside its triangle: it reaches the report and the address, and stays in reach', {}, async (page) => {
  await sample(page);
  const triangle = () =>
    page.evaluate(() => {
      const { report } = /** @type {EbbReport} */ (document.querySelector('ebb-report'));
      const found = report?.figures.find(({ id }) => id === 'retention');
      return found?.shape === 'triangle' ? { ages: found.ages, average: found.average.slice(0, 4).map((cell) => cell && [cell.n, cell.of]) } : null;
    });
  const own = page.locator('#fig-retention .own');
  const choose = async (/** @type {string} */ word) => {
    await own.getByText(en.t(`word-${word}`, { unit: 'month' }), { exact: true }).click();
    await page.waitForFunction(() => !(/** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.busy));
    await until(page, 'report');
  };
  const before = await triangle();
  await choose('on-or-after');
  const after = await triangle();
  assert.notDeepEqual(after, before);
  assert.ok(after?.average.every((cell, age) => (cell?.[0] ?? 0) >= (before?.average[age]?.[0] ?? 0)), 'on or after is never less');
  await choose('every');
  assert.equal(await own.getByText(en.t('setting-cohort'), { exact: true }).count(), 0, 'where members enter every month, the cohort does not matter');
  await choose('brackets');
  assert.equal((await triangle())?.ages, 4, 'ranges are offered at once');
  assert.deepEqual(await page.locator('#fig-retention thead tr:last-child th').allInnerTexts(), [en.t('cohort-label-every'), en.t('cohort-size', { unit: 'customers' }), '0', '1–3', '4–6', '7+']);
  assert.equal(hash(page), '#lang=en&theme=light&at=retention&retention.mode=brackets&retention.entry=every&retention.brackets=0-0,1-3,4-6,7-');
  await page.goBack();
  await page.goBack();
  await until(page, 'report');
  await page.waitForFunction(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.state.settings.retention?.entry === undefined);
  assert.match(hash(page), /retention\.mode=on-or-after$/);
});

onPage('a setting of retention that the files cannot answer can be taken back where it was made', {}, async (page) => {
  await drop(page, [{ name: 'use.csv', bytes: 'customer,at\na,2026-01-05\nb,2026-02-05\na,2026-02-07\n' }]);
  await reported(page);
  const own = page.locator('#fig-retention .own');
  await own.getByText(en.t('word-users'), { exact: true }).click();
  await page.locator('#fig-retention .unanswered').waitFor();
  await own.getByText(en.t('word-customers'), { exact: true }).click();
  await page.locator('#fig-retention table.triangle').waitFor();
});

onPage('a split is chosen beside whom it parts, and stands in the line of rules only while it holds', {}, async (page) => {
  await sample(page);
  assert.equal(await page.locator('[data-opens=rule-split]').count(), 0);
  await page.locator('[data-opens=rule-who]').focus();
  await page.keyboard.press('Enter');
  const split = page.locator('[data-panel=rule-who]').getByLabel(en.t('setting-split'));
  await split.selectOption('요금제');
  await until(page, 'report');
  await page.keyboard.press('Escape');
  await page.locator('[data-opens=rule-split]').click();
  await page.locator('[data-panel=rule-split] select').selectOption('');
  await until(page, 'report');
  await page.keyboard.press('Escape');
  await page.locator('[data-opens=rule-split]').waitFor({ state: 'detached' });
  const focused = await page.evaluate(() => document.querySelector('ebb-report')?.shadowRoot?.activeElement?.getAttribute('data-opens'));
  assert.equal(focused, 'rule-who');
});

onPage('every choice that differs stands in the line of rules, on paper too, and leads to where it is made', { hash: '&churn_date=cancel-request&grace=7&retention.unit=week' }, async (page) => {
  await sample(page);
  const names = [en.t('setting-churn_date'), en.t('setting-grace'), `${en.t('settings-group', { group: 'retention' })}: ${en.t('setting-unit')}`];
  const values = [en.t('word-cancel-request'), '7', en.t('word-week')];
  const chips = page.locator('.chip.differs');
  assert.deepEqual((await chips.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim()).sort(), names.map((name, i) => `${name} ${values[i]}`).sort());
  assert.equal(await page.locator('[data-opens=sheet]').innerText(), `${en.t('all-settings')} (3)`);
  const printed = (await page.locator('.print-rules').textContent()) ?? '';
  for (const name of names) assert.ok(printed.includes(name), printed);
  await chips.filter({ hasText: names[1] }).click();
  const field = page.locator('[data-setting=grace]');
  await page.waitForFunction(() => document.querySelector('ebb-report')?.shadowRoot?.querySelector('[data-setting=grace].asked'));
  await field.locator('input').fill('0');
  await field.locator('input').press('Enter');
  await until(page, 'report');
  assert.equal(await chips.count(), 2);
});

onPage('the values to choose from are those of the files that are here', {}, async (page) => {
  await sample(page);
  const values = async () => {
    await page.locator('[data-opens=rule-who]').click();
    const ticks = page.locator('[data-panel=rule-who] .ticks');
    await ticks.locator('label').first().waitFor();
    const texts = (await ticks.locator('label').allInnerTexts()).map((text) => text.trim()).sort();
    await page.keyboard.press('Escape');
    return texts;
  };
  await page.locator('[data-opens=rule-who]').click();
  await page.locator('[data-panel=rule-who] select').first().selectOption('요금제');
  await page.keyboard.press('Escape');
  assert.deepEqual(await values(), ['Pro', 'Starter', 'Team']);
  const rows = Array.from({ length: 12 }, (_, i) => `c${i},2026-01-0${1 + (i % 9)},10,${i % 2 ? 'small' : 'large'}`);
  await drop(page, [{ name: 'customers.csv', bytes: `customer_id,signup,mrr,요금제\n${rows.join('\n')}\n` }]);
  await reported(page);
  assert.deepEqual(await values(), ['large', 'small']);
});

onPage('a language whose words cannot be fetched leaves the page in its own, says so, and can be chosen again', { trouble: true }, async (page) => {
  await sample(page);
  await page.route(/\/ko-[^/]*\.js$/, (route) => route.abort());
  await page.getByText('한국어', { exact: true }).first().click();
  const told = page.locator('.notice', { hasText: en.t('words-lost') });
  await told.waitFor();
  assert.equal(await page.locator('.top input[name=lang]:checked').getAttribute('value'), 'en');
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, location.hash.includes('lang=ko')]), ['en', false]);
  await page.unroute(/\/ko-[^/]*\.js$/);
  await page.getByText('한국어', { exact: true }).first().click();
  await page.getByText(ko.t('part-leaving'), { exact: true }).first().waitFor();
  assert.equal(await page.locator('.notice').count(), 0);
});

for (const said of [en, ko])
  onPage(`where a choice leaves out what the files hold, the page says which and not that a file is missing, ${said.lang}`, { lang: said.lang }, async (page) => {
    await sample(page);
    const told = async (/** @type {Record<string, string>} */ settings) => {
      await page.evaluate((settings) => {
        /** @type {EbbReport} */ (document.querySelector('ebb-report')).settings = settings;
      }, settings);
      await until(page, 'report');
      return page.locator('[data-figure=headline] header').innerText();
    };
    const needs = (/** @type {string} */ id) => page.locator(`#fig-${id} .answer`).first().innerText();
    const currency = said.t('left-out-currency', { currency: 'USD' });
    assert.ok((await told({ currency: 'USD' })).includes(currency));
    assert.equal(await needs('logo_churn'), `${currency} ${said.t('rule-change')}`);
    await page.locator('#fig-logo_churn .answer button').click();
    await page.locator('.setting.asked[data-setting=currency]').waitFor();
    await page.keyboard.press('Escape');
    const date = said.lang === 'ko' ? '2020년 1월 1일' : '1 January 2020';
    const day = said.t('left-out-as_of', { date });
    assert.equal(await told({ as_of: '2020-01-01' }), day);
    assert.equal(await needs('retention'), `${day} ${said.t('rule-change')}`);
    assert.equal(await page.locator('.contents .blank .figures').first().innerText(), said.t('needs-short', { need: 'as_of' }));
    // What the files lack is lacking on any day.
    await page.evaluate(() => /** @type {EbbReport} */ (document.querySelector('ebb-report')).work.replace([]));
    await drop(page, [{ name: 'customers.csv', bytes: 'customer_id,signup,mrr\na,2026-01-05,40\nb,2026-02-05,50\n' }]);
    await reported(page);
    assert.equal((await state(page)).settings.as_of, '2020-01-01');
    assert.ok((await needs('dormancy')).startsWith(said.t('needs-line', { needs: said.t('needs-last-use'), n: 1 })));
    assert.equal(await needs('logo_churn'), `${day} ${said.t('rule-change')}`);
  });
