/** The printed numbers of paragraphs beside the text. They go with their lines until the server has counted anew. */
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { gutter, GutterMarker } from "@codemirror/view";

class Printed extends GutterMarker {
  /** @param {string} number */
  constructor(number) {
    super();
    this.number = number;
  }

  /** @param {Printed} other */
  eq(other) {
    return this.number === other.number;
  }

  toDOM() {
    return document.createTextNode(this.number);
  }
}

/** @type {import("@codemirror/state").StateEffectType<[number, number | string][]>} */
const counted = StateEffect.define();

/** @type {StateField<RangeSet<GutterMarker>>} */
const field = StateField.define({
  create: () => RangeSet.empty,
  update(markers, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(counted)) {
        const { doc } = transaction.state;
        const inside = effect.value.filter(([line]) => line >= 1 && line <= doc.lines);
        return RangeSet.of(
          inside.map(([line, number]) => new Printed(String(number)).range(doc.line(line).from)),
          true,
        );
      }
    return markers.map(transaction.changes);
  },
});

/** The extension for an editor. */
export const numbers = [
  field,
  gutter({
    class: "printed",
    markers: (view) => view.state.field(field),
    initialSpacer: () => new Printed("000"),
  }),
];

/** The effect that shows numbers at lines. */
export const setNumbers = counted;
