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
  PROMISING,
  REGULARS,
  REMIND,
  REWARD,
  SHOW_POPULAR,
  SLEEPING,
  SMALL_INCENTIVE,
  THANK,
  WELCOME,
} from "./names.ts";

export const PUTLER: SchemeWords = {
  description: "Putlerin yksitoista segmenttiä tuoreuden sekä ostotiheyden ja ostojen arvon keskiarvon mukaan",
  segments: {
    Champions: {
      name: BEST,
      meaning: "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
      action: THANK,
    },
    "Loyal Customers": {
      name: REGULARS,
      meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
      action: REWARD,
    },
    "Potential Loyalist": {
      name: FUTURE_REGULARS,
      meaning: "Tilanneet hiljattain; tilausmäärän ja ostojen pisteet ovat keskitasoa tai sen alle.",
      action: "Tarjoa jäsenyyttä ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
    },
    "Recent Customers": {
      name: "Äskettäin ostaneet",
      meaning: "Tilanneet hiljattain vain kerran ja käyttäneet vähemmän rahaa kuin useimmat.",
      action: WELCOME,
    },
    Promising: {
      name: PROMISING,
      meaning: "Tilanneet hiljattain vain kerran ja käyttäneet vähemmän rahaa kuin useimmat.",
      action: SMALL_INCENTIVE,
    },
    "Customers Needing Attention": {
      name: ATTENTION,
      meaning: "Keskitason pisteet kaikilla mittareilla.",
      action: REMIND,
    },
    "About To Sleep": {
      name: FADING,
      meaning: "Tuoreuden pisteet keskitasoa, tilausten ja ostojen sen alle.",
      action: SHOW_POPULAR,
    },
    "Can't Lose Them": {
      name: CANNOT_LOSE,
      meaning: "Tilanneet usein ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
      action: ASK_IN_PERSON,
    },
    "At Risk": {
      name: AT_RISK,
      meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
      action: ASK_WHY,
    },
    Hibernating: {
      name: SLEEPING,
      meaning: "Tilanneet kerran tai kahdesti, käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
      action: "Lähetä silloin tällöin jotain, mikä heitä koskee.",
    },
    Lost: {
      name: LOST,
      meaning: "Käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
      action: LAST_MESSAGE,
    },
  },
};
