/**
 * The models of who buys again: BG/NBD (after each repeat order a customer may leave), MBG/NBD (after the first order too) and
 * NBD (nobody ever leaves).
 */
export const MODEL_NAMES = ["bg-nbd", "mbg-nbd", "nbd"] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/**
 * How often and how long customers buy. Purchase rates a day are gamma distributed with shape `r` and rate `alpha` (days): the
 * mean is r / alpha. The chance to leave after a purchase is beta distributed: the mean is a / (a + b). With NBD a is 0.
 */
export interface ModelParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** A model with its parameters: all that a prediction needs. */
export interface PurchaseModel {
  readonly name: ModelName;
  readonly parameters: ModelParameters;
}

/** The names of a model's own parameters, in the order in which they are fitted. */
export function parameterNames(name: ModelName): readonly (keyof ModelParameters)[] {
  return name === "nbd" ? ["r", "alpha"] : ["r", "alpha", "a", "b"];
}

/** How many chances to leave a customer has passed after x repeat orders: x, or with MBG/NBD one more, the first order's. */
export function chancesToLeave(name: ModelName, repeats: number): number {
  if (name === "nbd") return 0;
  return name === "mbg-nbd" ? repeats + 1 : repeats;
}
