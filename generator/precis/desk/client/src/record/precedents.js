/** Precedents: how words were said before, from the index of the folder. */
import { newest } from "../api.js";
import { button, byId, control, data, dialog, make, word } from "../page.js";

/** @typedef {{symbol: string, paragraph: string, date: string, speaker: string, before: string, hit: string, after: string}} Hit */

/**
 * Open the search, with the words that are chosen in the text.
 *
 * @param {import("../text/editor.js").Editor} editor
 */
export function precedents(editor) {
  const ask = newest("precedents");
  const window = dialog("precedents");
  const words = control("precedents-words");
  const state = byId("precedents-state");
  const list = byId("precedents-list");

  /** @param {Hit} hit */
  const row = (hit) => {
    const about = [hit.symbol, hit.paragraph, hit.date, hit.speaker].filter(Boolean).join(" · ");
    const insert = () => {
      window.close();
      editor.insert(hit.hit);
      editor.focus();
    };
    return make(
      "li",
      {},
      make("p", { dir: "auto" }, hit.before, make("mark", {}, hit.hit), hit.after),
      make("p", { class: "about" }, make("bdi", {}, about), " ", button(word("insert"), insert)),
    );
  };

  const find = async () => {
    if (!words.value.trim()) return;
    try {
      const answer = await ask({ words: words.value, path: data.path });
      if (answer === null) return;
      list.replaceChildren(...answer.hits.map(row));
      state.textContent = answer.hits.length ? word("hits", { count: answer.hits.length }) : word("no_hits");
    } catch (fault) {
      list.replaceChildren();
      state.textContent = word("failed", { message: fault instanceof Error ? fault.message : String(fault) });
    }
  };

  byId("precedents-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void find();
  });
  return () => {
    const chosen = editor.selected().trim();
    if (chosen && !chosen.includes("\n")) words.value = chosen;
    window.showModal();
    words.select();
    if (chosen) void find();
  };
}
