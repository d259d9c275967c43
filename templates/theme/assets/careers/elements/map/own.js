/** The reader's own point on the map, and the occupations nearest to it. */
import { loadAssessments } from "../../data/collection.js";
import { loadReader } from "../../reader/reader.js";
import { place as rate, placeErrors } from "../../scoring/norms.js";
import { blur, locate } from "../../scoring/plane.js";
import { date, fill, list } from "../../language/words.js";

const NEAREST = 3;

/**
 * @param {{x: number, y: number, title: string}[]} points of the occupations
 * @returns {Promise<{text: string, place: {x: number, y: number, radius: number} | null} | null>} null if interests were never taken
 */
export async function findOwn(points) {
  const assessments = await loadAssessments();
  const assessed = loadReader(assessments).get("interests");
  if (!assessed) return null;
  const words = assessments.text.map;
  if (assessed.flat) return { text: words.flat, place: null };
  const { quiz, scores, error } = assessed;
  const { things, data } = locate(rate(scores, quiz.norms));
  const place = { x: 10 * things, y: -10 * data, radius: 10 * blur(placeErrors(scores, error, quiz.norms)) };
  const far = (/** @type {{x: number, y: number}} */ { x, y }) => Math.hypot(x - place.x, y - place.y);
  const near = [...points].sort((a, b) => far(a) - far(b)).slice(0, NEAREST).map(({ title }) => title);
  return { text: fill(words.own, { date: date(assessed.date), near: list(near) }), place };
}
