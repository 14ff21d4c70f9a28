import type { SchemeWords } from "../../en/schemes.ts";
import { ASK_FEEDBACK, AT_RISK, OTHERS, THANK } from "./names.ts";

export const PYMC: SchemeWords = {
  description: "pymc-marketing-kirjaston oletus: viisi pisteluetteloa neljällä tasolla, sitten Muut",
  segments: {
    "Premium Customer": {
      name: "Huippuasiakkaat",
      meaning: "Kaikki kolme pistettä asteikon yläpuoliskolla.",
      action: THANK,
    },
    "Repeat Customer": {
      name: "Toistuvasti ostaneet",
      meaning: "Tilanneet useammin kuin kerran.",
      action: "Muistuta tuotteista, jotka sopivat aiempiin tilauksiin.",
    },
    "Top Spender": {
      name: "Suurimmat ostajat",
      meaning: "Korkeat ostojen pisteet, tai keskitason ostot ja korkeat tuoreuden pisteet.",
      action: "Näytä parempi versio siitä, mitä he ostavat, ja uutuudet heille ensin.",
    },
    "At Risk Customer": {
      name: AT_RISK,
      meaning: "Tiheyden tai ostojen pisteet matalat; tuoreuden pisteet voivat olla korkeat.",
      action: "Anna syy seuraavaan tilaukseen.",
    },
    "Inactive Customer": {
      name: "Passiiviset",
      meaning: "Matalimmat tiheyden pisteet; tuoreuden pisteet voivat olla korkeat (411).",
      action: ASK_FEEDBACK,
    },
    Other: {
      name: OTHERS,
      meaning: "Eivät ole missään julkaistussa luettelossa.",
      action: "Katso heidän pisteitään yksitellen.",
    },
  },
};
