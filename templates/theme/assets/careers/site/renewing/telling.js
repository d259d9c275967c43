/** Says why a page was loaded anew. */
import { make } from "../dom.js";
import { load } from "../loading.js";

export async function tell() {
  const { text } = await load("adding");
  const notice = make("p", { className: "cg-part__notice", role: "status" });
  document.querySelector("article h1")?.after(notice);
  // It is heard of what comes into it.
  setTimeout(() => notice.append(text.renewed));
}
