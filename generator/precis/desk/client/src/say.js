/** What is said to those who look and to those who listen: live regions, bars of notice, what a command wrote. */
import { Refused } from "./api.js";
import { byId, button, make, word } from "./page.js";

/**
 * Say something politely to a screen reader.
 *
 * @param {string} text
 */
export function say(text) {
  byId("said").textContent = text;
}

/**
 * Say something at once.
 *
 * @param {string} text
 */
export function alarm(text) {
  byId("alarmed").textContent = text;
}

/**
 * A bar above the panes with what can be done about it; a second one of the same kind takes the place of the first.
 *
 * @param {string} kind
 * @param {string} text
 * @param {[string, () => void][]} [actions] a label and what it does; each takes the bar away
 */
export function notice(kind, text, actions = []) {
  withdraw(kind);
  const bar = make("div", { class: "notice", "data-kind": kind, role: "group", "aria-label": text }, make("p", {}, text));
  for (const [label, act] of actions)
    bar.append(
      button(label, () => {
        withdraw(kind);
        act();
      }),
    );
  byId("notices").append(bar);
  alarm(text);
}

/**
 * Take the bar of a kind away.
 *
 * @param {string} kind
 */
export function withdraw(kind) {
  byId("notices").querySelector(`[data-kind="${kind}"]`)?.remove();
}

/** @param {string} path the address of the screen of a record */
export function recordOf(path) {
  return `/record/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** @param {string} file what was built has an address, what was written in the folder a path */
function linked(file) {
  if (!file.startsWith("/")) return make("a", { href: recordOf(file) }, file);
  return make("a", { href: file, target: "_blank" }, file.replace(/^.*\//, ""));
}

/**
 * What a command wrote and told, shown in `#result`.
 *
 * @param {{written?: string[], told?: import("./page.js").Finding[], message?: string}} answer
 */
export function result(answer) {
  const { written = [], told = [], message } = answer;
  const box = byId("result");
  const head = message ?? (written.length ? word("built", { count: written.length }) : word("not_built"));
  box.replaceChildren(make("p", { class: "said" }, head));
  if (written.length) {
    const files = written.map((file) => make("li", {}, linked(file)));
    box.append(make("ul", { "aria-label": word("written"), dir: "ltr" }, ...files));
  }
  if (told.length) {
    const items = told.map((finding) =>
      make("li", { class: finding.level }, `${[finding.path, finding.line].filter(Boolean).join(":")} ${finding.message}`),
    );
    box.append(make("ul", { class: "told", lang: "en", dir: "ltr" }, ...items));
  }
  box.append(button("×", () => (box.hidden = true), { class: "quiet", "aria-label": word("window_close") }));
  box.hidden = false;
  say(head);
}

/**
 * What a command told when it was refused, shown in `#result`; what went wrong otherwise is thrown on.
 *
 * @param {unknown} fault
 * @param {string} [message] in place of the refusal's own
 */
export function refusal(fault, message) {
  if (!(fault instanceof Refused)) throw fault;
  const { told } = fault.body;
  result({ told, message: message ?? (told ? word("not_built") : fault.message) });
}
