/**
 * What the reader keeps on this device: one JSON object a name in localStorage, as `{v: 1, ...}`.
 *
 * Nothing here throws. Storage may be forbidden, full, or hold what another version or site wrote; then reading gives
 * null, writing gives false, and the caller tells the reader.
 */
const PREFIX = "careers.";
const VERSION = 1;

/**
 * @param {string} name
 * @returns {Record<string, any> | null} what was written under this name, not yet validated
 */
export function read(name) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return value !== null && typeof value === "object" && value.v === VERSION ? value : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} value
 * @returns {boolean} whether it is saved
 */
export function write(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ v: VERSION, ...value }));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @returns {boolean} whether it is gone
 */
export function remove(name) {
  try {
    localStorage.removeItem(PREFIX + name);
    return true;
  } catch {
    return false;
  }
}
