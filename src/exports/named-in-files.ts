import type { InputFile } from "../files/find-inputs.ts";
import { type ContactOptions, type ContactPlan, planContacts } from "./detect/contacts/contact-columns.ts";
import { namedColumn, namedColumnOfTable, optionColumn } from "./detect/header/named-columns.ts";
import { isOfOrders, type TableRole } from "./join/joined-file.ts";
import type { LaidOut } from "./layouts-or-tables.ts";
import type { PlanOptions } from "./plan-options.ts";

/** Where the kept columns stand in each file; at least one file must have each of them. */
export function keptColumns(
  inputs: readonly InputFile[],
  { layouts, joined }: Pick<LaidOut, "layouts" | "joined">,
  { keep: names = [], keepOption = () => "--keep" }: Pick<PlanOptions, "keep" | "keepOption">,
): readonly (readonly (number | null)[])[] {
  for (const name of names) {
    if (layouts.some(({ header }) => namedColumn(header, name) !== null)) continue;
    const first = { fileName: inputs[0]?.source.name ?? "", header: layouts[0]?.header ?? [] };
    optionColumn(first, name, keepOption(name));
  }
  return layouts.map(({ header }, file) => {
    const isOrders = isOfOrders({ joined: joined?.[file] ?? null });
    return names.map((name) => namedColumnOfTable(header, name, { isOrders }));
  });
}

/** Where the contact columns stand in each file; nowhere unless contacts are asked for. */
export function contactPlan(
  inputs: readonly InputFile[],
  { layouts, joined }: Pick<LaidOut, "layouts" | "joined">,
  options: ContactOptions | undefined,
): ContactPlan {
  if (options === undefined) return { slots: [], columns: [] };
  const files = layouts.map(({ header, preset, columns: { customer, refundCustomer } }, file) => ({
    fileName: inputs[file]?.source.name ?? "",
    isOrders: isOfOrders({ joined: joined?.[file] ?? null }),
    header: hasContacts(joined?.[file]?.role) ? header : [],
    preset,
    otherKeys: [...customer.slice(1), ...(refundCustomer ?? [])].flatMap((columns) =>
      columns.length === 1 ? columns : [],
    ),
  }));
  return planContacts(files, options);
}

/** Whether a table's names and addresses are those of buyers: products have names, too, and refunds those who made them. */
function hasContacts(role: TableRole | undefined): boolean {
  return role === undefined || role === "orders" || role === "customers";
}
