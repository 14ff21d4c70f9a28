import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What is said where only sums of the customers are known. */
export function finnishOfCustomers({ day, money, customers, orders, rows }: FinnishGrammar): Catalogue["ofCustomers"] {
  return {
    leftOut:
      "Taulukossa on yksi rivi asiakasta kohti, joten pysyvyys, kohortit, uusintaostot, ryhmien kehitys ja siirtymät segmenttien välillä jäävät pois: niihin tarvitaan yksittäiset tilaukset.",
    used: (used) =>
      `Käytettiin ${rows(used.rows)}, yksi asiakasta kohti: ${orders(used.orders)}${used.spent === null ? "" : `, ostot ${used.spent}`}.`,
    report: {
      covers: (from) => `Ensimmäinen tilaus on päivältä ${day(from)}.`,
      more: "Valinnalla --full: pisteet, raja-arvot ja asiakkaiden jakautuminen. Valinnalla -o report.html: sivu.",
    },
    sums: (own) =>
      `Taulukossa on ${orders(own.orders)}${own.spend === null ? "" : `, arvo ${money(own.spend)}`}: ${own.first === null ? "" : `ensimmäinen ${day(own.first)}, `}viimeisin ${day(own.last)}. Yksittäisiä tilauksia ei tunneta.`,
    newAndGone: (found) =>
      `vain uudemmassa taulukossa: ${customers(found.added)}, vain vanhemmassa: ${customers(found.gone)}`,
    compare: {
      backLegend: "Palannut: tilannut aiemmin, ei vanhemmassa taulukossa.",
      lapsedLegend: "Hiljentynyt: ei uudemmassa taulukossa.",
      raisedByOthers: (amount) =>
        `Pisteiden summa nousi, vaikka viimeisin tilaus on sama (${customers(amount)}): raja-arvot muuttuivat tai taulukko laskee tilaukset tai ostot toisin.`,
    },
    gone: "ei ole enää taulukossa",
    quiet: { untold: "Taulukosta ei näe, kuka on lakannut tilaamasta" },
    order: ["Tilaus", "Se, minkä taulukko laskee tilaukseksi."],
    money: {
      report: {
        revenue: "Myynti taulukon mukaan",
        negativeCustomers: (amount) => `Ostot ovat alle nollan: ${customers(amount)}.`,
        noRevenue: "Jaettavaa myyntiä ei ole: kaikkien asiakkaiden ostot ovat yhteensä 0 tai vähemmän.",
      },
      finding: {
        totals: (amount, placed, worth) => `${customers(amount)}, ${orders(placed)}, myynti ${worth}`,
      },
      lead: {
        what: (from, to, amount, placed, worth) =>
          `${day(from)} – ${day(to)}: ${customers(amount)}, ${orders(placed)} ja myyntiä ${worth}.`,
        noRevenue:
          "Kaikkien asiakkaiden ostot ovat yhteensä 0 tai vähemmän, joten kenenkään osuutta niistä ei voi laskea.",
      },
      latest: { revenue: "Myynti", customers: "Asiakkaita" },
      first: { none: "Mikään ryhmä ei ole tuonut myyntiä, joten mitään niistä ei voi asettaa ensimmäiseksi." },
      grid: { noRevenueTitle: "Rahaa molempien pisteiden mukaan" },
      concentration: {
        none: "Kaikkien asiakkaiden ostot ovat yhteensä 0 tai vähemmän: ei ole myyntiä, josta osuuden voisi laskea.",
      },
      top: { caption: "Sen mukaan, paljonko he ovat ostaneet." },
      howMuch: {
        total: "kuinka paljon hän on ostanut",
        average: "kuinka paljon hän on ostanut tilausta kohti",
      },
      caption: {
        total: "Asiakkaat sen mukaan, paljonko he ovat ostaneet (ostojen arvo).",
        average: "Asiakkaat sen mukaan, paljonko he ovat ostaneet tilausta kohti (ostojen arvo).",
      },
      terms: {
        monetary: ["Ostojen arvo", "Asiakkaan ostot taulukon mukaan."],
        monetaryAverage: ["Ostojen arvo", "Asiakkaan ostot taulukon mukaan jaettuna ostotiheydellä."],
      },
      refunds: "taulukon mukaan",
    },
    figures: {
      orders: ["Tilauksia", "Taulukon mukaan."],
      revenue: ["Myynti", "Asiakkaiden ostot taulukon mukaan."],
      firstDay: ["Ensimmäinen tilaus", "Varhaisin asiakkaan ensimmäinen tilaus; tyhjä, jos taulukossa ei ole niitä."],
      lastDay: ["Viimeisin tilaus", "Uusin asiakkaan viimeisin tilaus tai päivä, johon asti päivät on laskettu."],
    },
    columns: {
      orders: ["Tilauksia", "Taulukon mukaan."],
      revenue: ["Myynti", "Asiakkaiden ostot taulukon mukaan."],
      monetary_value: ["Ostot", "Taulukon mukaan; valinnalla --monetary average tilausta kohti."],
    },
  };
}
