import type { SameNames } from "../exports/detect/customers/same-names.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { lineColumns } from "../exports/lines/line-columns.ts";
import type { PassedOver } from "../files/find-inputs.ts";
import type { AmountCheck } from "./amount-check.ts";
import type { RowSet } from "./assemble/row-set.ts";
import { partlyRefunded } from "./assemble/statuses/partly-refunded.ts";
import { hasStatus, statusGaps } from "./assemble/statuses/status-words.ts";
import { withoutOrderId } from "./assemble/without-order-id.ts";
import type { JoinedTables } from "./join/join-tables.ts";
import { refundedTooMuch } from "./join/refunded-too-much.ts";
import type { FileResult } from "./rows/file-result.ts";
import type { FileUnderstanding, Reader, Understanding } from "./understanding.ts";

/** What is known of the files beside their rows; one value per file in their order, none where it was not asked for. */
export interface FileEvidence {
  readonly hashes: readonly string[];
  readonly checks: readonly (AmountCheck | null)[];
  readonly readers: readonly Reader[];
  readonly passedOver: readonly PassedOver[];
  readonly joined: JoinedTables | null;
  readonly sameNames: SameNames | null;
}

/** What was understood of the exports. To be called before the history is built, which moves the entries. */
export function understandingOf(set: RowSet, evidence: FileEvidence): Understanding {
  const { plans, results, margin, built } = set;
  const { blank } = built;
  return {
    files: plans.map((plan, file) => fileUnderstanding(set, plan, { file, evidence })),
    passedOver: evidence.passedOver,
    joined: evidence.joined,
    statuses: set.statuses,
    hasStatus: plans.some(hasStatus),
    statusGaps: statusGaps(plans, set.statuses, set.options),
    ...set.currency,
    blankMargins: margin === null || blank === null || blank.rows === 0 ? null : { ...blank, kind: margin.kind },
    splitLines: set.splitLines,
    roundedRows: results.reduce((sum, result) => sum + result.rounded, 0),
    partlyRefunded: partlyRefunded(set),
    refundedTooMuch: refundedTooMuch(set),
    destroyedIds: firstFound(plans, results, (result) => result.destroyedIds),
    garbled: firstFound(plans, results, (result) => result.garbled),
    withoutOrderId: withoutOrderId(built.entries, {
      customers: set.table.customers.length,
      isEvery: plans.every(({ layout }) => layout.columns.order.length === 0),
      isCounted: set.isCounted,
    }),
    sameNames: evidence.sameNames,
    linked: set.linked,
    excluded: set.excluded,
    excludedLines: set.excludedLines,
    pointZeroIds: set.pointZeroIds,
  };
}

function fileUnderstanding(
  { results, amounts, costPer }: RowSet,
  plan: FilePlan,
  { file, evidence: { hashes, checks, readers } }: { readonly file: number; readonly evidence: FileEvidence },
): FileUnderstanding {
  const decision = amounts[plan.origin];
  return {
    name: plan.source.name,
    path: plan.path,
    bytes: plan.source.size,
    sha256: hashes[file] ?? null,
    rows: results[file]?.rows ?? 0,
    layout: plan.layout,
    formats: plan.formats,
    origin: plan.origin,
    amountPer: decision?.per ?? "order",
    amountEvidence: decision?.evidence ?? "",
    costPer: costPer[file] ?? null,
    amountCheck: checks[file] ?? null,
    lines: lineSources(plan),
    contacts: contactSources(plan),
    reader: readers[file] ?? "tolerant",
    joined: plan.joined,
  };
}

/** The columns of line items that a file has, as its header calls them, whether or not they are read. */
function lineSources({ layout, joined }: FilePlan): FileUnderstanding["lines"] {
  return [...lineColumns({ ...layout, lines: joined?.lines ?? null })].map(([role, column]) => ({
    role,
    column: layout.header[column]?.trim() ?? "",
  }));
}

/** The contact columns that a file has, as its header calls them. */
export function contactSources({ contacts, kept, layout }: FilePlan): FileUnderstanding["contacts"] {
  const columns = kept.slice(kept.length - contacts.length);
  return contacts.flatMap(({ field }, index) => {
    const column = columns[index] ?? null;
    return column === null ? [] : [{ field, column: layout.header[column]?.trim() ?? "" }];
  });
}

/** The first file's finding, with the file's name, and all files' counts together. */
function firstFound<T extends { readonly count: number }>(
  plans: readonly FilePlan[],
  results: readonly FileResult[],
  pick: (result: FileResult) => T | null,
): (T & { readonly file: string }) | null {
  const found = results.flatMap((result, file) => {
    const finding = pick(result);
    return finding === null ? [] : [{ ...finding, file: plans[file]?.source.name ?? "" }];
  });
  const [first] = found;
  return first === undefined ? null : { ...first, count: found.reduce((sum, { count }) => sum + count, 0) };
}
