import type { ScoreModel } from "../../analysis/model/model.ts";
import type { Scheme, SchemeProblems } from "../../analysis/segments/scheme.ts";
import { parseDay } from "../../basics/calendar/days.ts";
import type { Language } from "../language/language.ts";
import { type Note, note } from "./note.ts";

/** What to know when a model scores other data. */
export function modelNotes(
  model: ScoreModel,
  { currency, noWindow }: { readonly currency: string; readonly noWindow: boolean },
  { words: { scoring } }: Language,
): readonly Note[] {
  const { data, scheme } = model;
  const unknown = (model.currency === "") !== (currency === "");
  const currencyText =
    model.currency === "" ? scoring.modelWithoutCurrency(currency) : scoring.exportsWithoutCurrency(model.currency);
  return [
    note(scoring.frozen(scheme.name, data.customers, parseDay(data.as_of) ?? 0)),
    ...(unknown ? [note(currencyText)] : []),
    ...(noWindow ? [note(scoring.onlyGrow)] : []),
  ];
}

/** What to know when a model was saved. */
export function modelSavedNotes(file: string, noWindow: boolean, { words }: Language): readonly Note[] {
  return [note(words.scoring.saved(file)), ...(noWindow ? [note(words.scoring.onlyGrow)] : [])];
}

/** What to know about comparing two days under the first one's cut points. */
export function frozenCompareNotes(noWindow: boolean, { words }: Language): readonly Note[] {
  return noWindow ? [note(words.scoring.onlyGrow)] : [];
}

const CELLS_NAMED = 8;

/** What to know about a scheme of the user's own that covers every cell, but not each exactly once. */
export function schemeNotes(
  scheme: Scheme,
  { problems, file }: { readonly problems: SchemeProblems; readonly file: string },
  { words: { scoring } }: Language,
): readonly Note[] {
  const { ambiguous, unreachable } = problems;
  const named = ambiguous.slice(0, CELLS_NAMED).join(" ") + (ambiguous.length > CELLS_NAMED ? " …" : "");
  return [
    ...(ambiguous.length === 0 ? [] : [note(scoring.ambiguous(scheme.name, ambiguous.length, named, file))]),
    ...(unreachable.length === 0 ? [] : [note(scoring.neverReached(scheme.name, unreachable))]),
  ];
}
