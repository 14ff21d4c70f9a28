import type { SchemeWords } from "../../en/schemes.ts";
import {
  ASK_IN_PERSON,
  ASK_WHY,
  AT_RISK,
  ATTENTION,
  BEST,
  CANNOT_LOSE,
  FADING,
  FUTURE_REGULARS,
  LAST_MESSAGE,
  LOST,
  NEW,
  NEXT_REASON,
  OTHERS,
  PROMISING,
  REGULARS,
  REMIND,
  REWARD,
  SHOW_POPULAR,
  STAMP_CARD,
  THANK,
  WELCOME,
} from "./names.ts";

export const RFM_R: SchemeWords = {
  description: "R-paketin rfm esimerkki: kymmenen aluetta järjestyksessä, sitten Muut",
  segments: {
    Champions: {
      name: BEST,
      meaning: "Parhaat pisteet kaikilla kolmella mittarilla.",
      action: THANK,
    },
    "Potential Loyalist": {
      name: FUTURE_REGULARS,
      meaning: "Tuoreuden ja tiheyden pisteet keskitasoa tai sen yli, eivätkä ostojen pisteet ole matalimmat.",
      action: STAMP_CARD,
    },
    "Loyal Customers": {
      name: REGULARS,
      meaning: "Keskitason pisteet kaikilla mittareilla.",
      action: REWARD,
    },
    Promising: {
      name: PROMISING,
      meaning: "Ostojen pisteet keskitasoa tai sen yli, tiheyden keskitasoa tai sen alle.",
      action: NEXT_REASON,
    },
    "New Customers": {
      name: NEW,
      meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
      action: WELCOME,
    },
    "Can't Lose Them": {
      name: CANNOT_LOSE,
      meaning: "Käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
      action: ASK_IN_PERSON,
    },
    "At Risk": {
      name: AT_RISK,
      meaning: "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
      action: ASK_WHY,
    },
    "Need Attention": {
      name: ATTENTION,
      meaning: "Tiheyden ja ostojen pisteet keskitasoa tai sen yli, tuoreuden keskitasoa tai sen alle.",
      action: REMIND,
    },
    "About To Sleep": {
      name: FADING,
      meaning: "Tuoreuden ja tiheyden pisteet keskitasoa tai sen alle.",
      action: SHOW_POPULAR,
    },
    Lost: {
      name: LOST,
      meaning: "Olleet pitkään hiljaa.",
      action: LAST_MESSAGE,
    },
    Others: {
      name: OTHERS,
      meaning: "Eivät kuulu mihinkään julkaistuista alueista.",
      action: "Katso heidän pisteitään yksitellen.",
    },
  },
};
