/** How a source looks in the editor: the marks of docs/source.md, each with a tag. It colours, and judges nothing. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/**
 * @typedef {import("@codemirror/language").StringStream} Stream
 * @typedef {{where: "start" | "front" | "text", bold: boolean, italic: boolean, comment: boolean, line: string}} State
 */

/** What the first line of a block begins with, and how the rest of it looks. @type {[RegExp, string, string][]} */
const BLOCKS = [
  [/^###\s/, "mark", "heading3"],
  [/^##\s/, "mark", "heading2"],
  [/^#\s/, "mark", "heading1"],
  [/^>/, "mark", "quote"],
  [/^\s*(?:-|\(?[a-z]+\))\s/, "mark", ""],
  [/^\|\+?/, "mark", "cell"],
  [/^\d+\.\s/, "mark", ""],
  [/^\[\^[^\]\s]+\]:/, "note", ""],
];

/** Marks inside a line that stand by themselves. @type {[RegExp, string][]} */
const INLINE = [
  [/^\\./, "mark"],
  [/^\[\[.*?\]\]/, "gap"],
  [/^\[\^[^\]\s]+\]/, "note"],
  [/^\{-\}\s*$/, "mark"],
  [/^\|/, "mark"],
  [/^\^/, "mark"],
];

/** @param {Stream} stream @param {State} state */
function front(stream, state) {
  if (stream.sol() && stream.match(/^---\s*$/)) {
    state.where = state.where === "start" ? "front" : "text";
    return "mark";
  }
  if (stream.sol() && stream.match(/^[\w-]+(?=:)/)) return "field";
  if (stream.match(/^\s*#.*/)) return "comment";
  stream.skipToEnd();
  return null;
}

/** @param {Stream} stream @param {State} state */
function comment(stream, state) {
  state.comment = !stream.match(/^.*?-->/);
  if (state.comment) stream.skipToEnd();
  return "comment";
}

/** @param {Stream} stream @param {State} state */
function emphasis(stream, state) {
  const found = /** @type {RegExpMatchArray | null} */ (stream.match(/^\*{1,3}/));
  if (!found) return false;
  if (found[0].length !== 1) state.bold = !state.bold;
  if (found[0].length !== 2) state.italic = !state.italic;
  return true;
}

/** @param {Stream} stream @param {State} state */
function inline(stream, state) {
  if (emphasis(stream, state)) return "mark";
  for (const [pattern, tag] of INLINE) if (stream.match(pattern)) return tag;
  stream.next();
  stream.match(/^[^\\*[{|^]+/);
  return [state.line, state.bold && "strong", state.italic && "emphasis"].filter(Boolean).join(" ") || null;
}

/** @param {Stream} stream @param {State} state */
function token(stream, state) {
  if (state.where === "start" && !stream.match(/^---\s*$/, false)) state.where = "text";
  if (state.where !== "text") return front(stream, state);
  if (state.comment || (stream.sol() && stream.match(/^\s*<!--/))) return comment(stream, state);
  if (stream.sol()) {
    state.line = "";
    for (const [pattern, mark, rest] of BLOCKS)
      if (stream.match(pattern)) {
        state.line = rest;
        return mark;
      }
  }
  return inline(stream, state);
}

const language = StreamLanguage.define({
  name: "source",
  startState: () => /** @type {State} */ ({ where: "start", bold: false, italic: false, comment: false, line: "" }),
  token,
  blankLine: (state) => Object.assign(state, { bold: false, italic: false, line: "" }),
  tokenTable: {
    mark: tags.processingInstruction,
    field: tags.propertyName,
    note: tags.link,
    gap: tags.invalid,
    cell: tags.content,
    heading1: tags.heading1,
    heading2: tags.heading2,
    heading3: tags.heading3,
  },
});

const look = HighlightStyle.define([
  { tag: tags.heading1, class: "look-heading1" },
  { tag: tags.heading2, class: "look-heading2" },
  { tag: tags.heading3, class: "look-heading3" },
  { tag: tags.strong, class: "look-strong" },
  { tag: tags.emphasis, class: "look-emphasis" },
  { tag: tags.quote, class: "look-quote" },
  { tag: tags.processingInstruction, class: "look-mark" },
  { tag: tags.propertyName, class: "look-field" },
  { tag: tags.comment, class: "look-comment" },
  { tag: tags.link, class: "look-note" },
  { tag: tags.invalid, class: "look-gap" },
]);

/** The extension for an editor. */
export const grammar = [language, syntaxHighlighting(look)];
