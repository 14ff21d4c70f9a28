import { maskPersonal } from "../basics/text/mask-personal.ts";
import { placeOf } from "../basics/text/place.ts";
import { TooManyRejectsError } from "../errors.ts";
import type { OrderHistory } from "./history.ts";
import { REJECT_REASONS } from "./ledger/entries.ts";

/** How many unreadable rows are too many. */
export interface RejectLimit {
  /** Whole number of rows, or a share 0 … 1 of all rows (then more than three rows are needed as well). */
  readonly rows?: number | undefined;
  readonly share?: number | undefined;
}

const REJECT_WORDS = {
  "wrong number of fields": "the wrong number of fields",
  "unreadable date": "an unreadable date",
  "unreadable amount": "an unreadable amount",
  "unreadable number of orders": "an unreadable number of orders",
} as const;

const DEFAULT_LIMIT: RejectLimit = { share: 0.01 };
const FEW_ROWS = 3;

/**
 * Stops a run that could not read too many of its rows.
 *
 * @throws TooManyRejectsError with the first row of each reason
 */
export function checkRejects({ rejects, rows }: OrderHistory, limit: RejectLimit = DEFAULT_LIMIT): void {
  const count = rejects.length;
  const share = limit.share ?? 0;
  const tooMany = limit.rows === undefined ? count > FEW_ROWS && count > share * rows : count > limit.rows;
  if (!tooMany) return;
  const byReason = REJECT_REASONS.flatMap((reason) => {
    const those = rejects.filter((reject) => reject.reason === reason);
    const [first] = those;
    if (first === undefined) return [];
    const value = first.value === "" ? "blank" : `"${maskPersonal(first.value.slice(0, 40))}"`;
    return [`${those.length} with ${REJECT_WORDS[reason]} (first: ${placeOf(first.file, first.line)}, ${value})`];
  });
  const allowed = limit.rows === undefined ? `${share * 100}%` : String(limit.rows);
  throw new TooManyRejectsError(
    `${count} of ${rows} rows cannot be read, more than the ${allowed} that --max-rejects allows: ${byReason.join("; ")}`,
    "see them all with --rejects FILE; then correct the export or name the format, or raise --max-rejects",
  );
}
