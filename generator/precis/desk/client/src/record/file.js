/** The file of the record: saved whole, never over a version that was not seen; told when it changes outside. */
import { ask, Refused } from "../api.js";
import { listen } from "../events.js";
import { byId, data, word } from "../page.js";
import { alarm, notice, say, withdraw } from "../say.js";
import { forget, keep } from "./kept.js";
import { versions } from "./versions.js";

/** @typedef {{text: string, version: string}} Version */

/** The name of the page; a dot stands before it while something is not saved. */
const TITLE = document.title;

/** The file as this window knows it. */
export class File {
  /**
   * @param {import("../text/editor.js").Editor} editor
   * @param {() => Promise<void>} complete what is done before saving
   * @param {() => void} saved what is done after it
   */
  constructor(editor, complete, saved) {
    this.editor = editor;
    this.complete = complete;
    this.saved = saved;
    this.version = data.version;
    this.text = data.text;
    /** @type {Promise<boolean>} */
    this.saving = Promise.resolve(true);
    listen(({ kind, path, version }) => {
      if (kind === "changed" && path === data.path) void this.changed(version);
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved()) event.preventDefault();
    });
  }

  unsaved() {
    return this.editor.text() !== this.text;
  }

  /** @param {"saved" | "unsaved" | "saving" | "not_saved" | "no_answer"} state */
  tell(state) {
    byId("state").textContent = word(state);
    byId("state").dataset["state"] = state;
    document.title = (state === "saved" ? "" : "• ") + TITLE;
  }

  /** The text was changed here. */
  typed() {
    if (this.unsaved()) {
      this.tell("unsaved");
      keep(this.editor.text(), this.version);
    } else {
      this.tell("saved");
      forget();
    }
  }

  /** Save what stands in the editor. @returns whether it is saved now */
  save() {
    this.saving = this.saving.then(() => this.write());
    return this.saving;
  }

  async write() {
    this.tell("saving");
    try {
      await this.complete();
      const text = this.editor.text();
      const { version } = await ask("save", { path: data.path, text, version: this.version });
      this.took({ text, version });
      say(word("saved"));
      this.saved();
      return true;
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.tell(fault.status === 0 ? "no_answer" : "not_saved");
      if (fault.status === 409) this.choose(/** @type {Version} */ (/** @type {unknown} */ (fault.body)));
      else alarm(fault.status === 0 ? word("no_answer") : `${word("not_saved")} ${fault.message}`);
      return false;
    }
  }

  /** @param {Version} version what the file says now, as this window knows */
  took({ text, version }) {
    this.text = text;
    this.version = version;
    withdraw("changed");
    withdraw("kept");
    this.typed();
  }

  /** @param {string} version that the file has now, "" when it is gone */
  async changed(version) {
    await this.saving;
    if (version === this.version) return;
    if (version === "") {
      this.took({ text: "", version: "" });
      return notice("changed", word("gone"));
    }
    const unsaved = this.unsaved();
    const there = await ask("read", { path: data.path });
    if (there.version === this.version) return;
    if (unsaved || this.unsaved()) return notice("changed", word("changed"), [[word("changed_show"), () => this.choose(there)]]);
    this.take(there);
    notice("changed", word("changed_taken"), [[word("window_close"), () => undefined]]);
  }

  /** @param {Version} there to be shown in the place of what stands here */
  take(there) {
    this.text = there.text;
    this.version = there.version;
    this.editor.setText(there.text);
    this.typed();
  }

  /** @param {Version} there the file, beside what stands here */
  choose(there) {
    const shown = {
      title: word("changed_title"),
      about: word("changed_about"),
      theirs: there.text,
      mine: this.editor.text(),
      mineLabel: word("mine"),
      takeMine: word("take_mine"),
    };
    const mine = () => {
      this.version = there.version;
      void this.save();
    };
    versions(shown, () => this.take(there), mine);
    alarm(word("changed"));
  }
}
