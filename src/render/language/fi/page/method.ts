import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";

/** The page's account of how its numbers were made. */
export function finnishPageMethod({ day, plural }: FinnishGrammar): Pick<Catalogue["page"], "method"> {
  return {
    method: {
      moreFiles: (more) => `ja vielä ${plural(more, "tiedosto", "tiedostoa")}; JSON-raportissa ovat kaikki.`,
      heading: "Miten luvut on laskettu",
      intro: "Kaiken yllä olevan voi laskea uudelleen tässä nimetyistä tiedostoista.",
      moves: (from) =>
        `Siirtymät ryhmästä toiseen ${day(from)} jälkeen on laskettu tämän raportin raja-arvoilla molempina päivinä, kuten komennossa rfm compare; rfm compare --cut-points-of from käyttää päivän ${day(from)} raja-arvoja, joten sen luvut ovat toiset.`,
      unfold: "Määritelmät, valinnat, rajat, mitä luettiin, tiedostot",
      words: "Mitä sanat tarkoittavat",
      terms: {
        order: [
          "Tilaus",
          "Kaikki aineiston rivit, joilla on sama tilausnumero. Se lasketaan, kun sen tila hyväksytään ja sen arvo on yli 0.",
        ],
        refund: [
          "Hyvitys",
          "Takaisin maksettu raha. Se pienentää asiakkaan ostosummaa, mutta ei vaikuta siihen, kuinka äskettäin tai usein hän on tilannut.",
        ],
        recency: [
          "Tuoreus",
          "Kokonaiset päivät asiakkaan viimeisimmästä tilauksesta raportin viimeiseen päivään. Vähemmän on parempi.",
        ],
        frequency: ["Ostotiheys", "Kuinka monta tilausta asiakas on tehnyt."],
        frequencyDays: ["Ostotiheys", "Kuinka monena eri päivänä asiakas on tilannut."],
        monetary: ["Ostojen arvo", "Paljonko asiakas on ostanut: tilaukset vähennettynä hyvityksillä."],
        monetaryMargin: [
          "Ostojen arvo",
          "Mitä asiakkaan tilaukset tuottivat: kate, josta hyvitykset on vähennetty. Myynti on ostoja, kuten muuallakin.",
        ],
        monetaryMarginAverage: [
          "Ostojen arvo",
          "Mitä asiakkaan tilaukset tuottivat (kate, josta hyvitykset on vähennetty) jaettuna ostotiheydellä. Myynti on ostoja, kuten muuallakin.",
        ],
        monetaryAverage: [
          "Ostojen arvo",
          "Paljonko asiakas on ostanut (tilaukset vähennettynä hyvityksillä) jaettuna ostotiheydellä.",
        ],
        score: [
          "Pisteet",
          "Asiakkaan sija kaikkien joukossa kunkin mittarin mukaan, ykkösestä ylöspäin; suurin on paras. Kolmet pisteet peräkkäin, esimerkiksi 543, ovat tuoreus, ostotiheys ja ostojen arvo.",
        ],
        segment: [
          "Segmentti",
          "Ryhmä asiakkaita, joilla on samankaltaiset pisteet. Jokainen asiakas kuuluu täsmälleen yhteen.",
        ],
        median: ["Mediaani", "Keskimmäinen: puolella on vähemmän, puolella enemmän."],
        asOf: [
          "Tarkastelupäivä",
          "Viimeinen mukaan laskettava päivä: aineiston viimeinen päivä, ellei muuta ole valittu.",
        ],
      },
      choices: "Tehdyt valinnat",
      choice: {
        scheme: "Segmenttijako",
        window: "Tarkastelujakso",
        allHistory: "koko historia",
        windowFrom: (from, to) => `${day(from)} – ${day(to)}`,
        windowFor: "jakso rajaa vain ostotiheyttä ja ostojen arvoa",
        refunds: "Hyvitykset",
        refundsNet: "vähennetään",
        refundsIgnored: "jätetään pois",
        version: "Ohjelma",
      },
      cutPoints: "Raja-arvot",
      cutPointsIntro:
        "Mitkä arvot antavat mitkäkin pisteet. Täsmälleen rajalla oleva arvo kuuluu siihen väliin, joka päättyy rajaan.",
      ledger: "Mitä luettiin",
      files: "Tiedostot",
      file: "Tiedosto",
      rows: "Rivejä",
      bytes: "Tavuja",
      sha256: "SHA-256",
      filesIntro:
        "SHA-256 on tiedoston sormenjälki: jos kahdella tiedostolla on sama sormenjälki, ne ovat viimeistä tavua myöten samat.",
      notes: "Huomautukset",
      noNotes: "Ei huomautuksia.",
      warning: "Varoitus:",
      madeBy: (version) =>
        `Tehnyt rfm ${version}. Sivu on yksi tiedosto: siinä ei ole ohjelmakoodia, eikä se hae verkosta mitään.`,
    },
  };
}
