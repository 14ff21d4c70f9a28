import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What is said where only sums of the customers are known, in place of sentences that speak of single orders or of refunds. */
export function germanOfCustomers({
  count,
  day,
  money,
  plural,
  customers,
  orders,
  rows,
}: GermanGrammar): Catalogue["ofCustomers"] {
  return {
    leftOut:
      "Die Tabelle hat eine Zeile pro Kunde, daher fehlen Kundenbindung, Kohorten, Wiederkäufe, Gruppen im Zeitverlauf und Wechsel zwischen Segmenten: Dafür braucht es einzelne Bestellungen.",
    used: (used) =>
      `${rows(used.rows)} verwendet, eine pro Kunde: ${orders(used.orders)}${used.spent === null ? "" : `, ${used.spent} ausgegeben`}.`,
    report: {
      covers: (from) => `Die erste Bestellung ist vom ${day(from)}.`,
      more: "Mit --full: Scores, Grenzwerte und wie sich die Kunden darauf verteilen. Mit -o report.html: die Seite.",
    },
    sums: (own) =>
      `Die Tabelle nennt ${orders(own.orders)}${own.spend === null ? "" : ` im Wert von ${money(own.spend)}`}: ${own.first === null ? "" : `die erste am ${day(own.first)}, `}die letzte am ${day(own.last)}. Einzelne Bestellungen sind nicht bekannt.`,
    newAndGone: (found) =>
      `nur in der späteren Tabelle: ${customers(found.added)}, nur in der früheren: ${customers(found.gone)}`,
    compare: {
      backLegend: "Zurück: früher schon bestellt, aber nicht in der früheren Tabelle.",
      lapsedLegend: "Inaktiv: nicht in der späteren Tabelle.",
      raisedByOthers: (amount) =>
        `Auch bei gleicher letzter Bestellung höher ist die Summe der Scores bei ${count(amount)}: Die Grenzwerte haben sich geändert, oder die Tabelle zählt Bestellungen oder Ausgaben anders.`,
    },
    gone: "nicht mehr in der Tabelle",
    quiet: { untold: "Die Tabelle zeigt nicht, wer nicht mehr bestellt" },
    order: ["Bestellung", "Was die Tabelle als eine zählt."],
    money: {
      report: {
        revenue: "Umsatz laut Tabelle",
        negativeCustomers: (amount) => `${customers(amount)} mit Ausgaben unter 0.`,
        noRevenue: "Es gibt keinen Umsatz zu verteilen: Die Ausgaben aller Kunden ergeben zusammen 0 oder weniger.",
      },
      finding: {
        totals: (amount, placed, worth) =>
          `${plural(amount, "Kunde hat", "Kunden haben")} ${orders(placed)} im Wert von ${worth} aufgegeben`,
      },
      lead: {
        what: (from, to, amount, placed, worth) =>
          `Vom ${day(from)} bis ${day(to)} ${amount === 1 ? "hat" : "haben"} ${customers(amount)} ${orders(placed)} im Wert von ${worth} aufgegeben.`,
        noRevenue:
          "Die Ausgaben aller Kunden ergeben zusammen 0 oder weniger, daher lassen sich keine Anteile daran berechnen.",
      },
      latest: { revenue: "Umsatz", customers: "Kunden" },
      first: { none: "Keine Gruppe hat Umsatz gebracht, daher kann keine an erster Stelle stehen." },
      grid: { noRevenueTitle: "Geld nach beiden Scores" },
      concentration: {
        none: "Die Ausgaben aller Kunden ergeben zusammen 0 oder weniger: Es gibt keinen Umsatz zu verteilen.",
      },
      top: { caption: "Nach dem, was sie ausgegeben haben." },
      howMuch: { total: "wie viel sie ausgegeben haben", average: "wie viel sie pro Bestellung ausgegeben haben" },
      caption: {
        total: "Kunden nach dem, was sie ausgegeben haben (Kaufwert).",
        average: "Kunden nach dem, was sie pro Bestellung ausgegeben haben (Kaufwert).",
      },
      terms: {
        monetary: ["Kaufwert", "Was ein Kunde laut Tabelle ausgegeben hat."],
        monetaryAverage: ["Kaufwert", "Was ein Kunde laut Tabelle ausgegeben hat, geteilt durch die Häufigkeit."],
      },
      refunds: "wie in der Tabelle",
    },
    figures: {
      orders: ["Bestellungen", "Wie die Tabelle sie zählt."],
      revenue: ["Umsatz", "Was die Kunden laut Tabelle ausgegeben haben."],
      firstDay: ["Erste Bestellung", "Die früheste erste Bestellung eines Kunden; leer, wenn die Tabelle keine nennt."],
      lastDay: [
        "Letzte Bestellung",
        "Die neueste letzte Bestellung eines Kunden, oder der Tag, bis zu dem die Tage seither gezählt sind.",
      ],
    },
    columns: {
      orders: ["Bestellungen", "Wie die Tabelle sie zählt."],
      revenue: ["Umsatz", "Was die Kunden laut Tabelle ausgegeben haben."],
      monetary_value: ["Ausgaben", "Wie in der Tabelle; mit --monetary average pro Bestellung."],
    },
  };
}
