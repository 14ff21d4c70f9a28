import { explained } from "../en/explained.ts";

/** The columns of the sheet on what the best customers have in common, each with what it means. */
export const GERMAN_PROFILE_COLUMNS = explained({
  "profile.attribute": ["Merkmal", "Wovon die Werte sind: Produkt, Preis, Land …"],
  "profile.value": ["Wert", "Ein Produkt mit seiner Nummer."],
  "profile.best": ["Beste Kunden", "Wie viele der Besten damit begonnen haben."],
  "profile.best_share": ["Anteil der Besten", "Von den besten Kunden jene, die damit begonnen haben."],
  "profile.rest": ["Andere Kunden", "Wie viele der anderen damit begonnen haben."],
  "profile.rest_share": ["Anteil der anderen", "Von den anderen Kunden jene, die damit begonnen haben."],
  "profile.lift": ["Lift", "Anteil der Besten geteilt durch den Anteil aller; 1, wenn beide gleich sind."],
  "profile.difference": ["Unterschied", "Anteil der Besten minus Anteil der anderen."],
  "profile.difference_low": ["Unterschied von", "Untere Grenze des 95-%-Intervalls (Newcombe)."],
  "profile.difference_high": ["Unterschied bis", "Obere Grenze dieses Intervalls."],
  "profile.q_value": ["q", "Bis 0,05: Der Unterschied ist größer, als Zufall erklärt (Fisher, Benjamini–Hochberg)."],
  "profile.name": ["Name", "Der Name des Produkts, wenn die Daten einen haben."],
});
