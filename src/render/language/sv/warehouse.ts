import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function swedishWarehouse({ customers }: SwedishGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, date, amount, refunded, status, currency }) =>
      `${table}: en rad per beställning, med kunden från ”${customer}”, dagen från ”${date}”, beloppet från ”${amount}”` +
      (refunded === undefined ? "" : ` minus ”${refunded}”`) +
      (status === undefined ? "; ingen statuskolumn, så varje beställning räknas" : `; statusen från ”${status}”`) +
      (currency === undefined ? "" : `; valutan från ”${currency}”`),
    daysOf: (zone) => `dagarna är de i ${zone}; --time-zone tar en annan zon`,
    into: (count, table) => `${customers(count)} poängsatta i ${table}`,
    rounded: "beloppen är flyttal: vart och ett avrundades till 1/10 000 innan det lades till",
    alikeKeys: (count) =>
      `id för ${customers(count)} skiljer sig från en annans bara i versaler eller yttre blanksteg; de räknades som olika kunder`,
  };
}
