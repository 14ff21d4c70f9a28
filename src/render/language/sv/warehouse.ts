import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function swedishWarehouse({ customers, rows, money }: SwedishGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, customerElse = [], date, amount, refunded, status, currency }) =>
      `${table}: en rad per beställning, med kunden från ”${[customer, ...customerElse].join("”, annars ”")}”, dagen från ”${date}”, beloppet från ”${amount}”` +
      (refunded === undefined ? "" : ` minus ”${refunded}”`) +
      (status === undefined ? "; ingen statuskolumn, så varje beställning räknas" : `; statusen från ”${status}”`) +
      (currency === undefined ? "" : `; valutan från ”${currency}”`),
    daysOf: (zone) => `dagarna är de i ${zone}; --time-zone tar en annan zon`,
    into: (count, table) => `${customers(count)} poängsatta i ${table}`,
    rounded: "beloppen är flyttal: vart och ett avrundades till 1/10 000 innan det lades till",
    alikeKeys: (count) =>
      `id för ${customers(count)} skiljer sig från en annans bara i versaler eller yttre blanksteg; de räknades som olika kunder`,
    ofTable: {
      read: (read) => `${rows(read.rows)} i tabellen, värde ${money(read.worth)}${read.currency}.`,
      column: "tabell",
      commands:
        "Varje kommando skriver den gruppens lista. Ett klick markerar det; kör det där databasen går att nå, med ditt eget användarnamn och lösenord.",
      noCurrency: "Tabellen anger ingen valuta.",
      method: {
        intro: "Allt ovan går att räkna fram igen ur tabellen som nämns här.",
        unfold: "Definitioner, val, gränsvärden, vad som lästes, tabell",
        files: "Tabell",
        file: "Tabell",
        filesIntro: "Databasen summerade beställningarna, och rfm fick bara summor och antal.",
      },
      order: ["Beställning", "En rad i tabellen. Den räknas när dess status räknas och den är värd mer än 0."],
      sheet: "Tabell",
      sheetColumn: ["Tabell", "Databasen och dess tabell."],
    },
  };
}
