import type { DigestChange, DigestDifference, DigestTotals } from "../en/digest.ts";
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { capital } from "../phrasing.ts";
import { type FinnishGrammar, inPeriod, PERIODS, periodName } from "./grammar.ts";

/** How many more, or fewer. */
export function moreCustomers(amount: number, count: PeopleFormats["count"]): string {
  return amount === 0 ? "yhtä monta kuin silloin" : `${count(Math.abs(amount))} ${amount > 0 ? "enemmän" : "vähemmän"}`;
}

/** How far a figure is from those of earlier periods; empty without one. */
export function digestChanges(all: readonly DigestChange[], share: PeopleFormats["share"]): string {
  const texts = all.map(({ period, change }) =>
    change === 0
      ? `sama kuin ${inPeriod(period)}`
      : `${share(Math.abs(change))} ${change < 0 ? "vähemmän" : "enemmän"} kuin ${inPeriod(period)}`,
  );
  return texts.length === 0 ? "" : ` (${texts.join(", ")})`;
}

/** What a digest says: what changed since the last set. */
export function finnishDigest({ count, money, share, day, customers, listed }: FinnishGrammar): Catalogue["digest"] {
  const moreMoney = (amount: bigint): string =>
    amount === 0n
      ? "sama kuin silloin"
      : `${money(amount < 0n ? -amount : amount)} ${amount > 0n ? "enemmän" : "vähemmän"}`;
  const totals = ({ customers: amount, revenue, currency }: DigestTotals): string =>
    `${customers(amount)}, myynti ${money(revenue)}${currency}`;
  const compared = (now: DigestTotals, difference: DigestDifference): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)}), myynti ${money(now.revenue)}${now.currency} (${moreMoney(difference.revenue)})`;
  const changes = (all: readonly DigestChange[]): string => digestChanges(all, share);
  return {
    title: (asOf) => `Mikä muuttui: asiakkaat ${day(asOf)}`,
    totals: (now) => `${totals(now)}.`,
    first: "Tämä on ensimmäinen ajo: seuraavaa verrataan tähän.",
    unreadable: "Edellisen ajon tiedostoa manifest.json ei voi lukea, joten tätä ajoa ei verrata mihinkään.",
    otherOptions: (names) =>
      `Edellinen ajo tehtiin muilla valinnoilla (${listed(names)}), joten sitä ei verrata tähän.`,
    laterDay: (last) => `Edellinen ajo on myöhemmältä päivältä, ${day(last)}, joten sitä ei verrata tähän.`,
    nothingNew: (now) => `Ei mitään uutta: edellinen ajo on samalta päivältä ja luvut ovat samat, ${totals(now)}.`,
    corrected: (now, difference) =>
      `Edellinen ajo on samalta päivältä, mutta tilausaineisto on sen jälkeen muuttunut: ${compared(now, difference)}.`,
    since: (last, now, difference) => `Edellisen ajon (${day(last)}) jälkeen: ${compared(now, difference)}.`,
    period: (said) =>
      `${capital(periodName(said.period))}, viimeisin täysi ${PERIODS[said.kind].nominative}: myynti ${money(said.revenue)}${said.currency}${changes(said.revenueChanges)}; tilanneita asiakkaita ${count(said.customers)}${changes(said.customerChanges)}.`,
    noPeriod: (kind) => `Yhtään täyttä ${PERIODS[kind].partitive} ei vielä ole.`,
    cameBack: (kind, rate, earlier) => {
      const now = `Edellisen ${PERIODS[kind].genitive} asiakkaista palasi ${share(rate)}`;
      if (earlier === null) return `${now}.`;
      const then = `${share(earlier.rate)} ${inPeriod(earlier.period)}`;
      return earlier.isChance
        ? `${now} (${then}): ero mahtuu sattuman rajoihin.`
        : `${now} (${then}): ero on suurempi kuin sattuma.`;
    },
    moved: (up, down) =>
      `Tilasi ja nousi: ${customers(up.customers)} (arvo ${money(up.money)}); ei tilannut ja laski: ${count(down.customers)} (arvo ${money(down.money)}).`,
    changedSegment: ({ segment, entered, left, moneyEntered, moneyLeft }) =>
      `Segmentti ${segment} ${entered > left ? "kasvoi" : "pieneni"}: ${entered === 0 ? "kukaan ei tullut" : `${count(entered)} tuli (arvo ${money(moneyEntered)})`}, ${left === 0 ? "kukaan ei lähtenyt" : `${count(left)} lähti (arvo ${money(moneyLeft)})`}.`,
    lapsed: (since, worth, all) =>
      `Lakanneet tilaamasta ${day(since)} jälkeen${worth === null ? "" : `, arvo ${worth}`}. Listalla ovat kaikki tähän mennessä lakanneet, ${count(all)}.`,
    otherSegments: (amount) => `Muita sattumaa enemmän muuttuneita segmenttejä: ${count(amount)}.`,
    noMovement: "Mikään segmentti ei muuttunut sattumaa enemmän.",
    sameCutPoints: "Muutos: kumpikin päivä uusimmin raja-arvoin, ei niin kuin silloin julkaistiin.",
    ownCutPoints: "Muutos: kukin ajo niin kuin se julkaistiin, oman päivänsä raja-arvoin.",
    ofCustomers:
      "Tiedostoissa on yksi rivi asiakasta kohti, joten tässä ovat vain loppusummat ja segmentit: siirtymiin ja jaksoihin tarvitaan yksittäiset tilaukset.",
    sets: (sets, from, to) => `Ajot: ${count(sets)} julkaistua ajoa, ${day(from)} – ${day(to)}.`,
    columns: {
      segment: "segmentti",
      customers: "asiakkaita",
      change: "muutos",
      revenue: "myynti",
      trend: "ajot",
    },
  };
}
