/** Two windows on one record tell each other. */
import { ask, windowId } from "../api.js";
import { data, word } from "../page.js";
import { notice } from "../say.js";

/** In milliseconds: the desk forgets a window that it has not heard of for 30 seconds. */
const HEARD = 20_000;

/** Ask the other windows of this browser, and answer them; the desk knows those of other browsers. */
export function greet() {
  const channel = new BroadcastChannel("precis-desk");
  /** @param {"here" | "too"} kind */
  const tell = (kind) => channel.postMessage({ kind, path: data.path, window: windowId });
  const other = () => notice("window", word("window"), [[word("window_close"), () => undefined]]);
  let others = 0;
  const here = async () => {
    const known = others;
    others = (await ask("keep", { path: data.path }).catch(() => ({ others }))).others;
    if (others > known) other();
  };
  channel.addEventListener("message", ({ data: said }) => {
    if (said.path !== data.path || said.window === windowId) return;
    other();
    if (said.kind === "here") tell("too");
  });
  tell("here");
  void here();
  setInterval(() => void here(), HEARD);
}
