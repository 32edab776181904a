// A proxy on this machine that the browser sends every request through: what it has not seen was not sent.

import { createServer, request } from 'node:http';

/** @typedef {{url: string, at: number}} Asked at: milliseconds since 1970 */

/**
 * @param {string} own the one origin it lets through
 * @param {string[]} browser how addresses begin that the browser asks for by itself
 */
export async function logging(own, browser) {
  /** @type {Asked[]} */
  const asked = [];
  const note = (/** @type {string} */ url) => browser.every((own) => !url.startsWith(own)) && asked.push({ url, at: Date.now() });
  const server = createServer((question, answer) => {
    const url = question.url ?? '';
    note(url);
    if (!url.startsWith(own)) return void answer.writeHead(403).end();
    const onward = request(url, { method: question.method, headers: question.headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    question.pipe(onward);
  });
  // https and web sockets ask for a tunnel first: the name is enough to know.
  for (const type of /** @type {const} */ (['connect', 'upgrade']))
    server.on(type, (question, socket) => {
      note(`${type} ${question.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    asked,
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
