/** The names by which addresses call occupations. Pure. */

/**
 * The slug of each occupation: where none is written, it is made of the title, as `generator/outlines/names.py` makes it.
 *
 * @param {{slug: (string | null)[], title: string[]}} columns @returns {string[]}
 */
export const readSlugs = ({ slug, title }) => slug.map((own, at) => own ?? spell(title[at]));

/** A file with the slugs of all. @template {{slug: (string | null)[], title: string[]}} T @param {T} file @returns {Omit<T, "slug"> & {slug: string[]}} */
export const withSlugs = (file) => ({ ...file, slug: readSlugs(file) });

/** What addresses call a title. @param {string} title */
export const spell = (title) => (title.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-");
