import { ATTRIBUTES } from "../../analysis/profile/attributes.ts";
import { nearestNames } from "../../basics/text/nearest-names.ts";
import { InputError, type MissingColumnError } from "../../errors.ts";

/**
 * A name of `--by` that is neither an attribute nor a column: names of both kinds are suggested. Any other column that the
 * exports lack is left as it was said.
 */
export function unknownName(error: MissingColumnError, by: readonly string[]): InputError {
  const { column, found } = error;
  if (!by.includes(column)) return error;
  const headers = found.map((name) => name.trim()).filter((name) => name !== "");
  const known = new Set<string>(ATTRIBUTES);
  const near = nearestNames(column, [...ATTRIBUTES, ...headers.filter((name) => !known.has(name.toLowerCase()))]);
  return new InputError(`--by ${column}: unknown attribute or column (columns: ${headers.join(", ")})`, {
    hint:
      near.length === 0
        ? `--by takes ${ATTRIBUTES.join(", ")}, or the name of a column`
        : `did you mean ${near.join(" or ")}?`,
  });
}
