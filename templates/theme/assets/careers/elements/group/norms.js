/**
 * How a group answered as a whole, as a file: `careers norms` makes norms of such. It holds means, spreads and counts, and
 * nothing of anybody; generator/model/groups.py is the format.
 */
import { download } from "../../actions/downloading.js";
import { today } from "../../language/dates.js";
import { fill } from "../../language/words.js";
import { deviation, mean } from "../../scoring/statistics.js";
import { GROUP_FORMAT, GROUP_VERSION, LEAST_PEOPLE } from "../../site/grouping.js";

/** Pearson's r. @param {number[]} a @param {number[]} b */
function correlate(a, b) {
  const [middleA, middleB] = [mean(a), mean(b)];
  return mean(a.map((value, at) => (value - middleA) * (b[at] - middleB))) / (deviation(a) * deviation(b));
}

/** Three digits behind the point say all there is to say. @param {number} value */
const round = (value) => Math.round(value * 1000) / 1000;

/** @param {number[]} values */
const describe = (values) => ({ mean: round(mean(values)), deviation: round(deviation(values)) });

/**
 * @typedef {import("../../data/collection.js").Quiz} Quiz @typedef {import("../../reader/reader.js").Assessed} Assessed
 *
 * @param {Quiz} quiz whose scales are means @param {Assessed[]} results one for each person
 * @param {string} saved YYYY-MM-DD @returns {string | null} the file; null of too few, or where all have one score
 */
function describeGroup({ key, stamp, scales, items }, results, saved) {
  if (results.length < LEAST_PEOPLE) return null;
  const columns = scales.map((_, at) => results.map(({ scores }) => scores[at]));
  if (!columns.every((column) => describe(column).deviation)) return null;
  const asked = items.flatMap((item) => {
    const answers = results.flatMap((one) => one.answers.get(item.key) ?? []);
    // What all answered alike would say what each did.
    const isPlain = answers.length < LEAST_PEOPLE || !deviation(answers);
    return isPlain ? [] : [[item.key, { stamp: item.stamp, count: answers.length, ...describe(answers) }]];
  });
  const after = (/** @type {number} */ at) => scales.slice(at + 1).map((scale, place) => [scale, round(correlate(columns[at], columns[at + 1 + place]))]);
  const content = {
    format: GROUP_FORMAT,
    v: GROUP_VERSION,
    saved,
    quiz: key,
    stamp,
    people: results.length,
    scales: Object.fromEntries(scales.map((scale, at) => [scale, describe(columns[at])])),
    correlations: Object.fromEntries(scales.slice(0, -1).map((scale, at) => [scale, Object.fromEntries(after(at))])),
    items: Object.fromEntries(asked),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** Gives the file to save. @param {Quiz | undefined} quiz @param {Assessed[]} results @param {import("../../data/types.d.ts").Texts["script"]["group"]["norms"]} text @returns {string} what came of it */
export function saveGroup(quiz, results, text) {
  const { length: count } = results;
  const file = quiz && describeGroup(quiz, results, today());
  if (!file) return fill(count < LEAST_PEOPLE ? text.few : text.alike, { count, least: LEAST_PEOPLE });
  const name = fill(text.file_name, { date: today() });
  download(name, file, "application/json");
  return fill(text.saved, { name });
}
