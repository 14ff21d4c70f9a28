import { MissingColumnError, UsageError } from "../../errors.ts";
import type { Preset, PresetAmount, PresetProduct } from "../presets/preset.ts";
import type { AmountColumns, ColumnOptions, ColumnRoles, KeyChain, RefundedColumns } from "./columns.ts";
import { columnNamed, columnOf, type FileHeader, listedNames } from "./named-columns.ts";
import { NO_STATUS } from "./status-column.ts";

/**
 * Finds the columns of a known platform's export; what the user names wins, and optional columns may be missing.
 *
 * @throws MissingColumnError when a column that the platform always writes is not there
 */
export function presetColumns(file: FileHeader, preset: Preset, options: ColumnOptions): ColumnRoles {
  const { header } = file;
  const named = (option: string | undefined, flag: string): number | null =>
    option === undefined ? null : columnNamed(file, option, flag);
  const of = (names: readonly string[] | undefined): number | null =>
    names === undefined ? null : columnOf(header, names);
  const amount = optionAmount(file, options) ?? presetAmount(header, preset);
  const date = named(options.date, "--date") ?? of(preset.date);
  const customer =
    options.customer === undefined
      ? chainOf(header, preset.customer)
      : [[columnNamed(file, options.customer, "--customer")]];
  if (date === null || customer.length === 0 || amount === null) {
    throw missingColumns(file, preset, {
      date: date === null,
      customer: customer.length === 0,
      amount: amount === null,
    });
  }
  const order = named(options.order, "--order");
  const orders = order === null ? [of(preset.order), of(preset.orderFallback)] : [order];
  const source = amount.source;
  return {
    customer,
    refundCustomer: preset.refundCustomer === undefined ? null : chainOf(header, preset.refundCustomer),
    order: orders.filter((column) => column !== null),
    date,
    time: of(preset.time),
    zone: of(preset.zone),
    amount: amount.columns,
    refunded: refundedColumns(header, preset, source, named(options.refunded, "--refunded")),
    status: options.status?.trim() === NO_STATUS ? null : (named(options.status, "--status") ?? of(preset.status)),
    rules: (preset.rules ?? []).flatMap(({ column, ...rule }) => {
      const index = of(column);
      return index === null ? [] : [{ ...rule, column: index }];
    }),
    currency: named(options.currencyColumn, "--currency-column") ?? of(source?.currency) ?? of(preset.currency),
    reference: referenceColumns(header, preset),
    margin: named(options.margin, "--margin"),
    cost: named(options.cost, "--cost"),
    reason: null,
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
  readonly source: PresetAmount | null;
}

function optionAmount(file: FileHeader, options: ColumnOptions): FoundAmount | null {
  if (options.amount !== undefined) {
    const column = columnNamed(file, options.amount, "--amount");
    return { columns: { kind: "sum", plus: [column], minus: [], per: "undecided" }, source: null };
  }
  if (options.quantity === undefined && options.price === undefined) return null;
  if (options.quantity === undefined || options.price === undefined) {
    const [given, other] = options.price === undefined ? ["--quantity", "--price"] : ["--price", "--quantity"];
    throw new UsageError(
      `${given} is one part of an amount, and ${other} is not given`,
      `add ${other} NAME, or leave ${given} out`,
    );
  }
  const quantity = columnNamed(file, options.quantity, "--quantity");
  return { columns: { kind: "product", quantity, price: columnNamed(file, options.price, "--price") }, source: null };
}

function presetAmount(header: readonly string[], preset: Preset): FoundAmount | null {
  for (const amount of preset.amounts) {
    const columns = isProduct(amount) ? productColumns(header, amount) : sumColumns(header, amount);
    if (columns !== null) return { columns, source: isProduct(amount) ? null : amount };
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
function sumColumns(header: readonly string[], { plus, minus, per }: PresetAmount): AmountColumns | null {
  const [first, ...rest] = plus.map((names) => columnOf(header, names));
  if (first === undefined || first === null) return null;
  const present = (columns: readonly (number | null)[]): number[] => columns.filter((column) => column !== null);
  return {
    kind: "sum",
    plus: [first, ...present(rest)],
    minus: present((minus ?? []).map((names) => columnOf(header, names))),
    per,
  };
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
  source: PresetAmount | null,
  named: number | null,
): RefundedColumns | null {
  const column = named ?? columnOf(header, source?.refunded ?? preset.refunded ?? []);
  if (column !== null) return { kind: "column", column };
  if (preset.refundedDrop === undefined) return null;
  const [from, to] = [columnOf(header, preset.refundedDrop.from), columnOf(header, preset.refundedDrop.to)];
  return from === null || to === null ? null : { kind: "drop", from, to };
}

function referenceColumns(header: readonly string[], { reference }: Preset): ColumnRoles["reference"] {
  if (reference === undefined) return null;
  const [from, to] = [columnOf(header, reference.from), columnOf(header, reference.to)];
  return from === null || to === null ? null : { from, to };
}
