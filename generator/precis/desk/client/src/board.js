/** The session board: draft, join, build, digest, brief. */
import { ask, Refused } from "./api.js";
import { byId, control, dialog, LOCALE, make, word } from "./page.js";
import { result, say } from "./say.js";

/**
 * Run a command and show what it wrote, or what it told. Afterwards the page is read again if records changed.
 *
 * @param {HTMLButtonElement} button
 * @param {string} name
 * @param {Record<string, unknown>} question
 */
async function run(button, name, question) {
  button.setAttribute("aria-busy", "true");
  say(word("building"));
  try {
    const answer = await ask(name, question);
    result(answer);
    if (name === "join") location.assign(recordOf(answer.written[0]));
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    result({ told: fault.body["told"], message: fault.body["told"] ? word("not_built") : fault.message });
  } finally {
    button.removeAttribute("aria-busy");
    byId("result").focus();
  }
}

/** @param {string} path the address of the screen of a record */
export function recordOf(path) {
  return `/record/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** @param {HTMLButtonElement} button what its data say */
function act(button) {
  const { do: name = "", path, takes, number } = button.dataset;
  if (name === "join") {
    /** @type {string[]} */
    const paths = JSON.parse(takes ?? "[]");
    const folder = (paths[0] ?? "").replace(/[^/]*$/, "");
    return run(button, name, { paths, target: `${folder}${number}.md` });
  }
  return run(button, name, path ? { path } : {});
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
