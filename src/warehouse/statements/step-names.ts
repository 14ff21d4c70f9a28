import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, tableName } from "../dialects/quote.ts";

/**
 * Names for the steps of a statement (`WITH name AS (…)`), in quotes. A step hides a table of its name, so where the statement reads such
 * a table, the step's name gets longer; some engines compare names without capitals.
 */
export function stepNames<const Names extends readonly string[]>(
  dialect: Dialect,
  tables: readonly string[],
  names: Names,
): { readonly [Name in keyof Names]: string } {
  const taken = new Set(tables.map((table) => tableName(dialect, table).toLowerCase()));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_step`) : name);
  return names.map((name) => quoteName(dialect, free(name))) as { readonly [Name in keyof Names]: string };
}
