/** The monetary value of each customer, 1/10,000 of a unit: what they spent, or that divided by their frequency (0 where it is 0). */
export function monetaryValues(
  spend: Float64Array,
  frequency: Int32Array,
  monetary: "total" | "average",
): Float64Array {
  if (monetary === "total") return spend;
  return spend.map((value, customer) => {
    const count = frequency[customer] as number;
    return count === 0 ? 0 : value / count;
  });
}
