import type { ReturnRow } from "./return-table.ts";

/** Two segments of which the one that stands lower in the scheme came back more often. */
export interface WrongOrder {
  readonly higher: ReturnRow;
  readonly lower: ReturnRow;
}

/**
 * Where the scheme's order of segments was wrong: a lower segment came back more often than a higher one, and by more than
 * chance explains: their 95 % intervals do not touch. The largest difference first; each segment is named once.
 */
export function wrongOrders(rows: readonly ReturnRow[]): readonly WrongOrder[] {
  const segments = rows.filter(({ group, customers }) => group === "segment" && customers > 0);
  const pairs = segments.flatMap((higher, index) =>
    segments
      .slice(index + 1)
      .filter(({ returnLow }) => (returnLow ?? 0) > (higher.returnHigh ?? 1))
      .map((lower): WrongOrder => ({ higher, lower })),
  );
  const named = new Set<string>();
  return pairs
    .toSorted((a, b) => difference(b) - difference(a))
    .filter(({ higher, lower }) => {
      if (named.has(higher.value) || named.has(lower.value)) return false;
      named.add(higher.value).add(lower.value);
      return true;
    });
}

function difference({ higher, lower }: WrongOrder): number {
  return (lower.returnRate ?? 0) - (higher.returnRate ?? 0);
}
