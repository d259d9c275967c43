/** What the group page and `careers norms` both go by. Made from generator/scripts/ by `careers schema`. */

/** What such a file says it is. */
export const GROUP_FORMAT = "career-guides-group";

/** The version of its format. */
export const GROUP_VERSION = 1;

/** People of whom at least there have to be answers: figures of fewer tell of persons. */
export const LEAST_PEOPLE = 10;
