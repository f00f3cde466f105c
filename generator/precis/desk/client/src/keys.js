/** The keys that every screen has, and those that a screen adds. */
import { byId, dialog } from "./page.js";

/** @type {Map<string, () => void>} */
const acts = new Map();

/**
 * What a key does: "F8", "Shift+F8", "Ctrl+s". Ctrl is Command on a Macintosh as well.
 *
 * @param {string} key
 * @param {() => void} act
 */
export function on(key, act) {
  acts.set(key, act);
}

/** @param {KeyboardEvent} event */
function named(event) {
  // A keyboard of another script has the letter's place: Ctrl and the key of S saves on a Russian one as well.
  const placed = /^Key([A-Z])$/.exec(event.code)?.[1] ?? event.key;
  const letter = event.ctrlKey && !/^[\x20-\x7e]+$/.test(event.key) ? placed : event.key;
  const key = letter.length === 1 ? letter.toLowerCase() : letter;
  const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${shift}${key}`;
}

/** @param {EventTarget | null} target whether letters typed there are text */
function typing(target) {
  const element = /** @type {HTMLElement | null} */ (target);
  return Boolean(element?.closest?.("input, textarea, select, [contenteditable=true]"));
}

/**
 * Do what a key says. While a dialogue window is open only its own keys count.
 *
 * @param {KeyboardEvent} event
 */
export function pressed(event) {
  const name = named(event);
  const act = acts.get(name);
  if (!act || event.altKey || event.isComposing) return;
  if (name === "?" && typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Open the keys of `window` and its dialogue windows: help by ? and F1, and buttons that close. */
export function start() {
  window.addEventListener("keydown", pressed, true);
  const help = () => dialog("keys").showModal();
  on("?", help);
  on("F1", help);
  byId("show-keys").addEventListener("click", help);
  for (const button of document.querySelectorAll("dialog [data-close]"))
    button.addEventListener("click", () => button.closest("dialog")?.close());
}

/**
 * Where a key leads in a list of buttons, one of which has the focus: the place, null for another key.
 *
 * @param {KeyboardEvent} event is taken, if it leads anywhere
 * @param {HTMLButtonElement[]} buttons
 */
export function stepped(event, buttons) {
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return null;
  event.preventDefault();
  return Math.min(Math.max(to, 0), buttons.length - 1);
}
