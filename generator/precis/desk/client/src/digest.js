/** The digest screen: each sentence with its references, what stands there now, and the source in which it is edited. */
import { ask, Refused } from "./api.js";
import { listen } from "./events.js";
import { following } from "./following.js";
import { on } from "./keys.js";
import { button, byId, control, data, later, make, word } from "./page.js";
import { File } from "./record/file.js";
import { Findings } from "./record/findings.js";
import { offer } from "./record/kept.js";
import { Panes } from "./record/panes.js";
import { recordOf, result, say } from "./say.js";
import { open } from "./text/open.js";

/**
 * @typedef {{from: number, to: number, insert: string}} Change
 * @typedef {{old: string, new: string, fix: Change | null}} Changed
 * @typedef {{short: string, where: string, path: string, paragraph: number | null, holds: boolean, line: number | null,
 *   texts: string[], changed: Changed[]}} Reference
 * @typedef {{line: number, html: string, references: string[]}} Sentence
 * @typedef {{title: string, sections: {title: string, aside: string, sentences: Sentence[]}[]}} Sheet
 * @typedef {{sheets: Sheet[] | null, language?: string, references: Record<string, Reference>, told: import("./page.js").Finding[]}} Looked
 */

/** The sentences of the digest, and the place that the chosen one cites. */
class Sentences {
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
    const buttons = this.buttons();
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), buttons.length - 1);
    this.choose(next);
    buttons[next]?.focus();
  }
}

/** Write the source of the digest, where there is none. */
async function write() {
  const act = document.querySelector("#write-form button");
  act?.setAttribute("aria-busy", "true");
  say(word("building"));
  try {
    const answer = await ask("digest/source", { path: control("write-file").value.trim(), language: control("write-language").value });
    location.assign(`/digest/${encodeURIComponent(answer.written[0])}`);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    result({ told: fault.body["told"] ?? [], message: fault.body["told"] ? word("not_built") : fault.message });
    byId("result").focus();
  } finally {
    act?.removeAttribute("aria-busy");
  }
}

/** Put the screen together. */
export function digest() {
  if (data.path) return edit();
  byId("write-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void write();
  });
}

/** The source of a digest, with its sentences. */
function edit() {
  const source = open(byId("editor"), data.text, {
    changed: () => {
      file.typed();
      lookSoon();
    },
    moved: () => undefined,
    names: () => Promise.resolve({ speakers: [], states: [] }),
  });
  /** @param {number} line @param {number} [column] */
  const goTo = (line, column) => {
    panes.show("source");
    source.go(line, column);
  };
  let looked = "";
  /** @param {Change | undefined | null} fix */
  const change = (fix) => {
    if (!fix || looked !== source.text()) return say(word("no_fix"));
    source.replace(fix.from, fix.to, fix.insert);
    say(word("fixed", { label: fix.insert }));
  };
  const sentences = new Sentences(goTo, change);
  const panes = new Panes({ source: () => source.focus(), outline: () => sentences.focus() });
  const file = new File(
    source,
    () => Promise.resolve(),
    () => void look(),
  );
  const findings = new Findings(
    (finding) => goTo(finding.line, finding.column),
    (finding) => change(finding.fix),
    (line) => word("line", { line }),
  );
  const look = following(
    "digest/look",
    source.text,
    (/** @type {Looked} */ answer, text) => {
      if (text !== source.text()) return;
      looked = text;
      sentences.show(answer);
      source.setLanguage(answer.language ?? "en");
      findings.show(answer.told);
      source.setFindings(answer.told.filter(({ path }) => !path || path === data.path));
    },
    (message) => (byId("look-state").textContent = word("look_failed", { message })),
  );
  const lookSoon = later(() => void look(), 300);

  const build = async () => {
    if (!(await file.save())) return;
    say(word("building"));
    try {
      result(await ask("build", { path: data.path }));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      result({ told: fault.body["told"] ?? [], message: fault.body["told"] ? word("not_built") : fault.message });
    }
    panes.show("findings");
  };
  // A record that changes may take the ground from a sentence.
  const lookAgain = later(() => void look().then(look), 300);
  listen(({ kind, path }) => {
    if (kind === "changed" && path !== data.path) lookAgain();
  });
  on("Ctrl+s", () => void file.save());
  on("Ctrl+Enter", () => void build());
  on("F8", () => findings.step(1, source.line(), source.column()));
  on("Shift+F8", () => findings.step(-1, source.line(), source.column()));
  on("Ctrl+.", () => findings.fix());
  on("F6", () => panes.step(1));
  on("Shift+F6", () => panes.step(-1));
  byId("save").addEventListener("click", () => void file.save());
  byId("build").addEventListener("click", () => void build());
  panes.show("outline");
  void look();
  offer((text) => source.setText(text));
}
