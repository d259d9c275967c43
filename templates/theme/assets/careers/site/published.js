/** Where a published site says what its data is, or which file holds it, from the folder of all scripts; empty where files are called by their names. */
export const DATA = "";
