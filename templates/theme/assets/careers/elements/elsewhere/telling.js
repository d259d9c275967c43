/** Says what an occupation is called in some languages. */
import { link, make } from "../../site/dom.js";
import { ROOT, load } from "../../site/loading.js";

/** @param {HTMLElement} part where it is said @param {string} slug @param {string[]} languages */
export async function tell(part, slug, languages) {
  const { named } = await load(`profiles/${slug}`);
  const own = languages.flatMap((wanted) => named.find(({ language }) => language === wanted) ?? []);
  part.replaceChildren(
    ...own.map(({ language, said, titles, source, url }) =>
      make("p", { className: "cg-note" }, `${said} `, make("span", { lang: language, textContent: new Intl.ListFormat(language, { type: "unit" }).format(titles) }), " (", link(new URL(url, ROOT).href, source), ")"),
    ),
  );
}
