/** Two windows on one record tell each other. They are of one browser, since a desk lets in no other. */
import { windowId } from "../api.js";
import { data, word } from "../page.js";
import { notice } from "../say.js";

/** Ask the other windows, and answer them. */
export function greet() {
  const channel = new BroadcastChannel(`precis-desk:${data.room}`);
  /** @param {"here" | "too"} kind */
  const tell = (kind) => channel.postMessage({ kind, path: data.path, window: windowId });
  channel.addEventListener("message", ({ data: said }) => {
    if (said.path !== data.path || said.window === windowId) return;
    notice("window", word("window"), [[word("window_close"), () => undefined]]);
    if (said.kind === "here") tell("too");
  });
  tell("here");
}
