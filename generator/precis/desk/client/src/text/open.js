/** A text opened to be written: in the editor, or in a plain text field where that is wanted. */
import { data } from "../page.js";
import { editor } from "./editor.js";
import { plain } from "./plain.js";

/**
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {import("./editor.js").Listener} listener
 */
export const open = (parent, text, listener) => (data.plain ? plain : editor)(parent, text, listener);
