// A window that was opened just now keeps Chromium busy with its own interface (half a second of both cores): nobody drops a
// file at that moment, and nobody who is measured is to pay for it.

const LONG = 2000; // ms

/** When the browser is done with itself. @returns {Promise<void>} */
export const quiet = () => new Promise((resolve) => setTimeout(resolve, LONG));
