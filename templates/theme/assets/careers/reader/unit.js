/** By which unit of time the reader likes to be told of pay, kept beside the other settings. No DOM. */
import { read, write } from "../kept/store.js";

/** Those of kept/settings.js, of which few pages need more. */
export const SETTINGS = "fit";

/** None: as it is published. @returns {import("../language/money.js").Unit | undefined} */
export const readUnit = () => /** @type {const} */ (["year", "month", "hour"]).find((unit) => unit === read(SETTINGS)?.unit);

/** @param {string} unit */
export const keepUnit = (unit) => write(SETTINGS, { ...read(SETTINGS), unit });
