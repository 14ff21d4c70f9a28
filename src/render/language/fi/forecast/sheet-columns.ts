import type { FORECAST_SHEET_COLUMNS } from "../../en/forecast/sheet-columns.ts";

/** What the columns of the workbook's sheets are called, and what they mean. */
export const FINNISH_SHEET_COLUMNS: typeof FORECAST_SHEET_COLUMNS = {
  "backtest.group": ["Ryhmittely", "Minkä mukaan asiakkaat erotellaan: pisteet, solu, segmentti tai kaikki."],
  "backtest.value": ["Arvo", "Pisteet, solu tai segmentti."],
  "backtest.customers": ["Asiakkaita", "Ryhmässä pisteytyspäivänä olleet."],
  "backtest.returned": ["Palasi", "Heistä ne, jotka tilasivat seurantapäivinä."],
  "backtest.return_rate": ["Osuus", "Palanneiden osuus asiakkaista."],
  "backtest.return_low": ["Alkaen", "Osuuden 95\u00A0%:n luottamusvälin alaraja."],
  "backtest.return_high": ["Asti", "Osuuden 95\u00A0%:n luottamusvälin yläraja."],
  "backtest.orders": ["Tilauspäiviä", "Seurantapäivien tilauspäivät yhteensä."],
  "backtest.revenue": ["Myynti", "Näiden päivien ostot ilman palautuksia."],
  "backtest.revenue_per_customer": ["Myynti asiakasta kohti", "Jaettuna kaikilla ryhmässä olleilla."],
  "backtest.scored_on": ["Pisteytetty", "Tämän päivän jälkeisestä ei tiedetty mitään."],
  "backtest.until": ["Seurattu asti", "Viimeinen seurantapäivä."],
  "forecast.purchase_days": ["Tilauspäiviä", "Päivät, joina asiakas on tähän asti tilannut."],
  "forecast.p_order": ["Tilauksen todennäköisyys", "Vähintään yksi tilaus ennustettavina päivinä."],
  "forecast.expected_orders": ["Odotettuja tilauksia", "Odotettavissa olevat tilauspäivät ennustettavina päivinä."],
  "forecast.orders_low": ["Tilauksia vähintään", "Asiakkaan tilausten välin alaraja."],
  "forecast.orders_high": ["Tilauksia enintään", "Saman välin yläraja."],
  "forecast.expected_order_value": ["Tilauksen arvo", "Yhden tilauksen odotettu arvo myöhempien palautusten jälkeen."],
  "forecast.expected_spend": ["Odotettu myynti", "Odotetut tilaukset kertaa niiden arvo."],
  "forecast.discounted_spend": ["Diskontattu myynti", "Sama, sitä pienempänä mitä myöhemmin se tulee."],
  "forecast.usual_gap_days": [
    "Tavallinen väli",
    "Asiakkaan tilauspäivien välien mediaani, kun välejä on vähintään kolme.",
  ],
  "forecast.due": [
    "Aika tilata",
    "Tavallisen välin mukaan: ei vielä (no), nyt (due), myöhässä (overdue) tai menetetty (lapsed); suluissa datassa.",
  ],
  "forecast.p_alive": [
    "Ei ole lähtenyt",
    "Todennäköisyys. Se ei kerro, kuka tilaa: valitse tilauksen todennäköisyyden mukaan.",
  ],
};
