import { parseWithEitherMark } from "../../values/decimals.ts";
import { type HeaderSample, valuesOf } from "../header/header-sample.ts";

/** What says that a column named as the price of one item holds the amount of its row. */
export interface GrowingPrice {
  /** How many rows with a quantity of 2 or more have a price that, divided by it, is that of a single item elsewhere. */
  readonly divided: number;
  /** How many rows have a quantity of 2 or more. */
  readonly rows: number;
  /** One of them, as it is written. */
  readonly example: { readonly quantity: string; readonly price: string };
}

/** The fewest rows with a quantity of 2 or more that say anything. */
const FEWEST = 10;

/** On this share of them the price must be a multiple of a single item's. */
const NEARLY_EVERY = 0.9;

/** On no more than this share may it be a single item's price itself. */
const FEW = 0.1;

/**
 * Whether the price grows with the quantity: on rows of several items it is hardly ever a price that rows of one item
 * have, but divided by the quantity it nearly always is. `null` where it does not, or too few rows could tell.
 */
export function growingPrice(
  sample: HeaderSample,
  { quantity, price }: { readonly quantity: number; readonly price: number },
): GrowingPrice | null {
  const quantities = valuesOf(sample, quantity).map(numberOf);
  const prices = valuesOf(sample, price).map(numberOf);
  const single = new Set(prices.flatMap((each, row) => (quantities[row] === 1 && each > 0 ? [hundredths(each)] : [])));
  let [rows, divided, same, example] = [0, 0, 0, -1];
  for (const [row, count] of quantities.entries()) {
    const each = prices[row] ?? 0;
    if (!(count >= 2) || !(each > 0)) continue;
    rows += 1;
    if (single.has(hundredths(each))) same += 1;
    if (!single.has(hundredths(each / count))) continue;
    divided += 1;
    if (example < 0) example = row;
  }
  const isGrowing = rows >= FEWEST && divided >= NEARLY_EVERY * rows && same <= FEW * rows;
  if (!isGrowing) return null;
  const cells = sample.rows[example] ?? [];
  return {
    divided,
    rows,
    example: { quantity: (cells[quantity] ?? "").trim(), price: (cells[price] ?? "").trim() },
  };
}

/** `NaN` where a text is no number. */
function numberOf(text: string): number {
  const decimal = parseWithEitherMark(text);
  return decimal === null ? Number.NaN : Number(decimal.mantissa) / 10 ** decimal.scale;
}

function hundredths(money: number): number {
  return Math.round(money * 100);
}
