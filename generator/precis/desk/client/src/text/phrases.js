/** What CodeMirror says of itself, in the language of the interface. */
import { EditorState } from "@codemirror/state";
import { word } from "../page.js";

/** Its English words and the keys of ours. @type {Record<string, string>} */
const KEYS = {
  Find: "find",
  Replace: "find_replace",
  next: "find_next",
  previous: "find_previous",
  all: "find_all",
  "match case": "find_case",
  regexp: "find_pattern",
  "by word": "find_word",
  replace: "find_one",
  "replace all": "find_every",
  close: "find_close",
  "current match": "find_here",
  "on line": "find_line",
  "replaced match on line $": "find_replaced",
  "replaced $ matches": "find_count",
  Completions: "offered",
  "folded code": "folded",
  unfold: "unfold",
  "Control character": "control_character",
  "Selection deleted": "deleted",
};

/** The extension for an editor. */
export const phrases = EditorState.phrases.of(
  Object.fromEntries(Object.entries(KEYS).map(([english, key]) => [english, word(key, { line: "$", count: "$" })])),
);
