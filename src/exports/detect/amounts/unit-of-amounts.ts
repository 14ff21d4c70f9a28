import type { AmountUnit } from "../../../basics/money/amount-unit.ts";
import { InputError } from "../../../errors.ts";
import { currencyNamed } from "../../values/currency-name.ts";
import { type ColumnRoles, partsOfAmount, refundedParts } from "../columns/columns.ts";
import { CENTS, normaliseName, SMALLEST_UNITS } from "../names/name-form.ts";

/** Currencies of which people count nothing smaller. */
const WITHOUT_CENTS = new Set("BIF,CLP,DJF,GNF,ISK,JPY,KMF,KRW,PYG,RWF,UGX,VND,VUV,XAF,XOF,XPF".split(","));

/** What a money column's name says that it counts. */
type Said = AmountUnit | "smallest";

/** The columns of a file that hold money. */
export interface MoneyNames {
  /** All of an amount but the quantity, and what goes with it. */
  readonly names: readonly string[];
  /** Whether numbers of pieces stand next to them, whose decimals say nothing of the money's. */
  readonly withPieces: boolean;
}

export function moneyNames(
  header: readonly string[],
  { amount, refunded, margin, cost }: Pick<ColumnRoles, "amount" | "refunded" | "margin" | "cost">,
): MoneyNames {
  const own = amount.kind === "product" ? [amount.price] : partsOfAmount(amount);
  const columns = [...own, ...refundedParts(refunded), ...[margin, cost].filter((column) => column !== null)];
  return { names: columns.map((column) => header[column]?.trim() ?? ""), withPieces: amount.kind === "product" };
}

/** Whether a name says that its numbers are less than whole units of money. */
export function countsLess(name: string): boolean {
  return saidBy(name) !== "whole";
}

function saidBy(name: string): Said {
  const normal = ` ${normaliseName(name)} `;
  const has = (word: string): boolean => normal.includes(` ${word} `);
  if (CENTS.some(has)) return "cents";
  return SMALLEST_UNITS.some(has) ? "smallest" : "whole";
}

/** What amounts count, and what says so. */
export interface UnitOfAmounts {
  readonly amountUnit: AmountUnit;
  /** Empty where nothing says that it is less than a whole unit. */
  readonly amountUnitEvidence: string;
  /** The column whose name says so; `null` where none does. */
  readonly unitNamedBy: string | null;
}

const WHOLE: UnitOfAmounts = { amountUnit: "whole", amountUnitEvidence: "", unitNamedBy: null };

/**
 * What a file's amounts count: as the option says, or as the names of its money columns do, such as `total_cents`.
 *
 * @param decimals the first amount that has decimals, as written; `null` without one
 * @param currencies the currencies of the first rows, as written
 * @throws InputError where the names say different things, or something else than the numbers
 */
export function unitOfAmounts(
  file: string,
  { names, withPieces }: MoneyNames,
  {
    option,
    decimals,
    currencies = new Set(),
  }: {
    readonly option: AmountUnit | undefined;
    readonly decimals: string | null;
    readonly currencies?: ReadonlySet<string>;
  },
): UnitOfAmounts {
  if (option !== undefined) {
    return { amountUnit: option, amountUnitEvidence: "as --amount-unit says", unitNamedBy: null };
  }
  const [telling, ...others] = names.toSorted((a, b) => rankOf(a) - rankOf(b));
  const said = saidBy(telling ?? "");
  if (telling === undefined || said === "whole") return WHOLE;
  const ask = (why: string): InputError => new InputError(`${file}: ${why}`, { hint: HINT });
  if (said === "smallest") {
    throw ask(
      `"${telling}" counts the currency's smallest unit by its name, and how many of them a unit has is not known`,
    );
  }
  const other = others.find((name) => saidBy(name) !== said);
  if (other !== undefined) {
    throw new InputError(`${file}: "${telling}" counts cents by its name, and "${other}" does not`, {
      hint: "name columns that count the same with --amount and --refunded, or convert one of them in the export",
    });
  }
  const whole = [...currencies].find((currency) => WITHOUT_CENTS.has(currencyNamed(currency)));
  if (whole !== undefined) {
    throw ask(`"${telling}" counts cents by its name, and ${currencyNamed(whole)}, in which some rows are, has none`);
  }
  if (decimals !== null && !withPieces)
    throw ask(`"${telling}" counts cents by its name, but an amount has decimals ("${decimals}")`);
  return { amountUnit: "cents", amountUnitEvidence: `"${telling}" says so by its name`, unitNamedBy: telling };
}

const HINT = "pass --amount-unit cents if 1050 is 10.50, or --amount-unit whole if it is 1050.00";

/** Those that say most come first. */
function rankOf(name: string): number {
  return ["smallest", "cents", "whole"].indexOf(saidBy(name));
}
