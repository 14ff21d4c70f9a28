import type { Catalogue } from "../en/index.ts";

/** The monetary value by what it is made from. */
export const germanMonetary: Catalogue["monetary"] = {
  averageSpend: {
    howMuch: "wie viel sie pro Bestellung nach Erstattungen ausgegeben haben",
    measure: "Ausgaben pro Bestellung",
    median: "Median pro Bestellung",
    values: "Ausgaben pro Bestellung",
    caption: "Kunden nach dem, was sie pro Bestellung nach Erstattungen ausgegeben haben (Kaufwert).",
    half: (median) => `Die Hälfte der Kunden hat höchstens ${median} pro Bestellung ausgegeben`,
    same: "Alle Kunden haben pro Bestellung gleich viel ausgegeben",
  },
  totalMargin: {
    howMuch: "welche Marge ihre Bestellungen nach Erstattungen gebracht haben",
    measure: "Marge",
    median: "Median der Marge",
    values: "Marge",
    caption: "Kunden nach der Marge ihrer Bestellungen nach Erstattungen (Kaufwert).",
    half: (median) => `Die Hälfte der Kunden hat höchstens ${median} Marge gebracht`,
    same: "Alle Kunden haben dieselbe Marge gebracht",
  },
  averageMargin: {
    howMuch: "welche Marge ihre Bestellungen nach Erstattungen im Durchschnitt gebracht haben",
    measure: "Marge pro Bestellung",
    median: "Median der Marge pro Bestellung",
    values: "Marge pro Bestellung",
    caption: "Kunden nach der Marge pro Bestellung nach Erstattungen (Kaufwert).",
    half: (median) => `Die Hälfte der Kunden hat höchstens ${median} Marge pro Bestellung gebracht`,
    same: "Alle Kunden haben dieselbe Marge pro Bestellung gebracht",
  },
};
