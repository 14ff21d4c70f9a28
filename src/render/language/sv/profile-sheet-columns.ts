import { explained } from "../en/explained.ts";

/** The columns of the sheet on what the best customers have in common, each with what it means. */
export const SWEDISH_PROFILE_COLUMNS = explained({
  "profile.attribute": ["Gäller", "Vad värdena är av: produkt, pris, land …"],
  "profile.value": ["Värde", "En produkt med sin kod."],
  "profile.best": ["Bästa kunder", "Hur många av de bästa som började med det."],
  "profile.best_share": ["Andel av de bästa", "Av de bästa kunderna, de som började med det."],
  "profile.rest": ["Andra kunder", "Hur många av de andra som började med det."],
  "profile.rest_share": ["Andel av de andra", "Av de andra kunderna, de som började med det."],
  "profile.lift": ["Lyft", "De bästas andel delad med allas andel; 1 när båda är lika."],
  "profile.difference": ["Skillnad", "De bästas andel minus de andras."],
  "profile.difference_low": ["Skillnad från", "Nedre gränsen för 95\u00A0%-intervallet (Newcombe)."],
  "profile.difference_high": ["Skillnad till", "Övre gränsen för det intervallet."],
  "profile.q_value": ["q", "Högst 0,05: skiljer sig mer än slumpen förklarar (Fisher, Benjamini–Hochberg)."],
  "profile.name": ["Namn", "Produktens namn, när data har ett."],
});
