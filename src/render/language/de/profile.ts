import type { AttributeName } from "../../../analysis/profile/attributes.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What attributes of orders are called. */
const ATTRIBUTES: Readonly<Record<AttributeName, string>> = {
  product: "Produkt",
  category: "Kategorie",
  price: "Stückpreis",
  basket: "Produkte",
  country: "Land",
  channel: "Kanal",
  coupon: "Gutschein",
  payment: "Zahlungsart",
  discount: "Rabatt",
  hour: "Stunde",
  weekday: "Wochentag",
};

/** What `rfm profile`, and `--by` of other commands, say. */
export function germanProfile({
  count,
  share,
  percentagePointsDative,
  day,
  daysDative,
  money,
  plural,
  customersDative,
}: GermanGrammar): Catalogue["profile"] {
  const theBest = (amount: number): string =>
    amount === 1 ? "Der Beste ist der Kunde" : `Die Besten sind die ${count(amount)} Kunden`;
  return {
    attributes: ATTRIBUTES,
    columns: {
      attribute: "Merkmal",
      value: "Wert",
      customers: "Kunden",
      best: "Beste",
      best_share: "der Besten",
      rest: "andere",
      rest_share: "der anderen",
      lift: "Lift",
      difference: "Unterschied",
      difference_low: "95\u00A0% von",
      difference_high: "bis",
      interval: "Punkte, 95\u00A0%",
      q_value: "q",
      delta: "Log-Odds",
      z: "z",
      product: "Produkt",
      other: "mit",
      orders: "Bestellungen",
      support: "der Bestellungen",
      confidence: "auch mit",
      other_confidence: "und umgekehrt",
      days: "Tage",
      followed: "verfolgt",
      again: "wieder",
      again_rate: "Anteil",
      again_low: "95\u00A0% von",
      again_high: "bis",
      revenue_per_customer: "Umsatz je Kunde",
      name: "Name",
    },
    blank: "(leer)",
    answers: { yes: "ja", no: "nein" },
    weekdays: {
      Monday: "Montag",
      Tuesday: "Dienstag",
      Wednesday: "Mittwoch",
      Thursday: "Donnerstag",
      Friday: "Freitag",
      Saturday: "Samstag",
      Sunday: "Sonntag",
    },
    upTo: (worth) => `bis ${money(worth)}`,
    over: (worth) => `über ${money(worth)}`,
    between: (from, to) => `${money(from)} bis ${money(to)}`,
    heading: "Was die Besten gemeinsam haben",
    title: ({ best, rest }) =>
      `Womit die Besten begonnen haben: ${plural(best, "bester Kunde", "beste Kunden")} gegenüber ${plural(rest, "anderen", "anderen")}`,
    historyTitle: ({ best, rest }) =>
      `Wovon die Besten mehr und weniger kaufen: ${plural(best, "bester Kunde", "beste Kunden")} gegenüber ${plural(rest, "anderen", "anderen")}`,
    pairsTitle: "Produkte, die zusammen gekauft werden",
    followTitle: (asOf) => `Wer wiederkam, nach der ersten Bestellung, zum ${day(asOf)}`,
    bySpend: (best) => `${theBest(best)} mit dem höchsten Kaufwert.`,
    byLater: (facts) =>
      `${theBest(facts.best)} mit den höchsten Ausgaben in den ${daysDative(facts.followedDays)} nach dem Tag der ersten Bestellung, von ${count(facts.all)}, die diese Zeit hatten. Die erste Bestellung selbst zählt nicht: Eine große würde ihren Käufer allein schon zu einem der Besten machen.`,
    byAge: (facts) =>
      `${theBest(facts.best)} mit den höchsten Ausgaben in den ersten ${daysDative(facts.followedDays)}, von ${count(facts.all)}, die diese Zeit hatten.`,
    found: ({ found, values }) =>
      `${plural(found, "Wert", "Werte")} von ${count(values)} ${found === 1 ? "unterscheidet" : "unterscheiden"} sich zwischen den Besten und den anderen stärker, als Zufall erklärt (q bis 5\u00A0%).`,
    nothing: ({ values, unseen }) =>
      `${values === 1 ? "Der eine verglichene Wert unterscheidet sich" : `Keiner der ${count(values)} verglichenen Werte unterscheidet sich`} zwischen den Besten und den anderen stärker, als Zufall erklärt. ${unseen < 1 ? `In Gruppen dieser Größe kann ein Unterschied von weniger als ${percentagePointsDative(unseen)} unbemerkt bleiben.` : "Die Gruppen sind zu klein, um einen Unterschied zu zeigen."}`,
    nothingToCompare:
      "Kein Wert kam bei mindestens 20 Kunden und nicht bei allen vor, daher gibt es nichts zu vergleichen.",
    noCause: "Das zeigt, was zusammen auftritt. Es zeigt nicht, was jemanden zu einem der Besten gemacht hat.",
    firstDay: ({ byFirstDay, best }) =>
      `Von den ${customersDative(best)} unter den Besten ${byFirstDay === 1 ? "wäre" : "wären"} ${count(byFirstDay)} nach den Ausgaben nach dem ersten Tag nicht dabei. Eine teure erste Bestellung macht ihren Käufer allein schon zu einem der Besten; ohne --best-by spend bleibt dieser Tag außer Betracht.`,
    lessTime: (facts) =>
      `Von denen, die vor dem ${day(facts.halfway)} zum ersten Mal bestellt haben, sind ${share(facts.earlyShare)} unter den Besten, von den späteren ${share(facts.lateShare)}. Diese hatten weniger Zeit: --followed ${facts.middle} vergleicht Kunden im gleichen Alter.`,
    extent: ({ name, compared, values }) =>
      compared === 0
        ? `${name}: Keiner von ${plural(values, "Wert", "Werten")} wird verglichen, weil jeder in den ersten Bestellungen von weniger als 20 Kunden oder von allen vorkam.`
        : `${name}: ${count(compared)} von ${plural(values, "Wert", "Werten")} ${compared === 1 ? "wird" : "werden"} verglichen. ${values - compared === 1 ? "Der übrige" : "Jeder andere"} kam in den ersten Bestellungen von weniger als 20 Kunden oder von allen vor.`,
    moreRows: (shown, all) =>
      `${count(shown)} von ${plural(all, "Zeile", "Zeilen")} gezeigt; --format csv enthält alle`,
    moreInReport: (shown, all) =>
      `${count(shown)} von ${plural(all, "Zeile", "Zeilen")} gezeigt; rfm profile --format csv enthält alle`,
    bars: "Oberer Balken: Anteil der Besten; unterer Balken: Anteil der anderen. Jede Tabelle hat ihre eigene Skala, über den Balken.",
    barScale: (widest) => `0 bis ${widest}`,
    moreValues: (shown, all) =>
      `Die ${count(shown)}, mit denen die meisten Kunden begonnen haben, von ${plural(all, "Wert", "Werten")}; --format csv enthält alle`,
    historyMeaning:
      "Über 0: Die Besten geben dem Wert mehr ihrer Bestellungen als die anderen. z jenseits von ±2 ist bei einem einzelnen Wert selten Zufall; unter vielen Werten liegen ohnehin einige darüber.",
    pairsMeaning:
      "„auch mit“ ist der Anteil der Bestellungen mit dem ersten Produkt, die auch das zweite enthalten, „und umgekehrt“ das Gegenstück. Lift: wie viel öfter als durch Zufall.",
    noPairs: "Keine zwei Produkte stehen zusammen in 20 Bestellungen.",
    followMeaning: (fewest) =>
      `Jeder Anteil zählt nur Kunden, deren erste Bestellung mindestens so viele Tage her ist; leer: weniger als ${fewest} davon.`,
    followRevenue: "Der Umsatz ist nach Erstattungen und mit der ersten Bestellung.",
    few: (values) =>
      `${plural(values, "Wert", "Werte")}, mit ${values === 1 ? "dem" : "denen"} weniger als 20 Kunden begonnen haben, ausgelassen`,
    nobody: "Kein Wert kam in den ersten Bestellungen von mindestens 20 Kunden vor.",
  };
}
