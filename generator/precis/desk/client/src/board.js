/** The session board: draft, join, build, digest, brief. */
import { ask, Refused } from "./api.js";
import { byId, control, dialog, LOCALE, make, word } from "./page.js";
import { recordOf, refusal, result, say } from "./say.js";

/**
 * Run a command and show what it wrote, or what it told.
 *
 * @param {HTMLButtonElement} button
 * @param {string} name
 * @param {Record<string, unknown>} question
 * @param {(fault: Refused) => boolean} [refused] does something else about a refusal, if it can
 */
async function run(button, name, question, refused = () => false) {
  button.setAttribute("aria-busy", "true");
  say(word("building"));
  try {
    result(await ask(name, question));
  } catch (fault) {
    if (!(fault instanceof Refused && refused(fault))) refusal(fault);
  } finally {
    button.removeAttribute("aria-busy");
    byId("result").focus();
  }
}

/**
 * Join takes into the record of their meeting. One that is there already is written over only where that is wanted.
 *
 * @param {HTMLButtonElement} button
 * @param {string[]} paths
 * @param {string} target
 * @param {string} [version] of the record that is written over
 */
function join(button, paths, target, version = "") {
  return run(button, "join", { paths, target, version }, ({ status, body }) => {
    if (status !== 409) return false;
    result({ message: word("join_there", { path: target }), written: [] });
    const over = make("button", { type: "button" }, word("join_over"));
    over.addEventListener("click", () => void join(button, paths, target, body["version"]));
    byId("result").append(make("p", { class: "actions" }, make("a", { class: "button", href: recordOf(target) }, word("open")), over));
    return true;
  });
}

/** @param {HTMLButtonElement} button what its data say */
function act(button) {
  const { do: name = "", path, takes, number } = button.dataset;
  if (name !== "join") return run(button, name, path ? { path } : {});
  /** @type {string[]} */
  const paths = JSON.parse(takes ?? "[]");
  return join(button, paths, `${number}.md`);
}

/** @param {HTMLElement} button */
function openDraft(button) {
  byId("draft-told").replaceChildren();
  control("draft-symbol").value = button.dataset["symbol"] ?? "";
  dialog("draft").showModal();
  control("draft-symbol").focus();
}

/** @param {SubmitEvent} event */
async function draft(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value);
  try {
    const answer = await ask("draft", { fields: Object.fromEntries(given) });
    location.assign(recordOf(answer.written[0]));
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    /** @type {{message: string}[]} */
    const told = fault.body["told"] ?? [{ message: fault.message }];
    byId("draft-told").replaceChildren(...told.map(({ message }) => make("p", { lang: "en", dir: "ltr" }, message)));
  }
}

/** @param {string} level @param {string} words @param {number} count */
const badge = (level, words, count) => (count ? [make("span", { class: `level ${level}` }, `${words} ${count}`), " "] : []);

/** Show how many findings each record has, which takes longer than the rest of the page. */
async function count() {
  /** @type {{rows: {path: string | null, errors: number | null, warnings: number | null}[]}} */
  const { rows } = await ask("board", {});
  for (const { path, errors, warnings } of rows) {
    const cell = path && document.querySelector(`[data-findings="${CSS.escape(path)}"]`);
    if (!cell) continue;
    cell.replaceChildren(...badge("error", word("errors"), errors ?? 0), ...badge("warning", word("warnings"), warnings ?? 0));
    if (!errors && !warnings) cell.append(make("span", { class: "level good" }, word("clean")));
  }
}

/** Write dates as the language of the interface does; the page has them as they sort. */
function dates() {
  for (const time of document.querySelectorAll("time")) {
    const [day = "", hour = ""] = time.dateTime.split(/[T ]/);
    const shown = new Date(`${day}T12:00`).toLocaleDateString(LOCALE, { dateStyle: "long" });
    time.textContent = hour ? `${shown}, ${hour}` : shown;
  }
}

/** Make the buttons of the board work. */
export function board() {
  dates();
  void count();
  byId("draft-form").addEventListener("submit", draft);
  document.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (button?.dataset["do"] && button.getAttribute("aria-busy") !== "true") void act(button);
    else if (button?.dataset["open"]) openDraft(button);
  });
}
