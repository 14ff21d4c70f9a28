import type { Catalogue } from "../en/index.ts";
import { type FinnishGrammar, PERIODS } from "./grammar.ts";

/** What `rfm repeat` says. */
export function finnishRepeat({
  count,
  number,
  share,
  plural,
  customers,
  days,
  periods,
  and,
}: FinnishGrammar): Catalogue["repeat"] {
  return {
    title: "Uusintaostot",
    ladder: "Tilaukset järjestyksessä",
    second: "Aika toiseen tilaukseen",
    gaps: "Tilausten väli",
    claims: "Mitä markkinointiartikkelit väittävät, mitattuna tässä",
    columns: {
      n: "tilaus",
      customers: "asiakkaita",
      share: "kaikista",
      had_time: "ehti",
      bought_again: "tilasi lisää",
      again_rate: "osuus",
      churn_rate: "ei tilannut",
      days: "aika",
      ordered_again: "tilasi uudelleen",
      low: "95\u00A0% alkaen",
      high: "asti",
      at_risk: "yhä seurannassa",
    },
    withinDays: (amount) => days(amount),
    ladderSentence: (facts) => {
      const what = facts.countsDays ? "osti toisenakin päivänä" : "tilasi toisen kerran";
      const who =
        facts.second === null
          ? `Kukaan ei ${facts.countsDays ? "ostanut toisena päivänä" : "tilannut toista kertaa"} (${customers(facts.customers)})`
          : `${count(facts.second.customers)}/${customers(facts.customers)} (${share(facts.second.share)}) ${what}`;
      const judged =
        facts.judged === null
          ? `kenenkään ensimmäinen tilaus ei ole vielä ${count(facts.lapseDays)} päivän ikäinen, joten osuutta ei voi kertoa`
          : `niistä ${count(facts.judged.customers)} asiakkaasta, joiden ensimmäisestä tilauksesta on vähintään ${days(facts.lapseDays)}, ${share(facts.judged.rate)}`;
      return `${who}; ${judged}.`;
    },
    noGaps: "Kukaan ei ole vielä ostanut kahtena eri päivänä, joten tilausten väliä ei voi kertoa.",
    gapSentence: (gaps) =>
      `Puolet tilauspäivien väleistä on enintään ${days(gaps.median)}; keskimmäinen puolikas on ${number(gaps.lower)}–${days(gaps.upper)} (${plural(gaps.gaps, "väli", "väliä")}, ${customers(gaps.customers)}).`,
    secondUnknown: (fewest, amount) =>
      `Aikaa toiseen tilaukseen ei voi kertoa: alle ${fewest} asiakasta on ollut seurannassa ${days(amount)}.`,
    secondSentence: (second) => {
      const half =
        second.medianDays === null ? "" : `, puolet kaikista viimeistään ${count(second.medianDays)}. päivänä`;
      const left =
        second.hidden.length === 0
          ? ""
          : ` Ei kerrota, koska niin pitkään seurattuja on alle ${second.fewest}: ${and(second.hidden.map((one) => count(one)))} päivää.`;
      return `Asiakkaita, jotka eivät ole vielä ehtineet, ei lasketa menetetyiksi (Kaplan–Meier): ${share(second.share)} on tilannut uudelleen ${count(second.days)} päivän sisällä${half}.${left}`;
    },
    lapseSentence: (lapse) => {
      const why =
        lapse.repeaters === null
          ? "valinnan --lapse-days mukaan"
          : `palanneita on ${count(lapse.repeaters)}, eikä yhdeksän kymmenestä ole koskaan ollut pidempään poissa`;
      return `Kun viime tilauksesta on yli ${days(lapse.days)}, asiakas on luultavasti menetetty (${why}): ${count(lapse.lapsed)}/${customers(lapse.customers)}, ${share(lapse.lapsed / lapse.customers)}.`;
    },
    likelihoodClaim: "”Palannut asiakas ostaa uudelleen todennäköisemmin kuin uusi.”",
    likelihoodUnknown: "Tätä ei voi vielä kertoa: liian harva on ehtinyt.",
    likelihood: (times, afterTwo, afterOne) =>
      `Täällä ${Math.abs(times - 1) < 0.05 ? "suunnilleen yhtä todennäköisesti" : `${number(times)} kertaa niin todennäköisesti`}: kaksi kertaa tilanneista ${share(afterTwo)} tilasi kolmannen kerran, kerran tilanneista ${share(afterOne)} toisen.`,
    revenueClaim: "”Suurin osa myynnistä tulee palaavilta asiakkailta.”",
    revenueUnknown: "Täällä ei ole myyntiä, jota jakaa.",
    revenue: (worth) =>
      `Täällä ${count(worth.returning)}/${customers(worth.customers)} (${share(worth.returning / worth.customers)}) on palannut, ja he tuovat ${share(worth.revenueShare)} myynnistä, kun ensitilaukset lasketaan mukaan; ensimmäisen jälkeiset tilaukset tuovat ${share(worth.laterShare)}.`,
    worthClaim: "”Palaava asiakas on monin verroin ensitilauksensa arvoinen.”",
    worthUnknown: "Täällä kukaan ei ole vielä palannut.",
    worth: (times) => `Täällä toistaiseksi ${number(times)} kertaa ensitilauksensa arvoinen, hyvitykset vähennettyinä.`,
    retentionClaim: "”Viisi prosenttiyksikköä parempi pysyvyys nostaa voittoa paljon.”",
    retentionUnknown: (kind) =>
      `Tätä ei voi vielä kertoa: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin.`,
    retention: (more) =>
      `Täällä se olisi tuonut ${more.revenue} lisää myyntiä ${more.first === more.last ? `jaksolla ${more.last}` : `jaksoilla ${more.first} – ${more.last}`} (${periods(more.periods, more.kind)}, yhteensä ${number(more.customers)} pysynyttä asiakasta enemmän, kunkin ostot samat kuin muilla pysyneillä; myöhemmät ostot eivät ole mukana).`,
    restsOnFew: (amount) => `Tämän takana on vain ${customers(amount)}: pidä sitä vihjeenä.`,
    fewRepeaters: (amount) =>
      `raja, jonka jälkeen asiakas on luultavasti menetetty, perustuu vain palanneisiin (${customers(amount)}): jos tiedät paremmin, kerro se valinnalla --lapse-days N`,
    sameDay: (amount) =>
      `${customers(amount)} teki kaikki tilauksensa yhtenä päivänä; --frequency days laskee sellaiset tilaukset yhdeksi`,
    youngShop:
      "raja, jonka jälkeen asiakas on luultavasti menetetty, perustuu jo päättyneisiin väleihin; nuoressa kaupassa pidempiä on vielä tulossa",
    fewCustomers: (amount) => `vain ${customers(amount)}: näin harvan osuudet kertovat vähän`,
  };
}
