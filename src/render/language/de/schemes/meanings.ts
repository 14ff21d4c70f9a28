import type { SchemeTexts } from "../../en/schemes.ts";

/** Who the customers of a segment are. */
export const MEANINGS: SchemeTexts = {
  "Ordered recently, order often and spend more than most.":
    "Haben kürzlich bestellt, bestellen oft und geben mehr aus als die meisten.",
  "Order often and spend more than most.": "Bestellen oft und geben mehr aus als die meisten.",
  "Ordered recently, and more than once.": "Haben kürzlich bestellt, und mehr als einmal.",
  "Ordered more than once and spent more than most.":
    "Haben mehr als einmal bestellt und mehr ausgegeben als die meisten.",
  "Spent less than most; by recency score neither the newest nor the oldest.":
    "Haben weniger ausgegeben als die meisten; nach Aktualität weder die neuesten noch die ältesten.",
  "Ordered more than once, spent more than most, and have been silent for a long time.":
    "Haben mehr als einmal bestellt und mehr ausgegeben als die meisten, aber lange nicht mehr bestellt.",
  "Ordered once or twice, spent less than most, and have been silent for a long time.":
    "Haben ein- oder zweimal bestellt, weniger ausgegeben als die meisten und lange nicht mehr bestellt.",
  "Spent less than most, and have been silent for a long time.":
    "Haben weniger ausgegeben als die meisten und lange nicht mehr bestellt.",
  "Ordered recently, only once, and spent less than most.":
    "Haben kürzlich, nur einmal bestellt und weniger ausgegeben als die meisten.",
  "Ordered often, spent more than most, and have been silent for a long time.":
    "Haben oft bestellt und mehr ausgegeben als die meisten, aber lange nicht mehr bestellt.",
  "Ordered more than once, and have been silent for a long time.":
    "Haben mehr als einmal bestellt, aber lange nicht mehr.",
  "Ordered recently, and order often.": "Haben kürzlich bestellt und bestellen oft.",
  "Ordered recently, and once or twice.": "Haben kürzlich bestellt, ein- oder zweimal.",
  "In the middle on both scores.": "Nach beiden Scores im Mittelfeld.",
  "Ordered once or twice.": "Haben ein- oder zweimal bestellt.",
  "Ordered often, and have been silent for a long time.": "Haben oft bestellt, aber lange nicht mehr.",
  "Ordered once or twice, and have been silent for a long time.":
    "Haben ein- oder zweimal bestellt, aber lange nicht mehr.",
  "The best scores on all three counts.": "Die besten Scores in allen drei Maßen.",
  "In the middle or above by recency and frequency score, and not the lowest by spend.":
    "Nach Aktualität und Häufigkeit im Mittelfeld oder darüber, und nach Ausgaben nicht die niedrigsten.",
  "In the middle or above by spend score, and in the middle or below by frequency.":
    "Nach Ausgaben im Mittelfeld oder darüber, nach Häufigkeit im Mittelfeld oder darunter.",
  "Spent more than most, and have been silent for a long time.":
    "Haben mehr ausgegeben als die meisten, aber lange nicht mehr bestellt.",
  "In the middle or above by frequency and spend score, and in the middle or below by recency.":
    "Nach Häufigkeit und Ausgaben im Mittelfeld oder darüber, nach Aktualität im Mittelfeld oder darunter.",
  "In the middle or below by recency and frequency score.":
    "Nach Aktualität und Häufigkeit im Mittelfeld oder darunter.",
  "Have been silent for a long time.": "Haben lange nicht mehr bestellt.",
  "In none of the published boxes.": "In keinem der veröffentlichten Bereiche.",
  "In the upper half of all three scores.": "Nach allen drei Scores in der oberen Hälfte.",
  "Ordered more than once.": "Haben mehr als einmal bestellt.",
  "The lowest by frequency score; the recency score may be high (411).":
    "Der niedrigste Score der Häufigkeit; die Aktualität kann hoch sein (411).",
  "In none of the published lists.": "In keiner der veröffentlichten Listen.",
  "Ordered recently, and spent less than most.": "Haben kürzlich bestellt und weniger ausgegeben als die meisten.",
  "High by recency score, and low by frequency or spend.":
    "Hoher Score der Aktualität, niedriger der Häufigkeit oder der Ausgaben.",
  "Low by recency score, and low by frequency or spend.":
    "Niedriger Score der Aktualität, und niedriger der Häufigkeit oder der Ausgaben.",
  "In none of the published segments: the lowest recency and spend score with the highest frequency.":
    "In keinem der veröffentlichten Segmente: niedrigster Score der Aktualität und der Ausgaben mit der höchsten Häufigkeit.",
  "Placed their first order recently, and have placed one or two.":
    "Haben kürzlich zum ersten Mal bestellt und haben eine oder zwei Bestellungen.",
  "Ordered recently; by orders and spend together in the middle or below.":
    "Haben kürzlich bestellt; nach Bestellungen und Ausgaben zusammen im Mittelfeld oder darunter.",
  "In the middle by recency score, and by orders and spend together.":
    "Nach Aktualität im Mittelfeld, nach Bestellungen und Ausgaben zusammen ebenso.",
  "In the middle by recency score, and below by orders and spend together.":
    "Nach Aktualität im Mittelfeld, nach Bestellungen und Ausgaben zusammen darunter.",
  "Neither the highest nor the lowest on any of the three scores.":
    "Nach keinem der drei Scores die höchsten oder die niedrigsten.",
  "In the upper half by spend score.": "Nach dem Score der Ausgaben in der oberen Hälfte.",
  "In the lower half by frequency or spend score; the recency score may be high.":
    "Nach dem Score der Häufigkeit oder der Ausgaben in der unteren Hälfte; die Aktualität kann hoch sein.",
};
