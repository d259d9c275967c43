/** What stands in the row of each kind of item: its text, where it stands in time, what the buttons are called. */
import { countDays } from "../../../language/dates.js";
import { EXPLORE, ITEM } from "../../../site/addresses.js";
import { find, findAll } from "../../../site/dom.js";
import { date, fill } from "../../../language/words.js";
import { fillFields, fillSelect } from "../forms/fields.js";
import { findDay } from "../parts/due.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/** As many letters of a text as tell it from others in the name of a button. */
const SHOWN = 60;

/**
 * @typedef {import("../../../kept/items.js").Item} Item
 * @typedef {object} Sight what the rows are painted with
 * @property {Texts["planning"]["plan"]} text the sentences
 * @property {import("../../../data/planning.js").Planning} planning
 * @property {string} day today
 * @property {Map<string, string>} names of the starred occupations by slug
 */

/** @param {string} text @param {Texts["planning"]["plan"]} words */
export const shorten = (text, words) => (text.length > SHOWN ? fill(words.shortened, { text: text.slice(0, SHOWN).trimEnd() }) : text);

/** A day with how far it is from today. @param {string} day @param {string} today @param {Texts["planning"]["plan"]} words */
export function tellDay(day, today, words) {
  const count = countDays(today, day);
  const near = /** @type {const} */ ({ "-1": "yesterday", 0: "today", 1: "tomorrow" })[count];
  const distance = fill(words.days[near ?? (count > 0 ? "ahead" : "ago")], { count: Math.abs(count) });
  return fill(words.when, { date: date(day), distance });
}

/** The name of an occupation; one that is no longer in the plan is known by its address alone. @param {string} slug @param {Map<string, string>} names */
export const nameOccupation = (slug, names) => names.get(slug) ?? slug.replaceAll("-", " ");

/** What each kind says about itself, in parts. @type {Record<string, (item: Item, sight: Sight) => (string | undefined | 0)[]>} */
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

/** @param {HTMLElement} row @param {Item} item @param {string} frame the kind of row @param {Sight} sight */
export function paintRow(row, item, frame, sight) {
  const { text, planning, day, names } = sight;
  const title = find(row, "text");
  title.id = ITEM.name(item.id);
  const notes = NOTES[frame](item, sight).filter(Boolean);
  find(row, "notes").textContent = notes.join(text.separator);
  row.toggleAttribute("data-overdue", (findDay(item) ?? day) < day);
  const [link] = title.querySelectorAll("a");
  if (link) Object.assign(link, { href: planning.locate(item.slug ?? ""), textContent: item.text });
  else title.textContent = item.text;
  for (const place of findAll(row, "[data-about]")) place.textContent = item.about ?? "";
  for (const place of findAll(row, "[data-taught]")) place.textContent = item.taught ?? "";
  for (const links of findAll(row, "[data-links]")) paintLinks(links, item, sight);
  nameButtons(row, item.text, text);
  for (const select of findAll(row, "select[data-value=slug]", HTMLSelectElement)) offerOccupations(select, names, item.slug);
  fillFields(row, item);
}

/** Names the buttons of a row by what they do and with what, since many are alike. @param {HTMLElement} row @param {string} title @param {Texts["planning"]["plan"]} text */
export function nameButtons(row, title, text) {
  for (const button of findAll(row, "[data-named]")) {
    button.setAttribute("aria-label", fill(text.named, { action: button.textContent?.trim(), text: shorten(title, text) }));
  }
}

/** Where an item comes from, and what it is about. @param {HTMLElement} links the places for both @param {Item} item @param {Sight} sight */
function paintLinks(links, { slug, method, strategy }, { text, planning, names }) {
  const [occupation, sheet] = links.children;
  const show = (/** @type {Element | undefined} */ place, /** @type {string} */ href, /** @type {string} */ textContent) => {
    place?.toggleAttribute("hidden", !href);
    if (href) Object.assign(place?.firstElementChild ?? {}, { href, textContent });
  };
  const part = method ? EXPLORE.write(method) : "";
  show(occupation, slug ? planning.locate(slug) + part : "", nameOccupation(slug ?? "", names));
  const found = planning.sheets.find(({ key }) => key === strategy);
  show(sheet, found?.url ?? "", fill(text.worksheet, { title: found?.title }));
}

/**
 * The starred occupations to choose from, and the chosen one even if it is starred no longer.
 *
 * @param {HTMLSelectElement} select @param {Map<string, string>} names @param {string} [slug] the chosen one
 */
export function offerOccupations(select, names, slug = select.value) {
  const options = /** @type {[string, string][]} */ ([...names]);
  if (slug && !names.has(slug)) options.push([slug, nameOccupation(slug, names)]);
  const known = JSON.stringify(options);
  // Not anew each time: the list may be open.
  if (select.dataset.known !== known) fillSelect(select, options);
  select.dataset.known = known;
  for (const label of select.labels ?? []) label.hidden = !options.length;
}
