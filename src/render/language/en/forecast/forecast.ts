import type { Guard, ValueFault } from "../../../../analysis/forecast/guards.ts";
import type { DueState } from "../../../../analysis/forecast/usual-gaps.ts";
import type { EnglishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What one customer is expected to do, for a sentence. */
export interface CustomerForecastFact {
  readonly probability: number;
  readonly orders: number;
  readonly low: number;
  readonly high: number;
  /** What one order and all of them are expected to be worth; `null` where there is no money. */
  readonly value: number | null;
  readonly spend: number | null;
  readonly from: number;
  readonly to: number;
  readonly interval: number;
  /** ` EUR`, or empty. */
  readonly currency: string;
}

/** What `rfm forecast` says. */
export function englishForecast(
  { count, number, money, share, day, plural }: EnglishGrammar,
  { whole, off, guard }: ForecastPhrases,
) {
  return {
    title: (from: number, to: number) => `Who will order, ${day(from)} to ${day(to)}`,
    bySegment: "By segment",
    method: "How this was forecast",
    columns: {
      customer_id: "customer",
      first_order: "first order",
      last_order: "last order",
      recency_days: "days since",
      purchase_days: "order days",
      p_order: "chance of an order",
      expected_orders: "expected orders",
      orders_low: "from",
      orders_high: "to",
      expected_order_value: "value of an order",
      expected_spend: "expected spend",
      discounted_spend: "discounted",
      usual_gap_days: "usual gap",
      due: "due",
      segment: "segment",
      p_alive: "chance of not having left",
      customers: "customers",
      expected_buyers: "will order",
      share: "share",
    },
    notScored: "(before the window)",
    all: "all",
    total: (facts: {
      from: number;
      to: number;
      customers: number;
      buyers: number;
      orders: number;
      ordersRange: readonly [low: number, high: number] | null;
      /** `null` where there is no money. */
      spend: number | null;
      spendRange: readonly [low: number, high: number] | null;
      interval: number;
      /** ` EUR`, or empty. */
      currency: string;
    }) => {
      const chance = whole(facts.interval);
      const orders =
        facts.ordersRange === null
          ? ""
          : ` (${chance} interval ${count(Math.round(facts.ordersRange[0]))} to ${count(Math.round(facts.ordersRange[1]))})`;
      const range =
        facts.spendRange === null ? "" : ` (${money(facts.spendRange[0])} to ${money(facts.spendRange[1])})`;
      const spend = facts.spend === null ? "" : ` worth ${money(facts.spend)}${facts.currency}${range}`;
      return `From ${day(facts.from)} to ${day(facts.to)}, about ${count(Math.round(facts.buyers))} of your ${plural(facts.customers, "customer")} will order: ${plural(Math.round(facts.orders), "order")}${orders}${spend}. New customers come on top.`;
    },
    discounted: (spend: number, rate: number, currency: string) =>
      `Discounted at ${whole(rate)} a year, that is worth ${money(spend)}${currency}.`,
    earlier: (facts: { asOf: number; expected: number; actual: number; bias: number | null }) =>
      `The same forecast made on ${day(facts.asOf)} expected ${plural(Math.round(facts.expected), "order")}; ${count(facts.actual)} came${facts.bias === null ? "" : `: it was ${off(facts.bias)}`}.`,
    model: (facts: {
      model: string;
      customers: number;
      parameters: readonly (readonly [name: string, value: number, error: number | null])[];
      logLikelihood: number;
      isFrozen: boolean;
    }) => {
      const each = facts.parameters.map(
        ([name, value, error]) => `${name} = ${number(value, 4)}${error === null ? "" : ` ± ${number(error, 4)}`}`,
      );
      const which = facts.isFrozen
        ? `By ${facts.model} with the parameters of the file`
        : `By ${facts.model}, the most likely of the models that pass`;
      return `${which} (${plural(facts.customers, "customer")}): ${each.join(", ")}; α in days, ± one standard error; log-likelihood ${number(facts.logLikelihood, 2)}.`;
    },
    rule: (rule: string, reason: Guard) => `No model is used: ${guard(reason)}. The figures are those of ${rule}.`,
    ruleMeaning: {
      hiatus: (days: number) =>
        `The silence rule: who was silent for ${plural(days, "day")} or less orders as such customers did at an earlier day, and everybody else as those did.`,
      "last-period":
        "“As in the last period”: every customer orders as often as in the last period of the same length.",
      "last-year":
        "“As in the same period last year”: every customer orders as often as in the same days of last year.",
    },
    noInterval: "A simple rule has no interval for the total; how far it was off earlier says how far to trust it.",
    values: (facts: { p: number; q: number; v: number; customers: number }) =>
      `The value of an order is by Gamma–Gamma on ${plural(facts.customers, "customer")} with repeat orders: p = ${number(facts.p, 3)}, q = ${number(facts.q, 3)}, v = ${money(facts.v)}.`,
    valueFault: (fault: ValueFault) => {
      const why =
        fault.kind === "few repeaters"
          ? `only ${plural(fault.repeaters, "customer")} with a repeat order`
          : fault.kind === "no mean"
            ? `orders differ too much between customers (q = ${number(fault.q, 3)}, and 1 or less has no mean)`
            : "its likelihood has no peak";
      return `The value of an order is each customer's own mean (the shop's where there is one order only): Gamma–Gamma cannot be used, ${why}.`;
    },
    refunds: (kept: number) =>
      `Values are net of what this shop refunds later: ${share(1 - kept)} of all purchases so far.`,
    allRefunded: "Everything bought so far was refunded later, so no spend is expected.",
    aliveMeaning:
      "p_alive is the chance that a customer has not left for good. It does not say who will order: choose by p_order.",
    preview: (file: string) => `Every customer's row: rfm forecast … -o ${file}`,
    saved: (file: string) => `Parameters written to ${file}; --parameters ${file} forecasts other data with them.`,
    nothingToSave: "no model is used, so there are no parameters to save",
    explain: {
      title: (id: string, asOf: number) => `${id}, as of ${day(asOf)}`,
      history: (facts: { days: number; first: number; last: number; silence: number }) =>
        facts.days === 1
          ? `Ordered on one day so far, ${day(facts.first)}, ${plural(facts.silence, "day")} ago.`
          : `Ordered on ${count(facts.days)} days, first on ${day(facts.first)}, last on ${day(facts.last)}, ${plural(facts.silence, "day")} ago.`,
      gap: (facts: { gap: number; state: DueState }) => {
        const said = {
          no: "the next order is not due yet",
          due: "an order is due",
          overdue: "an order is overdue: the silence is longer than any before",
          lapsed:
            "this customer has probably lapsed: the silence is longer than any before, and than nine in ten customers ever paused",
        };
        return `The usual gap between two orders is ${number(facts.gap)} ${facts.gap === 1 ? "day" : "days"}; by that ${said[facts.state]}.`;
      },
      noGap: "Too few orders to know a usual gap: it takes four.",
      chance: (facts: CustomerForecastFact) =>
        `The chance of at least one order from ${day(facts.from)} to ${day(facts.to)} is ${share(facts.probability)}. Expected: ${number(facts.orders, 2)} ${facts.orders === 1 ? "order" : "orders"} (${whole(facts.interval)}: ${count(facts.low)} to ${count(facts.high)})${facts.value === null || facts.spend === null ? "" : `, each worth ${money(facts.value)}${facts.currency}, ${money(facts.spend)}${facts.currency} in all`}.`,
      alive: (alive: number) => `The chance of not having left for good is ${share(alive)}.`,
      comparison: (facts: { probability: number; rank: number; customers: number }) =>
        `The mean of all customers is ${share(facts.probability)}; a higher chance than this customer: ${count(facts.rank)} of ${count(facts.customers)}.`,
      discounted: (spend: number, currency: string) => `Discounted, that is ${money(spend)}${currency}.`,
    },
  };
}
