/** The editor: CodeMirror with our grammar, numbers and names. plain.js has the same from a plain text field. */
import { completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { codeFolding, foldEffect, foldKeymap } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, highlightActiveLine, keymap } from "@codemirror/view";
import { data, make, word } from "../page.js";
import { grammar } from "./grammar.js";
import { completion } from "./names.js";
import { numbers, setNumbers } from "./numbers.js";
import { phrases } from "./phrases.js";

/**
 * Lines and columns count from 1.
 *
 * @typedef {import("../page.js").Finding} Finding
 * @typedef {{text: () => string, setText: (text: string) => void, replace: (from: number, to: number, insert: string) => void,
 *   insert: (text: string) => void, selected: () => string, line: () => number, column: () => number,
 *   go: (line: number, column?: number) => void, focus: () => void, setNumbers: (numbers: [number, number | string][]) => void,
 *   setFindings: (findings: Finding[]) => void, setLanguage: (language: string) => void}} Editor
 * @typedef {{changed: () => void, moved: () => void, names: () => Promise<import("./names.js").Names>}} Listener
 */

/**
 * What is to be replaced to make one text of another: all but what both begin and end with.
 *
 * @param {string} old
 * @param {string} text
 */
export function difference(old, text) {
  let from = 0;
  const least = Math.min(old.length, text.length);
  while (from < least && old[from] === text[from]) from++;
  let end = 0;
  while (end < least - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from, to: old.length - end, insert: text.slice(from, text.length - end) };
}

/**
 * Where the front matter ends, 0 if there is none.
 *
 * @param {string} text
 */
export const frontEnd = (text) => /^---[ \t]*\n[^]*?\n---[ \t]*(?=\n|$)/.exec(text)?.[0].length ?? 0;

/** @param {EditorView} _ @param {(event: Event) => void} onclick */
function placeholder(_, onclick) {
  const shown = make("span", { class: "folded", "aria-label": word("cover_text") }, word("cover_text"));
  shown.onclick = onclick;
  return shown;
}

/** @param {import("@codemirror/state").Text} doc @param {number} line @param {number} column */
function offset(doc, line, column) {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
}

/** @param {import("@codemirror/state").Text} doc @param {Finding} finding */
function diagnostic(doc, finding) {
  const from = offset(doc, finding.line, finding.column);
  const to = Math.max(from, offset(doc, finding.end_line, finding.end_column));
  return { from, to, severity: finding.level, message: finding.message };
}

/**
 * What is typed over several chosen lines. Chromium joins the lines with a style attribute, which the policy of the page
 * refuses and the console tells; so the lines are replaced before it can.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to } = view.state.selection.main;
    const { doc } = view.state;
    if (event.inputType !== "insertText" || view.composing || doc.lineAt(from).to >= to) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data ?? ""), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

/** @param {Listener} listener */
function extensions(listener) {
  const about = EditorView.contentAttributes.of({ "aria-label": word("editor"), spellcheck: "true", tabindex: "0" });
  return [
    history(),
    drawSelection(),
    dropCursor(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.allowMultipleSelections.of(true),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.cspNonce.of(data.nonce),
    codeFolding({ placeholderDOM: placeholder }),
    phrases,
    grammar,
    numbers,
    typedOver,
    lintGutter(),
    completion(listener.names),
    about,
    keymap.of([...completionKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...defaultKeymap]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) listener.changed();
      if (update.selectionSet || update.docChanged) listener.moved();
    }),
  ];
}

/**
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {Listener} listener
 * @returns {Editor}
 */
export function editor(parent, text, listener) {
  const front = frontEnd(text);
  const state = EditorState.create({ doc: text, extensions: extensions(listener), selection: { anchor: text.slice(front).search(/\S|$/) + front } });
  const view = new EditorView({ state, parent });
  if (front) view.dispatch({ effects: foldEffect.of({ from: 0, to: front }) });
  const doc = () => view.state.doc;
  const head = () => view.state.selection.main.head;
  // Findings that come up take room from the editor: what is typed stays in sight.
  new ResizeObserver(() => {
    if (view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(head()) });
  }).observe(parent);
  return {
    text: () => doc().toString(),
    setText: (fresh) => view.dispatch({ changes: difference(doc().toString(), fresh) }),
    replace: (from, to, insert) => view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } }),
    insert: (added) => view.dispatch(view.state.replaceSelection(added)),
    selected: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    line: () => doc().lineAt(head()).number,
    column: () => head() - doc().lineAt(head()).from + 1,
    go(line, column = 1) {
      const anchor = offset(doc(), line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
    setNumbers: (counted) => view.dispatch({ effects: setNumbers.of(counted) }),
    setFindings: (findings) => view.dispatch(setDiagnostics(view.state, findings.map((finding) => diagnostic(doc(), finding)))),
    setLanguage(language) {
      view.contentDOM.lang = language;
      parent.dir = language === "ar" ? "rtl" : "ltr";
    },
  };
}
