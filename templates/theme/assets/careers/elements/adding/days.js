/** A day for an experiment that was just added, offered in place: without one, nothing of it would ever come due. */
import { addDays, isDay, today } from "../../language/dates.js";
import { button, make } from "../../site/dom.js";

const FORTNIGHT = 14;

/** The Saturday to come, or the day itself where it is the weekend. @param {string} day */
export function findWeekend(day) {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday ? addDays(day, 6 - weekday) : day;
}

/** @param {Record<string, string>} text @param {string} what the days are for @param {(day: string) => void} choose @returns {HTMLElement} */
export function offerDays(text, what, choose) {
  const now = today();
  /** @param {HTMLElement | null} own what was pressed @param {string} day */
  const settle = (own, day) => {
    for (const chip of chips) chip.ariaPressed = String(chip === own);
    choose(day);
  };
  const chips = [
    { label: text.weekend, day: findWeekend(now) },
    { label: text.fortnight, day: addDays(now, FORTNIGHT) },
  ].map(({ label, day }) => {
    const chip = button(label, () => settle(chip, day), "cg-adding__day");
    chip.ariaPressed = "false";
    return chip;
  });
  const input = make("input", { type: "date", min: now, ariaLabel: text.pick });
  // While a year is typed, what stands there is a day long ago.
  input.addEventListener("change", () => isDay(input.value) && input.checkValidity() && settle(null, input.value));
  const pick = button(text.pick, () => {
    pick.replaceWith(input);
    input.focus();
  });
  return make("div", { className: "cg-adding__days", role: "group", ariaLabel: `${text.when} ${what}` }, make("span", {}, text.when), ...chips, pick);
}
