// In which months each customer is active, and the triangle of that: for those who have to count by hand.

/**
 * Customers, and a bit for each month in which one is active. Bits are counted from `base`, a month since the year 0.
 * @typedef {{base: number, ids: Map<string, number>, masks: Uint32Array}} Months
 */

export class Counting {
  /** @type {Map<string, number>} */
  #ids = new Map();
  #masks = new Uint32Array(1024);
  #base = -1;
  #stamp = '';
  #bit = 0;

  /**
   * A row.
   * @param {string} customer
   * @param {string} stamp 2025-01-31 …
   */
  add(customer, stamp) {
    // In a log the same day comes again and again.
    if (!stamp.startsWith(this.#stamp) || this.#bit === 0) this.#month(stamp);
    let place = this.#ids.get(customer);
    if (place === undefined) {
      place = this.#ids.size;
      this.#ids.set(customer, place);
      if (place === this.#masks.length) {
        const masks = new Uint32Array(2 * place);
        masks.set(this.#masks);
        this.#masks = masks;
      }
    }
    this.#masks[place] |= this.#bit;
  }

  /** @param {string} stamp */
  #month(stamp) {
    const month = Number(stamp.slice(0, 4)) * 12 + Number(stamp.slice(5, 7)) - 1;
    // Rows in no order: earlier months too, but 31 in all.
    if (this.#base < 0) this.#base = month - 15;
    const place = month - this.#base;
    if (!(place >= 0 && place < 32)) throw new Error(`"${stamp}" is no month near the others.`);
    this.#bit = (1 << place) >>> 0;
    this.#stamp = stamp.slice(0, 7);
  }

  /** @returns {Months} */
  months() {
    return { base: this.#base, ids: this.#ids, masks: this.#masks.slice(0, this.#ids.size) };
  }
}

/** @param {Months[]} parts @returns {Months} */
export function join(parts) {
  const [first, ...others] = parts.filter(({ ids }) => ids.size > 0);
  if (!first) return { base: 0, ids: new Map(), masks: new Uint32Array() };
  const masks = [...first.masks];
  for (const { base, ids, masks: more } of others) {
    for (const [id, from] of ids) {
      const mask = shifted(more[from] ?? 0, base - first.base);
      const place = first.ids.get(id);
      if (place === undefined) {
        first.ids.set(id, masks.length);
        masks.push(mask);
      } else masks[place] = ((masks[place] ?? 0) | mask) >>> 0;
    }
  }
  return { ...first, masks: Uint32Array.from(masks) };
}

/** @param {number} mask @param {number} by */
function shifted(mask, by) {
  const moved = by >= 0 ? mask * 2 ** by : mask / 2 ** -by;
  if (moved >= 2 ** 32 || !Number.isInteger(moved)) throw new Error('The months of the parts are too far from each other.');
  return moved;
}

/**
 * How many of each month's newcomers are active in each month from then on.
 * @param {Months} months
 * @returns {Array<[month: string, active: number[]]>}
 */
export function cohorts({ base, masks }) {
  const all = masks.reduce((sum, mask) => (sum | mask) >>> 0, 0);
  const last = 31 - Math.clz32(all);
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const mask of masks) {
    const first = 31 - Math.clz32(mask & -mask);
    const active = found.get(first) ?? Array.from({ length: last - first + 1 }, () => 0);
    found.set(first, active);
    for (let place = first; place <= last; place += 1) if ((mask >>> place) & 1) active[place - first] = (active[place - first] ?? 0) + 1;
  }
  return [...found].sort(([one], [other]) => one - other).map(([first, active]) => [named(base + first), active]);
}

/** 2025-01. @param {number} month since the year 0 */
export const named = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
