import { MissingColumnError, UsageError } from "../../../errors.ts";
import type { Preset, PresetAmount, PresetProduct } from "../../platforms/preset.ts";
import { currencyOfAmount, isNoRefundedColumn, refundedOfAmount } from "../amounts/amount-companions.ts";
import { currencyQuestions, headerCurrency, isNoCurrencyColumn } from "../amounts/header-currency.ts";
import { isWithoutMoney } from "../amounts/without-money.ts";
import type { HeaderSample } from "../header/header-sample.ts";
import { columnOf, type FileHeader, listedNames, optionColumn, optionKey } from "../header/named-columns.ts";
import { NO_STATUS } from "../statuses/status-column.ts";
import { ColumnQuestions } from "./column-questions.ts";
import {
  AMOUNT_ELSEWHERE,
  type AmountColumns,
  type ColumnOptions,
  type ColumnRoles,
  type ConditionalColumn,
  type Drop,
  type KeyChain,
  type RefundedColumns,
} from "./columns.ts";

/**
 * Finds the columns of a known platform's export; what the user names wins, and optional columns may be missing.
 *
 * @throws MissingColumnError when a column that the platform always writes is not there
 */
export function presetColumns(file: HeaderSample, preset: Preset, options: ColumnOptions): ColumnRoles {
  const { header } = file;
  const named = (option: string | undefined, flag: string): number | null =>
    option === undefined ? null : optionColumn(file, option, flag);
  const of = (names: readonly string[] | undefined): number | null =>
    names === undefined ? null : columnOf(header, names);
  const hasMoney = !isWithoutMoney(options);
  const amount = optionAmount(file, preset, options) ?? presetAmount(header, preset) ?? (hasMoney ? null : UNCOUNTED);
  const date = named(options.date, "--date") ?? of(preset.date);
  const customer =
    options.customer === undefined
      ? chainOf(header, preset.customer)
      : [optionKey(file, options.customer, "--customer")];
  if (date === null || customer.length === 0 || amount === null) {
    throw missingColumns(file, preset, {
      date: date === null,
      customer: customer.length === 0,
      amount: amount === null,
    });
  }
  const order = named(options.order, "--order");
  const orders = order === null ? [of(preset.order), of(preset.orderFallback)] : [order];
  const money = {
    amount: amount.columns,
    refunded: isNoRefundedColumn(header, options.refunded)
      ? null
      : refundedColumns(header, preset, { amount, named: named(options.refunded, "--refunded") }),
    currency: hasMoney ? namedCurrency(file, preset, { amount, option: options.currencyColumn }) : null,
    margin: named(options.margin, "--margin"),
    cost: named(options.cost, "--cost"),
  };
  if (hasMoney) refuseTwoCurrencies(file, money, options);
  return {
    customer,
    refundCustomer: preset.refundCustomer === undefined ? null : chainOf(header, preset.refundCustomer),
    order: orders.filter((column) => column !== null),
    date,
    time: of(preset.time),
    zone: of(preset.zone),
    ...money,
    headerCurrency: hasMoney ? headerCurrency(header, money) : "",
    status: options.status?.trim() === NO_STATUS ? null : (named(options.status, "--status") ?? of(preset.status)),
    rules: (preset.rules ?? []).flatMap(({ column, ...rule }) => {
      const index = of(column);
      return index === null ? [] : [{ ...rule, column: index }];
    }),
    reference: referenceColumns(header, preset),
    reason: null,
    summary: null,
  };
}

/** One error for all that a platform's file lacks. */
function missingColumns(
  { fileName, header }: FileHeader,
  { title }: Preset,
  isMissing: Readonly<Record<"customer" | "date" | "amount", boolean>>,
): MissingColumnError {
  const roles = (["date", "customer", "amount"] as const).filter((role) => isMissing[role]);
  const words = { date: "the order date", customer: "the customer", amount: "the amount" } as const;
  const what = roles.map((role) => words[role]).join(", ");
  return new MissingColumnError(
    `${fileName}: no column for ${what} of ${title} was recognised (found: ${listedNames(header)})`,
    { column: what, found: header, hint: `name it with ${roles.map((role) => `--${role} NAME`).join(" ")}` },
  );
}

interface FoundAmount {
  readonly columns: AmountColumns;
  /** The platform's amount that these columns are; `null` where the user named others. */
  readonly source: PresetAmount | null;
  /** The column that the user named. */
  readonly named: number | null;
}

/** The amount of a platform's file that has none, where none is wanted. */
const UNCOUNTED: FoundAmount = { columns: { kind: "uncounted" }, source: null, named: null };

/** As the user named it; without money the platform's own amounts still tell purchases from refunds. */
function optionAmount(file: FileHeader, preset: Preset, options: ColumnOptions): FoundAmount | null {
  if (options.amount === AMOUNT_ELSEWHERE) {
    return { columns: { kind: "none" }, source: null, named: null };
  }
  if (isWithoutMoney(options)) return null;
  if (options.amount !== undefined) {
    const sums = preset.amounts.filter((amount): amount is PresetAmount => !isProduct(amount));
    const named = optionColumn(file, options.amount, "--amount");
    const known = sums.find((amount) => isOnly(file, amount, named));
    const per = known?.per ?? "undecided";
    return { columns: { kind: "sum", plus: [named], minus: [], per }, source: known ?? null, named };
  }
  if (options.quantity === undefined && options.price === undefined) return null;
  if (options.quantity === undefined || options.price === undefined) {
    const [given, other] = options.price === undefined ? ["--quantity", "--price"] : ["--price", "--quantity"];
    throw new UsageError(
      `${given} is one part of an amount, and ${other} is not given`,
      `add ${other} NAME, or leave ${given} out`,
    );
  }
  const quantity = optionColumn(file, options.quantity, "--quantity");
  const price = optionColumn(file, options.price, "--price");
  return { columns: { kind: "product", quantity, price }, source: null, named: price };
}

/** Whether a platform's amount is one column and no other. */
function isOnly({ header }: FileHeader, amount: PresetAmount, column: number): boolean {
  const found = sumColumns(header, amount);
  return found?.kind === "sum" && found.plus[0] === column && found.plus.length === 1 && found.minus.length === 0;
}

/** The currency column: as named, none at all, or the platform's. */
function namedCurrency(
  file: FileHeader,
  preset: Preset,
  { amount, option }: { readonly amount: FoundAmount; readonly option: string | undefined },
): number | null {
  if (isNoCurrencyColumn(file.header, option)) return null;
  return option === undefined
    ? currencyColumn(file.header, preset, amount)
    : optionColumn(file, option, "--currency-column");
}

/** The columns that the user named may be of another currency than the platform's. */
function refuseTwoCurrencies(
  sample: HeaderSample,
  columns: Pick<ColumnRoles, "amount" | "refunded" | "currency" | "margin" | "cost">,
  options: ColumnOptions,
): void {
  const questions = new ColumnQuestions(sample);
  for (const question of currencyQuestions(sample, columns, options)) questions.ask(question);
  if (questions.isOpen) throw questions.error();
}

/** The currency of the amount: as the platform has it; of another column that the user named, the one that goes with it. */
function currencyColumn(header: readonly string[], preset: Preset, { source, named }: FoundAmount): number | null {
  const general = columnOf(header, source?.currency ?? preset.currency ?? []);
  if (source !== null || named === null) return general;
  return currencyOfAmount(header, named, general ?? columnOf(header, plainCurrencyNames(preset)));
}

/** What the currency column is called where each of the platform's amounts has its own: that of the last, the plainest. */
function plainCurrencyNames({ amounts }: Preset): readonly string[] {
  return amounts.flatMap((amount) => (isProduct(amount) ? [] : [...(amount.currency ?? [])])).slice(-1);
}

function presetAmount(header: readonly string[], preset: Preset): FoundAmount | null {
  for (const amount of preset.amounts) {
    const columns = isProduct(amount) ? productColumns(header, amount) : sumColumns(header, amount);
    if (columns !== null) return { columns, source: isProduct(amount) ? null : amount, named: null };
  }
  return null;
}

function isProduct(amount: PresetAmount | PresetProduct): amount is PresetProduct {
  return "quantity" in amount;
}

function productColumns(header: readonly string[], amount: PresetProduct): AmountColumns | null {
  const [quantity, price] = [columnOf(header, amount.quantity), columnOf(header, amount.price)];
  return quantity === null || price === null ? null : { kind: "product", quantity, price };
}

/** The first column must be there; others that are added or taken off may be missing. */
function sumColumns(header: readonly string[], { plus, minus, minusWhere, per }: PresetAmount): AmountColumns | null {
  const [first, ...rest] = plus.map((names) => columnOf(header, names));
  if (first === undefined || first === null) return null;
  const present = (columns: readonly (number | null)[]): number[] => columns.filter((column) => column !== null);
  return {
    kind: "sum",
    plus: [first, ...present(rest)],
    minus: present((minus ?? []).map((names) => columnOf(header, names))),
    ...(minusWhere === undefined ? {} : { minusWhere: conditionalColumns(header, minusWhere) }),
    per,
  };
}

function conditionalColumns(
  header: readonly string[],
  conditions: NonNullable<PresetAmount["minusWhere"]>,
): readonly ConditionalColumn[] {
  return conditions.flatMap(({ column: names, where: flag, is }) => {
    const [column, where] = [columnOf(header, names), columnOf(header, flag)];
    return column === null || where === null ? [] : [{ column, where, is }];
  });
}

function chainOf(header: readonly string[], chain: Preset["customer"]): KeyChain {
  return chain.flatMap((set) => {
    const columns = set.map((names) => columnOf(header, names));
    return columns.includes(null) ? [] : [columns.filter((column) => column !== null)];
  });
}

function refundedColumns(
  header: readonly string[],
  preset: Preset,
  { amount, named }: { amount: FoundAmount; named: number | null },
): RefundedColumns | null {
  const drops = named === null ? dropColumns(header, preset) : [];
  if (drops.length > 0) return { kind: "drop", drops, otherwise: columnOf(header, preset.refunded ?? []) };
  const general = columnOf(header, amount.source?.refunded ?? preset.refunded ?? []);
  const beside = amount.source === null && amount.named !== null;
  const column = named ?? (beside ? refundedOfAmount(header, amount.named, general) : general);
  if (column === null) return null;
  const scale = named === null ? scaleColumns(header, preset) : null;
  return { kind: "column", column, ...(scale === null ? {} : { scale }) };
}

/** The drops whose columns are there; none where those of the first are not. */
function dropColumns(header: readonly string[], { refundedDrops = [] }: Preset): readonly Drop[] {
  const drops = refundedDrops.map(({ from, to, unlessZero = false }) => ({
    from: columnOf(header, from),
    to: columnOf(header, to),
    unlessZero,
  }));
  if (drops[0] === undefined || drops[0].from === null || drops[0].to === null) return [];
  return drops.flatMap(({ from, to, ...rest }) => (from === null || to === null ? [] : [{ from, to, ...rest }]));
}

function scaleColumns(header: readonly string[], { refundedScale }: Preset): Drop | null {
  if (refundedScale === undefined) return null;
  const [from, to] = [columnOf(header, refundedScale.from), columnOf(header, refundedScale.to)];
  return from === null || to === null ? null : { from, to };
}

function referenceColumns(header: readonly string[], { reference }: Preset): ColumnRoles["reference"] {
  if (reference === undefined) return null;
  const [from, to] = [columnOf(header, reference.from), columnOf(header, reference.to)];
  return from === null || to === null ? null : { from, to };
}
