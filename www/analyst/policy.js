// The one maker of script addresses: the policy `ebb`, made once. lit has its own for templates.

/** @type {{createScriptURL: (url: string) => any}} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('ebb', { createScriptURL: (/** @type {string} */ url) => url }) ?? {
  createScriptURL: (url) => url,
};

/**
 * An address that may start a script: one of the page's own, or a blob made here.
 * @param {string} url
 * @returns {any}
 */
export const scriptAddress = (url) => policy.createScriptURL(url);
