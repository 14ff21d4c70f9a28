import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What became of the rows. */
export function swedishLedger({ count, money, refunds }: SwedishGrammar): Catalogue["ledger"] {
  return {
    reasons: {
      "blank line": "utan innehåll",
      "total row": "med exportens summor",
      "no partner": "utan motsvarighet i tabellen med beställningar",
      "counted elsewhere": "vars belopp räknas i en annan tabell",
      "wrong number of fields": "med fel antal fält",
      "unreadable date": "med oläsligt datum",
      "unreadable amount": "med oläsligt belopp",
      "unreadable number of orders": "med oläsligt antal beställningar",
      "no amount": "utan belopp",
      "never ordered": "för kunder som aldrig har beställt",
      "same customer": "som säger samma sak om en kund igen",
      "test order": "i testbeställningar",
      status: "med en status som inte räknas",
      filtered: "som --where utelämnar",
      "excluded line": "i orderrader som --exclude-lines utelämnar",
      "other currency": "i en annan valuta eller utan valuta",
      duplicate: "som upprepas i en annan fil",
      "two customers": "i beställningar med två kunder",
      "refund ignored": "i återbetalningar som --refunds ignore utelämnar",
      "after as-of": "efter avstämningsdagen",
      "before window": "före tidsfönstret",
      "no customer": "utan kund",
      "zero amount": "i beställningar på 0",
      "no purchase": "i återbetalningar till kunder utan köp",
    },
    names: {
      "blank line": "tom rad",
      "total row": "summarad",
      "no partner": "ingen motsvarighet",
      "counted elsewhere": "räknas på annat håll",
      "wrong number of fields": "fel antal fält",
      "unreadable date": "oläsligt datum",
      "unreadable amount": "oläsligt belopp",
      "unreadable number of orders": "oläsligt antal beställningar",
      "no amount": "inget belopp",
      "never ordered": "har aldrig beställt",
      "same customer": "samma kund igen",
      "test order": "testbeställning",
      status: "status",
      filtered: "bortfiltrerad",
      "excluded line": "utelämnad orderrad",
      "other currency": "annan valuta",
      duplicate: "dubblett",
      "two customers": "två kunder",
      "refund ignored": "återbetalning utelämnad",
      "after as-of": "efter avstämningsdagen",
      "before window": "före tidsfönstret",
      "no customer": "ingen kund",
      "zero amount": "belopp 0",
      "no purchase": "inget köp",
    },
    onRefunds: (amount, reason) =>
      reason === "refund ignored"
        ? `i ${refunds(amount)} som --refunds ignore utelämnar`
        : `i ${refunds(amount)} till kunder utan köp`,
    line: (amount, reason, worth) => `${count(amount)} ${reason}${worth === 0n ? "" : ` (${money(worth)})`}`,
    read: "lästa",
    used: "använda",
    columns: { rows_are: "rader", rows: "antal", money: "belopp", first_file: "först i", first_line: "rad" },
  };
}
