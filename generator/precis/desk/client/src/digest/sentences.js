/** The sentences of a digest, each with its references, and what stands now at the places that the chosen one cites. */
import { stepped } from "../keys.js";
import { button, byId, data, make, word } from "../page.js";
import { recordOf } from "../say.js";

/**
 * @typedef {{from: number, to: number, insert: string}} Change
 * @typedef {{old: string, new: string, fix: Change | null}} Changed
 * @typedef {{short: string, where: string, path: string, paragraph: number | null, holds: boolean, line: number | null,
 *   texts: string[], changed: Changed[]}} Reference
 * @typedef {{line: number, html: string, references: string[]}} Sentence
 * @typedef {{title: string, sections: {title: string, aside: string, sentences: Sentence[]}[]}} Sheet
 * @typedef {{sheets: Sheet[] | null, language?: string, references: Record<string, Reference>, told: import("../page.js").Finding[]}} Looked
 */

/** The sentences of the digest, and the place that the chosen one cites. */
export class Sentences {
  /**
   * @param {(line: number) => void} go to a line of the source
   * @param {(change: Change) => void} change the source
   */
  constructor(go, change) {
    this.go = go;
    this.change = change;
    this.list = byId("sentences");
    /** @type {Record<string, Reference>} */
    this.references = {};
    /** @type {Sentence[]} */
    this.all = [];
    this.drawn = "";
    /** What is chosen: the place of the sentence in the list, -1 for none. */
    this.chosen = -1;
    this.list.addEventListener("keydown", (event) => this.move(event));
  }

  /** @param {Looked} looked */
  show({ sheets, references, language = "en" }) {
    if (sheets === null) return;
    this.list.lang = language;
    const drawn = JSON.stringify([sheets, references]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.list.contains(document.activeElement);
    const was = this.all[this.chosen];
    this.references = references;
    this.all = sheets.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences));
    this.chosen = was ? this.all.findIndex((each) => each.html === was.html) : -1;
    let at = 0;
    const parts = sheets.map(({ title, sections }) => {
      const inside = sections.map((section) => {
        const rows = section.sentences.map((each) => make("li", {}, this.row(each, at++)));
        const head = [section.title, section.aside].filter(Boolean).join(" · ");
        return [...(head ? [make("h4", { dir: "auto" }, head)] : []), make("ul", {}, ...rows)];
      });
      return make("section", {}, ...(title ? [make("h3", { dir: "auto" }, title)] : []), ...inside.flat());
    });
    this.list.replaceChildren(...parts);
    const broken = this.all.filter((each) => this.isBroken(each)).length;
    byId("look-state").textContent = word("sentences", { count: this.all.length, broken });
    byId("look-state").dataset["state"] = broken ? "not_saved" : "";
    this.mark();
    this.tell();
    if (focused) this.focus();
  }

  /** @param {Sentence} sentence */
  isBroken({ references }) {
    return references.some((label) => this.references[label]?.holds === false);
  }

  /** @param {Sentence} sentence @param {number} at */
  row(sentence, at) {
    const broken = this.isBroken(sentence);
    const act = button("", () => this.choose(at), { class: broken ? "sentence broken" : "sentence", dir: "auto" });
    const text = make("span", { class: "text" });
    text.innerHTML = sentence.html;
    act.append(text, " ");
    if (broken) act.append(make("span", { class: "level error", lang: data.lang }, word("holds_not")), " ");
    const cited = sentence.references.map((label) => this.references[label]);
    const shorts = cited.flatMap((each) => (each?.paragraph ? [each.short] : []));
    act.append(make("span", { class: "calls", dir: "ltr" }, (shorts.length ? shorts : cited.map((each) => each?.short ?? "")).join("; ")));
    return act;
  }

  buttons() {
    return /** @type {HTMLButtonElement[]} */ ([...this.list.querySelectorAll("button")]);
  }

  /** Put the focus on the sentence that is chosen. */
  focus() {
    (this.buttons().find((each) => each.tabIndex === 0) ?? byId("outline")).focus();
  }

  /** Mark the sentence that is chosen: it can be reached by Tab. */
  mark() {
    for (const [index, each] of this.buttons().entries()) {
      each.tabIndex = index === Math.max(this.chosen, 0) ? 0 : -1;
      if (index === this.chosen) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
  }

  /** @param {number} at */
  choose(at) {
    this.chosen = at;
    this.mark();
    this.tell();
  }

  /** Show what the chosen sentence cites. */
  tell() {
    const sentence = this.all[this.chosen];
    if (!sentence) return;
    const text = make("blockquote", { class: "cites", dir: "auto" });
    text.innerHTML = sentence.html;
    const parts = sentence.references.map((label) => this.reference(this.references[label]));
    byId("reference").replaceChildren(
      text,
      make("p", { class: "actions" }, button(word("show_source"), () => this.go(sentence.line))),
      ...(parts.length ? parts : [make("p", { class: "none" }, word("no_reference"))]),
    );
  }

  /** @param {Reference | undefined} reference */
  reference(reference) {
    if (!reference) return make("p", { class: "level error" }, word("no_place"));
    const { where, path, paragraph, holds, texts, changed } = reference;
    const address = path ? `${recordOf(path)}${paragraph ? `#p${paragraph}` : ""}` : "";
    const name = address ? make("a", { href: address }, where) : where;
    const part = make("section", { class: "place" }, make("h3", { dir: "ltr" }, name));
    if (!holds) part.append(make("p", { class: "level error" }, word("holds_not")));
    if (!texts.length) part.append(make("p", {}, word("no_place")));
    for (const each of changed) part.append(this.changed(each));
    for (const html of texts) {
      const text = make("p", { class: "stands", dir: "auto" });
      text.innerHTML = html;
      part.append(text);
    }
    return part;
  }

  /** @param {Changed} changed the old words and the new */
  changed({ old, new: now, fix }) {
    const shown = make(
      "dl",
      { class: "changed" },
      make("dt", {}, word("cited_words")),
      make("dd", { dir: "auto" }, make("del", {}, old)),
      make("dt", {}, word("words_now")),
      make("dd", { dir: "auto" }, now ? make("ins", {}, now) : word("nothing_like")),
    );
    if (!fix) return shown;
    return make("div", {}, shown, make("p", { class: "actions" }, button(word("take_words"), () => this.change(fix))));
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const next = stepped(event, this.buttons());
    if (next === null) return;
    this.choose(next);
    this.buttons()[next]?.focus();
  }
}
