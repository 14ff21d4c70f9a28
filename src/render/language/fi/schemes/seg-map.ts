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
  PROMISING,
  REGULARS,
  REMIND,
  REWARD,
  SHOW_POPULAR,
  SLEEPING,
  SMALL_INCENTIVE,
  STAMP_CARD,
  THANK,
  WELCOME,
} from "./names.ts";

export const SEG_MAP: SchemeWords = {
  description: "Kymmenen segmenttiä pelkän tuoreuden ja ostotiheyden mukaan, kuten monissa muistikirjoissa",
  segments: {
    Champions: {
      name: BEST,
      meaning: "Tilanneet hiljattain ja tilaavat usein.",
      action: THANK,
    },
    "Loyal Customers": {
      name: REGULARS,
      meaning: "Tilanneet hiljattain ja tilaavat usein.",
      action: REWARD,
    },
    "Potential Loyalists": {
      name: FUTURE_REGULARS,
      meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
      action: STAMP_CARD,
    },
    "New Customers": {
      name: NEW,
      meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
      action: WELCOME,
    },
    Promising: {
      name: PROMISING,
      meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
      action: SMALL_INCENTIVE,
    },
    "Need Attention": {
      name: ATTENTION,
      meaning: "Keskitason pisteet kummallakin mittarilla.",
      action: REMIND,
    },
    "About To Sleep": {
      name: FADING,
      meaning: "Tilanneet kerran tai kahdesti.",
      action: SHOW_POPULAR,
    },
    "Can't Lose Them": {
      name: CANNOT_LOSE,
      meaning: "Tilanneet usein, mutta olleet pitkään hiljaa.",
      action: ASK_IN_PERSON,
    },
    "At Risk": {
      name: AT_RISK,
      meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
      action: ASK_WHY,
    },
    Hibernating: {
      name: SLEEPING,
      meaning: "Tilanneet kerran tai kahdesti ja olleet pitkään hiljaa.",
      action: ASK_FEEDBACK,
    },
  },
};
