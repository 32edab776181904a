// The page in headless Chromium. One browser for all rooms, a page for each test; every request goes through a proxy that logs.

await import('./page/reports.mjs');
await import('./page/walk.mjs');
await import('./page/policy.mjs');
await import('./page/paper.mjs');
await import('./page/questions.mjs');
await import('./page/lists.mjs');
await import('./page/names.mjs');
await import('./page/speed.mjs');
await import('./page/stops.mjs');
await import('./page/parts.mjs');
await import('./page/expected.mjs');
await import('./page/pool.mjs');
await import('./page/bad-input.mjs');
await import('./page/guest.mjs');
await import('./page/keys.mjs');
await import('./page/address.mjs');
await import('./page/states.mjs');
await import('./page/last.mjs');
