/** Which interests the verbs of the reader's stories belong to, beside what the assessment of interests says. */
import { loadAssessments } from "../../../data/collection.js";
import { load } from "../../../site/loading.js";
import { loadReader } from "../../../reader/reader.js";
import { findHigh } from "../../../scoring/scales.js";
import { decimal, fill, list, pairs } from "../../../language/words.js";
import { readField } from "../fields.js";
import { button, draw, findAll, make } from "../../../site/dom.js";
import { loadWords, offerQuizzes } from "../filling.js";
import { compareInterests, findVerbs, makeForms } from "../verbs.js";

/** So few verbs say nothing. */
const FEW = 3;
const PAUSE = 400;

/** @param {number} share of the whole width @param {string} className */
function drawBar(share, className) {
  const bar = draw("rect", { class: className, width: 100 * share, height: 10 });
  return draw("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, bar);
}

/** @param {import("../element.js").CareerSheet} sheet @returns {string} all that stands in the stories */
function readStories(sheet) {
  const [field] = findAll(sheet, "[data-field=stories]");
  const value = field && readField(field);
  // A full stop, so that the end of one is not before the beginning of the next.
  return Array.isArray(value) ? value.flatMap((row) => Object.values(row)).join(".\n") : String(value ?? "");
}

/** @param {import("../element.js").CareerSheet} sheet */
export async function open(sheet) {
  const [words, assessments, { verbs, grammar }] = await Promise.all([loadWords(), loadAssessments(), load("verbs")]);
  const text = words.stories;
  const forms = makeForms(verbs, grammar);
  const labels = assessments.labels.interests;
  const interests = loadReader(assessments).get("interests");
  const quizzes = [...assessments.quizzes.values()].filter(({ kind }) => kind === "interests");
  const scores = new Map(interests ? interests.quiz.scales.map((scale, at) => [scale, interests.scores[at]]) : []);
  const high = interests && !interests.flat ? findHigh(interests).map((at) => interests.quiz.scales[at]) : [];
  const names = (/** @type {string[]} */ keys) => list(keys.map((key) => labels[key]));

  const body = make("tbody");
  const found = make("p");
  const compared = make("div");
  const heads = [text.interest, text.stories, ...(interests ? [text.answers] : [])];
  const table = make(
    "table",
    { className: "cg-sheet__verbs" },
    make("caption", {}, text.caption),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    body,
  );

  const show = () => {
    const own = findVerbs(readStories(sheet), forms);
    const most = Math.max(1, ...[...own.values()].map(({ length }) => length));
    const total = [...own.values()].reduce((sum, { length }) => sum + length, 0);
    const rows = Object.keys(labels).map((key) => {
      const some = own.get(key) ?? [];
      const cells = [make("td", {}, drawBar(some.length / most, "cg-sheet__bar"), some.length ? fill(text.verbs, { count: some.length, verbs: list(some, "unit") }) : text.no_verbs)];
      const score = scores.get(key);
      if (score) cells.push(make("td", {}, drawBar((score - 1) / 4, "cg-sheet__bar cg-sheet__bar--answers"), decimal(score)));
      return make("tr", {}, make("th", { scope: "row" }, labels[key]), ...cells);
    });
    body.replaceChildren(...rows);
    found.textContent = fill(text.found, { count: total });
    compared.replaceChildren(...(total < FEW ? [make("p", {}, text.few)] : tell(own)));
  };

  /** @param {Map<string, string[]>} own */
  const tell = (own) => {
    if (!interests) return offerQuizzes(text.not_taken, quizzes);
    if (interests.flat) return offerQuizzes(text.flat, quizzes);
    const { both, stories, answers } = compareInterests(own, high);
    const sentences = pairs({ both, alone: stories, unseen: answers }).flatMap(([name, keys]) => (keys.length ? fill(text[name], { names: names(keys) }) : []));
    return [make("p", {}, sentences.join(" "))];
  };

  const panel = sheet.find("panel");
  sheet.querySelector("[data-field=stories]")?.after(panel);
  panel.replaceChildren(make("p", {}, text.help), table, found, compared, make("p", { className: "cg-part__actions" }, button(words.close, () => sheet.closePanel())));
  show();

  // It goes on with the reader's writing until it is put away.
  const control = new AbortController();
  sheet.signal.addEventListener("abort", () => control.abort(), { once: true });
  let pause = 0;
  const again = () => {
    clearTimeout(pause);
    pause = setTimeout(() => (table.isConnected ? show() : control.abort()), PAUSE);
  };
  for (const type of ["input", "click"]) sheet.addEventListener(type, again, { signal: control.signal });
}
