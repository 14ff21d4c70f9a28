import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";

/** The page's opening: what it is, its headline, and what the headline rests on. */
export function finnishPageOpening({
  count,
  share,
  day,
  plural,
  customers,
  days,
  soFar,
}: FinnishGrammar): Pick<Catalogue["page"], "finding" | "lead" | "scope" | "quiet"> {
  return {
    finding: {
      silent: (amount, money, since) =>
        `${plural(amount, "hyvä asiakas", "hyvää asiakasta")} on lakannut tilaamasta: ostoja ${soFar(since)} ${money}`,
      bestFifth: (part, revenuePart, amount, money) =>
        `${share(part)} asiakkaista tuo ${share(revenuePart)} myynnistä: ${customers(amount)}, ${money}`,
      totals: (amount, orders, money) =>
        `${customers(amount)}, ${plural(orders, "tilaus", "tilausta")} ja hyvitysten jälkeen myyntiä ${money}`,
    },
    lead: {
      heading: "Lyhyesti",
      span: (from, to) => `${day(from)} – ${day(to)}`,
      asOf: (asOf, isGiven) =>
        isGiven
          ? `Tilanne ${day(asOf)}; myöhemmät tilaukset eivät ole mukana.`
          : `Tilanne ${day(asOf)}, joka on aineiston viimeinen päivä.`,
      what: (from, to, amount, orders, money) =>
        `${day(from)} – ${day(to)}: ${customers(amount)}, ${plural(orders, "tilaus", "tilausta")} ja hyvitysten jälkeen myyntiä ${money}.`,
      returning: (part, revenuePart) =>
        `Asiakkaista ${share(part)} on tähän mennessä tilannut useammin kuin kerran, ja heiltä tulee ${share(revenuePart)} myynnistä.`,
      noRevenue: "Hyvitysten jälkeen myyntiä ei jää, joten kenenkään osuutta siitä ei voi laskea.",
      best: (segment, part, revenuePart) =>
        `Eniten on tuonut ryhmä ${segment}: ${share(part)} asiakkaista ja ${share(revenuePart)} myynnistä.`,
    },
    scope: {
      leftOut: (aside) => `${plural(aside, "rivi", "riviä")} jätettiin pois: miksi?`,
      noCurrency: "Aineisto ei kerro valuuttaa.",
      aside: (aside, all, money, reason) =>
        `Sivuun jätettiin ${count(aside)} / ${plural(all, "rivi", "riviä")}, arvoltaan ${money}; suurin syy: ${reason}.`,
    },
    quiet: {
      valuable: (lapseDays, amount, since) =>
        `${amount === 1 ? "Hän on" : "He ovat"} ${since === null ? "" : `${soFar(since)} `}${amount === 1 ? "käyttänyt" : "käyttäneet"} rahaa enemmän kuin tyypillinen asiakas, ja viime tilauksesta on yli ${days(lapseDays)}; palanneista yhdeksän kymmenestä ei ole koskaan pitänyt pidempää taukoa.`,
      notLost: (amount, since) =>
        `Summa kertoo, mitä ${amount === 1 ? "hän on" : "he ovat"} ${soFar(since)} ${amount === 1 ? "ostanut" : "ostaneet"}, ei mitä menetetään.`,
      others: (amount, money, where, since) =>
        `Yhtä kauan hiljaa on ollut lisäksi ${customers(amount)}, ${amount === 1 ? "joka on ostanut" : "jotka ovat ostaneet"} vähemmän, ${soFar(since)} ${money} (${where}).`,
      measure: (lapseDays) =>
        `Palanneista yhdeksän kymmenestä ei ole koskaan pitänyt yli ${count(lapseDays)} päivän taukoa.`,
      restsOn: (repeaters, history, half) =>
        `Tieto perustuu ${count(repeaters)} palanneeseen asiakkaaseen ja ${count(history)} päivän tilauksiin${half === null ? "" : `; pelkistä ensimmäisistä ${count(half.days)} päivästä tauoksi tuli ${days(half.lapseDays)}`}. Pidempiä taukoja voi vielä tulla.`,
      elsewhere: (amount) => `muut ryhmät ${count(amount)}`,
      none: (lapseDays, since) =>
        `Kukaan${since === null ? "" : ` ${soFar(since)}`} tyypillistä asiakasta enemmän ostanut ei ole ollut hiljaa yli ${days(lapseDays)}`,
      untold: "Vielä ei voi sanoa, kuka on lakannut tilaamasta",
      shortWindow: (from, lapseDays, months) =>
        `Tarkastelujakso on liian lyhyt, jotta siitä näkyisi, kuka on lakannut tilaamasta: se alkaa ${day(from)}, ja kun hiljaisuus on kestänyt yli ${days(lapseDays)}, viime tilaus on sitä vanhempi (palanneista yhdeksän kymmenestä ei ole koskaan pitänyt pidempää taukoa). Valitse vähintään --window ${months}m.`,
    },
  };
}
