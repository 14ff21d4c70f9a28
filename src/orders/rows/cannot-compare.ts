import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { InputError } from "../../errors.ts";
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { UncomparedCell } from "../../exports/row-filter.ts";

/** The error for a cell that a condition cannot compare: where it stands, what it holds, and what it should have been. */
export function cannotCompare(
  { source, layout: { header } }: FilePlan,
  { line, column, value, kind, condition }: UncomparedCell,
): InputError {
  const what = kind === "day" ? "a day" : "a number";
  const name = optionNameOf(header, column);
  return new InputError(
    `${source.name}: line ${line} has ${maskPersonal(`"${value.trim()}"`)} in "${name}", which is not ${what}, so ${condition} cannot compare it`,
    {
      hint: `name a column that holds ${kind === "day" ? "days" : "numbers"} on every row that is not blank, or use = or !=`,
    },
  );
}
