/** What stands in the row of each kind of item: its text, where it stands in time, what the buttons are called. */
import { findDay } from "../../../kept/items.js";
import { countDays } from "../../../site/dates.js";
import { date, fill } from "../../../site/words.js";
import { fillFields, fillSelect } from "../forms/fields.js";

/** As many letters of a text as tell it from others in the name of a button. */
const SHOWN = 60;

/**
 * @typedef {import("../../../kept/items.js").Item} Item
 * @typedef {object} Sight what the rows are painted with
 * @property {any} text the sentences
 * @property {import("../../../data/planning.js").Planning} planning
 * @property {string} day today
 * @property {Map<string, string>} names of the starred occupations by slug
 */

/** @param {string} text @param {any} words */
export const shorten = (text, words) => (text.length > SHOWN ? fill(words.shortened, { text: text.slice(0, SHOWN).trimEnd() }) : text);

/** A day with how far it is from today. @param {string} day @param {string} today @param {any} words */
export function tellDay(day, today, words) {
  const count = countDays(today, day);
  const near = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[count];
  const distance = fill(words.days[near ?? (count > 0 ? "ahead" : "ago")], { count: Math.abs(count) });
  return fill(words.when, { date: date(day), distance });
}

/** The name of an occupation; one that is no longer in the plan is known by its address alone. @param {string} slug @param {Map<string, string>} names */
export const nameOccupation = (slug, names) => names.get(slug) ?? slug.replaceAll("-", " ");

/** What each kind says about itself, in parts. @type {Record<string, (item: Item, sight: Sight) => (string | undefined | false)[]>} */
const NOTES = {
  occupation: () => [],
  experiment: ({ method = "", date: day, expected, takes, cost }, { text, planning, day: today }) => [
    planning.methods[method]?.label,
    day ? fill(text.planned_for, { when: tellDay(day, today, text) }) : text.undated,
    expected && fill(text.expected_step, { step: expected }),
    takes && fill(text.takes, { takes }),
    cost && fill(text.costs, { cost }),
  ],
  "experiment-done": ({ method = "", done = "", expected, felt }, { text, planning }) => [
    planning.methods[method]?.label,
    fill(text.done_on, { date: date(done) }),
    felt && fill(expected ? text.compared : text.felt_step, { step: felt, expected, felt }),
  ],
  goal: ({ review }, { text, day }) => [review ? fill(text.review_on, { when: tellDay(review, day, text) }) : text.no_review],
  contact: ({ date: day }, { text, day: today }) => [day ? fill(text.contact_by, { when: tellDay(day, today, text) }) : text.undated],
  finished: ({ done = "" }, { text }) => [fill(text.done_on, { date: date(done) })],
  note: ({ date: day, made, interest }, { text }) => [date(day ?? made), interest && fill(text.interest_step, { step: interest })],
};

/** @param {any} row @param {Item} item @param {string} frame the kind of row @param {Sight} sight */
export function paintRow(row, item, frame, sight) {
  const { text, planning, day, names } = sight;
  /** @param {string} name @returns {any} */
  const find = (name) => row.querySelector(`[data-${name}]`);
  const title = find("text");
  title.id = `plan-item-${item.id}`;
  const notes = NOTES[frame](item, sight).filter(Boolean);
  find("notes").textContent = notes.join(text.separator);
  row.toggleAttribute("data-overdue", (findDay(item) ?? day) < day);
  if (frame === "occupation") Object.assign(title.firstElementChild, { href: planning.locate(item.slug ?? ""), textContent: item.text });
  else title.textContent = item.text;
  for (const name of ["about", "taught"]) if (find(name)) find(name).textContent = /** @type {any} */ (item)[name] ?? "";
  paintLinks(find, item, sight);
  for (const button of row.querySelectorAll("[data-named]")) {
    button.setAttribute("aria-label", fill(text.named, { action: button.textContent.trim(), text: shorten(item.text, text) }));
  }
  const select = row.querySelector("select[data-value=slug]");
  if (select) offerOccupations(select, names, item.slug);
  fillFields(row, item);
}

/** Where an item comes from, and what it is about. @param {(name: string) => any} find @param {Item} item @param {Sight} sight */
function paintLinks(find, { kind, slug, method, strategy }, { text, planning, names }) {
  const links = find("links");
  if (!links || kind === "occupation") return;
  const [occupation, sheet] = links.querySelectorAll("a");
  occupation.parentElement.hidden = !slug;
  if (slug) Object.assign(occupation, { href: planning.locate(slug) + (method ? `#explore-${method}` : ""), textContent: nameOccupation(slug, names) });
  const found = strategy && planning.sheets.find(({ key }) => key === strategy);
  if (sheet) sheet.parentElement.hidden = !found;
  if (sheet && found) Object.assign(sheet, { href: found.url, textContent: fill(text.worksheet, { title: found.title }) });
}

/**
 * The starred occupations to choose from, and the chosen one even if it is starred no longer.
 *
 * @param {any} select @param {Map<string, string>} names @param {string} [slug] the chosen one
 */
export function offerOccupations(select, names, slug = select.value) {
  const options = /** @type {[string, string][]} */ ([...names]);
  if (slug && !names.has(slug)) options.push([slug, nameOccupation(slug, names)]);
  const known = JSON.stringify(options);
  // Not anew each time: the list may be open.
  if (select.dataset.known !== known) fillSelect(select, options);
  select.dataset.known = known;
  select.closest("label").hidden = !options.length;
}
