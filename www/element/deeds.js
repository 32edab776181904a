// What a press, a key or a drop does. Everything that is not drawing and not work.

/**
 * @typedef {import('./ebb-report.js').EbbReport} EbbReport
 * @typedef {import('../analyst/protocol.js').Settings} Settings
 */

/** @param {EbbReport} element */
export function deedsOf(element) {
  const { ui, work } = element;
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement | null} */ (element.renderRoot.querySelector(selector));
  const focus = (/** @type {string} */ selector) => void element.updateComplete.then(() => find(selector)?.focus());
  const input = () => /** @type {HTMLInputElement | null} */ (find('input[type=file]'));
  const place = () => element.dispatchEvent(new CustomEvent('ebb-change', { detail: { step: false } }));
  /** Whether the chosen files stand in place of those that are here. */
  let instead = false;
  let phase = '';

  const pick = () => {
    work.expect();
    instead = false;
    input()?.click();
  };
  const pickOther = () => {
    work.expect();
    instead = true;
    input()?.click();
  };

  /** A file for the reader's disk; where a sandbox forbids it, its text. @param {string} name @param {Blob} blob */
  const download = (name, blob) => {
    if (origin === 'null' && /^(text|application\/json)/.test(blob.type)) {
      blob.text().then((text) => ui.set('by-hand', { name, text }));
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const keep = (/** @type {string} */ name, /** @type {string} */ text) =>
    download(name, new Blob([text], { type: name.endsWith('.json') ? 'application/json' : 'text/plain' }));

  /** The popover stands under its chip. */
  const placeRule = () => {
    const chip = ui.get('rule') && find(`[data-opens="rule-${ui.get('rule')}"]`);
    const bar = find('.rules');
    if (chip && bar) ui.set('rule-x', Math.max(8, chip.getBoundingClientRect().left - bar.getBoundingClientRect().left - 12));
  };
  const openRule = (/** @type {string | null} */ id) => {
    const before = ui.get('rule');
    ui.set('rule', id);
    placeRule();
    ui.set('panel', null);
    ui.set('use-draft', null);
    if (id) {
      ui.set('rule-stop', id);
      focus('.from-rule :is(input:checked, select, input, button)');
    } else if (before) {
      // A chip that went with its choice was opened from beside it.
      element.updateComplete.then(() => (find(`[data-opens="rule-${before}"]`) ?? find('[data-opens=rule-who]'))?.focus());
    }
  };
  const openSheet = (/** @type {boolean} */ open) => {
    ui.set('sheet', open);
    ui.set('rule', null);
    focus(open ? '#sheet-title' : '[data-opens=sheet]');
    if (!open) ui.set('sheet-at', null);
  };

  /** What a file of settings says, if it is one. @param {string} file @param {string} text @param {boolean} [step] */
  const loadFrom = (file, text, step = true) => {
    const settings = settingsIn(text);
    if (settings) work.restore(settings, step);
    else work.set({ refused: { code: 'settings-unreadable', args: { file } } });
  };

  /** @param {string} id */
  const go = (id) => {
    const target = find(`[data-figure="${id}"]`);
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    element.at = id;
    place();
    const heading = /** @type {HTMLElement | null} */ (target.querySelector('h2, h3'));
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  };

  /** Closes what lies open, the nearest first. Says whether there was something. */
  const close = () => {
    const panel = ui.get('panel');
    if (work.state.phase === 'reading' || work.state.phase === 'opening') work.cancel();
    else if (panel) {
      // What a key opened gives the focus back to where it was.
      const from = panel === 'keys' ? ui.get('keys-from') : undefined;
      ui.set('panel', null);
      ui.set('keys-from', undefined);
      if (from === undefined) focus(`[data-opens="${panel}"]`);
      else from?.focus({ preventScroll: true });
    } else if (ui.get('rule')) openRule(null);
    else if (ui.get('sheet')) openSheet(false);
    else return false;
    return true;
  };

  return {
    pick,
    pickOther,
    download,
    keep,
    openRule,
    placeRule,
    openSheet,
    go,
    focus,
    change: (/** @type {Settings} */ choices) => work.change(choices),
    undo: () => (element.page && history.state?.ebb > 0 ? history.back() : work.undo()),
    top: () => scrollTo({ top: 0 }),
    skip: (/** @type {Event} */ e) => {
      e.preventDefault();
      go('headline');
    },
    setLang: (/** @type {string} */ lang) => {
      element.lang = lang;
      place();
    },
    setTheme: (/** @type {string} */ theme) => {
      element.theme = theme;
      place();
    },
    /** Opens the sheet at a setting. @param {string} field */
    openSetting: (field) => {
      const key = field.startsWith('active') ? 'events' : field;
      ui.set('sheet-at', key);
      openSheet(true);
      element.updateComplete.then(() => find(`[data-setting="${key}"]`)?.scrollIntoView({ block: 'center' }));
    },
    saveReport: () => keep(`ebb-report-${work.state.report?.as_of ?? ''}.json`, `${JSON.stringify(work.state.report)}\n`),
    saveSettings: () => keep('ebb-settings.json', `${JSON.stringify(work.state.settings, null, 2)}\n`),
    loadSettings: () => {
      const chooser = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
      chooser.onchange = async () => {
        const file = chooser.files?.[0];
        if (!file) return;
        loadFrom(file.name, await file.text());
      };
      chooser.click();
    },
    /** @param {string} address */
    fetchSettings: async (address) => {
      loadFrom(address, await fetch(new URL(address, document.baseURI)).then((answer) => (answer.ok ? answer.text() : ''), () => ''), false);
    },
    /** The values of a segment: the report of a split by it names them. @param {string} column @returns {string[] | null} null until they have come */
    valuesOf: (column) => {
      const key = `values-${column}`;
      const { guesses } = work.state;
      const had = ui.get(key);
      // Other files, or the same ones taken for something else, have values of their own.
      if (had?.of === guesses) return had.values;
      queueMicrotask(async () => {
        if (ui.get(key)?.of === guesses) return;
        ui.set(key, { of: guesses, values: null });
        const values = await work.preview({ split: column, segment: null }).then(segmentsOf, () => []);
        if (ui.get(key)?.of === guesses) ui.set(key, { of: guesses, values });
      });
      return null;
    },
    /**
     * What the session lists of the files that were read: asked for when it is first drawn, anew for another report.
     * @param {'events' | 'aside'} what
     * @returns {any[] | null} null until it has come
     */
    listed: (what) => {
      const { report } = work.state;
      const had = ui.get(`listed-${what}`);
      if (had?.report === report) return had.list;
      queueMicrotask(async () => {
        if (ui.get(`listed-${what}`)?.report === report) return;
        ui.set(`listed-${what}`, { report, list: had?.list ?? null });
        const list = await work[what]().catch(() => []);
        if (ui.get(`listed-${what}`)?.report === report) ui.set(`listed-${what}`, { report, list });
      });
      return had?.list ?? null;
    },
    /** A file's first lines in each of some encodings; null until they have come. @param {string} file @param {string[]} encodings @returns {string[][] | null} */
    preview: (file, encodings) => {
      const key = `preview-${file}-${encodings}`;
      const had = ui.get(key);
      if (had?.files === work.state.files) return had.lines;
      queueMicrotask(async () => {
        const { files } = work.state;
        if (ui.get(key)?.files === files) return;
        ui.set(key, { files, lines: null });
        ui.set(key, { files, lines: await work.analyst.preview(file, encodings).catch(() => []) });
      });
      return null;
    },
    /** What a choice of use would do, before it is applied. @param {any} draft */
    tryUse: (draft) => {
      ui.set('use-draft', draft);
      ui.set('use-preview', null);
      work.preview({ 'active.events': draft.events, 'active.min_rows': draft.min_rows, 'active.min_value': draft.min_value }).then(
        (report) => ui.get('use-draft') === draft && ui.set('use-preview', report),
        () => {},
      );
    },
    /** @param {string} key @param {import('../analyst/protocol.js').Issue} issue */
    showLines: (key, issue) => {
      if (ui.get(key)) return ui.set(key, null);
      ui.set(key, 'wait');
      const encoding = work.state.report?.sources.find(({ file }) => file === issue.file)?.encoding ?? 'utf-8';
      return work.analyst.lines(issue.file ?? '', issue.line ?? 1, encoding).then(
        (lines) => ui.set(key, lines),
        () => ui.set(key, 'lost'),
      );
    },
    chosenFiles: (/** @type {Event & {target: HTMLInputElement}} */ e) => {
      const files = [...(e.target.files ?? [])];
      e.target.value = '';
      if (instead) work.replace(files);
      else work.take(files);
    },
    drag: (/** @type {DragEvent} */ e) => {
      if (!e.dataTransfer?.types.includes('Files')) return;
      e.preventDefault();
      e.dataTransfer.dropEffect = 'copy';
      if (e.type === 'drop') {
        const { files, folders } = dropped(e.dataTransfer);
        work.set({ drag: null, folders });
        work.take(files);
      } else if (e.type === 'dragleave') {
        if (!(e.relatedTarget instanceof Node) || !element.contains(e.relatedTarget)) work.set({ drag: null });
      } else {
        if (work.state.drag === null) work.expect();
        const n = [...e.dataTransfer.items].filter(({ kind }) => kind === 'file').length;
        if (work.state.drag !== n) work.set({ drag: n });
      }
    },
    escape: (/** @type {KeyboardEvent} */ e) => {
      if (e.key !== 'Escape' || e.defaultPrevented) return;
      const inside = e.composedPath().includes(element);
      if ((inside || element.page) && close()) e.preventDefault();
    },
    /** A press elsewhere closes a panel. @param {Event} e */
    outside: (e) => {
      const path = e.composedPath();
      const within = (/** @type {string} */ selector) => path.some((node) => node instanceof Element && node.matches(selector));
      if (ui.get('panel') && !within('[data-panel]') && !within('[data-opens]')) ui.set('panel', null);
      if (ui.get('rule') && !within('[data-panel]') && !within('[data-opens]')) ui.set('rule', null);
    },
    /** A state was entered: its title takes the focus, so that it is read and Tab goes on from there. */
    arrived: () => {
      if (phase === work.state.phase) return;
      const first = phase === '';
      phase = work.state.phase;
      element.at = 'headline';
      if (first || !element.page) return;
      scrollTo({ top: 0 });
      find('[data-start]')?.focus({ preventScroll: true });
    },
    /** @param {import('./work.js').State} state @param {import('../words.js').Words} words */
    readSaid: ({ report, seconds }, words) => {
      const sum = (/** @type {'read' | 'set_aside'} */ key) => (report?.sources ?? []).reduce((all, source) => all + source[key], 0);
      return words.t('read-done', { rows: sum('read'), aside: sum('set_aside'), seconds: seconds.toFixed(1) });
    },
  };
}

/** @param {import('../analyst/protocol.js').Report} report split by one */
function segmentsOf({ figures }) {
  const named = figures.flatMap((figure) => (figure.shape === 'split' ? figure.parts : figure.shape === 'series' ? figure.lines : []).map(({ segment }) => segment));
  return [...new Set(named.flatMap((segment) => segment ?? []))];
}

/** @param {string} text @returns {Settings | null} null where it is none */
function settingsIn(text) {
  try {
    const found = JSON.parse(text);
    return found && typeof found === 'object' && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/** What was let go: a folder comes as a file that cannot be read. @param {DataTransfer} data */
function dropped({ items, files }) {
  const folders = [...items].flatMap((item) => (item.webkitGetAsEntry?.()?.isDirectory ? (item.getAsFile()?.name ?? '') : []));
  return { files: [...files].filter(({ name }) => !folders.includes(name)), folders };
}
