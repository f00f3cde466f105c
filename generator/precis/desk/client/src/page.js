/**
 * What the server says of the page, its words, and small helpers to make elements.
 *
 * @typedef {{from: number, to: number, insert: string, label: string, kind: "safe" | "ask"}} Fix
 * @typedef {{line: number, column: number, end_line: number, end_column: number, level: "error" | "warning" | "info",
 *   code: string, message: string, path?: string, fix?: Fix}} Finding
 * @typedef {{name: string, kind: "text" | "date" | "time" | "number" | "choice" | "list" | "flag", choices: string[],
 *   help: string, usual: boolean}} Field
 * @typedef {{text: string, version: string, at: string}} Kept
 * @typedef {{screen: string, words: Record<string, string>, lang: string, plain: boolean, nonce: string, room: string,
 *   path: string, symbol: string, text: string, version: string, kept: Kept | null, fields: Field[], other: string}} Data
 */

/** @type {Data} */
export const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}");

/** How dates are written: in English as the United Nations does, 27 November 2053. */
export const LOCALE = data.lang === "en" ? "en-GB" : data.lang;

/**
 * A fixed word of the interface, with what stands in braces filled in.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function word(key, values = {}) {
  const text = data.words[key];
  if (text === undefined) throw new Error(`no word ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * The element with an id, which must be there.
 *
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
}

/**
 * The control of a form with an id.
 *
 * @param {string} id
 */
export const control = (id) => /** @type {HTMLInputElement} */ (byId(id));

/**
 * The dialogue window with an id.
 *
 * @param {string} id
 */
export const dialog = (id) => /** @type {HTMLDialogElement} */ (byId(id));

/**
 * A new element; text in `content` is text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/**
 * A button that does something.
 *
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
export function button(text, act, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", act);
  return element;
}

/**
 * The function, called once when nothing has called for it for a while.
 *
 * @param {() => void} act
 * @param {number} wait in milliseconds
 */
export function later(act, wait) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}
