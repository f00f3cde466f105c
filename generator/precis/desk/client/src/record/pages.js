/** The preview as pages: pictures that the server draws when they are asked for. */
import { newest } from "../api.js";
import { button, byId, data, make, word } from "../page.js";

/** The tab of pages beside the tab of text. */
export class Pages {
  /** @param {() => string} text */
  constructor(text) {
    this.text = text;
    this.ask = newest("pages");
    this.box = byId("as-pages");
    /** @type {string | null} the text of the pictures */
    this.drawn = null;
    this.tabs = [byId("tab-text"), byId("tab-pages")];
    for (const [index, tab] of this.tabs.entries()) {
      tab.addEventListener("click", () => this.open(index));
      tab.addEventListener("keydown", (event) => {
        if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
        event.preventDefault();
        this.open(1 - index);
        this.tabs[1 - index]?.focus();
      });
    }
  }

  /** @param {number} chosen 0 for the text, 1 for the pages */
  open(chosen) {
    for (const [index, tab] of this.tabs.entries()) {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    }
    byId("as-text").hidden = chosen === 1;
    this.box.hidden = chosen === 0;
    if (chosen === 1 && this.drawn !== this.text()) void this.draw();
  }

  /** Tell that the pictures are not of the newest text. */
  outdated() {
    const old = this.drawn !== null && this.drawn !== this.text();
    if (!old || this.box.querySelector(".outdated")) return;
    this.box.prepend(make("p", { class: "outdated" }, word("outdated"), " ", button(word("redraw"), () => void this.draw())));
  }

  async draw() {
    const text = this.text();
    this.box.replaceChildren(make("p", { role: "status" }, word("drawing")));
    try {
      const answer = await this.ask({ path: data.path, text });
      if (answer === null) return;
      const numbers = Array.from({ length: answer.count }, (_, index) => index + 1);
      this.box.replaceChildren(
        ...numbers.map((number) =>
          make("img", { src: `/page/${answer.job}/${number}.png`, alt: word("page", { number, count: answer.count }), loading: "lazy" }),
        ),
      );
      this.drawn = text;
      this.outdated();
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      this.box.replaceChildren(make("p", { role: "status" }, word("no_pages", { message })));
    }
  }
}
