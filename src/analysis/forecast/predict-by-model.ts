import type { Prediction } from "./evaluation.ts";
import type { PurchaseModel } from "./models/model-names.ts";
import { expectedOrders, probabilityOfOrder } from "./models/prediction.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** What a model foretells of every customer for the next `days`. */
export function predictByModel(model: PurchaseModel, histories: PurchaseHistories, days: number): Prediction {
  const orderProbability = new Float64Array(histories.length);
  const expected = new Float64Array(histories.length);
  for (let index = 0; index < histories.length; index += 1) {
    const history = historyOf(histories, index);
    orderProbability[index] = probabilityOfOrder(model, history, days);
    expected[index] = expectedOrders(model, history, days);
  }
  return { orderProbability, expectedOrders: expected };
}

/** One customer of the columns. */
export function historyOf(
  { repeats, lastDays, ageDays }: PurchaseHistories,
  index: number,
): { readonly repeats: number; readonly lastDays: number; readonly ageDays: number } {
  return {
    repeats: repeats[index] as number,
    lastDays: lastDays[index] as number,
    ageDays: ageDays[index] as number,
  };
}
