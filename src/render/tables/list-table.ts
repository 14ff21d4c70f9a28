import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { ListFile } from "../../lists/make-lists.ts";
import type { Language } from "../language/language.ts";

/** What was written: one row per list, with its people and why the others are left out; every row adds up to its customers. */
export function listTable(files: readonly ListFile[], { words, count }: Language): DataTable {
  const { headings, leftOut } = words.lists;
  const column = (
    name: (typeof LIST_SUMMARY_COLUMNS)[number],
    kind: "text" | "count",
    of: (file: ListFile) => string | number,
    heading?: string,
  ): DataColumn => ({
    name,
    kind,
    at: (row) => of(files[row] as ListFile),
    ...(heading === undefined ? { dataOnly: true } : { heading }),
  });
  const why = (file: ListFile): string =>
    REASONS.flatMap((reason) => {
      const left = countOf(file, reason);
      return left === 0 ? [] : [`${count(left)} ${leftOut[reason]}`];
    }).join(", ");
  return {
    sheet: "lists",
    length: files.length,
    columns: [
      column("tool", "text", ({ tool }) => tool),
      column("list", "text", ({ name }) => name),
      column("customers", "count", ({ customers }) => customers, headings.customers),
      ...REASONS.map((reason) => column(reason, "count", (file) => countOf(file, reason))),
      column("people", "count", ({ people }) => people, headings.people),
      column("file", "text", ({ path }) => path, headings.file),
      {
        name: "left_out",
        heading: headings.leftOut,
        kind: "text",
        at: (row) => why(files[row] as ListFile),
        wraps: true,
        peopleOnly: true,
      },
    ],
  };
}

const REASONS = ["excluded", "no_consent", "no_address", "shared_address", "held_out", "too_few"] as const;

/** How many a list left out for a reason. */
function countOf({ leftOut, tooFew }: ListFile, reason: (typeof REASONS)[number]): number {
  if (reason === "too_few") return tooFew;
  return {
    excluded: leftOut.excluded,
    no_consent: leftOut["no consent"],
    no_address: leftOut["no address"],
    shared_address: leftOut["shared address"],
    held_out: leftOut["held out"],
  }[reason];
}

/** What `rfm lists` says of the lists that it wrote. */
export const LIST_SUMMARY_COLUMNS = [
  "tool",
  "list",
  "customers",
  "excluded",
  "no_consent",
  "no_address",
  "shared_address",
  "held_out",
  "too_few",
  "people",
  "file",
] as const;
