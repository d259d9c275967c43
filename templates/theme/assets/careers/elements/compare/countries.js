/** In which country the pay of what is compared is told: the reader's choice, which holds for all pages. */
import { read } from "../../kept/store.js";
import { SETTINGS } from "../../reader/unit.js";
import { make } from "../../site/dom.js";
import { listCountries } from "./rows.js";

/** @import {ProfileFile} from "../../data/types.d.ts" */

/** Where there is a choice, offer it. @param {HTMLSelectElement} select @param {ProfileFile[]} profiles @returns {string} the country */
export function offerCountries(select, profiles) {
  const countries = listCountries(profiles);
  select.replaceChildren(...[...countries].map(([value, textContent]) => make("option", { value, textContent })));
  const country = String(read(SETTINGS)?.country);
  if (countries.has(country)) select.value = country;
  if (select.parentElement) select.parentElement.hidden = countries.size < 2;
  return select.value;
}
