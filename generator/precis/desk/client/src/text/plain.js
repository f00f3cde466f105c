/** The plain text field of the browser in the editor's place, for those who read or type better with it. */
import { make, word } from "../page.js";
import { difference } from "./editor.js";

/**
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {import("./editor.js").Listener} listener
 * @returns {import("./editor.js").Editor}
 */
export function plain(parent, text, listener) {
  const field = make("textarea", { "aria-label": word("editor"), spellcheck: "true", class: "plain-field" });
  field.value = text;
  field.addEventListener("input", listener.changed);
  for (const event of ["keyup", "click"]) field.addEventListener(event, listener.moved);
  parent.append(field);
  const before = () => field.value.slice(0, field.selectionStart).split("\n");
  /** @param {number} from @param {number} to @param {string} insert */
  const replace = (from, to, insert) => {
    field.setRangeText(insert, from, to, "end");
    listener.changed();
  };
  return {
    text: () => field.value,
    setText(fresh) {
      const { from, to, insert } = difference(field.value, fresh);
      if (from < to || insert) {
        field.setRangeText(insert, from, to, "preserve");
        listener.changed();
      }
    },
    replace,
    insert: (added) => replace(field.selectionStart, field.selectionEnd, added),
    selected: () => field.value.slice(field.selectionStart, field.selectionEnd),
    line: () => before().length,
    column: () => (before().at(-1) ?? "").length + 1,
    go(line, column = 1) {
      const lines = field.value.split("\n");
      const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
      field.focus();
      field.setSelectionRange(at, at);
      field.scrollTop = (field.scrollHeight * (line - 1)) / lines.length - field.clientHeight / 2;
      listener.moved();
    },
    focus: () => field.focus(),
    setNumbers() {},
    setFindings() {},
    setLanguage(language) {
      field.lang = language;
      field.dir = language === "ar" ? "rtl" : "ltr";
    },
  };
}
