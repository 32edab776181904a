// What the workers of the page have in common: they say that they are ready, and answer each question once.

/** @param {(asked: any) => Promise<unknown>} answer */
export function answers(answer) {
  const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  scope.onmessage = ({ data }) =>
    answer(data).then(
      (answer) => scope.postMessage({ answer }),
      (thrown) => scope.postMessage({ problem: String(thrown?.stack ?? thrown) }),
    );
  scope.postMessage({ answer: 'ready' });
}
