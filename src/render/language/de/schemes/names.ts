import type { SchemeTexts } from "../../en/schemes.ts";

/** What the built-in schemes and their segments are called. */
export const NAMES: SchemeTexts = {
  "The eleven names marketers know, on recency, frequency and spend":
    "Die elf Segmente, die im Marketing üblich sind, nach Aktualität, Häufigkeit und Kaufwert",
  "Putler's eleven segments, on recency and the mean of frequency and spend":
    "Putlers elf Segmente, nach Aktualität und dem Mittel aus Häufigkeit und Kaufwert",
  "Ten segments on recency and frequency alone, as many notebooks have them":
    "Zehn Segmente nur nach Aktualität und Häufigkeit, wie in vielen Notebooks",
  "The example of the R package rfm: ten boxes in order, then Others":
    "Das Beispiel des R-Pakets rfm: zehn Bereiche der Reihe nach, dann Sonstige",
  "The default of pymc-marketing: five lists of cells on four levels, then Other":
    "Der Standard von pymc-marketing: fünf Zellenlisten auf vier Stufen, dann Sonstige",
  "Braze's ten segments in order, its scores 0 to 3 as 1 to 4, then Others":
    "Die zehn Segmente von Braze der Reihe nach, dessen Scores 0 bis 3 hier 1 bis 4, dann Sonstige",
  Champions: "Beste Kunden",
  Loyal: "Stammkunden",
  "Potential Loyalist": "Angehende Stammkunden",
  "New Customers": "Neukunden",
  Promising: "Vielversprechende",
  "Need Attention": "Aufmerksamkeit nötig",
  "About To Sleep": "Einschlafende",
  "At Risk": "Gefährdete",
  "Cannot Lose Them": "Unverzichtbare",
  Hibernating: "Ruhende",
  Lost: "Verlorene",
  "Loyal Customers": "Stammkunden",
  "Recent Customers": "Aktuelle Käufer",
  "Customers Needing Attention": "Aufmerksamkeit nötig",
  "Can't Lose Them": "Unverzichtbare",
  "Potential Loyalists": "Angehende Stammkunden",
  Others: "Sonstige",
  "Premium Customer": "Premiumkunden",
  "Repeat Customer": "Wiederkäufer",
  "Top Spender": "Umsatzstärkste",
  "At Risk Customer": "Gefährdete",
  "Inactive Customer": "Inaktive",
  Other: "Sonstige",
  "Needing Attention": "Aufmerksamkeit nötig",
  "Cannot Lose": "Unverzichtbare",
};
