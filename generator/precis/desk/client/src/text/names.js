/** Names of the session's speakers at the beginning of a paragraph, and of States behind a parenthesis. */
import { autocompletion } from "@codemirror/autocomplete";

/** @typedef {{speakers: string[], states: string[]}} Names */

/**
 * A speaker as typed: the name in bold, what stands in parentheses not.
 *
 * @param {string} speaker
 */
export function marked(speaker) {
  const [, name = speaker, rest = ""] = /^(.*?)(\s*\(.*\))?$/.exec(speaker) ?? [];
  return `**${name}**${rest} `;
}

/** @param {string} speaker @returns {import("@codemirror/autocomplete").Completion} */
function option(speaker) {
  return {
    label: speaker,
    apply(view, _, from, to) {
      const stars = view.state.doc.lineAt(from).text.startsWith("**") ? 2 : 0;
      const insert = marked(speaker);
      view.dispatch({ changes: { from: from - stars, to, insert }, selection: { anchor: from - stars + insert.length } });
    },
  };
}

/**
 * The extension for an editor.
 *
 * @param {() => Promise<Names>} names
 */
export function completion(names) {
  return autocompletion({
    icons: false,
    override: [
      async (context) => {
        const { from: begin, text } = context.state.doc.lineAt(context.pos);
        const before = text.slice(0, context.pos - begin);
        const name = /^(\*\*)?([^*#>|[\]\n]{0,40})$/.exec(before);
        if (name && (name[1] || context.explicit || /^\p{Lu}\p{Ll}{0,4}\.? ?\p{L}{0,12}$/u.test(name[2] ?? "")))
          return { from: begin + (name[1] ?? "").length, options: (await names()).speakers.map(option) };
        const state = /\((\p{Lu}[\p{L} ]*)$/u.exec(before);
        if (state) return { from: context.pos - (state[1] ?? "").length, options: (await names()).states.map((label) => ({ label })) };
        return null;
      },
    ],
  });
}
