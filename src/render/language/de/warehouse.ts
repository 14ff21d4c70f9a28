import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function germanWarehouse({ customers, customersDative }: GermanGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, date, amount, refunded, status, currency }) =>
      `${table}: eine Zeile pro Bestellung, mit dem Kunden aus „${customer}“, dem Tag aus „${date}“, dem Betrag aus „${amount}“` +
      (refunded === undefined ? "" : ` abzüglich „${refunded}“`) +
      (status === undefined ? "; keine Statusspalte, daher zählt jede Bestellung" : `; dem Status aus „${status}“`) +
      (currency === undefined ? "" : `; der Währung aus „${currency}“`),
    daysOf: (zone) => `Tage sind die von ${zone}; --time-zone nimmt eine andere Zeitzone`,
    into: (count, table) => `${customers(count)} bewertet und in ${table} geschrieben`,
    rounded: "Beträge sind Gleitkommazahlen: Jeder wurde vor dem Summieren auf 1/10.000 gerundet",
    alikeKeys: (count) =>
      `Die IDs von ${customersDative(count)} unterscheiden sich von der eines anderen nur in Großbuchstaben oder äußeren Leerzeichen; sie zählen als verschiedene Kunden`,
  };
}
