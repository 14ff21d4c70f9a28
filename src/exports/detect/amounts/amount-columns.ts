/*
 * Money: which columns hold an order's or a line's amount, what was refunded, and in which currency.
 */

import { peopleCount } from "../../../basics/text/words.ts";
import { normaliseStatus } from "../../values/statuses.ts";
import type { ColumnQuestions } from "../columns/column-questions.ts";
import { AMOUNT_ELSEWHERE, type AmountColumns, type AmountPer, type ColumnOptions } from "../columns/columns.ts";
import { looksLikeCounts, looksLikeMoney, looksLikeNumbers } from "../header/column-values.ts";
import { columnsLike, columnsNamed, type HeaderSample, nameOf, valuesOf } from "../header/header-sample.ts";
import { optionNameOf } from "../header/named-columns.ts";
import { knownName } from "../names/known-names.ts";
import { normaliseName } from "../names/name-form.ts";
import { isPartOfAmount } from "./part-names.ts";
import { growingPrice } from "./price-or-amount.ts";
import { productRows } from "./product-rows.ts";
import { isWithoutMoney } from "./without-money.ts";

/**
 * The money columns of a file of unknown make: as named, an order's or a line's total by its name, quantity × price, or
 * the one column of money beside no other that could be a quantity, unless its name is that of a part, such as shipping.
 * A price by itself is never an amount: it is asked about, and so are a whole-number “amount” beside a price and a price
 * that grows with the quantity.
 *
 * @returns `null` where a question about them is open
 */
export function amountColumns(
  sample: HeaderSample,
  options: ColumnOptions,
  questions: ColumnQuestions,
): AmountColumns | null {
  if (options.amount === AMOUNT_ELSEWHERE) return { kind: "none" };
  if (isWithoutMoney(options)) return { kind: "uncounted" };
  if (options.amount !== undefined) {
    const named = questions.named(options.amount, "--amount");
    return named == null ? null : sumOf(sample, named);
  }
  if (options.quantity !== undefined || options.price !== undefined) return namedProduct(sample, options, questions);
  const quantity = questions.columnFor(sample, "quantity", "--quantity");
  const price = questions.columnFor(sample, "price", "--price");
  const total =
    questions.columnFor(sample, "orderTotal", "--amount") ??
    questions.columnFor(sample, "lineTotal", "--amount") ??
    questions.columnFor(sample, "amount", "--amount");
  if (total !== null && !isQuantityPerhaps(sample, total, { quantity, price })) {
    return quantity === null || price === null
      ? sumOf(sample, total)
      : sumOrProduct(sample, total, { quantity, price });
  }
  if (quantity !== null && price !== null) return productUnlessGrowing(sample, { quantity, price }, questions);
  if (price !== null) return askForQuantity(sample, price, questions);
  return onlyMoney(sample, quantity, questions);
}

/** Both factors of a product of which the user named one at least. */
function namedProduct(sample: HeaderSample, options: ColumnOptions, questions: ColumnQuestions): AmountColumns | null {
  const factor = (role: "quantity" | "price"): number | null | undefined =>
    options[role] === undefined
      ? questions.columnFor(sample, role, `--${role}`)
      : questions.named(options[role], `--${role}`);
  const [quantity, price] = [factor("quantity"), factor("price")];
  if (quantity === null && price != null) return askForQuantity(sample, price, questions);
  if (price === null && quantity != null) {
    const money = candidates(sample, columnsLike(sample, "money"), "amounts of money");
    questions.ask({
      text: `--quantity needs a price, and no column for it was recognised${money}`,
      hint: "name the price of one item with --price NAME, or leave --quantity out",
      missing: "the price",
    });
  }
  return quantity == null || price == null ? null : { kind: "product", quantity, price };
}

/** Quantity × price; asks where the price grows with the quantity, for then it may be the whole row's. */
function productUnlessGrowing(
  sample: HeaderSample,
  product: { readonly quantity: number; readonly price: number },
  questions: ColumnQuestions,
): AmountColumns | null {
  const growing = growingPrice(sample, product);
  if (growing === null) return { kind: "product", ...product };
  const [quantity, price] = [product.quantity, product.price].map((column) => optionNameOf(sample.header, column));
  questions.ask({
    text:
      `"${price}" is the price of one item by its name, but it grows with "${quantity}" (${growing.example.price} for ${growing.example.quantity}): ` +
      `on ${peopleCount(growing.divided)} of the first ${peopleCount(growing.rows)} rows with 2 items or more, a row of one item has the price divided by the quantity`,
    hint: `say --amount "${price}" if it holds the amount of its row, or --quantity "${quantity}" --price "${price}" if it is the price of one item`,
    missing: "the amount",
    candidates: { amounts: [product.price] },
  });
  return null;
}

function sumOf(sample: HeaderSample, column: number): AmountColumns {
  return { kind: "sum", plus: [column], minus: [], per: amountPerOf(nameOf(sample, column)) };
}

/** A total beside a quantity and a price: where it is their product on every row, it is the line's, whatever its name. */
function sumOrProduct(
  sample: HeaderSample,
  total: number,
  { quantity, price }: { readonly quantity: number; readonly price: number },
): AmountColumns {
  const { isProduct, hasSeveralRows } = productRows(sample, { total, quantity, price });
  const per = isProduct && hasSeveralRows ? "line" : amountPerOf(nameOf(sample, total));
  return { kind: "sum", plus: [total], minus: [], per };
}

/** What the name of an amount column says about it. */
export function amountPerOf(name: string): AmountPer {
  const role = knownName(name)?.role;
  if (role === "orderTotal") return "order";
  return role === "lineTotal" ? "line" : "undecided";
}

/** An `amount` of whole numbers beside a price that has decimals or is more, and no other quantity, may count pieces. */
function isQuantityPerhaps(
  sample: HeaderSample,
  total: number,
  { quantity, price }: { readonly quantity: number | null; readonly price: number | null },
): boolean {
  if (price === null || quantity !== null || knownName(nameOf(sample, total))?.role !== "amount") return false;
  const [totals, prices] = [valuesOf(sample, total), valuesOf(sample, price)];
  return (
    looksLikeCounts(totals) && (looksLikeMoney(prices) || totals.some((one, row) => isLess(one, prices[row] ?? "")))
  );
}

/** Whether a whole number is less than another cell's. */
function isLess(total: string, price: string): boolean {
  return total.trim() !== "" && price.trim() !== "" && Number(total) < Number(price);
}

function askForQuantity(sample: HeaderSample, price: number, questions: ColumnQuestions): null {
  const name = nameOf(sample, price);
  questions.ask({
    text: `"${name}" is the price of one item by its name, and no column for the quantity was recognised${candidates(sample, quantityCandidates(sample), "whole numbers")}`,
    hint: `name the quantity with --quantity NAME, or the whole amount with --amount NAME (--amount "${name}" only if it holds the whole amount of its row or order)`,
    missing: "the quantity",
    candidates: { amounts: [price, ...columnsNamed(sample, "amount").map(({ column }) => column)] },
  });
  return null;
}

/** The one column of money where no name is known; beside a quantity it may be a price, and is asked about. */
function onlyMoney(sample: HeaderSample, quantity: number | null, questions: ColumnQuestions): AmountColumns | null {
  const isUnknown = (column: number): boolean => knownName(nameOf(sample, column)) === null;
  const money = columnsLike(sample, "money").filter(isUnknown);
  const [only] = money;
  const counts = quantity === null ? quantityCandidates(sample) : [quantity];
  const isPart = only !== undefined && isPartOfAmount(nameOf(sample, only));
  if (only !== undefined && money.length === 1 && counts.length === 0 && !isPart) return sumOf(sample, only);
  const beside =
    only === undefined || counts.length === 0
      ? ""
      : `; next to ${counts.map((column) => `"${nameOf(sample, column)}"`).join(", ")}, which may be a quantity, it may be a price`;
  const likely = likelyAmounts(sample, money);
  questions.ask({
    text: `no column for the amount was recognised${candidates(sample, likely.columns, likely.kind)}${beside}`,
    hint:
      beside === ""
        ? "name the amount with --amount NAME, or say --amount none where the orders have no money (with --scheme seg-map for segments without it)"
        : "name the whole amount with --amount NAME, or both parts of it with --quantity NAME --price NAME",
    missing: "the amount",
    candidates: { amounts: likely.columns },
  });
  return null;
}

/** Columns that may hold the amount, and what their values are. */
interface LikelyAmounts {
  readonly columns: readonly number[];
  readonly kind: string;
}

/** What may be the amount, the most likely columns there are. */
function likelyAmounts(sample: HeaderSample, money: readonly number[]): LikelyAmounts {
  if (money.length > 0) return { columns: money, kind: "amounts of money" };
  const marked = numbersWithMark(sample);
  if (marked.length > 0) return { columns: marked, kind: "numbers" };
  const isUnknown = (column: number): boolean => knownName(nameOf(sample, column)) === null;
  return { columns: calledMoney(sample).filter(isUnknown), kind: "whole numbers" };
}

/** The columns of unknown name whose numbers have a point or a comma, be it for decimals or thousands. */
export function numbersWithMark(sample: HeaderSample): readonly number[] {
  return sample.header.flatMap((name, column) => {
    const values = valuesOf(sample, column);
    const isMarked = knownName(name) === null && looksLikeNumbers(values) && values.some((one) => /[.,]/.test(one));
    return isMarked && columnsLike(sample, "date").every((date) => date !== column) ? [column] : [];
  });
}

/** Parts of names that speak for money where values have no decimals. */
const MONEY_HINT =
  /amount|amt|total|value|spen[dt]|revenue|sales|price|sum|betrag|preis|summe|umsatz|belopp|pris|hinta|montant|prix|importe|monto|precio|bedrag|prijs/;

/** Columns of numbers whose names have a word of money in them. */
function calledMoney(sample: HeaderSample): readonly number[] {
  return sample.header.flatMap((name, column) =>
    MONEY_HINT.test(normaliseName(name)) && looksLikeNumbers(valuesOf(sample, column)) ? [column] : [],
  );
}

/** Columns of unknown name whose whole numbers may count pieces: not the same on every row, and not a running number. */
function quantityCandidates(sample: HeaderSample): readonly number[] {
  return sample.header.flatMap((name, column) => {
    const role = knownName(name)?.role;
    if ((role !== undefined && role !== "amount") || /(?:^| )(?:id|key|code|no)$/.test(normaliseName(name))) return [];
    const values = valuesOf(sample, column);
    const different = new Set(values.map(normaliseStatus)).size;
    const isRunning = values.length > 2 && different === values.length;
    return looksLikeCounts(values) && different > 1 && !isRunning ? [column] : [];
  });
}

/** `; by its values it could be "Pcs" (whole numbers, such as 3)`, or nothing. */
export function candidates(sample: HeaderSample, columns: readonly number[], kind: string): string {
  if (columns.length === 0) return "";
  const shown = columns.map((column) => {
    const example = valuesOf(sample, column).find((value) => value.trim() !== "");
    return `"${optionNameOf(sample.header, column)}" (${kind}${example === undefined ? "" : `, such as ${example.trim()}`})`;
  });
  return `; by its values it could be ${shown.join(" or ")}`;
}
