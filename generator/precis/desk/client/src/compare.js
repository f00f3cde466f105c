/** The compare screen: the changes of another version, those that are chosen, and the documents made of them. */
import { ask, Refused, send } from "./api.js";
import { on } from "./keys.js";
import { byId, control, data, LOCALE, make, word } from "./page.js";
import { refusal, result, say } from "./say.js";

/**
 * @typedef {{id: string, place: string, said: string, old: string, new: string, source: string, tracked: boolean}} Item
 * @typedef {{html: string, items: Item[]}} Group
 * @typedef {{symbol: string, language: string, issued: string, last_day: string, by: string[], asked: string, tracked: boolean,
 *   groups: Group[], alike: number, told: import("./page.js").Finding[], version: string, file: string}} Comparison
 */

/** @param {string} day 2024-12-20, as the interface's language writes it */
const written = (day) => new Date(`${day}T12:00`).toLocaleDateString(LOCALE, { dateStyle: "long" });

/**
 * Markup that the desk made of words: it holds nothing but text and its looks.
 *
 * @param {HTMLElement} element
 * @param {string} html
 */
function filled(element, html) {
  element.innerHTML = html;
  return element;
}

/** The comparison that is shown, and what is chosen of it. */
class Changes {
  constructor() {
    /** @type {Comparison | null} */
    this.shown = null;
    /** The file of the corrections as this window wrote it, "" while it has not. */
    this.file = { name: "", version: "" };
  }

  /** @param {Comparison} found */
  show(found) {
    this.shown = found;
    this.file = { name: "", version: "" };
    const groups = found.groups.map((group) => this.group(group, found.language));
    byId("groups").replaceChildren(...(groups.length ? groups : [make("li", { class: "empty" }, word("no_changes"))]));
    const count = found.groups.reduce((all, { items }) => all + items.length, 0);
    byId("changes-count").textContent = String(count);
    byId("about").textContent = this.about(found).join(" · ");
    const told = found.told.map(({ message }) => make("li", {}, message));
    const notes = make("details", { class: "notes" }, make("summary", {}, word("reader_notes", { count: told.length })), make("ul", { lang: "en", dir: "ltr" }, ...told));
    byId("told").replaceChildren(...(told.length ? [notes] : []));
    control("by").value = found.by.join("; ") || control("by").value;
    control("asked").value = found.asked || control("asked").value;
    control("file").value = found.file;
    this.count();
    say(count ? word("changes", { count }) : word("no_changes"));
    byId("changes").focus();
  }

  /** @param {Comparison} found what is said of the two versions */
  about(found) {
    const silent = found.groups.some(({ items }) => items.some(({ tracked }) => !tracked));
    return [
      found.issued && word("issued_on", { date: written(found.issued) }),
      found.last_day && word("last_day", { date: written(found.last_day) }),
      found.tracked && found.by.length ? word("tracked_by", { names: found.by.join("; ") }) : "",
      silent ? word("untracked_about") : "",
      found.alike ? word("alike", { count: found.alike }) : "",
    ].filter(Boolean);
  }

  /** @param {Group} group @param {string} language of the record */
  group({ html, items }, language) {
    const block = make("li", { class: "group" });
    if (html) block.append(filled(make("div", { class: "tracked", lang: language, dir: "auto", tabindex: "0", role: "group", "aria-label": items.map(({ place }) => place).join("; ") }), html));
    block.append(make("ul", { class: "items" }, ...items.map((item) => this.item(item))));
    return block;
  }

  /** @param {Item} item */
  item({ id, place, said, source, tracked }) {
    const box = make("input", { type: "checkbox", id, value: source, "aria-describedby": `${id}-said` });
    box.checked = tracked;
    const label = make("label", { for: id }, make("span", { class: "place", dir: "auto" }, place));
    if (!tracked) label.append(" ", make("span", { class: "level warning" }, word("untracked")));
    return make("li", {}, box, make("div", {}, label, filled(make("div", { class: "said", id: `${id}-said`, dir: "auto" }), said)));
  }

  boxes() {
    return /** @type {HTMLInputElement[]} */ ([...byId("groups").querySelectorAll("input")]);
  }

  chosen() {
    return this.boxes().filter((box) => box.checked).map((box) => box.value);
  }

  /** Tell how many are chosen. */
  count() {
    const all = this.boxes().length;
    byId("chosen").textContent = all ? word("chosen", { count: this.chosen().length, all }) : "";
  }

  /** @param {boolean} checked */
  choose(checked) {
    for (const box of this.boxes()) box.checked = checked;
    this.count();
  }

  /** @param {1 | -1} step to the next box, or the one before */
  step(step) {
    const boxes = this.boxes();
    const at = boxes.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    const next = boxes[at < 0 ? (step > 0 ? 0 : boxes.length - 1) : (at + step + boxes.length) % boxes.length];
    next?.focus();
    next?.closest(".group")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} what the document to make of what is chosen */
  async make(what) {
    const items = this.chosen();
    if (!this.shown || !items.length) return result({ message: word("choose_some") });
    say(word("building"));
    const file = control("file").value.trim();
    const known = file === this.file.name ? this.file.version : "";
    const question = { what, items, file, file_version: known, path: data.path, version: this.shown.version };
    const dates = { requested_on: control("asked").value, on: control("on").value };
    try {
      const answer = await ask("corrections", { ...question, ...dates, by: control("by").value });
      this.file = { name: answer.file, version: answer.file_version };
      result(answer);
    } catch (fault) {
      refusal(fault, fault instanceof Refused && fault.status === 409 ? word("record_changed") : undefined);
    }
    byId("result").focus();
  }
}

/** Put the screen together. */
export function compare() {
  const changes = new Changes();
  const sent = control("other-sent");
  const chosen = /** @type {HTMLSelectElement} */ (byId("other-file"));
  const act = byId("compare-do");

  const run = async () => {
    const file = sent.files?.[0];
    if (!file && !chosen.value) return chosen.focus();
    act.setAttribute("aria-busy", "true");
    say(word("comparing"));
    byId("result").hidden = true;
    try {
      const asked = { path: data.path };
      changes.show(await (file ? send("compare/file", { ...asked, name: file.name }, file) : ask("compare", { ...asked, other: chosen.value })));
    } catch (fault) {
      refusal(fault);
      byId("result").focus();
    } finally {
      act.removeAttribute("aria-busy");
    }
  };
  byId("other-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  chosen.addEventListener("change", () => (sent.value = ""));
  sent.addEventListener("change", () => (chosen.value = ""));
  byId("groups").addEventListener("change", () => changes.count());
  byId("choose-all").addEventListener("click", () => changes.choose(true));
  byId("choose-none").addEventListener("click", () => changes.choose(false));
  byId("documents-form").addEventListener("submit", (event) => event.preventDefault());
  for (const each of byId("documents-form").querySelectorAll("button")) each.addEventListener("click", () => void changes.make(each.dataset["what"] ?? ""));
  on("F8", () => changes.step(1));
  on("Shift+F8", () => changes.step(-1));
  on("F6", () => move(1));
  on("Shift+F6", () => move(-1));
  on("Ctrl+Enter", () => void changes.make("memorandum"));
  if (data.other) void run();
}

/** @param {1 | -1} step to the next part of the screen, or the one before */
function move(step) {
  const names = ["other-file", "changes", "documents"];
  const parts = ["other", "changes", "documents"];
  const at = parts.findIndex((name) => byId(name).contains(document.activeElement));
  byId(names[at < 0 ? 0 : (at + step + names.length) % names.length] ?? "changes").focus();
}
