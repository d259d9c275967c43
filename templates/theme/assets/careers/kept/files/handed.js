/**
 * Which days went into a file for calendars, so that the next one takes back what is done, deleted or has no day any more.
 * Only what tells them apart is kept: of what was deleted no word stays here. No DOM.
 */
import { isDay } from "../../language/dates.js";
import { MOST_REVISIONS, isCount, isObject } from "../checks.js";
import { SETTINGS, changeSettings } from "../settings.js";
import { read } from "../store.js";

/**
 * @typedef {object} Handed
 * @property {string} day YYYY-MM-DD
 * @property {number} sequence of the last change that calendars were told of
 * @property {boolean} gone whether they were told that it is
 */

/** @returns {Map<string, Handed>} by what calendars know them by */
export function loadHanded() {
  const saved = read(SETTINGS)?.handed;
  const all = Object.entries(isObject(saved) ? saved : {}).flatMap(([uid, one]) => {
    if (!isObject(one) || !isDay(one.day) || !isCount(one.sequence, MOST_REVISIONS)) return [];
    return [/** @type {const} */ ([uid, { day: one.day, sequence: one.sequence, gone: one.gone === true }])];
  });
  return new Map(all);
}

/** @param {ReadonlyMap<string, Handed>} handed @returns {boolean} whether that is saved */
export const keepHanded = (handed) => changeSettings({ handed: Object.fromEntries(handed) });

/**
 * Those that are due no more. What is past stays in a calendar as what has been.
 *
 * @param {ReadonlyMap<string, Handed>} handed @param {{uid: string}[]} due @param {string} today
 * @returns {Map<string, Handed>}
 */
export function findGone(handed, due, today) {
  const still = new Set(due.map(({ uid }) => uid));
  return new Map([...handed].filter(([uid, { day }]) => !still.has(uid) && day >= today));
}

/**
 * What a file is to say of each, and what is to be kept of it: a number of a change never goes back, since calendars leave
 * out what seems older than what they have.
 *
 * @template {{uid: string, day: string, revision: number}} Event
 * @param {Event[]} events @param {ReadonlyMap<string, Handed>} handed @param {string} today
 * @returns {{events: Event[], gone: {uid: string, day: string, revision: number}[], handed: Map<string, Handed>}}
 */
export function follow(events, handed, today) {
  /** @type {Map<string, Handed>} */
  const next = new Map();
  const moved = events.map((event) => {
    const last = handed.get(event.uid);
    const isNews = last && (last.gone || last.day !== event.day);
    const revision = Math.max(event.revision, last ? last.sequence + Number(isNews) : 0);
    next.set(event.uid, { day: event.day, sequence: revision, gone: false });
    return { ...event, revision };
  });
  const gone = [...findGone(handed, events, today)].map(([uid, last]) => {
    const revision = last.sequence + Number(!last.gone);
    next.set(uid, { day: last.day, sequence: revision, gone: true });
    return { uid, day: last.day, revision };
  });
  return { events: moved, gone, handed: next };
}
