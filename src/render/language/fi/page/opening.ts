import type { Catalogue } from "../../en/index.ts";
import { capital, type FinnishGrammar, inPeriod, PERIODS, periodName } from "../grammar.ts";

/** The page's opening: what it is, what changed, what to do first. */
export function finnishPageOpening({
  count,
  number,
  share,
  day,
  plural,
  customers,
  days,
  percentagePoints,
}: FinnishGrammar): Pick<Catalogue["page"], "lead" | "scope" | "quiet" | "latest" | "first"> {
  return {
    lead: {
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
      noCurrency: "Aineisto ei kerro valuuttaa.",
      aside: (aside, all, money, reason) =>
        `Sivuun jätettiin ${count(aside)} / ${plural(all, "rivi", "riviä")}, arvoltaan ${money}; suurin syy: ${reason}.`,
    },
    quiet: {
      heading: (amount, money) => `Lipsumassa pois: ${customers(amount)}, ostoja tähän mennessä ${money}`,
      valuable: (lapseDays, where, part) =>
        `He ovat käyttäneet rahaa enemmän kuin tyypillinen asiakas, ja viime tilauksesta on yli ${days(lapseDays)} (${where}).${part === null ? "" : ` Summa on ${share(part)} myynnistä.`} Se kertoo, mitä he ovat tähän mennessä ostaneet, ei mitä menetetään.`,
      others: (amount, money, where) =>
        `Yhtä kauan hiljaa on ollut lisäksi ${customers(amount)}, jotka ovat ostaneet vähemmän, tähän mennessä ${money} (${where}).`,
      measure: (lapseDays) =>
        `Palanneista yhdeksän kymmenestä ei ole koskaan pitänyt yli ${number(lapseDays)} päivän taukoa.`,
      elsewhere: (amount) => `muut ryhmät ${count(amount)}`,
      none: (lapseDays) => `Kukaan tyypillistä asiakasta enemmän ostanut ei ole ollut hiljaa yli ${days(lapseDays)}`,
      untold: "Vielä ei voi sanoa, kuka on lipsumassa pois",
    },
    latest: {
      heading: (period, kind) => `${capital(periodName(period))}, viimeisin täysi ${PERIODS[kind].nominative}`,
      none: (kind) =>
        `Aineistossa ei ole vielä yhtään täyttä ${PERIODS[kind].partitive}, joten vertailukohtaa ei ole: luvut ovat koko aineistosta.`,
      all: "Koko aineisto",
      revenue: "Myynti hyvitysten jälkeen",
      customers: "Tilanneita asiakkaita",
      newCustomers: "Tilasi ensimmäistä kertaa",
      orders: "Tilauksia",
      averageOrder: "Keskiostos",
      retention: (kind) => `Edellisen ${PERIODS[kind].genitive} asiakkaista palasi`,
      nothingBefore: "edellinen jakso ei ole täysi",
      unknownChange: (before, period) => `${inPeriod(period)} ${before}`,
      same: (period) => `sama kuin ${inPeriod(period)}`,
      up: (change, before, period) => `▲ ${share(change)} enemmän kuin ${inPeriod(period)} (${before})`,
      down: (change, before, period) => `▼ ${share(change)} vähemmän kuin ${inPeriod(period)} (${before})`,
      pointsUp: (difference, before, period) =>
        `▲ ${percentagePoints(difference)} enemmän kuin ${inPeriod(period)} (${before})`,
      pointsDown: (difference, before, period) =>
        `▼ ${percentagePoints(difference)} vähemmän kuin ${inPeriod(period)} (${before})`,
    },
    first: {
      heading: "Tee ensin nämä",
      best: "Pidä kiinni: äskettäin tilanneet, jotka tuovat eniten",
      slipping: "Voita takaisin: pitkään hiljaa olleet, jotka toivat eniten",
      next: "Kasvata: muut äskettäin tilanneet",
      figures: (amount, money, part) => `${customers(amount)}, tähän mennessä ${money} (${share(part)} myynnistä)`,
      figuresAlone: (amount, money) => `${customers(amount)}, tähän mennessä ${money}`,
      none: "Mikään ryhmä ei ole tuonut myyntiä hyvitysten jälkeen, joten mitään ei voi nostaa ensimmäiseksi.",
      noneClear:
        "Missään myyntiä tuoneessa ryhmässä kolme neljästä ei ole tilannut äskettäin eikä ollut pitkään hiljaa, joten mitään ei nosteta ensimmäiseksi.",
    },
  };
}
