/** Days as texts, YYYY-MM-DD, which sort as they follow one another. No DOM. */

/** Milliseconds of a day without a change of the clocks, as all days are in UTC. */
export const DAY = 86_400_000;

/** Today where the reader is. */
export function today() {
  const now = new Date();
  return new Date(+now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {unknown} day @returns {day is string} a date that exists */
export const isDay = (day) =>
  typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day);

/** @param {string} day @param {number} days @returns {string} the same day where there is none so far away */
export function addDays(day, days) {
  const found = new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toJSON()?.slice(0, 10);
  return isDay(found) ? found : day;
}

/** @param {string} from @param {string} to @returns {number} days from one to the other */
export const countDays = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

/** For sorting, the earlier first. @template Thing @param {(thing: Thing) => string} read its day @returns {(a: Thing, b: Thing) => number} */
export const byDay = (read) => (a, b) => (read(a) < read(b) ? -1 : read(a) > read(b) ? 1 : 0);
