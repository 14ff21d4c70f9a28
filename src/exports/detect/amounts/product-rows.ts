import { type Decimal, multiply, parseDecimal, toAmount } from "../../values/decimals.ts";
import { columnsNamed, type HeaderSample, valuesOf } from "../header/header-sample.ts";

/** What the sample says about a total beside a quantity and a price. */
export interface ProductRows {
  /** On every row where all three are numbers, of which there are two at least, the total is quantity × price. */
  readonly isProduct: boolean;
  /** Some order stands on several of these rows. */
  readonly hasSeveralRows: boolean;
}

/** Compares a total with quantity × price on the rows of the sample, to half a hundredth. */
export function productRows(
  sample: HeaderSample,
  { total, quantity, price }: { readonly total: number; readonly quantity: number; readonly price: number },
): ProductRows {
  const order = columnsNamed(sample, "order")[0]?.column;
  const ids = order === undefined ? [] : valuesOf(sample, order);
  const orders = new Map<string, number>();
  let [compared, equal] = [0, 0];
  for (const [row, cells] of sample.rows.entries()) {
    const product = productOf(cells[quantity] ?? "", cells[price] ?? "");
    const whole = decimalsOf(cells[total] ?? "").map((decimal) => toAmount(decimal)?.amount);
    if (product.length === 0 || whole.length === 0) continue;
    compared += 1;
    if (whole.some((one) => product.some((other) => one !== undefined && Math.abs(one - other) <= HALF_CENT)))
      equal += 1;
    const id = ids[row] ?? "";
    if (id !== "") orders.set(id, (orders.get(id) ?? 0) + 1);
  }
  const isProduct = compared > 1 && equal === compared;
  return { isProduct, hasSeveralRows: [...orders.values()].some((rows) => rows > 1) };
}

/** In 1/10,000 of a unit. */
const HALF_CENT = 50;

/** A number by either decimal mark: the mark is not known yet. */
function decimalsOf(text: string): readonly Decimal[] {
  return ([".", ","] as const).map((mark) => parseDecimal(text, mark)).filter((decimal) => decimal !== null);
}

function productOf(quantity: string, price: string): readonly number[] {
  return decimalsOf(quantity).flatMap((count) =>
    decimalsOf(price).flatMap((each) => {
      const amount = toAmount(multiply(count, each));
      return amount === null ? [] : [amount.amount];
    }),
  );
}
