import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What became of the rows. */
export function germanLedger({ count, money, refunds }: GermanGrammar): Catalogue["ledger"] {
  return {
    reasons: {
      "blank line": "leer",
      "total row": "mit Summen des Exports",
      "no partner": "ohne Gegenstück in der Tabelle der Bestellungen",
      "counted elsewhere": "deren Betrag in einer anderen Tabelle zählt",
      "wrong number of fields": "mit falscher Feldanzahl",
      "unreadable date": "mit unlesbarem Datum",
      "unreadable amount": "mit unlesbarem Betrag",
      "unreadable number of orders": "mit unlesbarer Zahl der Bestellungen",
      "no amount": "ohne Betrag",
      "never ordered": "von Kunden, die nie bestellt haben",
      "same customer": "mit denselben Angaben über einen Kunden",
      "test order": "in Testbestellungen",
      status: "mit einem Status, der nicht zählt",
      filtered: "herausgefiltert",
      "excluded line": "in Positionen, die --exclude-lines auslässt",
      "other currency": "in anderer Währung oder ohne eine",
      duplicate: "in einer anderen Datei wiederholt",
      "two customers": "in Bestellungen mit zwei Kunden",
      "refund ignored": "in Erstattungen, die --refunds ignore auslässt",
      "after as-of": "nach dem Stichtag",
      "before window": "vor dem Zeitfenster",
      "no customer": "ohne Kunden",
      "zero amount": "in Bestellungen über 0",
      "no purchase": "in Erstattungen an Kunden ohne Kauf",
    },
    names: {
      "blank line": "leere Zeile",
      "total row": "Summenzeile",
      "no partner": "ohne Gegenstück",
      "counted elsewhere": "zählt anderswo",
      "wrong number of fields": "falsche Feldanzahl",
      "unreadable date": "unlesbares Datum",
      "unreadable amount": "unlesbarer Betrag",
      "unreadable number of orders": "unlesbare Zahl der Bestellungen",
      "no amount": "kein Betrag",
      "never ordered": "nie bestellt",
      "same customer": "derselbe Kunde noch einmal",
      "test order": "Testbestellung",
      status: "Status",
      filtered: "herausgefiltert",
      "excluded line": "ausgelassene Position",
      "other currency": "andere Währung",
      duplicate: "Dublette",
      "two customers": "zwei Kunden",
      "refund ignored": "Erstattung ausgelassen",
      "after as-of": "nach dem Stichtag",
      "before window": "vor dem Zeitfenster",
      "no customer": "kein Kunde",
      "zero amount": "Betrag 0",
      "no purchase": "kein Kauf",
    },
    onRefunds: (amount, reason) =>
      reason === "refund ignored"
        ? `in ${refunds(amount)}, die --refunds ignore auslässt`
        : `in ${refunds(amount)} an Kunden ohne Kauf`,
    line: (amount, reason, worth) => `${count(amount)} ${reason}${worth === 0n ? "" : ` (${money(worth)})`}`,
    read: "gelesen",
    used: "verwendet",
    columns: { rows_are: "Zeilen", rows: "Zahl", money: "Betrag", first_file: "zuerst in", first_line: "Zeile" },
  };
}
