/** The outline of a record: items, parts, paragraphs and speakers. Up and Down move in it, Enter goes to the source. */
import { stepped } from "../keys.js";
import { button, byId, make, word } from "../page.js";

/** @typedef {{line: number, kind: string, text: string, number?: number | string | null}} Entry */

/**
 * The paragraph that a speaker begins has the speaker's name beside its number, and its words only where nobody is named.
 *
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
function joined(entries) {
  return entries.flatMap((entry, at) => {
    const [before, next] = [entries[at - 1], entries[at + 1]];
    if (entry.kind === "speaker" && next?.kind === "paragraph" && next.line === entry.line) return [];
    const spoken = before?.kind === "speaker" && before.line === entry.line;
    return [spoken ? { ...entry, kind: "speaker", text: before.text } : entry];
  });
}

/** The list on the left. */
export class Outline {
  /** @param {(line: number) => void} go */
  constructor(go) {
    this.go = go;
    this.list = byId("outline-list");
    /** @type {Entry[]} */
    this.entries = [];
    this.shown = "";
    this.list.addEventListener("keydown", (event) => this.move(event));
  }

  /** @param {Entry[]} entries */
  show(entries) {
    const shown = JSON.stringify(entries);
    if (shown === this.shown) return;
    this.shown = shown;
    const focused = this.buttons().indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    this.entries = joined(entries);
    this.list.replaceChildren(...this.entries.map((entry) => this.row(entry)));
    if (!entries.length) this.list.append(make("li", { class: "none" }, word("no_outline")));
    if (focused >= 0) this.buttons()[Math.min(focused, entries.length - 1)]?.focus();
  }

  /** @param {Entry} entry */
  row({ line, kind, text, number }) {
    const shown = make("span", { dir: "auto" }, text || "…");
    const act = button("", () => this.go(line), { tabindex: "-1" });
    if (number) act.append(make("span", { class: "number" }, String(number)), " ");
    act.append(shown);
    return make("li", { class: kind }, act);
  }

  buttons() {
    return /** @type {HTMLButtonElement[]} */ ([...this.list.querySelectorAll("button")]);
  }

  /** Put the focus on the entry that is marked. */
  focus() {
    (this.buttons().find((each) => each.tabIndex === 0) ?? byId("outline")).focus();
  }

  /** @param {number} line of the source, whose entry is marked and can be reached by Tab */
  mark(line) {
    const at = Math.max(this.entries.findLastIndex((entry) => entry.line <= line), 0);
    for (const [index, each] of this.buttons().entries()) {
      each.tabIndex = index === at ? 0 : -1;
      if (index === at) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
    const marked = this.buttons()[at];
    if (marked && !this.list.contains(document.activeElement)) marked.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const next = stepped(event, this.buttons());
    if (next !== null) this.buttons()[next]?.focus();
  }
}
