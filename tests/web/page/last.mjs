// After everything else: what the whole suite has sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proxy, site, strays } from './house.mjs';
import { ELSEWHERE } from './policy.mjs';

test('nothing in the whole suite was asked for anywhere else, but where a test took the policy away', () => {
  assert.deepEqual([...new Set(strays().map(({ url }) => url))].filter((url) => !url.startsWith(ELSEWHERE)), []);
  assert.ok(proxy.asked.some(({ url }) => url.startsWith(`${site}/`)), 'the proxy sees the page’s own requests');
});
