import type { SchemeTexts } from "../../en/schemes.ts";

/** Who the customers of a segment are. */
export const MEANINGS: SchemeTexts = {
  "Ordered recently, order often and spend more than most.":
    "Har beställt nyligen, beställer ofta och handlar för mer än de flesta.",
  "Order often and spend more than most.": "Beställer ofta och handlar för mer än de flesta.",
  "Ordered recently, and more than once.": "Har beställt nyligen, och mer än en gång.",
  "Ordered more than once and spent more than most.": "Har beställt mer än en gång och handlat för mer än de flesta.",
  "Spent less than most; by recency score neither the newest nor the oldest.":
    "Har handlat för mindre än de flesta; enligt aktualitetspoängen varken de nyaste eller de äldsta.",
  "Ordered more than once, spent more than most, and have been silent for a long time.":
    "Har beställt mer än en gång och handlat för mer än de flesta, men inte beställt på länge.",
  "Ordered once or twice, spent less than most, and have been silent for a long time.":
    "Har beställt en eller två gånger, handlat för mindre än de flesta och inte beställt på länge.",
  "Spent less than most, and have been silent for a long time.":
    "Har handlat för mindre än de flesta och inte beställt på länge.",
  "Ordered recently, only once, and spent less than most.":
    "Har beställt nyligen, bara en gång, och handlat för mindre än de flesta.",
  "Ordered often, spent more than most, and have been silent for a long time.":
    "Har beställt ofta och handlat för mer än de flesta, men inte beställt på länge.",
  "Ordered more than once, and have been silent for a long time.": "Har beställt mer än en gång, men inte på länge.",
  "Ordered recently, and order often.": "Har beställt nyligen och beställer ofta.",
  "Ordered recently, and once or twice.": "Har beställt nyligen, en eller två gånger.",
  "In the middle on both scores.": "I mitten enligt båda poängen.",
  "Ordered once or twice.": "Har beställt en eller två gånger.",
  "Ordered often, and have been silent for a long time.": "Har beställt ofta, men inte på länge.",
  "Ordered once or twice, and have been silent for a long time.":
    "Har beställt en eller två gånger, men inte på länge.",
  "The best scores on all three counts.": "Bästa poäng i alla tre måtten.",
  "In the middle or above by recency and frequency score, and not the lowest by spend.":
    "I mitten eller över enligt aktualitets- och frekvenspoängen, och inte lägst enligt köpvärde.",
  "In the middle or above by spend score, and in the middle or below by frequency.":
    "I mitten eller över enligt köpvärde, och i mitten eller under enligt frekvens.",
  "Spent more than most, and have been silent for a long time.":
    "Har handlat för mer än de flesta, men inte beställt på länge.",
  "In the middle or above by frequency and spend score, and in the middle or below by recency.":
    "I mitten eller över enligt frekvens och köpvärde, och i mitten eller under enligt aktualitet.",
  "In the middle or below by recency and frequency score.":
    "I mitten eller under enligt aktualitets- och frekvenspoängen.",
  "Have been silent for a long time.": "Har inte beställt på länge.",
  "In none of the published boxes.": "I inget av de publicerade områdena.",
  "In the upper half of all three scores.": "I övre halvan enligt alla tre poängen.",
  "Ordered more than once.": "Har beställt mer än en gång.",
  "The lowest by frequency score; the recency score may be high (411).":
    "Lägst poäng för frekvens; aktualiteten kan vara hög (411).",
  "In none of the published lists.": "I ingen av de publicerade listorna.",
  "Ordered recently, and spent less than most.": "Har beställt nyligen och handlat för mindre än de flesta.",
  "High by recency score, and low by frequency or spend.":
    "Hög poäng för aktualitet, och låg för frekvens eller köpvärde.",
  "Low by recency score, and low by frequency or spend.":
    "Låg poäng för aktualitet, och låg för frekvens eller köpvärde.",
  "In none of the published segments: the lowest recency and spend score with the highest frequency.":
    "I inget av de publicerade segmenten: lägst poäng för aktualitet och köpvärde med högst frekvens.",
  "Placed their first order recently, and have placed one or two.":
    "Gjorde sin första beställning nyligen och har gjort en eller två.",
  "Ordered recently; by orders and spend together in the middle or below.":
    "Har beställt nyligen; i mitten eller under enligt beställningar och köpvärde tillsammans.",
  "In the middle by recency score, and by orders and spend together.":
    "I mitten enligt aktualitetspoängen, och även enligt beställningar och köpvärde tillsammans.",
  "In the middle by recency score, and below by orders and spend together.":
    "I mitten enligt aktualitetspoängen, och under enligt beställningar och köpvärde tillsammans.",
  "Neither the highest nor the lowest on any of the three scores.":
    "Varken högst eller lägst enligt något av de tre poängen.",
  "In the upper half by spend score.": "I den övre halvan enligt poängen för köpvärde.",
  "In the lower half by frequency or spend score; the recency score may be high.":
    "I den undre halvan enligt poängen för frekvens eller köpvärde; aktualiteten kan vara hög.",
};
