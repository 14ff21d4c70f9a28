import type { Preset } from "../../platforms/preset.ts";
import { isLooseId } from "../customers/customer-columns.ts";
import type { Role } from "../names/column-names.ts";
import { type KnownName, knownName } from "../names/known-names.ts";
import { type ColumnOptions, type ColumnRoles, mainAmount } from "./columns.ts";

/** The answers about columns that `inspect` gives. */
export type ColumnTopic = "customer" | "order" | "date" | "amount" | "refunded" | "status" | "currency";

/** What says that a column is what it is taken for; nothing where the file has none. */
export type ColumnEvidence = Readonly<Partial<Record<ColumnTopic, string>>>;

const ROLES_OF: Readonly<Record<ColumnTopic, readonly Role[]>> = {
  customer: ["customer", "email"],
  order: ["order"],
  date: ["date"],
  amount: ["orderTotal", "lineTotal", "amount", "quantity", "price"],
  refunded: ["refunded"],
  status: ["status"],
  currency: ["currency"],
};

const OPTION_OF: Readonly<Record<ColumnTopic, { readonly flag: string; readonly key: keyof ColumnOptions }>> = {
  customer: { flag: "--customer", key: "customer" },
  order: { flag: "--order", key: "order" },
  date: { flag: "--date", key: "date" },
  amount: { flag: "--amount", key: "amount" },
  refunded: { flag: "--refunded", key: "refunded" },
  status: { flag: "--status", key: "status" },
  currency: { flag: "--currency-column", key: "currencyColumn" },
};

/** Says of each column whether the user, the platform, its name or its values told what it is for. */
export function columnEvidence(
  header: readonly string[],
  columns: ColumnRoles,
  { options, preset, isByName }: { options: ColumnOptions; preset: Preset | null; isByName: boolean },
): ColumnEvidence {
  const found: Partial<Record<ColumnTopic, string>> = {};
  for (const topic of Object.keys(ROLES_OF) as ColumnTopic[]) {
    const column = columnOfTopic(columns, topic);
    if (column === null) {
      if (topic === "currency" && columns.headerCurrency !== "") found.currency = headerEvidence(header, columns);
      continue;
    }
    const { flag, key } = OPTION_OF[topic];
    const known = knownName(header[column] ?? "");
    const isLoose = topic === "customer" && isLooseId(header[column] ?? "");
    const isKnownName = isLoose || (known !== null && ROLES_OF[topic].includes(known.role));
    if (options[key] !== undefined) found[topic] = `as ${flag} says`;
    else if (preset !== null) found[topic] = "as the platform has it";
    else if (topic === "customer" && isByName) found[topic] = LAST_RESORT;
    else found[topic] = foundBy(topic, known, isKnownName || columns.summary !== null);
  }
  return found;
}

/** The name that spells out the currency: `named in the header: "Total (EUR)"`. */
function headerEvidence(header: readonly string[], columns: ColumnRoles): string {
  return `named in the header: "${header[columnOfTopic(columns, "amount") ?? 0]?.trim() ?? ""}"`;
}

const LAST_RESORT = "by its name; a name is the last resort: there is no id, e-mail address or telephone number";

function foundBy(topic: ColumnTopic, known: KnownName | null, isKnownName: boolean): string {
  if (isKnownName) return known?.isDoubtful === true ? "by its name and its values" : "by its name";
  return topic === "status"
    ? "by its values: they are status words"
    : "by its values: no other column has values like these";
}

function columnOfTopic(columns: ColumnRoles, topic: ColumnTopic): number | null {
  const { amount, refunded } = columns;
  const first: Readonly<Record<ColumnTopic, number | null | undefined>> = {
    customer: columns.customer[0]?.[0],
    order: columns.order[0],
    date: columns.date,
    amount: mainAmount(amount),
    refunded: refunded === null ? null : refunded.kind === "column" ? refunded.column : refunded.drops[0]?.from,
    status: columns.status,
    currency: columns.currency,
  };
  return first[topic] ?? null;
}
