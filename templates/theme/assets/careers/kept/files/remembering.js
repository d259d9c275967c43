/** All that lies on the device, to be put back as it was. No DOM. */
import { ASIDE, hold, keys, peek, putText, unsaved } from "../store.js";

/**
 * Remembers all that lies here, saved or not, even what cannot be read.
 *
 * @returns {() => void} puts exactly that back, whatever was written or deleted since; what has not changed is not touched
 */
export function remember() {
  const kept = new Map(keys().map((key) => [key, peek(key)]));
  const pending = new Map(unsaved);
  return () => {
    unsaved.clear();
    for (const key of keys()) if (!kept.has(key)) putText(key, null);
    let left = [...kept];
    // What shrinks makes room for what grows, so what found none gets a second chance.
    for (let round = 1; round <= 2; round++) left = left.filter(([key, text]) => !putText(key, text));
    for (const [key, text] of [...left, ...pending]) if (!key.startsWith(ASIDE)) hold(key, text);
  };
}

/** Whether the browser lets the page save what lies there already: full to the last letter it has no room for a trial. */
export const isOpen = () => keys().slice(0, 1).some((key) => putText(key, peek(key), true));
