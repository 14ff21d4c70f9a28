import type { Catalogue } from "../en/index.ts";
import { type FinnishGrammar, PERIODS } from "./grammar.ts";

/** What `rfm cohorts` says. */
export function finnishCohorts({
  count,
  number,
  money,
  percentagePoints,
  customers,
  cohorts,
  stepGenitive,
}: FinnishGrammar): Catalogue["cohorts"] {
  return {
    columns: { cohort: "kohortti", size: "koko", payback: "takaisinmaksu" },
    average: "keskiarvo",
    cohortsInIt: "kohortteja mukana",
    noValue: (column) => `(${column} puuttuu)`,
    withoutColumn: "(arvo puuttuu)",
    noData: "ei tietoja",
    notYet: "ei vielä",
    atK: (k) => `k = ${k}`,
    measures: (measure, by, isOrLater) => {
      const at = typeof by === "number" ? `k:nnessa ${by} päivän ikkunassa` : "k:nnella jaksolla";
      const when = isOrLater ? `${at} tai myöhemmin` : at;
      const upTo = typeof by === "number" ? `k:nnen ${by} päivän ikkunan` : "k:nnen jakson";
      return {
        customers: `Kohortin asiakkaita, jotka ostivat ${when}`,
        rate: `Osuus kohortin asiakkaista, jotka ostivat ${when}`,
        revenue: `Kohortin myynti ${at} hyvitysten jälkeen`,
        "revenue-per-customer": `Myynti ${at} kohortin asiakasta kohti`,
        cumulative: `Myynti ensimmäisestä tilauksesta ${upTo} loppuun kohortin asiakasta kohti`,
        orders: `Kohortin tilauksia ${at}`,
      }[measure];
    },
    averageSentence: (measure, figures, step) => {
      const said = figures.map((one) => `${one.value}, kun k = ${one.k} (${cohorts(one.cohorts)})`);
      const passed = typeof step === "number" ? `${step} päivän ikkunoiden` : PERIODS[step].genitivePlural;
      return `${measure}: keskimäärin ${said.join("; ")}. k on ensimmäisen jälkeen kuluneiden ${passed} määrä; ensimmäinen on 0.`;
    },
    nothingYet: (amount, cohortCount, step) =>
      `${customers(amount)}, ${cohorts(cohortCount)}; ensimmäisen ${stepGenitive(step)} jälkeen mitään ei tiedetä vielä kokonaan.`,
    ownWindow: (step) =>
      `Ruutuun lasketaan vain asiakkaat, joiden oma k:s ${typeof step === "number" ? `${step} päivän ikkuna` : PERIODS[step].nominative} on päättynyt; tyhjä: ei kenenkään.`,
    leftOut: (first) =>
      `Ensimmäinen kohortti, ${first}, ei ole mukana keskiarvoissa: siinä voi olla asiakkaita, jotka ovat tilanneet jo ennen aineiston alkua.`,
    onlyFirst: (amount, cohortCount, step) =>
      `${customers(amount)}, ${cohorts(cohortCount)}; ensimmäisen ${stepGenitive(step)} jälkeen vain ensimmäinen kohortti tunnetaan kokonaan, joten keskiarvoa ei vielä ole.`,
    partial: (kind) =>
      `* osittain: aineisto ei kata koko ${PERIODS[kind].partitive}, eikä se ole mukana keskiarvoissa.`,
    blank: "Tyhjä: ei vielä havaittavissa.",
    lastColumnsFall:
      "Viimeiset sarakkeet laskevat siihen, mitä viimeisellä jaksolla on, tekivätpä asiakkaat mitä tahansa: vertaa aiempia.",
    payback: (payback) => {
      const cost = money(payback.cost);
      const onAverage =
        payback.soFar === null
          ? `Vielä ei voi sanoa, onko keskimääräinen asiakas tuonut sitä ${cost}, jonka hänen hankkimisensa maksoi`
          : payback.k === null
            ? `Keskimäärin asiakas ei ole vielä tuonut sitä ${cost}, jonka hänen hankkimisensa maksoi (${payback.soFar}, kun k = ${payback.lastK})`
            : `Keskimäärin asiakas on tuonut sen ${cost}, jonka hänen hankkimisensa maksoi, ${payback.k === 0 ? `jo ensimmäisen ${stepGenitive(payback.step)} aikana` : `kun k = ${payback.k}`}`;
      return `${onAverage}; kohorteista ${count(payback.reached)}/${count(payback.cohorts)} on päässyt siihen. Tämä on myyntiä, ei katetta: tavaroita ja postikuluja ei ole vähennetty.`;
    },
    outsizedFirst: (cohort, size, times) =>
      `ensimmäisessä kohortissa ${cohort} on ${customers(size)}, ${number(times)} kertaa muiden keskiarvo: luultavasti siinä on vanhojakin asiakkaita, eivätkä sen osuudet ole uusien asiakkaiden`,
    tiny: (amount, named, fewest) =>
      `${cohorts(amount)}${named.length === 0 ? "" : ` (${named.join(", ")})`}, joissa on alle ${fewest} asiakasta: yksikin asiakas muuttaa niiden osuuksia yli ${percentagePoints(1 / fewest)}`,
    withoutValue: "ilman arvoa",
    largestShown: (shown, all) =>
      `${count(shown)} suurinta kohorttia, kaikkiaan ${count(all)}; --format csv antaa kaikki`,
    partialLeftOut: "keskeneräisten jaksojen ruudut ovat valinnalla --wide tyhjiä; pitkässä muodossa ne ovat mukana",
  };
}
