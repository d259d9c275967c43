/** What in the plan and in the worksheets waits for a day, by how soon that is. Pure; no DOM. */
import { addDays, byDay } from "../../../language/dates.js";

/** As many days ahead are "soon". */
const SOON = 14;

/** For as many days a day in a worksheet counts as overdue: nobody can tick it off. */
const LINGERS = 14;

/** What an item waits for, by its kind: the name of the field with the day. */
const DUE = /** @type {const} */ ({ experiment: "date", goal: "review", contact: "date" });

/**
 * @typedef {import("../../../kept/items.js").Item} Item
 * @typedef {import("../../../kept/sheets.js").Sheet} Sheet
 * @typedef {keyof typeof DUE} Dated a kind that can wait for a day
 * @typedef {object} Due an item of the plan, or a day in a worksheet
 * @property {string} uid the same for good
 * @property {string} day YYYY-MM-DD
 * @property {string} text
 * @property {string} [id] of the item
 * @property {Item & {kind: Dated}} [item]
 * @property {Sheet} [sheet]
 * @property {import("../../../kept/sheets.js").Entry} [entry] of the worksheet
 * @property {number} revision
 * @property {number} changed milliseconds
 */

/** @param {Item} item @returns {item is Item & {kind: Dated}} */
export const isDated = (item) => Object.hasOwn(DUE, item.kind);

/** The day on which an unfinished item asks for attention. @param {Item} item @returns {string | undefined} */
export const findDay = (item) => (item.done || !isDated(item) ? undefined : item[DUE[item.kind]]);

/**
 * @param {Item[]} items @param {ReturnType<typeof import("../../../kept/sheets.js").findReminders>} reminders
 * @returns {Due[]} the earliest first; on the same day in the order of the plan, then of the worksheets
 */
export function findDue(items, reminders) {
  const own = items.flatMap((item) => {
    const day = findDay(item);
    return day && isDated(item) ? [{ uid: item.id, id: item.id, day, text: item.text, item, revision: item.revision, changed: item.changed }] : [];
  });
  const others = reminders.map((reminder) => ({ ...reminder }));
  return [...own, ...others].sort(byDay(({ day }) => day));
}

/** @param {Due[]} due @param {string} today @returns {Record<"overdue" | "today" | "soon" | "later", Due[]>} */
export function groupDue(due, today) {
  /** @type {Record<"overdue" | "today" | "soon" | "later", Due[]>} */
  const groups = { overdue: [], today: [], soon: [], later: [] };
  for (const one of due) {
    if (one.sheet && one.day < addDays(today, -LINGERS)) continue;
    const name = one.day < today ? "overdue" : one.day === today ? "today" : one.day <= addDays(today, SOON) ? "soon" : "later";
    groups[name].push(one);
  }
  return groups;
}

/** A week later; what is overdue comes back in a week from today. @param {string} day @param {string} today */
export const putOff = (day, today) => addDays([day, today].sort()[1], 7);
