import type { SchemeTexts } from "../../en/schemes.ts";

/** Who the customers of a segment are. */
export const MEANINGS: SchemeTexts = {
  "Ordered recently, order often and spend more than most.":
    "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
  "Order often and spend more than most.": "Tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
  "Ordered recently, and more than once.": "Tilanneet hiljattain ja useammin kuin kerran.",
  "Ordered more than once and spent more than most.":
    "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat.",
  "Spent less than most; by recency score neither the newest nor the oldest.":
    "Käyttäneet vähemmän rahaa kuin useimmat; tuoreuden pisteet eivät ole korkeimmat eivätkä matalimmat.",
  "Ordered more than once, spent more than most, and have been silent for a long time.":
    "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
  "Ordered once or twice, spent less than most, and have been silent for a long time.":
    "Tilanneet kerran tai kahdesti, käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
  "Spent less than most, and have been silent for a long time.":
    "Käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
  "Ordered recently, only once, and spent less than most.":
    "Tilanneet hiljattain vain kerran ja käyttäneet vähemmän rahaa kuin useimmat.",
  "Ordered often, spent more than most, and have been silent for a long time.":
    "Tilanneet usein ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
  "Ordered more than once, and have been silent for a long time.":
    "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
  "Ordered recently, and order often.": "Tilanneet hiljattain ja tilaavat usein.",
  "Ordered recently, and once or twice.": "Tilanneet hiljattain, kerran tai kahdesti.",
  "In the middle on both scores.": "Keskitason pisteet kummallakin mittarilla.",
  "Ordered once or twice.": "Tilanneet kerran tai kahdesti.",
  "Ordered often, and have been silent for a long time.": "Tilanneet usein, mutta olleet pitkään hiljaa.",
  "Ordered once or twice, and have been silent for a long time.":
    "Tilanneet kerran tai kahdesti ja olleet pitkään hiljaa.",
  "The best scores on all three counts.": "Parhaat pisteet kaikilla kolmella mittarilla.",
  "In the middle or above by recency and frequency score, and not the lowest by spend.":
    "Tuoreuden ja tiheyden pisteet keskitasoa tai sen yli, eivätkä ostojen pisteet ole matalimmat.",
  "In the middle or above by spend score, and in the middle or below by frequency.":
    "Ostojen pisteet keskitasoa tai sen yli, tiheyden keskitasoa tai sen alle.",
  "Spent more than most, and have been silent for a long time.":
    "Käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
  "In the middle or above by frequency and spend score, and in the middle or below by recency.":
    "Tiheyden ja ostojen pisteet keskitasoa tai sen yli, tuoreuden keskitasoa tai sen alle.",
  "In the middle or below by recency and frequency score.": "Tuoreuden ja tiheyden pisteet keskitasoa tai sen alle.",
  "Have been silent for a long time.": "Olleet pitkään hiljaa.",
  "In none of the published boxes.": "Eivät kuulu mihinkään julkaistuista alueista.",
  "In the upper half of all three scores.": "Kaikki kolme pistettä asteikon yläpuoliskolla.",
  "Ordered more than once.": "Tilanneet useammin kuin kerran.",
  "The lowest by frequency score; the recency score may be high (411).":
    "Matalimmat tiheyden pisteet; tuoreuden pisteet voivat olla korkeat (411).",
  "In none of the published lists.": "Eivät ole missään julkaistussa luettelossa.",
  "Ordered recently, and spent less than most.": "Tilanneet hiljattain ja käyttäneet vähemmän rahaa kuin useimmat.",
  "High by recency score, and low by frequency or spend.": "Tuoreuden pisteet korkeat, tiheyden tai ostojen matalat.",
  "Low by recency score, and low by frequency or spend.": "Tuoreuden pisteet matalat, samoin tiheyden tai ostojen.",
  "In none of the published segments: the lowest recency and spend score with the highest frequency.":
    "Eivät kuulu mihinkään julkaistuun segmenttiin: matalimmat tuoreuden ja ostojen pisteet, korkeimmat tiheyden.",
  "Placed their first order recently, and have placed one or two.":
    "Tehneet ensimmäisen tilauksensa hiljattain, ja tilauksia on yksi tai kaksi.",
  "Ordered recently; by orders and spend together in the middle or below.":
    "Tilanneet hiljattain; tilausmäärän ja ostojen pisteet ovat yhdessä keskitasoa tai sen alle.",
  "In the middle by recency score, and by orders and spend together.":
    "Tuoreuden pisteet keskitasoa, samoin tilausten ja ostojen pisteet yhdessä.",
  "In the middle by recency score, and below by orders and spend together.":
    "Tuoreuden pisteet keskitasoa, tilausten ja ostojen pisteet yhdessä sen alle.",
  "Neither the highest nor the lowest on any of the three scores.":
    "Yhdetkään kolmesta pisteestä eivät ole korkeimmat eivätkä matalimmat.",
  "In the upper half by spend score.": "Ostojen pisteet asteikon yläpuoliskolla.",
  "In the lower half by frequency or spend score; the recency score may be high.":
    "Tiheyden tai ostojen pisteet asteikon alapuoliskolla; tuoreuden pisteet voivat olla korkeat.",
};
