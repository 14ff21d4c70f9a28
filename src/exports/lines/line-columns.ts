import { once } from "../../basics/once.ts";
import type { ColumnRoles } from "../detect/columns/columns.ts";
import { columnOf } from "../detect/header/named-columns.ts";
import type { Layout } from "../detect/layout.ts";
import { knownName } from "../detect/names/known-names.ts";
import { keysOfKnown, nameKeys } from "../detect/names/name-form.ts";
import type { PresetLines } from "../platforms/preset.ts";
import { LINE_NAMES } from "./line-names.ts";
import { ALL_LINE_ROLES, type LineRole, TRAIT_ROLES } from "./line-role.ts";

/** The column that plays each role; roles that no column plays are left out. */
export type LineColumns = ReadonlyMap<LineRole, number>;

/** What is known of a file before its line items are looked for. */
export interface LineFile extends Pick<Layout, "header" | "preset" | "columns" | "table"> {
  /** What is known of it as a table of line items beside the orders. */
  readonly lines?: PresetLines | null;
}

/**
 * The columns of line items and of orders' traits: as the platform calls them, or by their names. A platform that is not
 * known to have a row per line item has none of products: what its cells list is not split. A column that already says
 * whose, when or which order it is plays no second role.
 */
export function lineColumns(file: LineFile): LineColumns {
  const found = new Map<LineRole, number>();
  const taken = new Set([...otherRoles(file.columns), ...nestedColumns(file)]);
  const add = (role: LineRole, column: number | null): void => {
    if (column === null || found.has(role) || taken.has(column)) return;
    found.set(role, column);
    taken.add(column);
  };
  for (const [role, column] of amountColumns(file)) found.set(role, column);
  for (const [role, names] of presetNames(file)) add(role, columnOf(file.header, names));
  for (const [role, column] of namedColumns(file)) add(role, column);
  found.set("hour", file.columns.time ?? file.columns.date);
  return found;
}

/** Columns that are read as blank, because their values are lists or objects. */
function nestedColumns({ header, table }: LineFile): readonly number[] {
  const nested = new Set(table?.nested ?? []);
  return header.flatMap((name, column) => (nested.has(name) ? [column] : []));
}

/** Columns whose cells say something else already. */
function otherRoles({ customer, order, date, time, status, currency, amount }: ColumnRoles): readonly number[] {
  const money = amount.kind === "sum" ? amount.plus : [];
  return [...customer.flat(), ...order, date, time, status, currency, ...money].filter((column) => column !== null);
}

/** Quantity and price where the amount is made of them. */
function amountColumns({ columns: { amount } }: LineFile): readonly (readonly [LineRole, number])[] {
  if (amount.kind !== "product") return [];
  return [
    ["quantity", amount.quantity],
    ["unitPrice", amount.price],
  ];
}

function presetNames({ preset, lines }: LineFile): readonly (readonly [LineRole, readonly string[]])[] {
  const countries = (preset?.contact?.address ?? []).flatMap(({ country }) => country ?? []);
  const [total = [], tax = []] = lines == null ? (preset?.lineTotal ?? []) : [];
  return [
    ...(Object.entries(lines ?? preset?.lines ?? {}) as [LineRole, readonly string[]][]),
    ["country", countries],
    ["lineTotal", total],
    ["lineTax", tax],
  ];
}

/** The columns by their names, the most telling of each role first. */
function namedColumns({ header, preset, lines }: LineFile): readonly (readonly [LineRole, number])[] {
  const isLookedFor = (role: LineRole): boolean =>
    (preset === null && lines == null) || TRAIT_ROLES.some((trait) => trait === role);
  return header
    .flatMap((name, column) => {
      const known = nameKeys(name).flatMap((key) => knownLines().get(key) ?? [])[0] ?? amountName(name);
      return known === undefined || !isLookedFor(known.role) ? [] : [{ ...known, column }];
    })
    .sort((a, b) => a.rank - b.rank || a.column - b.column)
    .map(({ role, column }) => [role, column] as const);
}

interface KnownLineName {
  readonly role: LineRole;
  /** Lower is more telling. */
  readonly rank: number;
}

const knownLines = once(knownLineNames);

/** By every key that a name goes by; a name that two roles have belongs to the first. */
function knownLineNames(): ReadonlyMap<string, KnownLineName> {
  const known = new Map<string, KnownLineName>();
  for (const role of ALL_LINE_ROLES) {
    for (const [rank, name] of (LINE_NAMES[role as keyof typeof LINE_NAMES] ?? []).entries()) {
      for (const key of keysOfKnown(name)) if (!known.has(key)) known.set(key, { role, rank });
    }
  }
  return known;
}

/** Quantities, prices and totals go by the names that amounts are made of. */
function amountName(name: string): KnownLineName | undefined {
  const known = knownName(name);
  if (known?.role === "quantity" || known?.role === "lineTotal") return { role: known.role, rank: known.rank };
  return known?.role === "price" ? { role: "unitPrice", rank: known.rank } : undefined;
}
