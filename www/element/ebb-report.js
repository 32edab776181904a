// <ebb-report>: files in, a report out. State comes from Work, goes through templates to the page; nothing flows back but calls of `app`.

import { LitElement, html, nothing } from 'lit';
import { loaded } from '../analyst/start.js';
import { numbers } from '../numbers.js';
import { loadWords, spoken } from '../words.js';
import { styles as views } from '../views/styles.js';
import { emptyView } from './empty.js';
import { mappingView } from './mapping.js';
import { readingView } from './reading.js';
import { brokenView } from './broken.js';
import { figuresOf, named, reportView } from './report-view.js';
import { notices, show } from './notices.js';
import { byHand, panel } from './panels.js';
import { topBar } from './top.js';
import { deedsOf } from './deeds.js';
import { held } from './focus.js';
import { Requests } from './requests.js';
import { filled } from './settings.js';
import { base, tokens } from './styles.js';
import { states } from './styles-states.js';
import { files, reading } from './styles-files.js';
import { frame } from './styles-frame.js';
import { mapping } from './styles-mapping.js';
import { choices } from './styles-settings.js';
import { printed } from './styles-print.js';
import { Work } from './work.js';

/**
 * All that a template is drawn from, and all that it may do.
 * @typedef {ReturnType<EbbReport['app']>} App
 * @typedef {import('../analyst/protocol.js').Report} Report
 */

/** @type {Record<string, (app: App) => unknown>} */
const STATES = { empty: emptyView, opening: readingView, reading: readingView, mapping: mappingView, report: reportView, broken: brokenView };

/** Width of what is printed: A4 without its margins, as styles-print.js zooms it. */
const PAPER = 840;

/** For what is said before there is a report. */
const NO_REPORT = { currency: null, exponent: 0, grain: 'month', as_of: null };

export class EbbReport extends LitElement {
  static properties = {
    src: { type: String },
    settingsAddress: { attribute: 'settings' },
    show: { type: String },
    lang: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    page: { type: Boolean, reflect: true },
    at: { state: true },
  };
  static styles = [tokens, base, frame, states, choices, mapping, reading, files, views, printed].flat();

  #ui = new Map();
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #resize = new ResizeObserver(() => this.#measure());
  /** @type {Element | null} */
  #main = null;
  #px = 960;
  /** Whether it is being drawn for paper. */
  #paper = false;
  /** @type {'wide' | 'middle' | 'narrow'} */
  #width = 'wide';
  #said = 0;
  /** The words in use: set before anything is drawn. @type {import('../words.js').Words} */
  #words = /** @type {any} */ (null);
  #scrolling = 0;
  #fading = 0;
  /** What was asked or refused so far. @type {unknown[]} */
  #told = [];
  /** Keeps the focus near, once it is drawn. */
  #kept = () => {};
  /** Figures of the report that are drawn so far, of all in their order. @type {Set<string>} */
  #drawn = new Set();
  /** @type {string[]} */
  #order = [];
  /** The report that they are of. @type {Report | null} */
  #drawnOf = null;

  constructor() {
    super();
    /** Addresses of files of the page's own site. @type {string | null} */
    this.src = null;
    /** Address of a settings file. @type {string | null} */
    this.settingsAddress = null;
    /** Figures to draw; all of them unless given. @type {string | null} */
    this.show = null;
    /** @type {string} */
    this.lang = '';
    /** @type {string | null} */
    this.theme = null;
    /** Whether it is the whole page (and not a guest in one). */
    this.page = false;
    /** The figure in view. */
    this.at = 'headline';
    this.ui = {
      get: (/** @type {string} */ key) => this.#ui.get(key),
      set: (/** @type {string} */ key, /** @type {any} */ value) => {
        this.#ui.set(key, value);
        this.requestUpdate();
      },
    };
    this.requests = new Requests(() => this.requestUpdate());
    this.work = new Work(
      () => this.requestUpdate(),
      (name, detail) => this.dispatchEvent(new CustomEvent(`ebb-${name}`, { detail, bubbles: true, composed: true })),
      { violation: (violation) => this.requests.violated(violation), requests: (requests) => this.requests.seen(requests) },
    );
    this.deeds = deedsOf(this);
    // From the first moment on: a file that is dropped before anything is drawn would replace the page.
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) this.addEventListener(type, (e) => this.deeds.drag(/** @type {DragEvent} */ (e)));
  }

  /** The last report, or null. @returns {Report | null} */
  get report() {
    return this.work.state.report;
  }

  /** Files set here are analysed. */
  get files() {
    return this.work.state.files;
  }
  set files(files) {
    this.work.open([...files]);
  }

  /** The choices that differ from the usual. */
  get settings() {
    return this.work.state.settings;
  }
  set settings(settings) {
    this.work.restore(settings ?? {}, true);
  }

  /** Nothing is drawn before the words of its language are there; where they can't be had, the language stays, and that is said. @override */
  async scheduleUpdate() {
    const asked = this.lang || this.parentElement?.closest('[lang]')?.getAttribute('lang') || 'en';
    if (this.#words?.lang !== spoken(asked)) {
      const words = await loadWords(asked).catch((problem) => {
        if (!this.#words) throw problem;
        return null;
      });
      this.#ui.set('words-lost', words === null);
      if (words) this.#words = words;
      else this.deeds.setLang(this.#words.lang);
    }
    return super.scheduleUpdate();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#dark.addEventListener('change', this.#redraw);
    addEventListener('scroll', this.#scrolled, { passive: true });
    addEventListener('keydown', this.deeds.escape);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    document.addEventListener('pointerdown', this.deeds.outside);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#main = null;
    this.#dark.removeEventListener('change', this.#redraw);
    removeEventListener('scroll', this.#scrolled);
    removeEventListener('keydown', this.deeds.escape);
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    document.removeEventListener('pointerdown', this.deeds.outside);
    this.work.analyst.dispose();
  }

  #redraw = () => this.requestUpdate();

  /** Drawn for paper at once: what is printed is what stands there when the event ends. @param {Event} event */
  #print = ({ type }) => {
    this.#paper = type === 'beforeprint';
    if (!this.hasUpdated) return;
    if (this.page && this.report) document.documentElement.style.setProperty('--foot', JSON.stringify(this.#words.t('print-foot', { date: this.app().said.date(this.report.as_of ?? '', 'long') })));
    this.requestUpdate();
    this.performUpdate();
  };

  /** @override */
  firstUpdated() {
    this.#start();
  }

  /** After the first paint: the worker and the pictures, so that reading asks for nothing. */
  async #start() {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    this.work.ready();
    await Promise.allSettled([loaded().all, import('../views/charts.js'), this.work.analyst.start()]);
    this.requests.ready();
    if (this.settingsAddress) await this.deeds.fetchSettings(this.settingsAddress);
    if (this.src) await this.work.fetch(this.src);
  }

  /** @param {Map<string, unknown>} changed @override */
  updated(changed) {
    super.updated(changed);
    const main = this.renderRoot.querySelector('main.main');
    if (main !== this.#main) {
      if (this.#main) this.#resize.unobserve(this.#main);
      if (main) this.#resize.observe(main);
      this.#main = main;
    }
    this.#kept();
    this.deeds.arrived();
    const { again, refused, folders } = this.work.state;
    const told = [again, refused, folders.length > 0 && folders, this.ui.get('words-lost')];
    if (told.some((one, i) => one && one !== this.#told[i])) show(/** @type {ShadowRoot} */ (this.renderRoot));
    this.#told = told;
    this.#drawOn();
    this.#fade();
  }

  /** What of a report is drawn at once: of one that takes the place of another what is in sight. @override */
  willUpdate() {
    this.#kept = held(/** @type {ShadowRoot} */ (this.renderRoot));
    const { phase, report } = this.work.state;
    const of = phase === 'report' ? report : null;
    if (of === this.#drawnOf) return;
    const order = of ? figuresOf(of, this.show) : [];
    const others = order.join() !== this.#order.join();
    this.#drawn = new Set(!this.#drawnOf ? [] : others ? order : order.filter((id) => this.#isSeen(id)));
    this.#drawnOf = of;
    this.#order = order;
  }

  /** @param {string} id */
  #isSeen(id) {
    const place = this.renderRoot.querySelector(`#fig-${id}`)?.getBoundingClientRect();
    return !place || (place.bottom > -innerHeight / 2 && place.top < innerHeight * 1.5);
  }

  /** One figure more, in a turn of its own; none while another answer is on its way, which is not to wait for them. */
  #drawOn() {
    const next = this.#order.find((id) => !this.#drawn.has(id));
    if (next === undefined) return;
    setTimeout(() => {
      if (this.work.state.busy) return;
      this.#drawn.add(next);
      this.requestUpdate();
    });
  }

  /** A table that is wider than its place fades where it is cut. */
  #fade() {
    if (this.#fading) return;
    this.#fading = requestAnimationFrame(() => {
      this.#fading = 0;
      for (const table of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('.sideways > table'))) {
        const place = /** @type {HTMLElement} */ (table.parentElement);
        place.classList.toggle('cut', table.offsetWidth > place.clientWidth);
      }
    });
  }

  #measure() {
    this.#fade();
    const width = this.clientWidth;
    const px = Math.floor((this.#main?.clientWidth ?? width) / 8) * 8;
    const kind = width >= 1120 ? 'wide' : width >= 720 ? 'middle' : 'narrow';
    if (px === this.#px && kind === this.#width) return;
    this.#px = px;
    this.#width = kind;
    // Not inside the observer: drawing changes sizes.
    requestAnimationFrame(() => this.requestUpdate());
  }

  #scrolled = () => {
    if (this.#scrolling) return;
    this.#scrolling = requestAnimationFrame(() => {
      this.#scrolling = 0;
      const places = [...this.renderRoot.querySelectorAll('[data-figure]')].filter((place) => place.getBoundingClientRect().top < innerHeight * 0.35);
      const at = places.at(-1)?.getAttribute('data-figure') ?? 'headline';
      if (this.work.state.phase === 'report' && at !== this.at) {
        this.at = at;
        this.dispatchEvent(new CustomEvent('ebb-change', { detail: { step: false } }));
      }
    });
  };

  /** How far the read is, said at most every five seconds. */
  #sayProgress() {
    const { progress, phase } = this.work.state;
    if (phase !== 'reading' || !progress || performance.now() - this.#said < 5000) return;
    this.#said = performance.now();
    this.#ui.set('said-progress', this.#words.t('read-percent', { percent: Math.floor((100 * progress.read) / Math.max(1, progress.total)) }));
  }

  app() {
    const { state } = this.work;
    const theme = this.theme === 'dark' || (this.theme !== 'light' && this.#dark.matches) ? 'dark' : 'light';
    const said = this.#words;
    const { lang } = said;
    const { change } = this.deeds;
    /** What the parts of a report are drawn from. @param {Report} report */
    const ctx = (report) => ({
      report,
      words: said,
      settings: filled(report === state.report ? this.work.held : state.settings),
      lang,
      theme,
      ui: this.ui,
      width: this.#paper ? /** @type {const} */ ('middle') : this.#width,
      paper: this.#paper,
      px: this.#paper ? PAPER : this.#px,
      at: this.at,
      change,
      members: this.work.members.bind(this.work),
      download: this.deeds.download,
      addFiles: this.deeds.pick,
      settingsOpen: this.deeds.openSetting,
      go: this.deeds.go,
    });
    return {
      ...this.deeds,
      ctx,
      state,
      settings: state.settings,
      report: state.report,
      work: this.work,
      words: said,
      said: numbers(said, /** @type {any} */ (state.report ?? NO_REPORT)),
      lang,
      theme: /** @type {'light' | 'dark'} */ (theme),
      width: this.#width,
      drawn: (/** @type {string} */ id) => this.#paper || this.#drawn.has(id),
      page: this.page,
      show: named(this.show),
      ui: this.ui,
      requests: this.requests.since,
      loadedParts: this.requests.before,
      violations: this.requests.violations,
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.getAttribute('content') ?? '',
    };
  }

  /** @override */
  render() {
    this.#sayProgress();
    const app = this.app();
    const { state, words: said, lang, page } = app;
    return html`<div class="ebb ${state.phase} ${app.width}" lang=${lang} role=${page ? nothing : 'region'} aria-label=${page ? nothing : 'Ebb'}>
      ${topBar(app)} ${notices(app)}
      ${STATES[state.phase]?.(app)} ${panel(app, 'keys')} ${byHand(app)}
      <p class="hidden" role="status">
        ${state.phase === 'report' && state.report && !state.busy ? this.deeds.readSaid(state, said) : nothing}
      </p>
      <input type="file" multiple tabindex="-1" aria-hidden="true" class="hidden" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.deeds.chosenFiles} />
      ${state.drag === null ? nothing : html`<div class="dragging" role="status"><p>${state.drag > 0 ? said.t('drag-let-go', { n: state.drag }) : said.t('drag-let-go-some')}</p></div>`}
    </div>`;
  }
}
