// Every request since the page had loaded its own parts, counted by the page itself.

/** @typedef {{url: string, at: number}} Request */

export class Requests {
  /** @type {Request[]} */
  #all = [];
  /** When the page had all its parts; nothing counts before. */
  #ready = Infinity;
  /** @type {Array<{directive: string, blocked: string}>} */
  violations = [];

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    new PerformanceObserver((list) => this.seen(list.getEntries().map(({ name, startTime }) => ({ url: name, at: performance.timeOrigin + startTime })))).observe({
      type: 'resource',
      buffered: true,
    });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      this.violated({ directive: effectiveDirective, blocked: blockedURI }),
    );
  }

  /** @param {Request[]} requests of the page or of a worker */
  seen(requests) {
    // A blob is made in this tab: it is no request.
    this.#all.push(...requests.filter(({ url }) => !url.startsWith('blob:')));
    this.changed();
  }

  /** @param {{directive: string, blocked: string}} violation */
  violated(violation) {
    this.violations.push(violation);
    this.changed();
  }

  /** The page has all it needs. */
  ready() {
    this.#ready = performance.timeOrigin + performance.now();
    this.changed();
  }

  get since() {
    return this.#all.filter(({ at }) => at > this.#ready);
  }

  get before() {
    return this.#all.filter(({ at }) => at <= this.#ready);
  }
}
