/** What the generator and the scripts both go by. Made from generator/scripts/ by `careers schema`. */

/** The version of the JSON files. */
export const DATA_VERSION = 1;

/** The kinds of assessment that can speak for or against an occupation. */
export const MATCHING = /** @type {const} */ (["interests", "skills", "values", "environment"]);

/** Those whose scores have a shape to compare: equal scores say nothing. */
export const CORRELATED = /** @type {const} */ (["interests", "skills", "values"]);

/** The kinds of assessment whose scales are means of several items. */
export const AVERAGED = /** @type {const} */ (["interests", "methods"]);

/** The kinds of things in a plan. */
export const ITEM_KINDS = /** @type {const} */ (["occupation", "experiment", "goal", "contact", "note"]);

/** What each field of a thing in a plan holds: a step is 1 to 5, a short text one line. */
export const ITEM_FIELDS = /** @type {const} */ ({"kind": "kind", "text": "long", "made": "day", "slug": "short", "method": "short", "strategy": "short", "takes": "short", "cost": "short", "about": "long", "date": "day", "review": "day", "done": "day", "expected": "step", "felt": "step", "taught": "long", "interest": "step"});

/** Letters that a text on one line may have. */
export const MOST_SHORT = 300;

/** Letters that a long text may have. */
export const MOST_LETTERS = 5000;

/** Occupations that a list shows at a time. */
export const MOST_CARDS = 48;

/** Occupations that a ranked list needs to be parted into bands. */
export const LEAST_BANDED = 15;

/** Names in texts whose numbers say how many, so that they are grouped. */
export const AMOUNTS = /** @type {const} */ (["count", "found", "most", "total"]);

/** Corners of a hexagon of radius 1, the first straight up, then clockwise; y downwards. */
export const CORNERS = /** @type {const} */ ([[0, -1], [0.86603, -0.5], [0.86603, 0.5], [0, 1], [-0.86603, 0.5], [-0.86603, -0.5]]);

/** Corners of a hexagon whose sides lie at distance 1; the upper one ends in the first two. */
export const RIM = /** @type {const} */ ([[-0.57735, -1], [0.57735, -1], [1.1547, 0], [0.57735, 1], [-0.57735, 1], [-1.1547, 0]]);

/** Where the corners lie between people and things; Prediger (1982), see plane.js. */
export const THINGS = /** @type {const} */ ([2, 1, -1, -2, -1, 1]);

/** The same between ideas and data. */
export const DATA = /** @type {const} */ ([0, -1.73, -1.73, 0, 1.73, 1.73]);
