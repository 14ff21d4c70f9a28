import type { PROFILE_SHEET_COLUMNS } from "../en/profile-sheet-columns.ts";

/** The columns of the sheet on what the best customers have in common, each with what it means. */
export const FINNISH_PROFILE_SHEET_COLUMNS: typeof PROFILE_SHEET_COLUMNS = {
  "profile.attribute": ["Asia", "Minkä arvoista on kyse: tuote, hinta, maa …"],
  "profile.value": ["Arvo", "Tuotteesta sen koodi."],
  "profile.best": ["Parhaita asiakkaita", "Kuinka moni parhaista aloitti siitä."],
  "profile.best_share": ["Osuus parhaista", "Siitä aloittaneiden osuus parhaista asiakkaista."],
  "profile.rest": ["Muita asiakkaita", "Kuinka moni muista aloitti siitä."],
  "profile.rest_share": ["Osuus muista", "Siitä aloittaneiden osuus muista asiakkaista."],
  "profile.lift": ["Nosto", "Osuus parhaista jaettuna osuudella kaikista; 1, kun ne ovat samat."],
  "profile.difference": ["Ero", "Osuus parhaista miinus osuus muista."],
  "profile.difference_low": ["Ero vähintään", "95\u00A0%:n luottamusvälin alaraja (Newcombe)."],
  "profile.difference_high": ["Ero enintään", "Saman välin yläraja."],
  "profile.q_value": ["q", "Enintään 0,05: eroaa enemmän kuin sattuma selittää (Fisher, Benjamini–Hochberg)."],
  "profile.name": ["Nimi", "Tuotteen nimi, jos se on aineistossa."],
};
