import type { Catalogue } from "../en/index.ts";

/** The monetary value by what it is made from. */
export const finnishMonetary: Catalogue["monetary"] = {
  averageSpend: {
    howMuch: "kuinka paljon hän on ostanut tilausta kohti hyvitysten jälkeen",
    measure: "ostot tilausta kohti",
    median: "mediaani tilausta kohti",
    values: "Ostot tilausta kohti",
    caption: "Asiakkaat sen mukaan, paljonko he ovat ostaneet tilausta kohti hyvitysten jälkeen (ostojen arvo).",
    half: (median) => `Puolella asiakkaista ostot tilausta kohti ovat enintään ${median}`,
    same: "Kaikkien asiakkaiden ostot tilausta kohti ovat yhtä suuret",
  },
  totalMargin: {
    howMuch: "kuinka paljon katetta hänen tilauksensa ovat tuoneet hyvitysten jälkeen",
    measure: "kate",
    median: "mediaani kate",
    values: "Kate",
    caption: "Asiakkaat heidän tilaustensa katteen mukaan hyvitysten jälkeen (ostojen arvo).",
    half: (median) => `Puolella asiakkaista kate on enintään ${median}`,
    same: "Kaikkien asiakkaiden kate on yhtä suuri",
  },
  averageMargin: {
    howMuch: "kuinka paljon katetta hänen tilauksensa ovat tuoneet keskimäärin hyvitysten jälkeen",
    measure: "kate tilausta kohti",
    median: "mediaani kate tilausta kohti",
    values: "Kate tilausta kohti",
    caption: "Asiakkaat tilausta kohti lasketun katteen mukaan hyvitysten jälkeen (ostojen arvo).",
    half: (median) => `Puolella asiakkaista kate tilausta kohti on enintään ${median}`,
    same: "Kaikkien asiakkaiden kate tilausta kohti on yhtä suuri",
  },
};
