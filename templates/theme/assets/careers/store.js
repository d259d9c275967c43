/** JSON on the reader's device as `{v: 1, ...}`. Nothing throws: storage may be forbidden, full or hold foreign data. */
const PREFIX = "careers.";
const VERSION = 1;

/** @param {string} name @returns {Record<string, any> | null} what was saved, not yet validated */
export function read(name) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return value?.v === VERSION ? value : null;
  } catch {
    return null;
  }
}

/** @param {string} name @param {object} value @returns {boolean} whether it is saved */
export function write(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ v: VERSION, ...value }));
    return true;
  } catch {
    return false;
  }
}
