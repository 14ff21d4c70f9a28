import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm forecast` says. */
export function germanForecast(
  { count, number, money, share, day, plural, orders, daysDative, customers, customersDative }: GermanGrammar,
  { whole, off, guard }: ForecastPhrases,
): Catalogue["forecasting"]["forecast"] {
  return {
    title: (from, to) => `Wer bestellen wird, ${day(from)} bis ${day(to)}`,
    bySegment: "Nach Segment",
    method: "Wie dies prognostiziert wurde",
    columns: {
      customer_id: "Kunde",
      first_order: "erste Bestellung",
      last_order: "letzte Bestellung",
      recency_days: "Tage seither",
      purchase_days: "Bestelltage",
      p_order: "Chance auf Bestellung",
      expected_orders: "erwartete Bestellungen",
      orders_low: "von",
      orders_high: "bis",
      expected_order_value: "Wert einer Bestellung",
      expected_spend: "erwartete Ausgaben",
      discounted_spend: "abgezinst",
      usual_gap_days: "üblicher Abstand",
      due: "fällig",
      segment: "Segment",
      p_alive: "Chance, nicht abgewandert zu sein",
      customers: "Kunden",
      expected_buyers: "werden bestellen",
      share: "Anteil",
    },
    notScored: "(vor dem Zeitfenster)",
    all: "alle",
    total: ({
      from,
      to,
      customers: all,
      buyers,
      orders: expected,
      ordersRange,
      spend,
      spendRange,
      interval,
      currency,
    }) => {
      const ordersText =
        ordersRange === null
          ? ""
          : ` (${count(Math.round(ordersRange[0]))} bis ${count(Math.round(ordersRange[1]))} mit ${whole(interval)} Wahrscheinlichkeit)`;
      const rangeText = spendRange === null ? "" : ` (${money(spendRange[0])} bis ${money(spendRange[1])})`;
      const spendText = spend === null ? "" : ` im Wert von ${money(spend)}${currency}${rangeText}`;
      const buyersRounded = Math.round(buyers);
      return `Vom ${day(from)} bis ${day(to)} ${buyersRounded === 1 ? "wird" : "werden"} etwa ${count(buyersRounded)} von Ihren ${customersDative(all)} bestellen: ${orders(Math.round(expected))}${ordersText}${spendText}. Neue Kunden kommen hinzu.`;
    },
    discounted: (spend, rate, currency) => `Mit ${whole(rate)} im Jahr abgezinst sind das ${money(spend)}${currency}.`,
    earlier: ({ asOf, expected, actual, bias }) =>
      `Dieselbe Prognose vom ${day(asOf)} erwartete ${orders(Math.round(expected))}; es ${actual === 1 ? "kam" : "kamen"} ${count(actual)}${bias === null ? "" : `: Sie war ${off(bias)}`}.`,
    model: ({ model, customers: fitted, parameters, logLikelihood, isFrozen }) => {
      const each = parameters.map(
        ([name, value, error]) => `${name} = ${number(value, 4)}${error === null ? "" : ` ± ${number(error, 4)}`}`,
      );
      const which = isFrozen
        ? `Mit ${model} und den Parametern der Datei`
        : `Mit ${model}, dem wahrscheinlichsten der zulässigen Modelle`;
      return `${which} (${customers(fitted)}): ${each.join(", ")}; α in Tagen, ± ein Standardfehler; Log-Likelihood ${number(logLikelihood, 2)}.`;
    },
    rule: (rule, reason) => `Es wird kein Modell verwendet. ${guard(reason)}. Die Zahlen liefert ${rule}.`,
    ruleMeaning: {
      hiatus: (amount) =>
        `Die Pausenregel: Wer seit höchstens ${daysDative(amount)} nicht bestellt hat, bestellt wie solche Kunden an einem früheren Tag, alle anderen wie die anderen damals.`,
      "last-period": "„Wie im letzten Zeitraum“: Jeder Kunde bestellt so oft wie im letzten Zeitraum derselben Länge.",
      "last-year":
        "„Wie im gleichen Zeitraum des Vorjahres“: Jeder Kunde bestellt so oft wie an denselben Tagen des Vorjahres.",
    },
    noInterval:
      "Eine einfache Regel hat kein Intervall für die Summe; wie weit sie früher danebenlag, zeigt, wie weit ihr zu trauen ist.",
    values: ({ p, q, v, customers: fitted }) =>
      `Der Wert einer Bestellung kommt aus dem Gamma–Gamma-Modell (${customers(fitted)} mit Folgebestellungen): p = ${number(p, 3)}, q = ${number(q, 3)}, v = ${money(v)}.`,
    valueFault: (fault) => {
      const why =
        fault.kind === "few repeaters"
          ? `Folgebestellungen haben nur ${customers(fault.repeaters)}`
          : fault.kind === "no mean"
            ? `die Bestellungen unterscheiden sich zwischen den Kunden zu stark (q = ${number(fault.q, 3)}, und bis 1 gibt es keinen Mittelwert)`
            : "seine Likelihood hat kein Maximum";
      return `Der Wert einer Bestellung ist der eigene Mittelwert jedes Kunden (bei nur einer Bestellung der des Shops): Gamma–Gamma ist nicht verwendbar, ${why}.`;
    },
    refunds: (kept) =>
      `Von den Werten ist abgezogen, was dieser Shop später erstattet: ${share(1 - kept)} aller bisherigen Käufe.`,
    allRefunded: "Alles bisher Gekaufte wurde später erstattet, daher sind keine Ausgaben zu erwarten.",
    aliveMeaning:
      "p_alive ist die Wahrscheinlichkeit, dass ein Kunde nicht endgültig abgewandert ist. Sie sagt nicht, wer bestellen wird: Wählen Sie nach p_order aus.",
    preview: (file) => `Die Zeile jedes Kunden: rfm forecast … -o ${file}`,
    saved: (file) => `Parameter in ${file} geschrieben; --parameters ${file} prognostiziert damit andere Daten.`,
    nothingToSave: "Es wird kein Modell verwendet, daher sind keine Parameter zu speichern",
    explain: {
      title: (id, asOf) => `${id}, zum ${day(asOf)}`,
      history: ({ days: bought, first, last, silence }) =>
        bought === 1
          ? `Bisher an einem Tag bestellt, am ${day(first)}, vor ${daysDative(silence)}.`
          : `An ${count(bought)} Tagen bestellt, zuerst am ${day(first)}, zuletzt am ${day(last)}, vor ${daysDative(silence)}.`,
      gap: ({ gap, state }) => {
        const said = {
          no: "ist die nächste Bestellung noch nicht fällig",
          due: "ist eine Bestellung fällig",
          overdue: "ist eine Bestellung überfällig: Die Pause ist länger als jede zuvor",
          lapsed:
            "ist dieser Kunde vermutlich abgewandert: Die Pause ist länger als jede zuvor, und länger, als neun von zehn Kunden je pausiert haben",
        };
        return `Der übliche Abstand zwischen zwei Bestellungen beträgt ${plural(gap, "Tag", "Tage")}; danach ${said[state]}.`;
      },
      noGap: "Zu wenige Bestellungen für einen üblichen Abstand: Es braucht vier.",
      chance: ({ probability, orders: expected, low, high, value, spend, from, to, interval, currency }) =>
        `Die Wahrscheinlichkeit für mindestens eine Bestellung vom ${day(from)} bis ${day(to)} beträgt ${share(probability)}: Zu erwarten ${expected === 1 ? "ist" : "sind"} ${number(expected, 2)} ${expected === 1 ? "Bestellung" : "Bestellungen"} (${whole(interval)}: ${count(low)} bis ${count(high)})${value === null || spend === null ? "" : `, je ${money(value)}${currency} wert, zusammen ${money(spend)}${currency}`}.`,
      alive: (alive) => `Die Wahrscheinlichkeit, nicht endgültig abgewandert zu sein, beträgt ${share(alive)}.`,
      comparison: ({ probability, rank, customers: all }) =>
        `Der Mittelwert aller Kunden ist ${share(probability)}; eine höhere Wahrscheinlichkeit als dieser Kunde haben ${count(rank)} von ${count(all)}.`,
      discounted: (spend, currency) => `Abgezinst sind das ${money(spend)}${currency}.`,
    },
  };
}
