/** A guide that is published, as its file has it: what other programs get of it says the same in other words. No DOM. */
import { isObject } from "../../../kept/checks.js";

/** @import {FormField} from "../../../data/types.d.ts" */
/** @typedef {import("./yaml.js").Data} Data */

const LINK = /\]\(([^()\s]+)\)/g;

/** An address of this site as texts name it. @param {string} address @param {string} root of the site */
function nameLink(address, root) {
  if (!address.startsWith(root)) return address;
  const path = address.slice(root.length);
  const [, folder, name, part] = /^(occupations|methods|fields|quiz)\/([a-z0-9-]+)\/(?:#([a-z0-9-]+))?$/.exec(path) ?? [];
  const kind = { occupations: "occupation", methods: part ? "strategy" : "method", fields: "field", quiz: "quiz" }[folder];
  return kind ? `${kind}:${part ?? name}` : `page:${path.replace(/\/(?:#.*)?$/, "")}`;
}

/** @param {FormField} field @param {unknown} value @param {string} root @returns {Data | undefined} */
function readValue(field, value, root) {
  if (value === null || value === undefined) return undefined;
  if (field.keyed) return isObject(value) ? /** @type {Data} */ (value) : undefined;
  if (field.many) {
    const one = { ...field, many: false };
    return Array.isArray(value) ? value.flatMap((entry) => readValue(one, entry, root) ?? []) : undefined;
  }
  if (field.kind === "group") return isObject(value) ? readFields(field.fields ?? [], value, root) : undefined;
  // A word of a list comes with what it is called.
  if (field.kind === "word" && isObject(value)) return String(value.key);
  return String(value).replace(LINK, (_, address) => `](${nameLink(address, root)})`);
}

/** @param {FormField[]} fields @param {Record<string, unknown>} found @param {string} root @returns {{[key: string]: Data}} */
const readFields = (fields, found, root) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      // A skill is the word itself, with a reason beside it.
      const value = readValue(field, field.key in found ? found[field.key] : field.words === "skills" ? found.key : undefined, root);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );

/**
 * @param {FormField[]} fields those that an editor writes in each profile @param {Record<string, unknown>} profile as it is published
 * @param {string} root of the site @returns {{[key: string]: Data}} as in the profile's file
 */
export function readPublished(fields, profile, root) {
  const found = readFields(fields, profile, root);
  const { environment } = profile;
  if (isObject(environment) && isObject(found.environment)) {
    // Which conditions only some jobs have is said beside each of them.
    const some = Object.entries(environment).flatMap(([group, terms]) => [terms].flat().flatMap((term) => (isObject(term) && term.often === false ? `${group}/${term.key}` : [])));
    if (some.length) found.environment = { ...found.environment, sometimes: some };
  }
  return found;
}
