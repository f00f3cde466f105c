/** The preview as text: the server's HTML in a frame without scripts, changed in place so that it does not jump. */
import { pressed } from "../keys.js";
import { byId } from "../page.js";

/** @typedef {[number, string][]} Places lines of the source and the ids of what they became */

/**
 * Make the children of one element those of another, leaving alone what is the same.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
export function settle(old, fresh) {
  const [was, now] = [[...old.childNodes], [...fresh.childNodes]];
  const least = Math.min(was.length, now.length);
  let start = 0;
  while (start < least && was[start]?.isEqualNode(now[start] ?? null)) start++;
  let end = 0;
  while (end < least - start && was.at(-1 - end)?.isEqualNode(now.at(-1 - end) ?? null)) end++;
  const gone = was.slice(start, was.length - end);
  const come = now.slice(start, now.length - end);
  const before = was[was.length - end] ?? null;
  for (const [index, node] of come.entries()) {
    const one = gone[index];
    if (one && alike(one, node)) settle(/** @type {Element} */ (one), /** @type {Element} */ (node));
    else if (one) one.replaceWith(old.ownerDocument.importNode(node, true));
    else old.insertBefore(old.ownerDocument.importNode(node, true), before);
  }
  for (const node of gone.slice(come.length)) node.remove();
}

/** @param {Node} one @param {Node} other whether they are elements that differ in nothing but what is in them */
function alike(one, other) {
  return one.nodeType === 1 && other.nodeType === 1 && one.cloneNode(false).isEqualNode(other.cloneNode(false));
}

const OWN = `
.desk-here { background: color-mix(in srgb, #3a8fcf 22%, transparent); box-shadow: -4px 0 #3a8fcf; }
[dir=rtl] .desk-here { box-shadow: 4px 0 #3a8fcf; }
[id] { scroll-margin: 30vh; }`;

/** The frame. */
export class Preview {
  /** @param {(line: number) => void} go to a line of the source */
  constructor(go) {
    this.frame = /** @type {HTMLIFrameElement} */ (byId("frame"));
    /** @type {Places} */
    this.places = [];
    this.go = go;
    this.line = 1;
    this.style = "";
    /** @type {Promise<Document>} */
    this.ready = new Promise((resolve) => {
      const done = () => {
        const page = this.frame.contentDocument;
        if (page?.URL.endsWith("/preview") && page.readyState === "complete") resolve(page);
      };
      this.frame.addEventListener("load", done);
      done();
    });
    void this.ready.then((page) => {
      page.addEventListener("click", (event) => this.chosen(event));
      page.defaultView?.addEventListener("keydown", pressed, true);
      byId("theme").addEventListener("change", () => this.dress(page));
    });
  }

  /** @param {{html: string, style: string, places: Places, language: string, title: string}} shown */
  async show({ html, style, places, language, title }) {
    const page = await this.ready;
    this.style = style;
    this.dress(page);
    page.documentElement.lang = language;
    page.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    page.title = title;
    const parsed = new DOMParser().parseFromString(html, "text/html");
    page.querySelector(".desk-here")?.classList.remove("desk-here");
    for (const bare of page.querySelectorAll('[class=""]')) bare.removeAttribute("class");
    settle(page.body, parsed.body);
    this.places = places;
    this.mark(this.line);
  }

  /**
   * Give the page its style, in the colours of the desk: the page itself knows only those of the system.
   *
   * @param {Document} page
   */
  dress(page) {
    let sheet = page.head.querySelector("style");
    if (!sheet) page.head.append((sheet = page.createElement("style")));
    if (sheet.textContent !== this.style + OWN) sheet.textContent = this.style + OWN;
    page.documentElement.style.colorScheme = document.documentElement.dataset["theme"] ?? "";
  }

  /** @param {number} line of the source, whose place is marked and brought into sight */
  mark(line) {
    this.line = line;
    const page = this.frame.contentDocument;
    const id = this.places.findLast(([at]) => at <= line)?.[1];
    const place = id && page?.getElementById(id);
    const marked = page?.querySelector(".desk-here");
    if (!page || marked === place) return;
    marked?.classList.remove("desk-here");
    if (!place) return;
    place.classList.add("desk-here");
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > this.frame.clientHeight) place.scrollIntoView({ block: "nearest" });
  }

  /** @param {Event} event a click in the frame */
  chosen(event) {
    event.preventDefault();
    for (let at = /** @type {Element | null} */ (event.target); at; at = at.parentElement) {
      const place = this.places.find(([, id]) => id === at.id);
      if (at.id && place) return this.go(place[0]);
    }
  }

  /** Go from the frame to the source: to what stands marked, or else what is topmost in sight. */
  back() {
    const page = this.frame.contentDocument;
    const seen = this.places.find(([, id]) => (page?.getElementById(id)?.getBoundingClientRect().top ?? -1) >= 0);
    const marked = page?.querySelector(".desk-here")?.getBoundingClientRect();
    const visible = marked && marked.bottom > 0 && marked.top < this.frame.clientHeight;
    this.go(visible || !seen ? this.line : seen[0]);
  }

  /** Put the focus into the frame. */
  focus() {
    this.frame.focus();
  }
}
