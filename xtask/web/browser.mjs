// Chromium, as the tests and the pictures start it.

import { chromium } from 'playwright-core';

/**
 * A headless Chromium that asks nothing of the network by itself; set-up says where it lies.
 * @param {string[]} [more] switches
 */
export function launch(more = []) {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}
