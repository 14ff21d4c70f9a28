import { explained } from "../../en/explained.ts";

/** What the columns of the workbook's sheets are called, and what they mean, by sheet and name in data. */
export const SWEDISH_FORECAST_COLUMNS = explained({
  "backtest.group": ["Efter", "Vad kunderna skiljs åt av: poäng, cell, segment eller alla."],
  "backtest.value": ["Värde", "Poängen, cellen eller segmentet."],
  "backtest.customers": ["Kunder", "Vilka som var i den på poängdagen."],
  "backtest.returned": ["Kom tillbaka", "De av dem som beställde under dagarna som följde."],
  "backtest.return_rate": ["Andel", "Av kunderna, de som kom tillbaka."],
  "backtest.return_low": ["Från", "Nedre gränsen för 95 %-intervallet."],
  "backtest.return_high": ["Till", "Övre gränsen för 95 %-intervallet."],
  "backtest.orders": ["Beställningsdagar", "Dagar med en beställning under dagarna som följde, sammanlagt."],
  "backtest.revenue": ["Intäkter", "Köp minus återbetalningar de dagarna."],
  "backtest.revenue_per_customer": ["Intäkter per kund", "Delat med alla som var i den."],
  "backtest.scored_on": ["Poängsatt", "Inget efter den här dagen var känt."],
  "backtest.until": ["Följt till", "Den sista av dagarna som följde."],
  "forecast.purchase_days": ["Beställningsdagar", "Dagar med en beställning hittills."],
  "forecast.p_order": ["Chans till beställning", "Minst en beställning under dagarna framöver."],
  "forecast.expected_orders": ["Väntade beställningar", "Dagar med en beställning som är att vänta framöver."],
  "forecast.orders_low": [
    "Beställningar från",
    "Nedre gränsen för intervallet där kundens beställningar kommer att ligga.",
  ],
  "forecast.orders_high": ["Beställningar till", "Övre gränsen för det intervallet."],
  "forecast.expected_order_value": [
    "Värde per beställning",
    "Vad en av dem väntas vara värd, efter senare återbetalningar.",
  ],
  "forecast.expected_spend": ["Väntade köp", "Väntade beställningar gånger deras värde."],
  "forecast.discounted_spend": ["Diskonterade köp", "Samma sak, värd mindre ju senare den kommer."],
  "forecast.usual_gap_days": ["Vanligt uppehåll", "Mediandagar mellan kundens beställningsdagar, från tre avstånd."],
  "forecast.due": [
    "Dags",
    "nej (no), dags (due), försenad (overdue) eller förlorad (lapsed), enligt det vanliga uppehållet; inom parentes som i data.",
  ],
  "forecast.p_alive": [
    "Chans att inte ha lämnat",
    "Den säger inte vilka som beställer: välj efter chansen till en beställning.",
  ],
});
