import { InputError, UsageError } from "../../errors.ts";
import type { Definitions, ScoreModel } from "./model.ts";

const OPTIONS = {
  frequency: "--frequency",
  monetary: "--monetary",
  window: "--window",
  window_for: "--window-for",
  refunds: "--refunds",
  money: "monetary value from",
} as const satisfies Record<keyof Definitions, string>;

const DEFINITION_NAMES = ["frequency", "monetary", "window", "window_for", "refunds", "money"] as const;

/**
 * Stops where a model and a run mean different things by the same numbers.
 *
 * @throws UsageError that names each definition in which they differ, with the model's value and the run's
 */
export function checkDefinitions(model: ScoreModel, definitions: Definitions, name: string): void {
  const different = DEFINITION_NAMES.filter((key) => model.definitions[key] !== definitions[key]);
  if (different.length === 0) return;
  const listed = different.map((key) => {
    const [made, here] = [model.definitions[key] ?? "all history", definitions[key] ?? "all history"];
    return `${OPTIONS[key]} (model: ${made}, here: ${here})`;
  });
  const add = different.flatMap((key) => {
    const value = model.definitions[key];
    if (key === "money") return value === "margin" ? ["--margin COLUMN or --cost COLUMN"] : [];
    return value === null ? [] : [`${OPTIONS[key]} ${value}`];
  });
  const leaveOut = different.flatMap((key) => {
    if (key === "money") return model.definitions.money === "spend" ? ["--margin and --cost"] : [];
    return model.definitions[key] === null ? [OPTIONS[key]] : [];
  });
  const hints = [
    ...(add.length === 0 ? [] : [`add ${add.join(" ")}`]),
    ...(leaveOut.length === 0 ? [] : [`leave ${leaveOut.join(", ")} out`]),
    "or make a new model with --save-model",
  ];
  throw new UsageError(`${name} was made with other definitions: ${listed.join(", ")}`, hints.join(", "));
}

/**
 * Stops where a model's money is of another currency. Where either names none, nothing can be said.
 *
 * @throws InputError that names both currencies
 */
export function checkModelCurrency(model: ScoreModel, currency: string, name: string): void {
  if (model.currency === "" || currency === "" || model.currency === currency) return;
  throw new InputError(`${name} was made from money in ${model.currency}, and these orders are in ${currency}`, {
    hint: "use a model made from the same currency, or make one with --save-model",
  });
}
