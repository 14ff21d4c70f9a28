import type { SchemeTexts } from "../../en/schemes.ts";

/** What the built-in schemes and their segments are called. */
export const NAMES: SchemeTexts = {
  "The eleven names marketers know, on recency, frequency and spend":
    "Markkinoijille tutut yksitoista segmenttiä tuoreuden, ostotiheyden ja ostojen arvon mukaan",
  "Putler's eleven segments, on recency and the mean of frequency and spend":
    "Putlerin yksitoista segmenttiä tuoreuden sekä ostotiheyden ja ostojen arvon keskiarvon mukaan",
  "Ten segments on recency and frequency alone, as many notebooks have them":
    "Kymmenen segmenttiä pelkän tuoreuden ja ostotiheyden mukaan, kuten monissa muistikirjoissa",
  "The example of the R package rfm: ten boxes in order, then Others":
    "R-paketin rfm esimerkki: kymmenen aluetta järjestyksessä, sitten Muut",
  "The default of pymc-marketing: five lists of cells on four levels, then Other":
    "pymc-marketing-kirjaston oletus: viisi pisteluetteloa neljällä tasolla, sitten Muut",
  "Braze's ten segments in order, its scores 0 to 3 as 1 to 4, then Others":
    "Brazen kymmenen segmenttiä järjestyksessä, sen pisteet 0–3 tässä 1–4, sitten Muut",
  Champions: "Parhaat asiakkaat",
  Loyal: "Kanta-asiakkaat",
  "Potential Loyalist": "Tulevat kanta-asiakkaat",
  "New Customers": "Uudet asiakkaat",
  Promising: "Lupaavat",
  "Need Attention": "Huomiota kaipaavat",
  "About To Sleep": "Hiipuvat",
  "At Risk": "Menetysvaarassa",
  "Cannot Lose Them": "Arvokkaat hiipuvat",
  Hibernating: "Horrostavat",
  Lost: "Menetetyt",
  "Loyal Customers": "Kanta-asiakkaat",
  "Recent Customers": "Äskettäin ostaneet",
  "Customers Needing Attention": "Huomiota kaipaavat",
  "Can't Lose Them": "Arvokkaat hiipuvat",
  "Potential Loyalists": "Tulevat kanta-asiakkaat",
  Others: "Muut",
  "Premium Customer": "Huippuasiakkaat",
  "Repeat Customer": "Toistuvasti ostaneet",
  "Top Spender": "Suurimmat ostajat",
  "At Risk Customer": "Menetysvaarassa",
  "Inactive Customer": "Passiiviset",
  Other: "Muut",
  "Needing Attention": "Huomiota kaipaavat",
  "Cannot Lose": "Arvokkaat hiipuvat",
};
