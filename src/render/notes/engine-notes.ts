import type { EngineCustomers } from "../../warehouse/read/read-customers.ts";
import type { Language } from "../language/language.ts";
import { setAsideText } from "../sentences/ledger-sentences.ts";
import { type Note, note, warning } from "./note.ts";
import { asOfNotes } from "./scoring-notes.ts";

/** What is said of a table in an engine: the rows used and set aside, how its columns were taken, and what is doubtful. */
export function engineNotes(
  read: Omit<EngineCustomers, "customers" | "noPurchase" | "days" | "currency"> & { readonly newestDay: number | null },
  { table, language }: { readonly table: string; readonly language: Language },
): readonly Note[] {
  const { ledger, asOf, columns, timeZone, roundsMoney, alikeKeys, newestDay } = read;
  const { reading, warehouse } = language.words;
  return [
    note(reading.used(ledger.usedRows, ledger.rows, asOf, setAsideText(ledger, language))),
    note(warehouse.columns(table, columns)),
    ...(timeZone === null ? [] : [note(warehouse.daysOf(timeZone))]),
    ...asOfNotes(asOf, newestDay ?? asOf, language),
    ...(roundsMoney ? [warning(warehouse.rounded)] : []),
    ...(alikeKeys === 0 ? [] : [warning(warehouse.alikeKeys(alikeKeys))]),
  ];
}
