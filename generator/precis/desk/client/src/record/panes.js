/** The four panes: F6 goes from one to the next; on a narrow page one is shown at a time. */
import { byId } from "../page.js";

const NAMES = ["outline", "source", "preview", "findings"];

/** The panes of the record screen. */
export class Panes {
  /** @param {Record<string, () => void>} focus how a pane takes the focus, where it is not by itself */
  constructor(focus) {
    this.focus = focus;
    for (const button of this.buttons()) button.addEventListener("click", () => this.show(button.dataset["pane"] ?? ""));
  }

  buttons() {
    return /** @type {HTMLElement[]} */ ([...byId("panes").querySelectorAll("[data-pane]")]);
  }

  /** @param {string} name the pane that a narrow page shows */
  show(name) {
    byId("desk").dataset["shown"] = name;
    for (const button of this.buttons()) button.setAttribute("aria-pressed", String(button.dataset["pane"] === name));
  }

  /** @param {string} name */
  go(name) {
    this.show(name);
    const focus = this.focus[name];
    if (focus) focus();
    else byId(name).focus();
  }

  /** The pane in which the focus is, -1 for none. */
  current() {
    return NAMES.findIndex((name) => byId(name).contains(document.activeElement));
  }

  /** @param {1 | -1} step */
  step(step) {
    const at = this.current();
    const next = at < 0 ? (step > 0 ? 0 : NAMES.length - 1) : (at + step + NAMES.length) % NAMES.length;
    this.go(NAMES[next] ?? "source");
  }
}
