import { isOwnOrdersFile } from "../detect/header/own-orders.ts";
import { knownName } from "../detect/names/known-names.ts";
import { normaliseName } from "../detect/names/name-form.ts";
import { recognisePreset } from "../platforms/recognise.ts";
import { isKnownRefunds } from "./known-tables.ts";
import { namedKind } from "./table-names.ts";

/** What tells a table of refunds: the name of its file, and its header. */
export interface NamedTable {
  readonly fileName: string;
  readonly header: readonly string[];
}

/**
 * Whether each row of a table is a refund of an order: a platform's table of refunds, or one that says so by its first
 * column, by the only amount that it has, or by the name of its file or sheet. An export of orders that a platform is known
 * for is none, whatever its name.
 */
export function isOfRefunds({ fileName, header }: NamedTable): boolean {
  if (isKnownRefunds(header)) return true;
  if (isOwnOrdersFile(header) || recognisePreset(header) !== null) return false;
  return isRefundId(header[0] ?? "") || hasOnlyRefunded(header) || namedKind(fileName) === "refunds";
}

function isRefundId(name: string): boolean {
  return /^(?:id )?(?:refund|return|credit ?memo|credit note|credit slip|order slip)(?: (?:id|no|number|key|uuid))?$/.test(
    normaliseName(name),
  );
}

const AMOUNTS: ReadonlySet<string> = new Set(["orderTotal", "lineTotal", "amount", "price"]);

/** Whether a column holds refunded money, and none an amount of another kind. */
function hasOnlyRefunded(header: readonly string[]): boolean {
  const roles = header.map((name) => knownName(name)?.role ?? "");
  return roles.includes("refunded") && !roles.some((role) => AMOUNTS.has(role));
}
