import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";

/** The page's account of how its numbers were made. */
export function germanPageMethod({ day, plural }: GermanGrammar): Pick<Catalogue["page"], "method"> {
  return {
    method: {
      heading: "Wie die Zahlen entstanden sind",
      moreFiles: (more) => `und ${plural(more, "weitere Datei", "weitere Dateien")}; der JSON-Bericht nennt alle.`,
      intro: "Alles oben lässt sich aus den hier genannten Dateien neu berechnen.",
      moves: (from) =>
        `Die Wechsel zwischen Gruppen seit dem ${day(from)} verwenden an beiden Tagen die Grenzwerte dieses Berichts, wie rfm compare; rfm compare --cut-points-of from nimmt die vom ${day(from)}, und seine Zahlen sind andere.`,
      unfold: "Definitionen, Einstellungen, Grenzwerte, was gelesen wurde, Dateien",
      words: "Was die Wörter bedeuten",
      terms: {
        order: [
          "Bestellung",
          "Alle Zeilen eines Exports mit derselben Bestellnummer. Sie zählt, wenn ihr Status zählt und sie mehr als 0 wert ist.",
        ],
        refund: [
          "Erstattung",
          "Zurückgezahltes Geld. Es mindert, was ein Kunde ausgegeben hat, aber nie, wann oder wie oft er bestellt hat.",
        ],
        recency: [
          "Aktualität",
          "Ganze Tage von der letzten Bestellung eines Kunden bis zum letzten Tag des Berichts. Weniger ist besser.",
        ],
        frequency: ["Häufigkeit", "Wie viele Bestellungen ein Kunde aufgegeben hat."],
        frequencyDays: ["Häufigkeit", "An wie vielen verschiedenen Tagen ein Kunde bestellt hat."],
        monetary: ["Kaufwert", "Was ein Kunde ausgegeben hat: Bestellungen abzüglich Erstattungen."],
        monetaryMargin: [
          "Kaufwert",
          "Was die Bestellungen eines Kunden eingebracht haben: ihre Marge, abzüglich Erstattungen. Umsatz ist wie überall, was ausgegeben wurde.",
        ],
        monetaryMarginAverage: [
          "Kaufwert",
          "Was die Bestellungen eines Kunden eingebracht haben (ihre Marge, abzüglich Erstattungen), geteilt durch die Häufigkeit. Umsatz ist wie überall, was ausgegeben wurde.",
        ],
        monetaryAverage: [
          "Kaufwert",
          "Was ein Kunde ausgegeben hat (Bestellungen abzüglich Erstattungen), geteilt durch die Häufigkeit.",
        ],
        score: [
          "Score",
          "Der Platz in jedem Maß unter allen Kunden, von 1 aufwärts; der höchste ist der beste. Drei Scores nebeneinander, etwa 543, sind Aktualität, Häufigkeit und Kaufwert.",
        ],
        segment: ["Gruppe (Segment)", "Kunden mit ähnlichen Scores. Jeder Kunde ist in genau einer."],
        median: ["Median", "Der mittlere Wert: Die Hälfte hat weniger, die Hälfte mehr."],
        asOf: [
          "Stichtag",
          "Der letzte Tag, der zählt. Es ist der neueste Tag in den Daten, wenn kein anderer gewählt wurde.",
        ],
      },
      choices: "Einstellungen",
      choice: {
        scheme: "Segmentschema",
        window: "Zeitfenster",
        allHistory: "alle Daten",
        windowFrom: (from, to) => `${day(from)} bis ${day(to)}`,
        windowFor: "das Zeitfenster begrenzt nur Häufigkeit und Geld",
        refunds: "Erstattungen",
        refundsNet: "abgezogen",
        refundsIgnored: "ausgelassen",
        version: "Programm",
      },
      cutPoints: "Grenzwerte",
      cutPointsIntro:
        "Welche Werte welchen Score ergeben. Ein Wert genau auf der Grenze gehört zu dem Bereich, der dort endet.",
      ledger: "Was gelesen wurde",
      files: "Dateien",
      file: "Datei",
      rows: "Zeilen",
      bytes: "Byte",
      sha256: "SHA-256",
      filesIntro:
        "SHA-256 ist ein Fingerabdruck der Datei: Eine andere Datei mit demselben ist bis zum letzten Byte gleich.",
      notes: "Hinweise",
      noNotes: "Keine.",
      warning: "Warnung:",
      madeBy: (version) =>
        `Erstellt von rfm ${version}. Diese Seite ist eine einzige Datei: Sie enthält keine Skripte und ruft nichts aus dem Netz ab.`,
    },
  };
}
