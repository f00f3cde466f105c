/** Two versions of a text beside each other, only where they differ, and the choice between them. */
import { Chunk } from "@codemirror/merge";
import { Text } from "@codemirror/state";
import { byId, dialog, make, word } from "../page.js";

/**
 * A stretch of a text, what changed in it marked.
 *
 * @param {string} text
 * @param {[number, number][]} changed offsets in it
 * @param {"del" | "ins"} tag
 */
function marked(text, changed, tag) {
  const cell = make("td", { dir: "auto" });
  let at = 0;
  for (const [from, to] of changed) {
    cell.append(text.slice(at, from));
    if (to > from) cell.append(make(tag, {}, text.slice(from, to)));
    at = to;
  }
  cell.append(text.slice(at));
  return cell;
}

/** @param {string} theirs @param {string} mine @returns {HTMLTableRowElement[]} a row for each stretch of lines that differ */
export function rows(theirs, mine) {
  const [old, fresh] = [Text.of(theirs.split("\n")), Text.of(mine.split("\n"))];
  return Chunk.build(old, fresh).map((chunk) => {
    /** @param {number} end @param {Text} doc */
    const within = (end, doc) => Math.min(end, doc.length);
    const line = old.lineAt(within(chunk.fromA, old)).number;
    const left = old.sliceString(chunk.fromA, within(chunk.endA, old));
    const right = fresh.sliceString(chunk.fromB, within(chunk.endB, fresh));
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, String(line)),
      marked(left, chunk.changes.map(({ fromA, toA }) => [fromA, toA]), "del"),
      marked(right, chunk.changes.map(({ fromB, toB }) => [fromB, toB]), "ins"),
    );
  });
}

/**
 * Show two versions and have one of them chosen; closing the window chooses none.
 *
 * @param {{title: string, about: string, theirs: string, mine: string, mineLabel: string, takeMine: string}} shown
 * @param {() => void} theirs
 * @param {() => void} mine
 */
export function versions(shown, theirs, mine) {
  const window = dialog("versions");
  byId("versions-title").textContent = shown.title;
  byId("versions-about").textContent = shown.about;
  byId("versions-theirs").textContent = word("theirs");
  byId("versions-mine").textContent = shown.mineLabel;
  const differing = rows(shown.theirs, shown.mine);
  byId("versions-rows").replaceChildren(...differing);
  if (!differing.length) byId("versions-about").textContent = word("same");
  /** @param {string} id @param {string} label @param {() => void} act */
  const choice = (id, label, act) => {
    byId(id).textContent = label;
    byId(id).onclick = () => {
      window.close();
      act();
    };
  };
  choice("take-theirs", word("take_theirs"), theirs);
  choice("take-mine", shown.takeMine, mine);
  window.showModal();
}
