import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function germanWarehouse({ customers, customersDative, rows, money }: GermanGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, customerElse = [], date, amount, refunded, status, currency }) =>
      `${table}: eine Zeile pro Bestellung, mit dem Kunden aus „${[customer, ...customerElse].join("“, sonst „")}“, dem Tag aus „${date}“, dem Betrag aus „${amount}“` +
      (refunded === undefined ? "" : ` abzüglich „${refunded}“`) +
      (status === undefined ? "; keine Statusspalte, daher zählt jede Bestellung" : `; dem Status aus „${status}“`) +
      (currency === undefined ? "" : `; der Währung aus „${currency}“`),
    daysOf: (zone) => `Tage sind die von ${zone}; --time-zone nimmt eine andere Zeitzone`,
    into: (count, table) => `${customers(count)} bewertet und in ${table} geschrieben`,
    rounded: "Beträge sind Gleitkommazahlen: Jeder wurde vor dem Summieren auf 1/10.000 gerundet",
    alikeKeys: (count) =>
      `Die IDs von ${customersDative(count)} unterscheiden sich von der eines anderen nur in Großbuchstaben oder äußeren Leerzeichen; sie zählen als verschiedene Kunden`,
    ofTable: {
      read: (read) => `${rows(read.rows)} in der Tabelle, Wert ${money(read.worth)}${read.currency}.`,
      column: "Tabelle",
      commands:
        "Jeder Befehl schreibt die Liste dieser Gruppe. Ein Klick wählt ihn aus; führen Sie ihn dort aus, wo die Datenbank erreichbar ist, mit Ihrem eigenen Benutzernamen und Passwort.",
      noCurrency: "Die Tabelle nennt keine Währung.",
      method: {
        intro: "Alles oben lässt sich aus der hier genannten Tabelle neu berechnen.",
        unfold: "Definitionen, Einstellungen, Grenzwerte, was gelesen wurde, Tabelle",
        files: "Tabelle",
        file: "Tabelle",
        filesIntro: "Die Datenbank hat die Bestellungen summiert; rfm hat nur Summen und Anzahlen erhalten.",
      },
      order: ["Bestellung", "Eine Zeile der Tabelle. Sie zählt, wenn ihr Status zählt und sie mehr als 0 wert ist."],
      sheet: "Tabelle",
      sheetColumn: ["Tabelle", "Die Datenbank und ihre Tabelle."],
    },
  };
}
