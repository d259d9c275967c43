/** Most of the scripts are about results: they are fetched while the reader answers. */
export const loadResults = async () => ({
  ...(await import("../../scoring/assessments.js")),
  ...(await import("../../reader/sections.js")),
  ...(await import("../../reader/time.js")),
});
