import type { CompareSide } from "../en/compare.ts";
import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm compare` says. */
export function finnishCompare({ count, money, day, customers }: FinnishGrammar): Catalogue["compare"] {
  return {
    title: (from, to) => {
      const side = (one: CompareSide): string =>
        `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
      return `Ennen ${side(from)}, nyt ${side(to)}`;
    },
    nobodyMoved: "Kukaan ei vaihtanut segmenttiä.",
    nobodyLeft: (moved) => `Kukaan ei lähtenyt segmentistä; ${customers(moved)} tuli.`,
    heaviestLoss: (
      loss,
      left = `Segmentistä ${loss.segment} lähti ${customers(loss.left)} (arvo ${money(loss.worth)})`,
      gone = "ei ole enää ostanut tarkastelujaksolla",
    ) => {
      const [most, second] = loss.ways;
      if (most === undefined) return `${left}.`;
      const isAll = most.customers === loss.left;
      const first =
        most.to === null
          ? isAll
            ? `${loss.left === 1 ? "hän" : "kukaan heistä"} ${gone}`
            : `heistä ${count(most.customers)} ${gone}`
          : isAll
            ? `${loss.left === 1 ? "uusi segmentti" : "kaikkien uusi segmentti"} on ${most.to}`
            : `heistä ${count(most.customers)} siirtyi segmenttiin ${most.to}`;
      const next =
        second === undefined
          ? ""
          : second.to === null
            ? `, ${count(second.customers)} ${gone}`
            : `, ${count(second.customers)} segmenttiin ${second.to}`;
      return `${left}; ${first}${next}.`;
    },
    moved: ({ up, down, aside }) => {
      const others =
        aside.customers === 0
          ? ""
          : `; muu siirtymä (alempaan tilauksesta huolimatta tai ylempään ilman tilausta): ${count(aside.customers)}`;
      return `Tilasi välillä ja nousi: ${customers(up.customers)} (arvo nyt ${money(up.money)}); ei tilannut ja laski: ${count(down.customers)} (${money(down.money)})${others}. Segmentti on sitä ylempänä, mitä aiemmin se on segmenttijaossa.`;
    },
    rose: (up, upWorth, down, downWorth) =>
      `Tilasi välillä, ja pisteiden summa nousi: ${customers(up)} (arvo ennen ${money(upWorth)}); pisteiden summa laski: ${count(down)} (${money(downWorth)}).`,
    raisedByOthers: (amount) =>
      `Pisteiden summa nousi myös ilman tilausta (${customers(amount)}): raja-arvot muuttuivat tai vanhoja tilauksia jäi tarkastelujakson ulkopuolelle.`,
    places: { new: "uusi", back: "palannut", lapsed: "hiljentynyt" },
    before: "ennen",
    all: "kaikki",
    fromTo: "Segmentistä toiseen",
    matrixLegend: "Rivit: ennen. Sarakkeet: nyt, rivien kirjaimin.",
    backLegend: "Palannut: ostanut aiemmin, ei aiemmalla tarkastelujaksolla.",
    lapsedLegend: "Hiljentynyt: ei ostoja uudemmalla tarkastelujaksolla.",
    smallerOnes: (amount) => `Lisäksi ${count(amount)} pienempää; --width näyttää ne ruudukkona.`,
    enteredAndLeft: "Ketkä tulivat ja ketkä lähtivät",
    risers: "Nousijat",
    fallers: "Laskijat",
    firstOf: (what, shown, all) => `${what}, ${count(shown)} ensimmäistä / ${count(all)}`,
    columns: {
      from_segment: "mistä",
      to_segment: "mihin",
      customers: "asiakkaita",
      revenue_before: "arvo ennen",
      revenue_after: "arvo nyt",
      ordered: "tilasi välillä",
      customer_id: "asiakas",
      from_cell: "pisteet",
      to_cell: "nyt",
      score_change: "muutos",
      segment: "segmentti",
      before: "ennen",
      left: "lähti",
      entered: "tuli",
      after: "nyt",
      revenue_left: "lähti arvoa",
      revenue_entered: "tuli arvoa",
    },
    nobodyInBoth: (first, second) =>
      `yksikään asiakas ei ole sekä lähteessä ${first} että lähteessä ${second}, joten ketään ei voi seurata: tarkista, että molemmissa on samanlaiset asiakastunnukset`,
    sameFile: (file) =>
      `tiedostoa ${file} verrataan itseensä, joten mikään ei ole voinut muuttua: anna ensin aiempi tiedosto, sitten myöhempi`,
    scoreFiles:
      "arvo on tiedostojen monetary_value; siirtymät ovat totta silloin, kun kumpikin on pisteytetty samoin valinnoin (--model)",
    cutDifferently: (measures) =>
      `tiedostot on pisteytetty eri raja-arvoin (${measures.join(", ")}): asiakas on voinut siirtyä, koska rajat siirtyivät; pisteytä kumpikin samalla mallilla (--save-model, sitten --model) tai vertaa vientejä valinnalla --from`,
    scoredByMargin: "arvo ja myynti ovat asiakkaiden ostoja; rahapisteet lasketaan katteesta",
    ownCutPoints: "kummallakin päivällä on omat raja-arvonsa: asiakas voi siirtyä, koska muut muuttuivat",
    frozenCutPoints: (origin, other) =>
      `kumpikin päivä on pisteytetty samoilla raja-arvoilla (${origin}), joten siirtymä on asiakkaan oma${other === null ? "" : `; --cut-points-of ${other} käyttää toisen päivän raja-arvoja, --no-freeze antaa kummallekin omansa`}`,
  };
}
