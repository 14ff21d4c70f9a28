import type { SchemeTexts } from "../../en/schemes.ts";

/** What the built-in schemes and their segments are called. */
export const NAMES: SchemeTexts = {
  "The eleven names marketers know, on recency, frequency and spend":
    "De elva segment som marknadsförare känner till, efter aktualitet, frekvens och köpvärde",
  "Putler's eleven segments, on recency and the mean of frequency and spend":
    "Putlers elva segment, efter aktualitet och medelvärdet av frekvens och köpvärde",
  "Ten segments on recency and frequency alone, as many notebooks have them":
    "Tio segment efter bara aktualitet och frekvens, som i många notebooks",
  "The example of the R package rfm: ten boxes in order, then Others":
    "R-paketet rfm:s exempel: tio områden i ordning, sedan Övriga",
  "The default of pymc-marketing: five lists of cells on four levels, then Other":
    "Standarden i pymc-marketing: fem listor med celler på fyra nivåer, sedan Övriga",
  "Braze's ten segments in order, its scores 0 to 3 as 1 to 4, then Others":
    "Brazes tio segment i ordning, dess poäng 0 till 3 här 1 till 4, sedan Övriga",
  Champions: "Bästa kunder",
  Loyal: "Stamkunder",
  "Potential Loyalist": "Blivande stamkunder",
  "New Customers": "Nya kunder",
  Promising: "Lovande",
  "Need Attention": "Behöver uppmärksamhet",
  "About To Sleep": "Svalnande",
  "At Risk": "I riskzonen",
  "Cannot Lose Them": "Omistliga",
  Hibernating: "Vilande",
  Lost: "Förlorade",
  "Loyal Customers": "Stamkunder",
  "Recent Customers": "Nyligen köpt",
  "Customers Needing Attention": "Behöver uppmärksamhet",
  "Can't Lose Them": "Omistliga",
  "Potential Loyalists": "Blivande stamkunder",
  Others: "Övriga",
  "Premium Customer": "Premiumkunder",
  "Repeat Customer": "Återköpare",
  "Top Spender": "Storköpare",
  "At Risk Customer": "I riskzonen",
  "Inactive Customer": "Inaktiva",
  Other: "Övriga",
  "Needing Attention": "Behöver uppmärksamhet",
  "Cannot Lose": "Omistliga",
};
