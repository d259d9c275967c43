/** Where occupations stand in the picture: pay upwards, the time it takes to get in to the right. Pure; no DOM. */

/** The columns of time: how their words are called, and from how many years on. @type {readonly (readonly [string, number])[]} */
export const TIMES = [["weeks", 0], ["months", 0.25], ["one", 1], ["two", 2], ["four", 4], ["six", 6], ["eight", 8]];

/** Pixels up and down within which dots make a crowd. */
const CROWD = 24;
/** Pixels between two dots. */
const GAP = 0.8;
/** Steps of so much leave no two of many in one place. */
const GOLDEN = 0.618034 * 2;
/** First figures of the amounts beside the axis, the roundest first. */
const ROUND = [1, 2, 5, 3, 4, 1.5, 6, 8];

/**
 * @typedef {object} Point an occupation whose pay and time are known
 * @property {number} at its place in all lists @property {number} pay a year @property {number} time its column
 * @typedef {Point & {x: number, y: number, r: number}} Dot
 * @typedef {{left: number, right: number, top: number, bottom: number}} Room
 * @typedef {import("../filtering.js").Facets["figures"]} Figures
 */

/** Those that can be shown. @param {Figures} figures @param {string} wanted currency @returns {Point[]} */
export function findPoints({ yearly, currency, years }, wanted) {
  const points = [];
  for (const [at, pay] of yearly.entries()) {
    const { [at]: takes } = years;
    if (pay && takes !== null && currency[at] === wanted) points.push({ at, pay, time: TIMES.findLastIndex(([, from]) => takes >= from) });
  }
  return points;
}

/** By how many hours a year most of some are paid; null where nobody knows. @param {Point[]} points @param {Figures["hours"]} hours */
export function findHours(points, hours) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { at } of points) if (hours[at]) counts.set(hours[at], (counts.get(hours[at]) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Equal steps upwards are equal shares of pay. @param {number[]} pays @param {Room} room @returns {(pay: number) => number} */
export function makeScale(pays, { top, bottom }) {
  const [least, most] = [Math.log(Math.min(...pays)), Math.log(Math.max(...pays))];
  return (pay) => (most > least ? bottom - ((Math.log(pay) - least) / (most - least)) * (bottom - top) : (top + bottom) / 2);
}

/**
 * Each dot at the height of its pay, within its column as near to the middle as no other dot is in the way; where a column
 * is full, anywhere in it. Of ten thousand that takes a while, so it can be taken in slices.
 *
 * @param {Point[]} points @param {Room} room of the middles of all dots @param {number[]} narrowest what each column has at least
 * @param {(at: number) => number} radius
 * @returns {Generator<void, {dots: Dot[], columns: {left: number, right: number}[]}>}
 */
export function* arranging(points, room, narrowest, radius) {
  const height = makeScale(points.map(({ pay }) => pay), room);
  const dots = points.map((point) => ({ ...point, x: 0, y: height(point.pay), r: radius(point.at) }));
  const groups = TIMES.map((_, time) => dots.filter((dot) => dot.time === time));
  const crowds = groups.map(findCrowd);
  const all = crowds.reduce((sum, crowd) => sum + crowd, 0) || 1;
  const spare = Math.max(0, room.right - room.left - narrowest.reduce((sum, width) => sum + width, 0));
  let { left } = room;
  const columns = crowds.map((crowd, time) => {
    const column = { left, right: left + narrowest[time] + (spare * crowd) / all };
    left = column.right;
    return column;
  });
  for (const [time, group] of groups.entries()) yield* spread(group, columns[time]);
  return { dots, columns };
}

/** How wide those would be that are at one height. @param {Dot[]} group */
function findCrowd(group) {
  const sorted = [...group].sort((a, b) => a.y - b.y);
  let [first, width, most] = [0, 0, 0];
  for (const { y, r } of sorted) {
    width += r * r;
    while (y - sorted[first].y > CROWD) width -= sorted[first++].r ** 2;
    most = Math.max(most, width);
  }
  return most;
}

/** @param {Dot[]} group @param {{left: number, right: number}} column @returns {Generator<void, void>} */
function* spread(group, { left, right }) {
  const middle = (left + right) / 2;
  /** @type {Dot[]} */
  const placed = [];
  for (const dot of [...group].sort((a, b) => b.r - a.r || a.y - b.y || a.at - b.at)) {
    const reach = Math.max(0, (right - left) / 2 - dot.r - GAP);
    /** What others keep free around themselves at this height, from the left. @type {[number, number][]} */
    const taken = [];
    for (const { x, y, r } of placed) {
      const away = r + dot.r + GAP;
      const down = Math.abs(y - dot.y);
      if (down >= away) continue;
      const aside = Math.sqrt(away * away - down * down);
      taken.push([x - aside, x + aside]);
    }
    dot.x = findFree(taken.sort(([one], [other]) => one - other), middle, reach);
    placed.push(dot);
    yield;
  }
}

/** The free place nearest to the middle; where there is none, one of a few, by turns. @param {[number, number][]} taken from the left @param {number} middle @param {number} reach */
function findFree(taken, middle, reach) {
  let best = Infinity;
  let from = middle - reach;
  for (const [start, end] of [...taken, [middle + reach, Infinity]]) {
    // A gap between what is taken: of it, what lies nearest to the middle.
    if (start >= from) {
      const near = Math.min(Math.max(middle, from), Math.min(start, middle + reach));
      if (Math.abs(near - middle) < Math.abs(best - middle)) best = near;
    }
    if (end > from) from = end;
    if (from > middle + reach) break;
  }
  return best < Infinity ? best : middle + reach * (((taken.length * GOLDEN) % 2) - 1);
}

/**
 * The amounts beside the axis: round ones, as many as do not touch.
 *
 * @param {number[]} pays a year @param {number} times that a year is of what is told, such as 12 for months
 * @param {(pay: number) => number} height @param {number} apart pixels @returns {{amount: number, y: number}[]}
 */
export function findTicks(pays, times, height, apart) {
  const [least, most] = [Math.min(...pays) / times, Math.max(...pays) / times];
  /** @type {{amount: number, y: number}[]} */
  const ticks = [];
  for (const figure of ROUND) {
    for (let tens = 10 ** Math.floor(Math.log10(least)); tens <= most; tens *= 10) {
      const amount = figure * tens;
      const y = height(amount * times);
      if (amount >= least && amount <= most && ticks.every((other) => Math.abs(other.y - y) >= apart)) ticks.push({ amount, y });
    }
  }
  return ticks.sort((a, b) => a.amount - b.amount);
}

/** The nearest of some dots to a place. @param {Dot[]} dots @param {number} x @param {number} y @param {number} reach pixels @returns {Dot | null} */
export function findNearest(dots, x, y, reach) {
  let best = null;
  let least = reach;
  for (const dot of dots) {
    const far = Math.max(0, Math.hypot(dot.x - x, dot.y - y) - dot.r);
    if (far < least || (best && far === least && dot.r < best.r)) [best, least] = [dot, far];
  }
  return best;
}

/**
 * Where an arrow key leads: up and down to the next pay in the same column, sideways to the next column that has any, to what
 * pays most alike there.
 *
 * @param {Dot[]} dots that are shown @param {Dot} from @param {string} key @returns {Dot} `from` itself where nothing lies that way
 */
export function step(dots, from, key) {
  if (key === "ArrowUp" || key === "ArrowDown") {
    const column = dots.filter(({ time }) => time === from.time).sort((a, b) => a.pay - b.pay || a.at - b.at);
    return column[column.indexOf(from) + (key === "ArrowUp" ? 1 : -1)] ?? from;
  }
  const way = key === "ArrowRight" ? 1 : -1;
  const times = dots.map(({ time }) => time).filter((time) => (time - from.time) * way > 0);
  const next = way > 0 ? Math.min(...times) : Math.max(...times);
  const far = (/** @type {Dot} */ dot) => Math.abs(dot.pay - from.pay);
  return dots.filter(({ time }) => time === next).sort((a, b) => far(a) - far(b) || a.at - b.at)[0] ?? from;
}

/**
 * How large each dot is, as a share of the usual: those that fit best stand out.
 *
 * @param {Float64Array | null} fits of all occupations; null without results, where all are one size
 * @param {number[]} ranked those that could be matched @param {number} top so many are the first @returns {(at: number) => number}
 */
export function findSizes(fits, ranked, top) {
  if (!fits) return () => 1;
  const order = [...ranked].sort((a, b) => fits[b] - fits[a]);
  const first = new Set(order.slice(0, top));
  const better = new Set(order.slice(top, Math.ceil(order.length / 2)));
  return (at) => (first.has(at) ? 2 : better.has(at) ? 1.05 : 0.7);
}
