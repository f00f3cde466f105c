/** The record screen: its parts put together. */
import { ask } from "./api.js";
import { following } from "./following.js";
import { on } from "./keys.js";
import { byId, data, later, word } from "./page.js";
import { acts } from "./record/acts.js";
import { Cover, fieldOf } from "./record/cover.js";
import { File } from "./record/file.js";
import { Findings } from "./record/findings.js";
import { offer } from "./record/kept.js";
import { Outline } from "./record/outline.js";
import { Pages } from "./record/pages.js";
import { Panes } from "./record/panes.js";
import { precedents } from "./record/precedents.js";
import { Preview } from "./record/preview.js";
import { greet } from "./record/windows.js";
import { say } from "./say.js";
import { open } from "./text/open.js";

/** @typedef {import("./page.js").Finding} Finding */

/** Put the screen together. */
export function record() {
  /** @param {string} message */
  const failed = (message) => (byId("preview-state").textContent = message);
  /** @type {Promise<import("./text/names.js").Names>} */
  const names = ask("names", { path: data.path });
  /** @type {[number, number | string][]} */
  let printed = [];
  /** @type {Finding[]} */
  let faults = [];
  /** @type {Finding[]} */
  let alarms = [];
  let [looked, checked] = ["", ""];

  const source = open(byId("editor"), data.text, {
    changed: () => {
      file.typed();
      pages.outdated();
      lookSoon();
      checkSoon();
    },
    moved: () => {
      outline.mark(source.line());
      preview.mark(source.line());
    },
    names: () => names,
  });
  /** @param {number} line @param {number} [column] */
  const goTo = (line, column) => {
    panes.show("source");
    source.go(line, column);
  };
  /** @param {number} line in words: with the number of its paragraph */
  const place = (line) => {
    const number = printed.find(([at]) => at === line)?.[1];
    const spot = word("line", { line });
    return number ? `${spot} · ${word("paragraph", { number })}` : spot;
  };

  const panes = new Panes({ source: () => source.focus(), preview: () => preview.focus(), outline: () => outline.focus() });
  const outline = new Outline(goTo);
  const preview = new Preview(goTo);
  const pages = new Pages(() => source.text());
  const cover = new Cover(source);
  const file = new File(
    source,
    () => cover.write(),
    () => void check(),
  );
  const findings = new Findings(
    (finding) => {
      const name = fieldOf(source.text(), finding);
      if (!name) return goTo(finding.line, finding.column);
      panes.show("source");
      cover.go(name);
    },
    async (finding) => {
      if (checked !== source.text()) await Promise.all([look(), check()]);
      const fix = findings.like(finding)?.fix;
      if (!fix || checked !== source.text()) return say(word("no_fix"));
      source.replace(fix.from, fix.to, fix.insert);
      say(word("fixed", { label: fix.label }));
    },
    place,
  );

  /** Tell what was found, once it is all of the text that stands here: places in an older one would be wrong. */
  const tell = () => {
    if (looked !== source.text() || checked !== source.text()) return;
    const all = [...new Map([...faults, ...alarms].map((each) => [`${each.line} ${each.code} ${each.message}`, each])).values()];
    findings.show(all);
    source.setFindings(all);
    cover.mark(all);
  };
  const look = following("preview", source.text, (answer, text) => {
    byId("preview-state").textContent = answer.html === null ? word("no_page") : "";
    cover.show(answer.cover);
    const language = answer.cover.language || "en";
    if (answer.html !== null) void preview.show({ ...answer, language, title: data.symbol || data.path });
    if (text !== source.text()) return;
    looked = text;
    printed = answer.numbers;
    source.setLanguage(language);
    source.setNumbers(printed);
    outline.show(answer.outline);
    outline.mark(source.line());
    faults = answer.faults;
    tell();
  }, failed);
  const check = following("check", source.text, (answer, text) => {
    if (text !== source.text()) return;
    checked = text;
    alarms = answer.findings;
    tell();
  }, failed);
  const lookSoon = later(() => void look(), 60);
  const checkSoon = later(() => void check(), 200);

  const openPrecedents = precedents(source);

  acts(source, file, findings, panes);
  on("Ctrl+k", openPrecedents);
  on("Ctrl+j", () => (byId("preview").contains(document.activeElement) ? preview.back() : panes.go("preview")));
  byId("open-precedents").addEventListener("click", openPrecedents);

  cover.box.open = data.fields.some(({ name, usual }) => usual && name !== "language" && !new RegExp(`^${name}:`, "m").test(data.text));
  /** An address that ends in #p18 leads to paragraph 18. */
  const arrive = () => {
    const line = printed.find(([, number]) => location.hash === `#p${number}`)?.[0];
    if (line) goTo(line);
  };
  window.addEventListener("hashchange", arrive);
  void look().then(arrive);
  void check();
  offer((text) => source.setText(text));
  greet();
}
