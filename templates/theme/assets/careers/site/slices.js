/** Long work in slices, so that the page can answer the reader in between. */

/** Milliseconds at a time: well under a frame. */
const SLICE = 8;

/** Lets the browser do what it has to do before what comes next. @returns {Promise<void>} */
export function pause() {
  /** Not in every browser. @type {{scheduler?: {yield?: () => Promise<void>}}} */
  const { scheduler } = globalThis;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/**
 * @template T
 * @param {Generator<void, T>} calculation
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>} never settles once the signal is aborted
 */
export async function run(calculation, signal) {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = calculation.next();
      if (done) return value;
    } while (performance.now() < until);
    await pause();
    if (signal?.aborted) await new Promise(() => {});
  }
}

/** All in one go. @template T @param {Generator<void, T>} calculation @returns {T} */
export function finish(calculation) {
  for (;;) {
    const { done, value } = calculation.next();
    if (done) return value;
  }
}
