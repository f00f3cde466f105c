/** A question that follows the text. */
import { ask, dropped } from "./api.js";
import { data } from "./page.js";

/**
 * Ask again and again while the text changes, never twice at once.
 *
 * @param {string} name of the question
 * @param {() => string} text
 * @param {(answer: any, text: string) => void} show
 * @param {(message: string) => void} failed
 * @returns {() => Promise<void>}
 */
export function following(name, text, show, failed) {
  /** @type {Promise<void> | null} */
  let running = null;
  const run = async () => {
    for (let asked = null; asked !== text(); ) {
      asked = text();
      show(await ask(name, { path: data.path, text: asked }), asked);
    }
  };
  return () => {
    running ??= run()
      .catch((fault) => {
        if (!dropped(fault)) failed(fault instanceof Error ? fault.message : String(fault));
      })
      .finally(() => (running = null));
    return running;
  };
}
