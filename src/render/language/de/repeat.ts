import type { Catalogue } from "../en/index.ts";
import { joinedBy } from "../phrasing.ts";
import type { GermanGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm repeat` says. */
export function germanRepeat({
  count,
  number,
  share,
  plural,
  days,
  daysDative,
  customers,
  customersDative,
  periods,
}: GermanGrammar): Catalogue["repeat"] {
  return {
    title: "Wiederkäufe",
    ladder: "Bestellungen nacheinander",
    second: "Zeit bis zur zweiten Bestellung",
    gaps: "Zeit zwischen Bestellungen",
    claims: "Was Marketingartikel behaupten, hier gemessen",
    columns: {
      n: "Bestellung",
      customers: "Kunden",
      share: "aller",
      had_time: "hatten Zeit",
      bought_again: "wieder bestellt",
      again_rate: "Anteil",
      churn_rate: "nicht wieder",
      days: "innerhalb von",
      ordered_again: "wieder bestellt",
      low: "95\u00A0% von",
      high: "bis",
      at_risk: "noch verfolgt",
    },
    withinDays: daysDative,
    ladderSentence: (facts) => {
      const what = facts.countsDays ? "an einem zweiten Tag bestellt" : "ein zweites Mal bestellt";
      const who =
        facts.second === null
          ? "hat keiner"
          : `${facts.second.customers === 1 ? "hat" : "haben"} ${count(facts.second.customers)} (${share(facts.second.share)})`;
      const judged =
        facts.judged === null
          ? `bei keinem Kunden ist die erste Bestellung schon ${days(facts.lapseDays)} her, daher ist kein Anteil bekannt`
          : `von den ${count(facts.judged.customers)}, deren erste Bestellung mindestens ${days(facts.lapseDays)} her ist, waren es ${share(facts.judged.rate)}`;
      return `Von ${customersDative(facts.customers)} ${who} ${what}; ${judged}.`;
    },
    noGaps:
      "Noch hat kein Kunde an zwei verschiedenen Tagen gekauft, daher gibt es keine Zeit zwischen Bestellungen zu messen.",
    gapSentence: (gaps) =>
      `Die Hälfte aller Pausen zwischen Bestelltagen dauert höchstens ${days(gaps.median)}; die mittlere Hälfte dauert ${number(gaps.lower)} bis ${days(gaps.upper)} (${plural(gaps.gaps, "Pause", "Pausen")} von ${customersDative(gaps.customers)}).`,
    secondUnknown: (fewest, amount) =>
      `Die Zeit bis zur zweiten Bestellung ist noch nicht bekannt: Weniger als ${fewest} Kunden wurden ${days(amount)} lang verfolgt.`,
    secondSentence: (second) => {
      const half = second.medianDays === null ? "" : `, die Hälfte aller bis Tag ${second.medianDays}`;
      const left =
        second.hidden.length === 0
          ? ""
          : ` Nicht gezeigt, weil weniger als ${second.fewest} Kunden so lange verfolgt wurden: ${joinedBy(second.hidden.map(count), "und")} Tage.`;
      return `Kunden, die noch nicht die Zeit hatten, zählen nicht als verloren (Kaplan–Meier): ${share(second.share)} haben innerhalb von ${daysDative(second.days)} wieder bestellt${half}.${left}`;
    },
    lapseSentence: (lapse) => {
      const why =
        lapse.repeaters === null
          ? "wie mit --lapse-days angegeben"
          : `neun von zehn der ${count(lapse.repeaters)} Wiedergekommenen haben nie länger pausiert`;
      return `Nach mehr als ${daysDative(lapse.days)} ohne Bestellung ist ein Kunde vermutlich abgewandert (${why}): Das gilt für ${count(lapse.lapsed)} von ${count(lapse.customers)}, ${share(lapse.lapsed / lapse.customers)}.`;
    },
    likelihoodClaim: "„Ein wiederkehrender Kunde kauft eher wieder als ein neuer.“",
    likelihoodUnknown: "Hier noch nicht bekannt: Zu wenige Kunden hatten die Zeit.",
    likelihood: (times, afterTwo, afterOne) =>
      `Hier ${Math.abs(times - 1) < 0.05 ? "etwa gleich wahrscheinlich" : `${number(times)}-mal so wahrscheinlich`}: Von denen mit zwei Bestellungen gaben ${share(afterTwo)} eine dritte auf, von denen mit einer ${share(afterOne)} eine zweite.`,
    revenueClaim: "„Der meiste Umsatz kommt von wiederkehrenden Kunden.“",
    revenueUnknown: "Hier gibt es keinen Umsatz.",
    revenue: (worth) =>
      `Hier ${worth.returning === 1 ? "kam" : "kamen"} ${count(worth.returning)} von ${customersDative(worth.customers)} (${share(worth.returning / worth.customers)}) wieder und ${worth.returning === 1 ? "bringt" : "bringen"} ${share(worth.revenueShare)} des Umsatzes, erste Bestellungen eingerechnet; Bestellungen nach der ersten bringen ${share(worth.laterShare)}.`,
    worthClaim: "„Ein wiederkehrender Kunde ist ein Vielfaches seiner ersten Bestellung wert.“",
    worthUnknown: "Hier ist noch kein Kunde wiedergekommen.",
    worth: (times) => `Hier bisher das ${number(times)}-Fache, nach Erstattungen.`,
    retentionClaim: "„Fünf Prozentpunkte mehr Kundenbindung steigern den Gewinn stark.“",
    retentionUnknown: (kind) =>
      `Hier noch nicht bekannt: Dafür braucht es zwei vollständige ${PERIODS[kind].many} in Folge.`,
    retention: (more) =>
      `Hier hätten fünf Prozentpunkte mehr Kundenbindung je ${PERIODS[more.kind].one} ${more.revenue} Umsatz gebracht, ${more.first === more.last ? `im Zeitraum ${more.last}` : `von ${more.first} bis ${more.last}`} (${periods(more.periods, more.kind)}, ${plural(more.customers, "gehaltener Kunde", "gehaltene Kunden")} mehr, jeder mit den Ausgaben der gehaltenen; was sie später kaufen, ist nicht enthalten).`,
    restsOnFew: (amount) => `Das beruht auf nur ${customersDative(amount)}: Nehmen Sie es als Hinweis.`,
    fewRepeaters: (amount) =>
      `Die Abwanderungsgrenze beruht auf nur ${customersDative(amount)} mit Wiederkauf: Wenn Sie es besser wissen, geben Sie sie mit --lapse-days N an`,
    sameDay: (amount) =>
      `${plural(amount, "Kunde hat", "Kunden haben")} alle Bestellungen an einem Tag aufgegeben; --frequency days zählt solche als eine`,
    youngShop:
      "Die Abwanderungsgrenze stammt von Pausen, die zu Ende sind; in einem jungen Shop stehen längere noch bevor",
    fewCustomers: (amount) => `Nur ${customers(amount)}: Anteile von so wenigen sagen wenig`,
  };
}
