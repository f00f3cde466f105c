/** What can be done with the source that is open, by keys and buttons: saved, built, its findings walked and mended. */
import { ask } from "../api.js";
import { on } from "../keys.js";
import { byId, data, word } from "../page.js";
import { refusal, result, say } from "../say.js";

/**
 * @param {ReturnType<typeof import("../text/open.js").open>} source
 * @param {import("./file.js").File} file
 * @param {import("./findings.js").Findings} findings
 * @param {import("./panes.js").Panes} panes
 */
export function acts(source, file, findings, panes) {
  const build = async () => {
    if (!(await file.save())) return;
    say(word("building"));
    try {
      result(await ask("build", { path: data.path }));
    } catch (fault) {
      refusal(fault);
    }
    panes.show("findings");
  };
  on("Ctrl+s", () => void file.save());
  on("Ctrl+Enter", () => void build());
  on("F8", () => findings.step(1, source.line(), source.column()));
  on("Shift+F8", () => findings.step(-1, source.line(), source.column()));
  on("Ctrl+.", () => findings.fix());
  on("F6", () => panes.step(1));
  on("Shift+F6", () => panes.step(-1));
  byId("save").addEventListener("click", () => void file.save());
  byId("build").addEventListener("click", () => void build());
}
