/** The findings below the record: in the order of the text, with their fixes. */
import { button, byId, make, word } from "../page.js";
import { say } from "../say.js";

/** @typedef {import("../page.js").Finding} Finding */

/** @param {Finding} finding what tells it from others, wherever the text before it moved it to */
const same = (finding) => `${finding.code} ${finding.message}`;

/** The list. */
export class Findings {
  /**
   * @param {(finding: Finding) => void} go
   * @param {(finding: Finding) => void} fix
   * @param {(line: number) => string} place a line in words
   */
  constructor(go, fix, place) {
    this.go = go;
    this.fixing = fix;
    this.place = place;
    this.list = byId("findings-list");
    /** @type {Finding[]} */
    this.all = [];
    this.shown = "";
    /** @type {Finding | null} */
    this.current = null;
  }

  /** @param {Finding[]} findings */
  show(findings) {
    const sorted = [...findings].sort((one, other) => one.line - other.line || one.column - other.column);
    const shown = JSON.stringify(sorted.map((finding) => [finding, this.place(finding.line)]));
    if (shown === this.shown) return;
    this.shown = shown;
    const said = sorted.length !== this.all.length;
    const focused = this.list.contains(document.activeElement);
    const was = this.current;
    this.all = sorted;
    this.current = was && (sorted.find((each) => same(each) === same(was)) ?? null);
    this.list.replaceChildren(...sorted.map((finding) => this.row(finding)));
    if (!sorted.length) this.list.append(make("li", { class: "none" }, word("no_findings")));
    if (focused) (this.list.querySelector("button") ?? byId("findings")).focus();
    for (const count of document.querySelectorAll("[data-count]")) count.textContent = String(sorted.length);
    if (said) say(word("findings", { count: sorted.length }));
  }

  /** @param {Finding} finding */
  row(finding) {
    const act = button("", () => this.choose(finding), { class: "go" });
    act.append(
      make("span", { class: `level ${finding.level}` }, word(finding.level)),
      make("span", { class: "place" }, this.place(finding.line)),
      make("span", { class: "message", lang: "en", dir: "ltr" }, finding.message),
    );
    const row = make("li", finding === this.current ? { "aria-current": "true" } : {}, act);
    if (finding.fix) {
      const { label } = finding.fix;
      row.append(button(word("fix"), () => this.fix(finding), { class: "fix", "aria-label": word("fix_label", { label }), title: label }));
    }
    return row;
  }

  /** @param {Finding} finding the one of the newest findings that is the same */
  like(finding) {
    const all = this.all.filter((each) => same(each) === same(finding));
    return all.sort((one, other) => Math.abs(one.line - finding.line) - Math.abs(other.line - finding.line))[0];
  }

  /** @param {Finding} finding */
  choose(finding) {
    this.current = finding;
    for (const [index, row] of [...this.list.children].entries())
      if (this.all[index] === finding) {
        row.setAttribute("aria-current", "true");
        row.scrollIntoView({ block: "nearest" });
      } else row.removeAttribute("aria-current");
    this.go(finding);
    say(word("finding", { level: word(finding.level), place: this.place(finding.line), message: finding.message }));
  }

  /**
   * Choose the next finding, or the one before: after the one chosen last, else after the cursor.
   *
   * @param {1 | -1} step
   * @param {number} line
   * @param {number} column
   */
  step(step, line, column) {
    if (!this.all.length) return say(word("no_findings"));
    const at = this.current ? this.all.indexOf(this.current) : -1;
    const after = this.all.findIndex((each) => each.line > line || (each.line === line && each.column >= column));
    const from = at >= 0 ? at + step : step > 0 ? after : (after < 0 ? this.all.length : after) - 1;
    const finding = this.all.at(from >= this.all.length || (from < 0 && step > 0) ? 0 : from);
    if (finding) this.choose(finding);
  }

  /** @param {Finding | null} finding */
  fix(finding = this.current) {
    if (!finding?.fix) return say(word("no_fix"));
    this.fixing(finding);
  }
}
