/** `<career-contribute>`: a guide is written or corrected. It stays on the device until its writer sends it. */
import { copyText } from "../../actions/copying.js";
import { download } from "../../actions/downloading.js";
import { Undoing } from "../../actions/undoing.js";
import { withSlugs } from "../../data/slugs.js";
import { fill } from "../../language/words.js";
import { load } from "../../site/loading.js";
import { findAll } from "../../site/dom.js";
import { Part } from "../part.js";
import { fillBeginning, makeDrafts, makeOffers } from "./beginning.js";
import { dropDraft, freeze, listDrafts, makeDraft, merge, nextNumber, readDraft, writeDraft } from "./drafts.js";
import { Form } from "./form.js";
import { loadGuide, loadGuides } from "./guides.js";
import { makePreview } from "./preview.js";
import { makeProposal, makeWays } from "./sending.js";
import { fromData } from "./writing/values.js";

/** @import {FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./drafts.js").Draft} Kept @typedef {import("./writing/yaml.js").Data} Data @typedef {import("./writing/values.js").Draft} Values */

/** What a fragment asks for; generator/links.py writes it. */
const ASKED = /^#(edit|code)=([\w./-]+)$/;
/** Milliseconds after which what is typed is saved. */
const SOON = 500;

/** @extends {Part<FormFile>} */
class CareerContribute extends Part {
  /** What is being written. @type {Kept | null} */
  #kept = null;
  /** What a correction began with. @type {{[key: string]: Data}} */
  #base = {};
  #form = /** @type {Form} */ (/** @type {unknown} */ (null));
  #undoing = /** @type {Undoing} */ (/** @type {unknown} */ (null));
  /** What stood in each field when it was last the same here and on the device. @type {Map<string, string>} */
  #since = new Map();
  /** Whether this browser could not save what was typed. */
  #isLost = false;
  /** Guides that may be named. @type {import("../../data/types.d.ts").Choice[]} */
  #guides = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  load() {
    return load("form");
  }

  start() {
    this.#undoing = new Undoing(this.find("done"));
    const place = this.find("parts");
    const offer = (/** @type {string} */ sentence, /** @type {() => HTMLElement | null} */ undo, /** @type {Element} */ after) => this.#undoing.offer(sentence, undo, after, () => true);
    this.#form = new Form(place, this.data, (list) => (list === "occupations" ? this.#guides : []), { change: () => this.#change(), offer });
    this.listen(place, "input", ({ target }) => this.#form.take(target, false));
    this.listen(place, "change", ({ target }) => this.#form.take(target, true));
    this.listen(this.find("search"), "input", () => this.#search());
    this.listen(window, "hashchange", () => this.#arrive());
    this.listen(window, "pagehide", () => this.#save());
    this.heed(null, (isElsewhere) => (this.#kept ? this.#follow() : isElsewhere || this.#showDrafts()));
    this.listen(this.find("ways"), "click", ({ target }) => target instanceof HTMLElement && "paste" in target.dataset && this.actions.copy());
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    this.#arrive();
  }

  disconnectedCallback() {
    this.#save();
    super.disconnectedCallback();
  }

  /** Does what the address asks for. */
  async #arrive() {
    const [, what, name = ""] = ASKED.exec(location.hash) ?? [];
    if (what === "edit") return this.#correct(name);
    if (what === "code") {
      const all = await this.#loadBeginnings();
      const at = all.codes.findIndex((codes) => Object.values(codes).flat().includes(name));
      if (at >= 0) return this.#begin(all, at);
    }
    this.#showDrafts();
  }

  #loadBeginnings = async () => withSlugs(await this.bring(() => load("beginnings")));

  async #search() {
    const all = await this.#loadBeginnings();
    const { value } = this.find("search", HTMLInputElement);
    const offers = makeOffers(all, value, this.data.text, (at) => this.#begin(all, at));
    this.find("offers").replaceChildren(...offers);
    this.find("found").textContent = value.trim() ? fill(this.data.text.found, { count: offers.length }) : "";
  }

  /** What has been begun on this device. */
  #showDrafts() {
    const drafts = listDrafts();
    this.find("drafts").hidden = !drafts.length;
    this.find("draft-list").replaceChildren(...makeDrafts(drafts, this.data.text, (draft) => (draft.isCorrection ? this.#correct(draft.slug) : this.#open(draft))));
  }

  /** @param {Parameters<typeof fillBeginning>[0]} all @param {number} at */
  #begin(all, at) {
    const slug = all.slug[at];
    this.#open(readDraft(slug) ?? makeDraft(slug, fillBeginning(all, at)));
  }

  /** A guide that is there. @param {string} slug */
  async #correct(slug) {
    const base = await this.bring(() => loadGuide(this.data, slug));
    this.find("unknown").hidden = Boolean(base);
    if (!base) return this.#showDrafts();
    this.#base = base;
    const kept = readDraft(slug);
    const fields = kept?.isCorrection ? kept.fields : fromData(this.data.parts.flatMap((part) => part.fields), this.#base);
    return this.#open({ slug, number: 0, isCorrection: true, fields, changed: kept?.changed ?? 0 });
  }

  /** @param {Kept} kept */
  async #open(kept) {
    this.#guides = await this.bring(loadGuides);
    const { isCorrection } = kept;
    this.#kept = kept;
    this.#since = freeze(kept.fields);
    const { text } = this.data;
    const title = String(kept.fields.title ?? "");
    this.find("form-title").textContent = isCorrection ? fill(text.correcting, { title }) : title ? fill(text.writing, { title }) : text.writing_new;
    this.find("new-lead").hidden = isCorrection;
    this.find("edit-lead").hidden = !isCorrection;
    this.find("begin").hidden = true;
    this.find("form").hidden = false;
    for (const name of ["summary", "preview", "sending"]) this.find(name).hidden = true;
    this.find("done").hidden = true;
    this.find("form").append(this.find("done"));
    this.#show(kept);
    this.find("saved").textContent = "";
    this.find("form-title").focus();
  }

  /** @param {Kept} kept */
  #show({ fields, isCorrection }) {
    this.#form.show(/** @type {Values} */ (fields), new Set(isCorrection ? this.data.figures : []));
    this.#count();
  }

  /** Another tab has written the same guide: neither undoes what the other has done. */
  #follow() {
    const kept = this.#kept;
    const theirs = kept && readDraft(kept.slug, kept.number);
    if (!theirs || theirs.changed <= kept.changed || theirs.isCorrection !== kept.isCorrection) return;
    this.#kept = { ...theirs, fields: merge(this.#form.values, theirs.fields, this.#since) };
    this.#since = freeze(theirs.fields);
    this.#show(this.#kept);
  }

  #count() {
    const { filled, total } = this.#form.refresh();
    const bar = this.find("bar", HTMLProgressElement);
    bar.max = total;
    bar.value = filled;
    this.find("count").textContent = fill(this.data.text.filled, { filled, total });
  }

  #change() {
    this.#count();
    this.find("sending").hidden = true;
    this.find("summary").hidden = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), SOON);
  }

  /** Keeps what has been typed since the last time. */
  #save() {
    if (!this.#kept || this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#follow();
    this.#kept = { ...this.#kept, fields: this.#form.values, changed: Date.now() };
    this.#isLost = !writeDraft(this.#kept);
    if (!this.#isLost) this.#since = freeze(this.#kept.fields);
    const { text } = this.data;
    this.find("saved").textContent = this.#isLost ? text.not_saved : text.saved;
  }

  /** @returns {import("./sending.js").Proposal | null} */
  #propose() {
    return this.#kept && makeProposal(this.data, this.#form, this.#kept, this.#base);
  }

  actions = {
    empty: () => this.#open(makeDraft("", {}, nextNumber())),
    check: () => {
      const mistakes = this.#form.checkAll();
      this.find("summary").hidden = false;
      const title = this.find("summary-title");
      title.textContent = fill(this.data.text.mistakes, { count: mistakes.length });
      this.find("mistakes").replaceChildren(...this.#form.makeLinks(mistakes));
      const proposal = this.#propose();
      const isNothing = !proposal?.changed.length;
      this.find("sending").hidden = isNothing;
      this.find("same").hidden = !isNothing;
      if (proposal && !isNothing) {
        this.find("ways").replaceChildren(...makeWays(this.data, proposal, Boolean(this.#kept?.isCorrection)));
        this.find("text").textContent = proposal.text;
      }
      this.find("copied").textContent = "";
      title.focus();
    },
    previewToggle: (/** @type {string} */ _, /** @type {HTMLElement} */ pressed) => {
      const place = this.find("preview");
      place.hidden = !place.hidden;
      pressed.setAttribute("aria-expanded", String(!place.hidden));
      if (!place.hidden) this.find("page").replaceChildren(...makePreview(this.#form.fields, this.#form.data, { ...this.data.words, occupations: this.#guides }));
      if (!place.hidden) this.find("preview-title").focus();
    },
    copy: async () => {
      const { text } = this.data;
      this.find("copied").textContent = (await copyText(this.find("text").textContent ?? "")) ? text.copied : text.not_copied;
    },
    download: () => {
      const proposal = this.#propose();
      if (proposal) download(proposal.path.split("/").at(-1) ?? "guide.yml", proposal.text, "text/yaml");
    },
    open: (/** @type {string} */ isOpen) => {
      for (const part of findAll(this.find("parts"), "details", HTMLDetailsElement)) part.open = isOpen === "all";
    },
    leave: () => {
      this.#save();
      if (this.#isLost) return this.find("saved").focus();
      this.#kept = null;
      this.find("form").hidden = true;
      this.find("begin").hidden = false;
      this.#showDrafts();
      this.find("begin-title").focus();
    },
    drop: () => {
      const kept = this.#kept;
      if (!kept) return;
      this.#save();
      this.#isLost = false;
      dropDraft(kept);
      this.actions.leave();
      const undo = () => {
        writeDraft({ ...kept, fields: this.#form.values });
        this.#showDrafts();
        return this.find("begin-title");
      };
      this.#undoing.offer(this.data.text.dropped, undo, this.find("begin-title"), () => true);
    },
    undo: () => this.#undoing.take()?.focus(),
  };
}

customElements.define("career-contribute", CareerContribute);
