import type { Catalogue } from "../../en/index.ts";
import { joinedBy, withSmallInitial } from "../../phrasing.ts";
import type { FinnishGrammar } from "../grammar.ts";

/** The page's groups of customers and the grid of scores. */
export function finnishPageSegments({
  count,
  number,
  share,
  plural,
  customers,
}: FinnishGrammar): Pick<Catalogue["page"], "segments" | "grid"> {
  return {
    segments: {
      heading: "Keitä asiakkaasi ovat",
      intro: (money) =>
        `Jokainen asiakas kuuluu täsmälleen yhteen ryhmään (segmenttiin) kolmen asian mukaan: kuinka äskettäin hän on tilannut, kuinka usein hän tilaa ja ${money}.`,
      howMuch: "kuinka paljon hän on ostanut hyvitysten jälkeen",
      byCustomers: (segment, part) => `Suurin ryhmä: ${segment}, ${share(part)} asiakkaista`,
      byRevenue: (segment, part) => `Eniten myyntiä: ${segment}, ${share(part)}`,
      oneGroup: (segment, amount) =>
        amount === 1
          ? `Ainoa asiakas on ryhmässä ${segment}.`
          : `Kaikki asiakkaat (${count(amount)}) ovat samassa ryhmässä: ${segment}.`,
      oneGroupTitle: "Ryhmiä on vain yksi",
      mapCaption:
        "Palkki on ryhmän osuus kaikista asiakkaista tai koko myynnistä; asteikko on molemmilla sama. Eniten myyntiä tuonut ryhmä on ylimpänä.",
      perCustomer: "Ostot asiakasta kohti",
      silence: "Hiljaa, päivää (mediaani)",
      legend: "Väri ja muoto: ryhmän laji segmenttijaossa",
      families: {
        best: "parhaat",
        growing: "kasvavat",
        cooling: "hiipuvat",
        slipping: "lipsuvat",
        quiet: "hiljaiset",
      },
      fifthsLegend: "Väri ja muoto: mihin viidennekseen ryhmän tyypillinen asiakas kuuluu viime tilauksen mukaan",
      fifths: ["tuorein viidennes", "toinen", "keskimmäinen", "neljäs", "vanhin viidennes"],
      tableHeading: "Mitä kullekin ryhmälle kannattaa tehdä",
      tableIntro:
        "Eniten myyntiä tuova ryhmä on ensin. Tyypillinen tarkoittaa mediaania: puolella on vähemmän, puolella enemmän.",
      typical: (days, orders) =>
        `tilannut viimeksi ${plural(days, "päivä", "päivää")} sitten, ${number(orders)} ${orders === 1 ? "tilaus" : "tilausta"}`,
      typicalCustomer: "Tyypillinen asiakas",
      avoid: (text) => `Vältä ${withSmallInitial(text)}`,
      watch: (text) => `Seuraa: ${text}`,
      outsideWindow: (amount) =>
        amount === 1
          ? "1 asiakas on tilannut vain ennen raportin tarkastelujaksoa eikä kuulu mihinkään ryhmään."
          : `${count(amount)} asiakasta on tilannut vain ennen raportin tarkastelujaksoa eikä kuulu mihinkään ryhmään.`,
      empty: (segments) => `Ryhmät, joissa ei ole yhtään asiakasta: ${segments}.`,
    },
    grid: {
      heading: "Kuinka äskettäin ja kuinka usein tilataan",
      intro: (recencyLevels, frequencyLevels) =>
        `Jokainen asiakas saa pisteet siitä, kuinka äskettäin hän on tilannut (1–${recencyLevels}) ja kuinka usein hän tilaa (1–${frequencyLevels}). Suurin on paras. Mistä mitkäkin pisteet tulevat:`,
      customersTitle: (amount, part) =>
        amount === 0
          ? "Kenelläkään ei ole parhaita pisteitä molemmista"
          : `Parhaat pisteet molemmista: ${customers(amount)} (${share(part)})`,
      revenueTitle: (part) => `Molemmista parhaat pisteet saaneilta tulee ${share(part)} myynnistä`,
      noRevenueTitle: "Rahaa hyvitysten jälkeen kaksien pisteiden mukaan",
      caption:
        "Tuoreuspisteiden (alas) ja ostotiheyspisteiden (oikealle) mukaan; mitä enemmän, sitä voimakkaampi väri. Paksut viivat erottavat ryhmät: muoto ja nimi kertovat, missä ryhmässä suurin osa ruudun asiakkaista on.",
      show: "Näytä",
      views: { customers: "Asiakkaat", revenue: "Myynti", average: "Myynti asiakasta kohti" },
      emptyColumns: (scores) =>
        `Kukaan ei saa ostotiheydestä pistemäärää ${joinedBy(scores, "tai")}: niin monella on yhtä monta tilausta, että he täyttävät asteikosta ${scores.length === 1 ? "kokonaisen portaan" : "monta porrasta"}, ja kaikki heistä saavat samat pisteet.`,
      recency: (score) => `Tuoreus ${score}`,
      frequency: (score) => `Ostotiheys ${score}`,
      corner: "Tuoreus ↓ Ostotiheys →",
    },
  };
}
