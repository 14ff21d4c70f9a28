import type { SchemeWords } from "../../en/schemes.ts";
import {
  ASK_FEEDBACK,
  ASK_IN_PERSON,
  ASK_WHY,
  AT_RISK,
  ATTENTION,
  BEST,
  CANNOT_LOSE,
  FADING,
  FUTURE_REGULARS,
  NEW,
  NEXT_REASON,
  OTHERS,
  PROMISING,
  REGULARS,
  REMIND,
  REWARD,
  SHOW_POPULAR,
  SLEEPING,
  STAMP_CARD,
  THANK,
  WELCOME,
} from "./names.ts";

export const BRAZE: SchemeWords = {
  description: "Brazen kymmenen segmenttiä järjestyksessä, sen pisteet 0–3 tässä 1–4, sitten Muut",
  segments: {
    Champions: {
      name: BEST,
      meaning: "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
      action: THANK,
    },
    Loyal: {
      name: REGULARS,
      meaning: "Tilanneet hiljattain ja tilaavat usein.",
      action: REWARD,
    },
    "Potential Loyalists": {
      name: FUTURE_REGULARS,
      meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
      action: STAMP_CARD,
    },
    Promising: {
      name: PROMISING,
      meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
      action: NEXT_REASON,
    },
    "New Customers": {
      name: NEW,
      meaning: "Tilanneet hiljattain ja käyttäneet vähemmän rahaa kuin useimmat.",
      action: WELCOME,
    },
    "Needing Attention": {
      name: ATTENTION,
      meaning: "Tuoreuden pisteet korkeat, tiheyden tai ostojen matalat.",
      action: REMIND,
    },
    "Cannot Lose": {
      name: CANNOT_LOSE,
      meaning: "Tilanneet usein ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
      action: ASK_IN_PERSON,
    },
    "At Risk": {
      name: AT_RISK,
      meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
      action: ASK_WHY,
    },
    "About To Sleep": {
      name: FADING,
      meaning: "Tuoreuden pisteet matalat, samoin tiheyden tai ostojen.",
      action: SHOW_POPULAR,
    },
    Hibernating: {
      name: SLEEPING,
      meaning: "Olleet pitkään hiljaa.",
      action: ASK_FEEDBACK,
    },
    Others: {
      name: OTHERS,
      meaning:
        "Eivät kuulu mihinkään julkaistuun segmenttiin: matalimmat tuoreuden ja ostojen pisteet, korkeimmat tiheyden.",
      action: "Katso heitä yksitellen.",
    },
  },
};
