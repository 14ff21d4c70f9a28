import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";

/** The page's opening: what it is, its headline, and what the headline rests on. */
export function germanPageOpening({
  count,
  share,
  day,
  plural,
  rows,
  orders,
  days,
  customersDative,
  daysDative,
  customers,
  soFar,
  spentSoFar,
}: GermanGrammar): Pick<Catalogue["page"], "finding" | "lead" | "scope" | "quiet"> {
  return {
    finding: {
      silent: (amount, money, since) =>
        `${plural(amount, "guter Kunde bestellt", "gute Kunden bestellen")} nicht mehr: ${spentSoFar(money, since)} ausgegeben`,
      bestFifth: (part, revenuePart, amount, money) =>
        `${share(part)} der Kunden ${amount === 1 ? "bringt" : "bringen"} ${share(revenuePart)} des Umsatzes: ${customers(amount)}, ${money}`,
      totals: (amount, placed, money) =>
        `${plural(amount, "Kunde hat", "Kunden haben")} ${orders(placed)} im Wert von ${money} nach Erstattungen aufgegeben`,
    },
    lead: {
      heading: "Kurz gesagt",
      span: (from, to) => `${day(from)} – ${day(to)}`,
      asOf: (asOf, isGiven) =>
        isGiven
          ? `Stichtag ${day(asOf)}; spätere Bestellungen sind ausgelassen.`
          : `Stichtag ${day(asOf)}, der neueste Tag in den Daten.`,
      what: (from, to, amount, placed, money) =>
        `Vom ${day(from)} bis ${day(to)} ${amount === 1 ? "hat" : "haben"} ${customers(amount)} ${orders(placed)} im Wert von ${money} nach Erstattungen aufgegeben.`,
      returning: (part, revenuePart) =>
        `${share(part)} von ihnen haben bisher mehr als einmal bestellt und bringen ${share(revenuePart)} des Umsatzes.`,
      noRevenue: "Nach Erstattungen bleibt kein Umsatz, daher lassen sich keine Anteile daran berechnen.",
      best: (segment, part, revenuePart) =>
        `Am meisten gebracht hat die Gruppe „${segment}“: ${share(part)} der Kunden, ${share(revenuePart)} des Umsatzes.`,
    },
    scope: {
      leftOut: (aside) => `${rows(aside)} ausgelassen, und warum`,
      noCurrency: "Der Export nennt keine Währung.",
      aside: (aside, all, money, reason) =>
        `Ausgelassen: ${count(aside)} von ${rows(all)}, Wert ${money}; der häufigste Grund: ${reason}.`,
    },
    quiet: {
      valuable: (lapseDays, amount, since) =>
        `${amount === 1 ? "Er hat" : "Sie haben"} ${since === null ? "" : `${soFar(since)} `}mehr ausgegeben als der typische Kunde und seit mehr als ${daysDative(lapseDays)} nicht bestellt; neun von zehn Wiedergekommenen haben nie länger pausiert.`,
      notLost: (amount, since) =>
        `Der Betrag ist, was ${amount === 1 ? "er" : "sie"} ${soFar(since)} ausgegeben ${amount === 1 ? "hat" : "haben"}; wie viel verloren geht, sagt er nicht.`,
      others: (amount, money, where, since) =>
        `${plural(amount, "weiterer Kunde, der", "weitere Kunden, die")} weniger ausgegeben ${amount === 1 ? "hat, hat" : "haben, haben"} ebenso lange nicht bestellt, ${spentSoFar(money, since)} (${where}).`,
      measure: (lapseDays) => `Neun von zehn Wiedergekommenen haben nie länger als ${days(lapseDays)} pausiert.`,
      restsOn: (repeaters, history, half) =>
        `Das beruht auf ${customersDative(repeaters)}, die in ${daysDative(history)} mit Bestellungen wiedergekommen sind${half === null ? "" : `; die ersten ${days(half.days)} allein ergaben ${days(half.lapseDays)}`}. Längere Pausen können noch kommen.`,
      elsewhere: (amount) => `andere Gruppen ${count(amount)}`,
      none: (lapseDays, since) =>
        `Kein Kunde, der${since === null ? "" : ` ${soFar(since)}`} mehr ausgegeben hat als der typische, ist seit mehr als ${daysDative(lapseDays)} ohne Bestellung`,
      untold: "Noch lässt sich nicht sagen, wer nicht mehr bestellt",
      shortWindow: (from, lapseDays, months) =>
        `Das Zeitfenster ist zu kurz, um zu zeigen, wer nicht mehr bestellt: Es beginnt am ${day(from)}, und wer seit mehr als ${daysDative(lapseDays)} nicht bestellt hat, hat zuletzt davor bestellt (neun von zehn Wiedergekommenen haben nie länger pausiert). Wählen Sie mindestens --window ${months}m.`,
    },
  };
}
