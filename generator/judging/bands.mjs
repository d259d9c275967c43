/**
 * What readers see of a collection, by the site's own scripts. Reads {readers, assessments, occupations} from the standard
 * input: of each reader the answers by quiz and item, and the two files as they are published. Writes a list, for each
 * reader slug -> band.
 */
import { readFileSync } from "node:fs";

/** The folder with the scripts, as a file address that ends in a slash. */
const [ASSETS] = process.argv.slice(2);
const given = JSON.parse(readFileSync(0, "utf8"));
const use = (name) => import(new URL(`${name}.js`, ASSETS).href);
globalThis.fetch = async (address) => new Response(JSON.stringify(given[/(\w+)\.json$/.exec(address)[1]]));

const [{ loadOccupations }, { assess }, { match }, { makePart }, { findLimits, findSources }, { WEIGHTS }, { finish }] =
  await Promise.all(
    ["data/collection", "scoring/assessments", "scoring/matching", "scoring/parts", "reader/sources", "kept/settings", "site/slices"].map(use),
  );
const occupations = await loadOccupations();
const seen = given.readers.map((answers) => {
  const taken = given.assessments.quizzes.flatMap((quiz) => {
    const assessed = answers[quiz.key] && assess(quiz, "full", new Map(Object.entries(answers[quiz.key])));
    return assessed ? [[quiz.kind, assessed]] : [];
  });
  const sources = findSources(new Map(taken), WEIGHTS, occupations);
  if (!sources.length) return {};
  const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
  const found = finish(match(parts, occupations.length, findLimits(sources, true)));
  return Object.fromEntries(found.filter(({ band }) => band).map(({ index, band }) => [occupations[index].slug, band]));
});
process.stdout.write(JSON.stringify(seen));
