/** By which unit of time, and in which country, the reader likes to be told of pay, kept beside the other settings. No DOM. */
import { read, write } from "../kept/store.js";
import { tellIn } from "../language/money.js";

/** @typedef {import("../language/money.js").Unit} Unit */

/** Those of kept/settings.js, of which few pages need more. */
export const SETTINGS = "fit";

/** None: as it is published. @returns {Unit | undefined} */
export const readUnit = () => /** @type {const} */ (["year", "month", "hour"]).find((unit) => unit === read(SETTINGS)?.unit);

/** @param {{unit: string} | {country: string}} choice for all pages */
export const keep = (choice) => write(SETTINGS, { ...read(SETTINGS), ...choice });

/**
 * Pay as the reader likes it told; as it is published where nobody knows that.
 *
 * @param {number} amount @param {Unit} per for which it is published @param {number | null} hours a year @returns {{amount: number, per: Unit}}
 */
export function prefer(amount, per, hours) {
  const unit = readUnit() ?? per;
  const told = tellIn(amount, per, unit, hours);
  return told === null ? { amount, per } : { amount: told, per: unit };
}
