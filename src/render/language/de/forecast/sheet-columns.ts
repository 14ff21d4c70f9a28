import { explained } from "../../en/explained.ts";

/** What the columns of the workbook's sheets are called, and what they mean, by sheet and name in data. */
export const GERMAN_FORECAST_COLUMNS = explained({
  "backtest.group": ["Nach", "Wonach Kunden unterschieden werden: Score, Zelle, Segment oder alle."],
  "backtest.value": ["Wert", "Der Score, die Zelle oder das Segment."],
  "backtest.customers": ["Kunden", "Wer am Tag der Bewertung darin war."],
  "backtest.returned": ["Kamen wieder", "Wer von ihnen in den folgenden Tagen bestellt hat."],
  "backtest.return_rate": ["Anteil", "Wiedergekommene von den Kunden."],
  "backtest.return_low": ["Von", "Untere Grenze des 95-%-Intervalls."],
  "backtest.return_high": ["Bis", "Obere Grenze des 95-%-Intervalls."],
  "backtest.orders": ["Bestelltage", "Tage mit einer Bestellung in den folgenden Tagen, zusammengezählt."],
  "backtest.revenue": ["Umsatz", "Käufe minus Erstattungen dieser Tage."],
  "backtest.revenue_per_customer": ["Umsatz pro Kunde", "Geteilt durch alle, die darin waren."],
  "backtest.scored_on": ["Bewertet am", "Nichts nach diesem Tag war bekannt."],
  "backtest.until": ["Beobachtet bis", "Der letzte der folgenden Tage."],
  "forecast.purchase_days": ["Bestelltage", "Bisherige Tage mit einer Bestellung."],
  "forecast.p_order": ["Chance auf Bestellung", "Auf mindestens eine Bestellung in den kommenden Tagen."],
  "forecast.expected_orders": [
    "Erwartete Bestellungen",
    "Tage mit einer Bestellung, die in den kommenden Tagen zu erwarten sind.",
  ],
  "forecast.orders_low": [
    "Bestellungen von",
    "Untere Grenze des Intervalls, in dem die Bestellungen des Kunden liegen werden.",
  ],
  "forecast.orders_high": ["Bestellungen bis", "Obere Grenze dieses Intervalls."],
  "forecast.expected_order_value": [
    "Wert einer Bestellung",
    "Was eine davon voraussichtlich wert ist, abzüglich späterer Erstattungen.",
  ],
  "forecast.expected_spend": ["Erwartete Ausgaben", "Erwartete Bestellungen mal ihr Wert."],
  "forecast.discounted_spend": ["Abgezinste Ausgaben", "Dasselbe, umso weniger wert, je später es kommt."],
  "forecast.usual_gap_days": [
    "Üblicher Abstand",
    "Median der Tage zwischen den Bestelltagen des Kunden, ab drei Abständen.",
  ],
  "forecast.due": [
    "Fällig",
    "nein (no), fällig (due), überfällig (overdue) oder abgewandert (lapsed), nach dem üblichen Abstand; in Klammern wie in den Daten.",
  ],
  "forecast.p_alive": [
    "Chance, nicht abgewandert zu sein",
    "Sie sagt nicht, wer bestellen wird: Wählen Sie nach der Chance auf eine Bestellung aus.",
  ],
});
