import { groupHistories } from "./grouped-histories.ts";
import { faultOf, type Guard, LEAST_CUSTOMERS, LEAST_REPEATERS, type ModelFault } from "./guards.ts";
import { type FittedModel, fitModel } from "./models/fit-model.ts";
import { MODEL_NAMES } from "./models/model-names.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A model that was fitted, and what is wrong with it; `null` where nothing is. */
export interface JudgedModel {
  readonly model: FittedModel;
  readonly fault: ModelFault | null;
}

/** The models of a day, and the one to use. */
export interface ModelChoice {
  /** Of those without a fault the one of the greatest likelihood; `null` where a guard speaks. */
  readonly chosen: FittedModel | null;
  readonly judged: readonly JudgedModel[];
  readonly guard: Guard | null;
}

/** Fits all models to the histories and chooses by likelihood among those that have no fault. */
export function chooseModel(histories: PurchaseHistories): ModelChoice {
  const repeaters = histories.repeats.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
  const customers = histories.length;
  if (customers < LEAST_CUSTOMERS) return { chosen: null, judged: [], guard: { kind: "few customers", customers } };
  if (repeaters < LEAST_REPEATERS) return { chosen: null, judged: [], guard: { kind: "few repeaters", repeaters } };
  const groups = groupHistories(histories);
  const judged = MODEL_NAMES.map((name): JudgedModel => {
    const model = fitModel(groups, name);
    return { model, fault: faultOf(model) };
  });
  const sound = judged.filter(({ fault }) => fault === null).map(({ model }) => model);
  if (sound.length === 0) {
    const faults = judged.map(({ model, fault }) => ({ model: model.name, fault: fault ?? "no clear peak" }));
    return { chosen: null, judged, guard: { kind: "no model fits", faults } };
  }
  const chosen = sound.reduce((best, one) => (one.logLikelihood > best.logLikelihood ? one : best));
  return { chosen, judged, guard: null };
}
