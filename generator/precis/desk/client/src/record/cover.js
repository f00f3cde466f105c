/** The cover as a form. The server sets a field in the front matter; the rest of the text stays to the letter. */
import { ask } from "../api.js";
import { byId, data, later, make } from "../page.js";
import { alarm } from "../say.js";

/** @typedef {Record<string, string | string[]>} Values */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * The name of the field that a finding is on, "" if there is none: that of its line of the front matter, or, where one is
 * missing, the one that it begins with.
 *
 * @param {string} text
 * @param {import("../page.js").Finding} finding
 */
export function fieldOf(text, { line, message }) {
  const lines = text.split("\n");
  /** @param {string | undefined} name */
  const known = (name) => (name && document.getElementById(`cover-${name}`) ? name : "");
  if (line === 1 || lines[line - 1]?.startsWith("---")) return known(/^([\w-]+): /.exec(message)?.[1]);
  for (let at = line - 1; at > 0 && !lines[at]?.startsWith("---"); at--) {
    const name = /^([\w-]+):/.exec(lines[at] ?? "")?.[1];
    if (name) return lines[0]?.startsWith("---") && line - 1 < lines.indexOf("---", 1) ? known(name) : "";
  }
  return "";
}

/** @param {unknown} fault that the field could not be set */
const told = (fault) => alarm(fault instanceof Error ? fault.message : String(fault));

/** The form of a record's cover. */
export class Cover {
  /** @param {import("../text/editor.js").Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.box = /** @type {HTMLDetailsElement} */ (byId("cover"));
    this.form = /** @type {HTMLFormElement} */ (byId("cover-form"));
    /** @type {Map<string, string | string[]>} what was typed and is not in the text yet */
    this.typed = new Map();
    /** @type {Promise<void> | null} */
    this.writing = null;
    const write = later(() => void this.write().catch(told), 150);
    this.form.addEventListener("input", (event) => {
      const control = /** @type {Control} */ (event.target);
      const list = control instanceof HTMLTextAreaElement;
      const value = control.value.trim();
      this.typed.set(control.name, list ? value.split("\n").map((each) => each.trim()).filter(Boolean) : value);
      write();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Have what was typed set in the text, all of it; raises Refused. */
  write() {
    this.writing ??= this.set().finally(() => (this.writing = null));
    return this.writing;
  }

  /** Asked anew where the text has changed meanwhile. */
  async set() {
    while (this.typed.size) {
      const text = this.editor.text();
      const fields = Object.fromEntries(this.typed);
      const answer = await ask("cover", { path: data.path, text, fields });
      if (this.editor.text() !== text) continue;
      for (const [name, value] of Object.entries(fields)) if (this.typed.get(name) === value) this.typed.delete(name);
      this.editor.setText(answer.text);
    }
  }

  /** @param {Values} values what the front matter says; a field that is being typed is left alone */
  show(values) {
    for (const { name, kind } of data.fields) {
      const control = /** @type {Control} */ (byId(`cover-${name}`));
      const value = values[name] ?? "";
      const flat = typeof value === "string" || value.every((each) => typeof each === "string");
      control.disabled = !flat;
      if (this.typed.has(name) || control === document.activeElement) continue;
      const shown = typeof value === "string" ? value : value.join("\n");
      if (kind === "choice" && shown && ![...control.children].some((each) => /** @type {HTMLOptionElement} */ (each).value === shown))
        control.append(make("option", { value: shown }, shown));
      control.value = shown;
    }
    const line = ["symbol", "held", "chair"].map((name) => values[name]).filter(Boolean);
    byId("cover-line").textContent = line.join(" · ");
  }

  /** @param {import("../page.js").Finding[]} findings those of the front matter, told at their fields */
  mark(findings) {
    const text = this.editor.text();
    const told = new Map(findings.map((finding) => [fieldOf(text, finding), finding.message]));
    for (const { name } of data.fields) {
      const control = byId(`cover-${name}`);
      const message = told.get(name) ?? "";
      byId(`cover-${name}-fault`).textContent = message;
      control.setAttribute("aria-describedby", `${message ? `cover-${name}-fault ` : ""}cover-${name}-help`);
      if (message) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  /** @param {string} name the field to go to */
  go(name) {
    this.box.open = true;
    const control = byId(`cover-${name}`);
    const more = control.closest("details.more");
    if (more instanceof HTMLDetailsElement) more.open = true;
    control.scrollIntoView({ block: "center" });
    control.focus();
  }
}
