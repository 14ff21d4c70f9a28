import type { Catalogue } from "../en/index.ts";
import { withSmallInitial } from "../phrasing.ts";
import { signOf } from "../signed-share.ts";
import { type FinnishGrammar, PERIODS } from "./grammar.ts";

/** The report as text and Markdown. */
export function finnishReport({
  count,
  oneDecimal,
  money,
  share,
  day,
  plural,
  customers,
  orders,
  rows,
  minus,
}: FinnishGrammar): Catalogue["report"] {
  return {
    title: (exports, asOf) => `Asiakasraportti: ${exports}, tarkastelupäivä ${day(asOf)}`,
    standardInput: "vakiosyöte",
    written: (file) => `raportti on tiedostossa ${file}`,
    reading: "Mitä luettiin ja mitä jätettiin sivuun",
    headline: "Avainluvut",
    segments: "Segmentit",
    grid: "Asiakkaat tuoreuden ja ostotiheyden pisteiden mukaan",
    gridLegend:
      "Joka ruudussa: asiakkaita ja heidän osuutensa myynnistä; suurin pistemäärä on kummallakin sivulla paras.",
    cutPoints: "Raja-arvot",
    retention: (kind) =>
      ({
        week: "Pysyvyys viikoittain",
        month: "Pysyvyys kuukausittain",
        quarter: "Pysyvyys vuosineljänneksittäin",
        year: "Pysyvyys vuosittain",
      })[kind],
    whatToDo: "Mitä tehdä, suurin myynti ensin",
    notes: "Huomautukset",
    noNotes: "Ei huomautettavaa.",
    developed: "Miten on kehittynyt",
    more: "Valinnalla --full: pisteet, raja-arvot, kohortit, siirtymät ja mitä kullekin segmentille tehdään. Valinnalla -o report.html: sivu.",
    read: (read) =>
      `Luettiin ${rows(read.rows)}, ${plural(read.files, "tiedosto", "tiedostoa")}, arvo ${money(read.worth)}${read.currency}.`,
    used: (used) => {
      const reduced = used.reduced === 0 ? "" : ` (${count(used.reduced)} osittain hyvitetty, ${money(used.takenOff)})`;
      const refunds =
        used.refunds === 0 && used.reduced > 0
          ? " eikä hyvityksiä omana päivänään"
          : ` ja ${plural(used.refunds, "hyvitys", "hyvitystä")}`;
      return `Käytettiin ${rows(used.rows)}: ${orders(used.orders)}${reduced}${refunds}, netto ${money(used.net)}${used.currency}.`;
    },
    nothingAside: "Yhtään riviä ei jätetty sivuun.",
    aside: (aside) =>
      `Sivuun jätettiin ${rows(aside.rows)}, arvo ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
    covers: (from, to, windowStart) =>
      `Tilaukset ajalta ${day(from)} – ${day(to)}; ${windowStart === null ? "koko historia lasketaan" : `tarkastelujakso alkaa ${day(windowStart)}`}.`,
    asOf: (asOf, isGiven) =>
      `Tarkastelupäivä on ${day(asOf)}, ${isGiven ? "kuten --as-of määrää" : "aineiston uusin päivä (valinnalla --as-of voi vaihtaa)"}.`,
    customers: "Asiakkaita",
    orders: "Tilauksia",
    revenue: "Myynti hyvitysten jälkeen",
    averageOrder: "Keskiostos",
    returning: "Palanneiden asiakkaiden osuus myynnistä",
    returningShare: (fraction, amount) =>
      `${fraction === null ? "–" : share(fraction)} (${customers(amount)}, joilla on vähintään kaksi tilausta)`,
    frequencyScore: (score) => `tiheys ${score}`,
    shortFrequencyScore: (score) => `F ${score}`,
    recencyScore: (score) => `tuoreus ${score}`,
    score: "pisteet",
    measures: { recency: "päiviä viime tilauksesta", frequency: "tilauksia", monetary: "ostot netto" },
    byRank: "järjestyksen mukaan",
    byCell: "ryhmittäin",
    anyValue: "kaikki",
    upTo: (value) => `enintään ${value}`,
    over: (value) => `yli ${value}`,
    orMore: (value) => `vähintään ${value}`,
    segmentFigures: (amount, revenue) => `${customers(amount)}, ${money(revenue)}`,
    trend: {
      customers: "Asiakkaita",
      revenue: "Myynti",
      periods: (first, last) => `${first} – ${last}`,
      range: (low, high) => `alin ${low}, ylin ${high}`,
      notDrawn: "(ei piirretty: palkit vaativat kaksi nollaa suurempaa jaksoa eikä yhtään negatiivista)",
      partial: (kind) => `* ${PERIODS[kind].nominative} on kesken eikä ole mukana alimmassa eikä ylimmässä.`,
      unknown: (kind) => `? ${PERIODS[kind].nominative}, jolta ei ole tietoja.`,
    },
    avoid: (text) => `Vältä ${withSmallInitial(text)}`,
    watch: (text) => `Seuraa: ${text}`,
    latest: {
      title: "Mikä muuttui",
      before: "edellinen jakso",
      change: "muutos",
      yearBefore: "vuotta aiemmin",
      changeOnYear: "muutos vuodessa",
      year: (revenue, change, kind) => {
        const [of, to] =
          kind === "week" ? ["52\u00A0viikon", "52\u00A0viikkoon"] : ["12\u00A0kuukauden", "12\u00A0kuukauteen"];
        const than =
          change === 0
            ? `sama kuin edeltävien ${of}`
            : `${change > 0 ? "▲" : "▼"}\u00A0${share(Math.abs(change))} edeltäviin ${to} verrattuna`;
        return `Viimeisten ${of} myynti: ${revenue}, ${than}`;
      },
      points: (tenths) => `${signOf(tenths, { minus })}${oneDecimal(Math.abs(tenths) / 10)}\u00A0%-yks.`,
    },
    ownCutPoints:
      "Raja-arvot on laskettu tämän raportin asiakkaista: toinen aineisto tai toinen tarkastelupäivä antaa toiset.",
    distributions: "Miten mitat jakautuvat",
    concentration: "Kuka tuo myynnin",
    brings: (fifth, half) =>
      `${fifth.customers === 1 ? "Eniten ostanut asiakas" : `Eniten ostaneet ${count(fifth.customers)} asiakasta`} (${share(fifth.customerShare)} kaikista) ${fifth.customers === 1 ? "tuo" : "tuovat"} ${share(fifth.revenueShare)} myynnistä; ` +
      `puolet myynnistä tuo ${plural(half.customers, "asiakas", "asiakasta")} (${share(half.customerShare)}).`,
    negativeCustomers: (amount) => `${count(amount)} asiakkaalla on hyvityksiä enemmän kuin ostoja.`,
    tooFewToShare: "Asiakkaita on alle viisi: se, kuka tuo minkäkin osan myynnistä, kertoo vielä vähän.",
    noRevenue: "Jaettavaa myyntiä ei ole: hyvityksiä on yhtä paljon kuin ostoja tai enemmän.",
    largest: "suurimmat",
    topCustomers: (amount) => (amount === 1 ? "Eniten ostanut asiakas" : `${count(amount)} eniten ostanutta asiakasta`),
    cohorts: (kind) => `Ketkä ostavat uudelleen, ensimmäisen tilauksen ${PERIODS[kind].genitive} mukaan`,
    repeat: "Ketkä palaavat ja milloin",
    olderCohorts: (amount) =>
      `${plural(amount, "vanhempi kohortti", "vanhempaa kohorttia")} jätetty näyttämättä; rfm cohorts näyttää kaikki.`,
    movement: "Kuka siirtyi segmentistä toiseen",
    movedBetween: (from, to) =>
      `${day(from)} – ${day(to)}: molemmat päivät on pisteytetty päivän ${day(to)} raja-arvoilla, joten siirtymä on asiakkaan oma.`,
    columns: {
      customer: "asiakas",
      spend: "ostot",
      orders: "tilauksia",
      lastOrder: "viime tilaus",
      segment: "segmentti",
      customers: "asiakkaita",
      ofCustomers: "asiakkaista",
      revenue: "myynti",
      ofRevenue: "myynnistä",
      file: "tiedosto",
      bytes: "tavuja",
      rows: "rivejä",
      sha256: "SHA-256-tiiviste",
    },
    noMovement: {
      ranked:
        "Ei näytetä: järjestyssijaan perustuvilla pisteillä ei ole rajoja, joilla aiemman päivän voisi pisteyttää.",
      "too early": "Kukaan ei ollut ostanut vielä jaksoa ennen tarkastelupäivää: siirtymiä ei ole.",
    },
  };
}
