/** The link that takes all results along. */
import { copyText } from "../../actions/copying.js";
import { findLatest } from "../../kept/records.js";
import { encode } from "../../kept/sharing.js";
import { SHARED, locate } from "../../site/addresses.js";
import { find } from "../../site/dom.js";

/**
 * @param {HTMLElement} root @param {import("../../kept/records.js").Record[]} records @param {import("./settings.js").Choice} choice
 * @param {Map<string, import("../../data/collection.js").Quiz>} quizzes
 */
export function offerLink(root, records, { levels, weights }, quizzes) {
  const field = find(root, "link-text", HTMLInputElement);
  field.value = locate(SHARED.write(encode({ records: [...findLatest(records, quizzes).values()], levels, weights }, quizzes)));
  find(root, "link-place").hidden = false;
  field.select();
}

/** @param {HTMLElement} root @param {{copied: string, not_copied: string}} words */
export async function copyLink(root, words) {
  const field = find(root, "link-text", HTMLInputElement);
  field.select();
  find(root, "copied").textContent = words[(await copyText(field.value)) ? "copied" : "not_copied"];
}
