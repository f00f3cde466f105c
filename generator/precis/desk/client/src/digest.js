/** The digest screen: the sentences of a digest, and the source in which they are edited. */
import { ask } from "./api.js";
import { Sentences } from "./digest/sentences.js";
import { listen } from "./events.js";
import { following } from "./following.js";
import { byId, control, data, later, word } from "./page.js";
import { acts } from "./record/acts.js";
import { File } from "./record/file.js";
import { Findings } from "./record/findings.js";
import { offer } from "./record/kept.js";
import { Panes } from "./record/panes.js";
import { refusal, say } from "./say.js";
import { open } from "./text/open.js";

/** Write the source of the digest, where there is none. */
async function write() {
  const act = document.querySelector("#write-form button");
  act?.setAttribute("aria-busy", "true");
  say(word("building"));
  try {
    const answer = await ask("digest/source", { path: control("write-file").value.trim(), language: control("write-language").value });
    location.assign(`/digest/${encodeURIComponent(answer.written[0])}`);
  } catch (fault) {
    refusal(fault);
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
  /** @param {import("./digest/sentences.js").Change | undefined | null} fix */
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
    (/** @type {import("./digest/sentences.js").Looked} */ answer, text) => {
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

  // A record that changes may take the ground from a sentence.
  const lookAgain = later(() => void look().then(look), 300);
  listen(({ kind, path }) => {
    if (kind === "changed" && path !== data.path) lookAgain();
  });
  acts(source, file, findings, panes);
  panes.show("outline");
  void look();
  offer((text) => source.setText(text));
}
