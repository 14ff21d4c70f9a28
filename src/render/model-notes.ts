import type { ScoreModel } from "../core/model/model.ts";
import type { Scheme, SchemeProblems } from "../core/segments/scheme.ts";
import { plural } from "../core/words.ts";
import type { Note } from "./note.ts";

const note = (text: string): Note => ({ level: "note", text });

/** What frozen thresholds mean where all history counts. */
const ONLY_GROW =
  "without a window frequency and spend only ever grow, so under frozen cut points those scores hardly fall: consider --window 12m";

/** What to know when a model scores other data. */
export function modelNotes(model: ScoreModel, currency: string, noWindow: boolean): readonly Note[] {
  const { data, scheme } = model;
  const unknown = (model.currency === "") !== (currency === "");
  return [
    note(
      `cut points and the ${scheme.name} scheme are frozen: made from ${plural(data.customers, "customer")} as of ${data.as_of}`,
    ),
    ...(unknown
      ? [
          note(
            model.currency === ""
              ? `the model names no currency and the exports are in ${currency}`
              : `the model's money is ${model.currency} and the exports name no currency`,
          ),
        ]
      : []),
    ...(noWindow ? [note(ONLY_GROW)] : []),
  ];
}

/** What to know when a model was saved. */
export function modelSavedNotes(file: string, noWindow: boolean): readonly Note[] {
  return [
    note(`the model is in ${file}; --model ${file} scores other data with it`),
    ...(noWindow ? [note(ONLY_GROW)] : []),
  ];
}

/** What to know about comparing two days under the first one's cut points. */
export function frozenCompareNotes(noWindow: boolean): readonly Note[] {
  return noWindow ? [note(ONLY_GROW)] : [];
}

const CELLS_NAMED = 8;

/** What to know about a scheme of the user's own that covers every cell, but not each exactly once. */
export function schemeNotes(scheme: Scheme, problems: SchemeProblems, file: string): readonly Note[] {
  const { ambiguous, unreachable } = problems;
  const named = ambiguous.slice(0, CELLS_NAMED).join(" ") + (ambiguous.length > CELLS_NAMED ? " …" : "");
  return [
    ...(ambiguous.length === 0
      ? []
      : [
          note(
            `scheme ${scheme.name}: two segments claim ${plural(ambiguous.length, "cell")} (${named}), and the first wins; rfm schemes check ${file} tells which`,
          ),
        ]),
    ...(unreachable.length === 0
      ? []
      : [
          note(
            `scheme ${scheme.name}: nobody can be in ${unreachable.join(", ")}, because earlier segments take it all`,
          ),
        ]),
  ];
}
