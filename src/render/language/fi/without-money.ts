import type { CompareSide } from "../en/compare.ts";
import type { Catalogue } from "../en/index.ts";
import { capital } from "../phrasing.ts";
import { digestChanges, moreCustomers } from "./digest.ts";
import { type FinnishGrammar, PERIODS, periodName } from "./grammar.ts";

/** What is said where the orders have no money, in place of sentences that speak of it. */
export function finnishWithoutMoney({
  count,
  share,
  day,
  days,
  plural,
  customers,
  orders,
  rows,
}: FinnishGrammar): Catalogue["withoutMoney"] {
  const compared = (now: { customers: number }, difference: { customers: number }): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)})`;
  return {
    only: {
      note: "tilauksilla ei ole rahasummia (--amount none): asiakkaat pisteytetään vain tuoreuden ja ostotiheyden mukaan",
      presetNote:
        "summat ratkaisevat vain, mitkä tilaukset lasketaan (--amount none): asiakkaat pisteytetään vain tuoreuden ja ostotiheyden mukaan",
      returning: (part) => `Heistä ${share(part)} on tähän mennessä tilannut useammin kuin kerran.`,
    },
    report: {
      gridLegend: "Joka ruudussa: asiakkaita; suurin pistemäärä on kummallakin sivulla paras.",
      whatToDo: "Mitä tehdä, suurin segmentti ensin",
      read: (read) => `Luettiin ${rows(read.rows)}, ${plural(read.files, "tiedosto", "tiedostoa")}, ei rahasummia.`,
      used: (used) =>
        `Käytettiin ${rows(used.rows)}: ${orders(used.orders)}${used.refunds === 0 ? "" : ` ja ${plural(used.refunds, "hyvitys", "hyvitystä")}`}.`,
      aside: (aside) => `Sivuun jätettiin ${rows(aside.rows)}: ${aside.reasons}.`,
      returning: "Palanneita asiakkaita",
      returningShare: (_, amount) => `${customers(amount)}, joilla on vähintään kaksi tilausta`,
      segmentFigures: (amount) => customers(amount),
    },
    lead: {
      what: (from, to, amount, placed) =>
        `Ajalla ${day(from)} – ${day(to)} tilauksia teki ${customers(amount)}, yhteensä ${orders(placed)}.`,
    },
    scope: {
      aside: (aside, all, _, reason) => `Pois jätettiin ${count(aside)} / ${rows(all)}; suurin syy: ${reason}.`,
    },
    finding: {
      silent: (amount) => `${customers(amount)} on lakannut tilaamasta`,
      totals: (amount, placed) => `${customers(amount)}, ${orders(placed)}`,
    },
    quiet: {
      valuable: (lapseDays, _amount) =>
        `Viime tilauksesta on yli ${days(lapseDays)}; palanneista yhdeksän kymmenestä ei ole koskaan pitänyt pidempää taukoa.`,
      notLost: (_amount, _since) => "",
      none: (lapseDays) => `Kukaan ei ole ollut hiljaa yli ${days(lapseDays)}`,
    },
    first: {
      spent: () => "",
      groups: { lapsed: "tilaamasta lakanneet asiakkaat" },
      none: "Missään ryhmässä ei ole asiakkaita, joten mitään ei voi nostaa ensimmäiseksi.",
      noneClear:
        "Missään ryhmässä kolme neljästä asiakkaasta ei ole tilannut äskettäin tai ollut pitkään hiljaa, joten mitään ei nosteta ensimmäiseksi.",
    },
    segments: {
      intro: () =>
        "Jokainen asiakas kuuluu täsmälleen yhteen ryhmään (segmenttiin) kahden asian mukaan: kuinka äskettäin hän on viimeksi tilannut ja kuinka usein hän tilaa.",
      mapCaption: "Palkki on ryhmän osuus kaikista asiakkaista. Suurin ryhmä on ylimpänä.",
      tableIntro: "Suurin ryhmä ensin. Tyypillinen tarkoittaa mediaania: puolella on vähemmän, puolella enemmän.",
    },
    spread: {
      intro:
        "Asiakkaat kummankin mittarin mukaan. Katkoviivat ovat rajoja, joissa pisteet vaihtuvat; pisteet näkyvät ylhäällä.",
    },
    movement: {
      fell: (amount, _, from) => `Alempaan ryhmään siirtyi ilman tilausta ${day(from)} jälkeen ${customers(amount)}`,
      rose: (amount, _, from) => `ylempään ryhmään siirtyi tilattuaan ${day(from)} jälkeen ${customers(amount)}`,
      largestRises: () => "Suurimmat siirtymät ylöspäin tilauksen myötä",
      largestFalls: () => "Suurimmat siirtymät alaspäin ilman tilausta",
    },
    terms: {
      order: ["Tilaus", "Kaikki aineiston rivit, joilla on sama tilausnumero. Se lasketaan, kun sen tila hyväksytään."],
      score: [
        "Pisteet",
        "Asiakkaan sija kaikkien joukossa kunkin mittarin mukaan, ykkösestä ylöspäin; suurin on paras. Kahdet pisteet peräkkäin, esimerkiksi 54, ovat tuoreus ja ostotiheys.",
      ],
    },
    choice: { windowFor: "tarkastelujakso rajaa vain ostotiheyttä" },
    compare: {
      title: (from, to) => {
        const side = (one: CompareSide): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)})`;
        return `Ennen ${side(from)}, nyt ${side(to)}`;
      },
      leftSegment: (left, segment) => `Segmentistä ${segment} lähti ${customers(left)}`,
      moved: ({ up, down, aside }) => {
        const others =
          aside.customers === 0
            ? ""
            : `; muu siirtymä (alempaan tilauksesta huolimatta tai ylempään ilman tilausta): ${count(aside.customers)}`;
        return `Tilasi välillä ja nousi: ${customers(up.customers)}; ei tilannut ja laski: ${count(down.customers)}${others}. Segmentti on sitä ylempänä, mitä aiemmin se on pisteytysmallissa.`;
      },
      rose: (up, _, down) =>
        `Tilasi välillä, ja pisteiden summa nousi: ${customers(up)}; pisteiden summa laski: ${count(down)}.`,
      scoreFiles: "siirtymät ovat totta silloin, kun kumpikin tiedosto on pisteytetty samoin valinnoin (--model)",
    },
    explain: {
      ordersSentence: (facts) =>
        `${orders(facts.orders)} ${facts.first === facts.last ? day(facts.first) : `ajalta ${day(facts.first)} – ${day(facts.last)}`}.`,
      notCountedFor: (reason, amount) => `${reason}: ${count(amount)}`,
      orderEvent: (_, by, outcome) => `tilaus viimeistään ${day(by)}: ${outcome}`,
    },
    scoring: {
      onlyGrow:
        "ilman tarkastelujaksoa ostotiheys vain kasvaa, joten kiinnitetyillä raja-arvoilla sen pisteet tuskin laskevat: ne voivat laskea, kun --window on niin pitkä, että siitä näkee, kuka jää pois",
    },
    figures: {
      orders: ["Tilauksia", "Ostot, jotka lasketaan: hyväksytyt, ei testejä."],
      levels: ["Tasot", "Tuoreuden ja ostotiheyden suurimmat pisteet."],
    },
    sheetColumns: {
      rfm_cell: ["RF-pisteet", "Kahdet pisteet vierekkäin."],
      dimension: ["Mittari", "Tuoreus tai ostotiheys."],
    },
    rankings: { "r+f+m": "R + F:n mukaan" },
    digest: {
      totals: (now) => `${customers(now.customers)}.`,
      nothingNew: (now) =>
        `Ei mitään uutta: edellinen ajo on samalta päivältä ja asiakkaita on yhtä monta, ${count(now.customers)}.`,
      corrected: (now, difference) =>
        `Edellinen ajo on samalta päivältä, mutta tilausaineisto on sen jälkeen muuttunut: ${compared(now, difference)}.`,
      since: (last, now, difference) => `Edellisen ajon (${day(last)}) jälkeen: ${compared(now, difference)}.`,
      period: (said) =>
        `${capital(periodName(said.period))}, viimeisin täysi ${PERIODS[said.kind].nominative}: tilanneita asiakkaita ${count(said.customers)}${digestChanges(said.customerChanges, share)}.`,
      moved: (up, down) =>
        `Tilasi ja nousi: ${customers(up.customers)}; ei tilannut ja laski: ${count(down.customers)}.`,
      changedSegment: ({ segment, entered, left }) =>
        `${segment} ${entered > left ? "kasvoi" : "pieneni"}: ${count(entered)} tuli, ${count(left)} lähti.`,
    },
    ledger: { line: (amount, reason) => `${count(amount)} ${reason}` },
    inspect: { statusRows: (amount) => rows(amount) },
  };
}
