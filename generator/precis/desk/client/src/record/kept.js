/** What was typed and not saved, kept in this browser and at the desk, and offered again. */
import { ask } from "../api.js";
import { data, later, LOCALE, word } from "../page.js";
import { notice, say } from "../say.js";
import { versions } from "./versions.js";

/** Of this folder: another one may have a record of the same name. */
const key = `precis-desk:${data.room}:${data.path}`;

/** @param {"keep" | "forget"} what @param {Record<string, string>} [held] */
function atDesk(what, held = {}) {
  ask(what, { path: data.path, ...held }).catch(() => {
    // The browser has it as well; that the desk does not answer is told where the text is saved.
  });
}

/** @type {{text: string, version: string}} */
let last = { text: "", version: "" };
const send = later(() => last.text && atDesk("keep", last), 1000);

/**
 * Keep a text: here at once, at the desk when typing rests.
 *
 * @param {string} text
 * @param {string} version of the file it was made from
 */
export function keep(text, version) {
  last = { text, version };
  try {
    localStorage.setItem(key, JSON.stringify({ text, version, at: new Date().toISOString() }));
  } catch {
    // No room is left in this browser: the desk keeps it.
  }
  send();
}

/** Keep nothing any more: it was saved, or thrown away. */
export function forget() {
  last = { text: "", version: "" };
  localStorage.removeItem(key);
}

/** @returns {import("../page.js").Kept | null} the newest text that was kept and is not what the file says */
function newestKept() {
  /** @type {(import("../page.js").Kept | null)[]} */
  const all = [JSON.parse(localStorage.getItem(key) ?? "null"), data.kept];
  const differing = all.filter((kept) => kept !== null && kept.text !== data.text);
  return differing.sort((one, other) => (other?.at ?? "").localeCompare(one?.at ?? ""))[0] ?? null;
}

/**
 * Offer what was kept when the record is opened.
 *
 * @param {(text: string) => void} take
 */
export function offer(take) {
  const kept = newestKept();
  if (!kept) return;
  const drop = () => {
    forget();
    atDesk("forget");
    say(word("dropped"));
  };
  const takeUp = () => {
    take(kept.text);
    say(word("taken_up"));
  };
  const show = () =>
    versions(
      {
        title: word("kept_title"),
        about: word("kept_about"),
        theirs: data.text,
        mine: kept.text,
        mineLabel: word("kept_mine"),
        takeMine: word("kept_take"),
      },
      drop,
      takeUp,
    );
  const at = new Date(kept.at).toLocaleString(LOCALE, { dateStyle: "medium", timeStyle: "short" });
  notice("kept", word("kept", { at }), [
    [word("kept_take"), takeUp],
    [word("kept_show"), show],
    [word("kept_drop"), drop],
  ]);
}
