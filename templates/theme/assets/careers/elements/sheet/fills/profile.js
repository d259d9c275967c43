/** What the profile of an occupation says, for the reader's own notes on it. */
import { loadOccupations } from "../../../data/collection.js";
import { load } from "../../../site/loading.js";
import { loadPlanning } from "../../../data/planning.js";
import { writeMoney } from "../../../language/money.js";
import { fill, list, signed } from "../../../language/words.js";
import { prefer } from "../../../reader/unit.js";
import { makeSelect } from "../choosing.js";
import { button, findAll, make } from "../../../site/dom.js";
import { propose, shape } from "../filling.js";

/** @import {ProfileFile, Texts} from "../../../data/types.d.ts" */

/** Figures in words. @param {ProfileFile} profile @param {Texts["planning"]["sheet"]["profile"]} text @param {string} locale @returns {Record<string, string[]>} lines by field */
function tell(profile, text, locale) {
  /** @param {ProfileFile["pay"][0]} one @param {"p10" | "median" | "mean"} name */
  const write = (one, name) => {
    const amount = writeMoney(prefer(one[name] ?? 0, one.per, one.hours).amount, one.currency, locale);
    return name !== "mean" && one.at_least.includes(name) ? fill(text.at_least, { amount }) : amount;
  };
  const pay = profile.pay.flatMap((one) => [
    ...(one.told ? [fill(text[one.told], { region: one.region, year: one.year, amount: write(one, one.told), per: text.per[prefer(0, one.per, one.hours).per] })] : []),
    ...(one.p10 ? [fill(text.p10, { amount: write(one, "p10"), per: text.per[prefer(0, one.per, one.hours).per] })] : []),
    ...(one.covers ? [fill(text.covers, { covers: one.covers })] : []),
    fill(text.source, { source: one.source }),
  ]);
  const prospects = profile.outlook.flatMap((one) => {
    const percent = signed(one.change_percent);
    return [fill(text.change[one.direction], { ...one, percent, count: one.difference }), fill(text.openings[one.replacement], { count: one.openings_per_year }), fill(text.source, { source: one.source })];
  });
  return {
    occupation: [profile.title],
    work: [profile.summary, ...profile.tasks.map((task) => `- ${task}`)],
    environment: Object.entries(profile.environment).map(([group, terms]) => fill(text.group, { group, terms: list(terms) })),
    pay,
    prospects,
    "way-in": [
      ...(profile.entry ? [fill(text.entry, { level: profile.entry })] : []),
      ...(profile.training ? [fill(text.training, { training: profile.training })] : []),
      ...profile.routes.map(({ name, takes }) => fill(text.route, { name, takes })),
    ],
  };
}

/** @param {import("../element.js").CareerSheet} sheet */
export async function open(sheet) {
  const [{ text: planning, locale }, occupations] = await Promise.all([loadPlanning(), loadOccupations()]);
  const words = planning.sheet;
  const text = words.profile;
  const { select, row } = makeSelect(`ws-${sheet.dataset.sheet}-chosen`, occupations, words);
  const place = make("div");
  const fault = make("div", { role: "alert" });
  const show = async () => {
    const slug = select.value;
    fault.replaceChildren();
    let profile;
    try {
      profile = await load(`profiles/${slug}`);
    } catch (problem) {
      console.warn(problem);
      fault.replaceChildren(make("p", { className: "cg-part__error" }, text.failed));
      return place.replaceChildren();
    }
    // Another one may have been chosen while this was on its way.
    if (sheet.signal.aborted || select.value !== slug) return;
    const lines = tell(profile, text, locale);
    const kind = (/** @type {string} */ key) => findAll(sheet, `[data-field="${key}"]`)[0]?.dataset.kind ?? "";
    propose(sheet, place, Object.fromEntries(Object.entries(lines).map(([key, own]) => [key, shape(kind(key), own)])), words);
    place.tabIndex = -1;
    place.focus();
  };
  select.addEventListener("change", () => place.replaceChildren());
  row.append(button(text.show, show));
  sheet.find("panel").replaceChildren(make("p", {}, text.help), row, fault, place);
}
