import { formatDay, NO_DAY } from "../../../basics/calendar/days.ts";
import { placeOf } from "../../../basics/text/place.ts";
import { InputError } from "../../../errors.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";
import type { EntryOptions } from "./entry-options.ts";

const DUPLICATE = reasonCode("duplicate");

/**
 * The customer that an order's rows agree on, −1 where none is named. Rows that count go before their repetitions in other
 * files.
 *
 * @returns `null` where the rows that count name two
 * @throws InputError when the id belongs to different customers on different days
 */
export function customerOfOrder(rows: ReadonlyRows, members: Int32Array, options: EntryOptions): number | null {
  const isOrder = (row: number): boolean => rows.reason[row] === 0 || rows.reason[row] === DUPLICATE;
  const named = members.filter((row) => isOrder(row) && (rows.customer[row] as number) >= 0);
  const [known] = named;
  if (known === undefined) return -1;
  if (named.some((row) => rows.customer[row] !== rows.customer[known])) refuseReuse(rows, { named, known, options });
  const used = named.filter((row) => rows.reason[row] === 0);
  const [first = known] = used;
  return used.every((row) => rows.customer[row] === rows.customer[first]) ? (rows.customer[first] as number) : null;
}

function refuseReuse(
  rows: ReadonlyRows,
  { named, known, options }: { named: Int32Array; known: number; options: EntryOptions },
): void {
  const elsewhere = named.find(
    (row) =>
      rows.customer[row] !== rows.customer[known] && rows.day[row] !== rows.day[known] && rows.day[row] !== NO_DAY,
  );
  if (elsewhere === undefined || rows.day[known] === NO_DAY) return;
  const place = (row: number): string =>
    `${formatDay(rows.day[row] as number)} (${placeOf(options.fileName(rows.file[row] as number), rows.line[row] as number)})`;
  throw new InputError(
    `order ${options.orderId(rows.order[known] as number)} belongs to different customers on different days, ${place(known)} and ${place(elsewhere)}: the numbering was used twice`,
    {
      hint:
        rows.file[known] === rows.file[elsewhere]
          ? "read the exports of each numbering on its own, or name another column with --order"
          : `${options.numberingHint}, or name another column with --order`,
    },
  );
}
