/** The monetary value of a customer, 1/10,000 of a unit: what they spent, or that divided by their frequency (0 where it is 0). */
export function monetaryValueOf(spend: number, frequency: number, monetary: "total" | "average"): number {
  if (monetary === "total") return spend;
  return frequency === 0 ? 0 : spend / frequency;
}

/** That of each customer. */
export function monetaryValues(
  spend: Float64Array,
  frequency: Int32Array,
  monetary: "total" | "average",
): Float64Array {
  if (monetary === "total") return spend;
  return spend.map((value, customer) => monetaryValueOf(value, frequency[customer] as number, monetary));
}
