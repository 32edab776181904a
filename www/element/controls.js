// The controls that stand in more than one place.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * A choice of a few, one of them chosen. Arrow keys move, as in every radio group.
 * @template {string} T
 * @param {string} name unique in the element
 * @param {string} label what is chosen, for who cannot see where it stands
 * @param {Array<{value: T, text: unknown, lang?: string}>} options
 * @param {T | null} chosen
 * @param {(value: T) => void} choose
 * @param {string} [style] further classes
 */
export function radios(name, label, options, chosen, choose, style = '') {
  return html`<span class="switch ${style}" role="radiogroup" aria-label=${label}
    >${options.map(
      ({ value, text, lang }) => html`<label lang=${lang ?? nothing}
        ><input type="radio" name=${name} value=${value} .checked=${live(value === chosen)} @change=${() => choose(value)} />${text}</label
      >`,
    )}</span
  >`;
}

/**
 * A choice of many.
 * @param {string} label
 * @param {Array<{value: string, text: string, disabled?: boolean}>} options
 * @param {string} chosen
 * @param {(value: string) => void} choose
 * @param {string} [style]
 */
export function select(label, options, chosen, choose, style = '') {
  return html`<select class="field ${style}" aria-label=${label} @change=${(/** @type {Event & {target: HTMLSelectElement}} */ e) => choose(e.target.value)}>
    ${options.map(({ value, text, disabled }) => html`<option value=${value} .selected=${live(value === chosen)} ?disabled=${disabled}>${text}</option>`)}
  </select>`;
}

/**
 * Beside a field: what it takes, seen once something else was typed. The setting stays as it was.
 * @param {import('../words.js').Words} words @param {string} kind @param {Record<string, unknown>} [args]
 */
export const expected = (words, kind, args) => html`<span class="refused expected" role="alert">${words.t('field-expected', { kind, ...args })}</span>`;

/** What was typed, if the field takes it. @param {(text: string) => void} take */
export const ended = (take) => (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
  if (target.validity.valid) take(target.value);
};

/**
 * A number that is typed; one change when it ends.
 * @param {import('../words.js').Words} words
 * @param {string} label
 * @param {number | null | undefined} value
 * @param {(value: number | null) => void} choose
 * @param {{min?: number, max?: number, whole?: boolean, needed?: boolean}} [limits] `needed`: there is always one
 */
export function number(words, label, value, choose, { min = 0, max, whole = true, needed = false } = {}) {
  return html`<input
      class="field number"
      type="number"
      inputmode=${whole ? 'numeric' : 'decimal'}
      aria-label=${label}
      min=${min}
      max=${max ?? nothing}
      step=${whole ? 1 : 'any'}
      ?required=${needed}
      .value=${value === null || value === undefined ? '' : String(value)}
      @change=${ended((text) => choose(text === '' ? null : Number(text)))}
    />${expected(words, !whole ? 'number' : max ? 'range' : 'whole', { min, max: max ?? '' })}`;
}

/**
 * A box to tick.
 * @param {unknown} text
 * @param {boolean} on
 * @param {(on: boolean) => void} choose
 * @param {unknown} [beside] at the right
 */
export function check(text, on, choose, beside = nothing) {
  return html`<label class="check"
    ><input type="checkbox" .checked=${live(on)} @change=${(/** @type {Event & {target: HTMLInputElement}} */ e) => choose(e.target.checked)} /><span>${text}</span
    >${beside === nothing ? nothing : html`<span class="number figures">${beside}</span>`}</label
  >`;
}
