import type { Catalogue } from "../../en/index.ts";
import { capital, unbroken } from "../../phrasing.ts";
import { signedCount } from "../../signed-share.ts";
import { type FinnishGrammar, PERIODS, periodName, shortPeriodName } from "../grammar.ts";

/** The rest of the page's first screen: what to do first, the newest period, and the groups over time. */
export function finnishPageFirstScreen({
  count,
  share,
  day,
  days,
  plural,
  oneDecimal,
  soFar,
  minus,
}: FinnishGrammar): Pick<Catalogue["page"], "first" | "latest" | "overTime"> {
  const signed = (change: number): string => signedCount(change, { count, minus });
  const pointsOf = (difference: number): string => `${oneDecimal(Math.abs(difference) * 100)}\u00A0%-yks.`;
  const when = (period: string): string => unbroken(shortPeriodName(period));
  const chance = (isChance: boolean): string => (isChance ? ", voi olla sattumaa" : "");
  return {
    first: {
      heading: "Tee ensin nämä",
      roles: {
        "win back": "Voita takaisin",
        keep: "Pidä kiinni",
        "second order": "Toinen tilaus",
        "next order": "Seuraava tilaus",
      },
      groups: {
        lapsed: "tilaamasta lakanneet hyvät asiakkaat",
        "best fifth": "paras viidennes asiakkaista",
        "ordered once": "kerran tilanneet asiakkaat",
        notLapsed: "kerran tilanneet asiakkaat, jotka eivät ole lakanneet tilaamasta",
      },
      advice: {
        lapsed: "Kysy, miksi he lakkasivat tilaamasta, ja tee sitten henkilökohtainen tarjous, joka vastaa syyhyn.",
        "best fifth": "Kiitä heitä, näytä uutuudet heille ensin ja pyydä arvioita; ei alennuksia.",
        "ordered once": "Anna heille syy toiseen tilaukseen.",
      },
      where: (where) => `Ryhmät: ${where}.`,
      spent: (money, part, since) =>
        `Ostoja ${soFar(since)} ${money}${part === null ? "" : `, ${share(part)} myynnistä`}.`,
      silentFor: (silent) => `Tyypillisesti hiljaa ${days(silent)}.`,
      mayBeWrittenTo: (amount, all) => {
        if (amount === 0) return "Kenellekään heistä ei saa lähettää viestejä, joten lista jää tyhjäksi.";
        if (amount === all) return `Viestejä saa lähettää ${all === 1 ? "tälle asiakkaalle" : "heille kaikille"}.`;
        return `Viestejä saa lähettää heistä ${count(amount)} asiakkaalle; muita listalla ei ole.`;
      },
      alsoFirst: (amount) => `Heistä ${count(amount)} on myös ensimmäisellä listalla.`,
      commands: "Komento kirjoittaa ryhmän listan. Yksi napsautus valitsee sen; aja se siellä, missä aineisto on.",
      none: "Mikään ryhmä ei ole tuonut myyntiä hyvitysten jälkeen, joten mitään ei voi nostaa ensimmäiseksi.",
      noneClear:
        "Missään myyntiä tuoneessa ryhmässä kolme neljästä ei ole tilannut äskettäin eikä ollut pitkään hiljaa, joten mitään ei nosteta ensimmäiseksi.",
    },
    latest: {
      heading: (period, kind) => `${capital(periodName(period))}, viimeisin täysi ${PERIODS[kind].nominative}`,
      none: (kind) =>
        `Aineistossa ei ole vielä yhtään täyttä ${PERIODS[kind].partitive}, joten vertailukohtaa ei ole: luvut ovat koko aineistosta.`,
      all: "Koko aineisto",
      bars: (periods, kind) =>
        `Pylväät: ${plural(periods, PERIODS[kind].nominative, PERIODS[kind].partitive)}, tämä viimeisenä.`,
      revenue: "Myynti hyvitysten jälkeen",
      customers: "Tilanneita asiakkaita",
      newCustomers: "Tilasi ensimmäistä kertaa",
      orders: "Tilauksia",
      averageOrderValue: "Keskiostos",
      retentionRate: (kind) => `Edellisen ${PERIODS[kind].genitive} asiakkaista palasi`,
      unknown: (period) => `${when(period)}: ei tiedossa`,
      unknownChange: (before, period) => `${when(period)}: ${before}`,
      same: (period) => `sama kuin ${when(period)}`,
      up: (change, period) => `▲ ${share(change)} (vrt. ${when(period)})`,
      down: (change, period) => `▼ ${share(change)} (vrt. ${when(period)})`,
      pointsUp: (difference, period, isChance) => `▲ ${pointsOf(difference)} (vrt. ${when(period)})${chance(isChance)}`,
      pointsDown: (difference, period, isChance) =>
        `▼ ${pointsOf(difference)} (vrt. ${when(period)})${chance(isChance)}`,
      interval: (low, high) => `95\u00A0%:n väli ${share(low)}\u00A0–\u2060\u00A0${share(high)}`,
      columns: { figure: "Luku", change: "Muutos" },
    },
    overTime: {
      heading: "Ryhmien kehitys",
      change: (name, change) => `${name}\u00A0${signed(change)}`,
      title: (from, changes) => `${day(from)} jälkeen: ${changes}`,
      plainTitle: (to) => `Asiakkaat ryhmittäin ${day(to)} asti`,
      caption: (kind, to) =>
        `Asiakkaat jokaisen ${PERIODS[kind].genitive} lopussa, kaikki pisteytettyinä päivän ${day(to)} rajoilla.`,
      growing:
        "Tilaukset kertyvät aineiston alusta, joten paremmat ryhmät kasvavat sen mukana; --window laskee vain uusimmat tilaukset.",
      short: (until, hasWindow) =>
        `Viivoitettu: ${day(until)} asti aineisto on liian lyhyt, jotta ${hasWindow ? "tarkastelujakso täyttyisi" : "pisin hiljaisuus näkyisi"}.`,
      noFamily: "ei lajia",
      count: (name, amount, change) => `${name} ${count(amount)}${change === null ? "" : ` (${signed(change)})`}`,
      describe: (title, points) => `Pinottu aluekaavio, ${plural(points, "päivä", "päivää")}. ${title}.`,
      day: "Päivä",
      total: "Kaikki",
      incomplete: (name) => `${name} (historia liian lyhyt)`,
      noneTitle: "Ryhmien kehitystä ei näytetä",
      none: {
        ranked: "Pisteet asettavat asiakkaat järjestykseen (ntile), joten aiempia päiviä ei voi pisteyttää samoin.",
        "no families":
          "Luokittelu ei kerro, minkä lajin ryhmiä segmentit ovat (family: best, growing, cooling, slipping tai quiet).",
        "one day": (kind) => `Kukaan ei ollut tilannut vielä edellisen ${PERIODS[kind].genitive} loppuun mennessä.`,
      },
    },
  };
}
