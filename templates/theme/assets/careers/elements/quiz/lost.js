/** Answers that were given to what a quiz no longer asks. No DOM. */
import { isObject } from "../../kept/checks.js";
import { readRaw } from "../../kept/records.js";
import { QUIZ, findResult, joinAnswers } from "../../kept/sittings.js";
import { read } from "../../kept/store.js";

/** How many there are in the latest sitting. @param {import("./answers.js").Quiz} quiz */
export function countLost(quiz) {
  const sitting = read(QUIZ + quiz.key);
  const result = sitting?.done ? findResult(quiz, sitting, readRaw()) : null;
  const given = [result?.answers, sitting?.answers].flatMap((answers) => (isObject(answers) ? Object.keys(answers) : []));
  return new Set(given).size - joinAnswers(quiz, sitting).size;
}
