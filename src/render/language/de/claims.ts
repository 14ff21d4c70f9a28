import { FEWEST_CUSTOMERS, FEWEST_REPEATERS } from "../../../analysis/segments/yardstick.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What is said of a segment's people where the scheme's own words are not true of them. */
export function germanClaims({
  count,
  customers,
  customersDative,
  orders,
  days,
  day,
  daysDative,
}: GermanGrammar): Catalogue["claims"] {
  return {
    held: {
      recent: "Die letzte Bestellung ist noch nicht lange her.",
      silent: "Sie haben lange nicht bestellt.",
      often: "Sie haben oft bestellt.",
      again: "Sie haben mehr als einmal bestellt.",
      seldom: "Sie haben ein- oder zweimal bestellt.",
      once: "Sie haben nur einmal bestellt.",
      new: "Auch die erste Bestellung ist noch nicht lange her.",
      more: "Sie haben mehr ausgegeben als die meisten.",
      less: "Sie haben weniger ausgegeben als die meisten.",
    },
    recentByComparison: (median) =>
      `Nur im Vergleich aktuell: Die letzte Bestellung ist typischerweise ${days(median)} her.`,
    silentByComparison: (median) =>
      `Nur im Vergleich lange her: Die letzte Bestellung ist typischerweise ${days(median)} her.`,
    someSilent: (median, lapseDays) =>
      `Die letzte Bestellung ist typischerweise ${days(median)} her, bei mehr als einem Viertel aber mehr als ${days(lapseDays)}.`,
    someRecent: (median, lapseDays) =>
      `Die letzte Bestellung ist typischerweise ${days(median)} her, bei mehr als einem Viertel aber höchstens ${days(lapseDays)}.`,
    oftenByComparison: (median) => `Nur im Vergleich häufig: Der typische Kunde hat ${orders(median)}.`,
    someBelow: (median, fewest) =>
      `Der typische Kunde hat ${orders(median)}; mehr als ein Viertel hat weniger als ${count(fewest)}.`,
    seldomByComparison: (median) => `Nur im Vergleich selten: Der typische Kunde hat ${orders(median)}.`,
    someAbove: (median, most) =>
      `Der typische Kunde hat ${orders(median)}; mehr als ein Viertel hat mehr als ${count(most)}.`,
    notOnce: "Mehr als ein Viertel von ihnen hat mehr als einmal bestellt.",
    notNew: (tenureDays) =>
      `Trotz des Namens nicht neu: Der typische Kunde hat vor ${daysDative(tenureDays)} zum ersten Mal bestellt.`,
    someNotNew: (most) =>
      `Mehr als ein Viertel von ihnen hat vor mehr als ${daysDative(most)} zum ersten Mal bestellt.`,
    notMore: "Mehr als ein Viertel von ihnen hat nicht mehr ausgegeben als der typische Kunde insgesamt.",
    notLess: "Mehr als ein Viertel von ihnen hat mehr ausgegeben als der typische Kunde insgesamt.",
    countedSince: (since) => `Bestellungen und Ausgaben zählen seit dem ${day(since)}.`,
    action: {
      secondOrder: "Geben Sie einen Anlass für eine zweite Bestellung: etwas, das zur ersten passt.",
      nextOrder: "Schlagen Sie vor, was zur letzten Bestellung passt, und geben Sie einen Anlass für die nächste.",
      comeBack: "Fragen Sie, wie die letzte Bestellung war, und geben Sie einen Anlass wiederzukommen.",
      byEach: (lapseDays) =>
        `Richten Sie sich nach der letzten Bestellung jedes Kunden: Erinnern Sie alle, die vor mehr als ${daysDative(lapseDays)} zuletzt bestellt haben, und schlagen Sie den anderen die nächste Bestellung vor.`,
    },
    measure: "Der Anteil, der innerhalb von 90 Tagen wieder bestellt.",
    asNote: (sentence) => sentence.replace(/\.$/, ""),
    untold: {
      "no yardstick": () => "Die Gruppen werden nicht in Worten beschrieben.",
      "no single orders": () =>
        "Die Tabelle hat eine Zeile pro Kunde und zeigt daher nicht, ab wann eine Pause ungewöhnlich lang ist: Die Gruppen werden nicht beschrieben, und es gibt keine Empfehlungen. Dafür braucht es die einzelnen Bestellungen.",
      "few customers": ({ customers: amount }) =>
        `Nur ${customers(amount)}: Die Gruppen werden nicht beschrieben, und es gibt keine Empfehlungen, weil die Scores von so wenigen sie nur miteinander vergleichen. Es braucht mindestens ${count(FEWEST_CUSTOMERS)}.`,
      "nobody came back": () =>
        `Kein Kunde hat an zwei verschiedenen Tagen bestellt, daher zeigen die Daten nicht, ab wann eine Pause ungewöhnlich lang ist: Die Gruppen werden nicht beschrieben, und es gibt keine Empfehlungen. Ergänzen Sie ältere Bestellungen, oder warten Sie, bis mindestens ${count(FEWEST_REPEATERS)} Kunden wiedergekommen sind.`,
      "few came back": ({ repeaters }) =>
        `An einem weiteren Tag bestellt haben nur ${customersDative(repeaters)}, zu wenige, um zu zeigen, ab wann eine Pause ungewöhnlich lang ist: Die Gruppen werden nicht beschrieben, und es gibt keine Empfehlungen. Ergänzen Sie ältere Bestellungen, oder warten Sie, bis mindestens ${count(FEWEST_REPEATERS)} Kunden wiedergekommen sind.`,
      "short history": ({ historyDays, lapseDays, neededDays, isForNewness, until }) =>
        `Die Bestellungen umfassen nur ${days(historyDays)}: Die Gruppen werden nicht beschrieben, und es gibt keine Empfehlungen, weil erst ${days(neededDays)} zeigen, wer lange nicht bestellt hat und wer neu ist (${isForNewness ? `ein Kunde gilt nach seiner ersten Bestellung ${days(neededDays)} lang als neu` : `neun von zehn wiederkehrenden Kunden haben nie länger als ${days(lapseDays)} pausiert, und die Bestellungen müssen mindestens das Doppelte umfassen`}). Ergänzen Sie ältere Bestellungen, oder warten Sie bis frühestens ${day(until)}.`,
    },
  };
}
