import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm forecast` says. */
export function swedishForecast(
  { count, number, money, share, day, plural, orders, days, customers }: SwedishGrammar,
  { whole, off, guard }: ForecastPhrases,
): Catalogue["forecasting"]["forecast"] {
  return {
    title: (from, to) => `Vilka som kommer att beställa, ${day(from)} till ${day(to)}`,
    bySegment: "Per segment",
    method: "Så gjordes prognosen",
    columns: {
      customer_id: "kund",
      first_order: "första beställning",
      last_order: "senaste beställning",
      recency_days: "dagar sedan",
      purchase_days: "beställningsdagar",
      p_order: "chans till beställning",
      expected_orders: "väntade beställningar",
      orders_low: "från",
      orders_high: "till",
      expected_order_value: "värde per beställning",
      expected_spend: "väntade köp",
      discounted_spend: "diskonterat",
      usual_gap_days: "vanligt uppehåll",
      due: "dags",
      segment: "segment",
      p_alive: "chans att inte ha lämnat",
      customers: "kunder",
      expected_buyers: "beställer",
      share: "andel",
    },
    notScored: "(före tidsfönstret)",
    all: "alla",
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
          : ` (${count(Math.round(ordersRange[0]))} till ${count(Math.round(ordersRange[1]))} med ${whole(interval)} sannolikhet)`;
      const rangeText = spendRange === null ? "" : ` (${money(spendRange[0])} till ${money(spendRange[1])})`;
      const spendText = spend === null ? "" : ` för ${money(spend)}${currency}${rangeText}`;
      return `Från ${day(from)} till ${day(to)} kommer ungefär ${count(Math.round(buyers))} av dina ${customers(all)} att beställa: ${orders(Math.round(expected))}${ordersText}${spendText}. Nya kunder tillkommer.`;
    },
    discounted: (spend, rate, currency) =>
      `Diskonterat med ${whole(rate)} per år är det värt ${money(spend)}${currency}.`,
    earlier: ({ asOf, expected, actual, bias }) =>
      `Samma prognos gjord ${day(asOf)} väntade sig ${orders(Math.round(expected))}; det kom ${count(actual)}${bias === null ? "" : `: den var ${off(bias)}`}.`,
    model: ({ model, customers: fitted, parameters, logLikelihood, isFrozen }) => {
      const each = parameters.map(
        ([name, value, error]) => `${name} = ${number(value, 4)}${error === null ? "" : ` ± ${number(error, 4)}`}`,
      );
      const which = isFrozen
        ? `Med ${model} och filens parametrar`
        : `Med ${model}, den troligaste av modellerna som klarar kraven`;
      return `${which} (${customers(fitted)}): ${each.join(", ")}; α i dagar, ± ett standardfel; log-likelihood ${number(logLikelihood, 2)}.`;
    },
    rule: (rule, reason) => `Ingen modell används: ${guard(reason)}. Siffrorna kommer från ${rule}.`,
    ruleMeaning: {
      hiatus: (amount) =>
        `Uppehållsregeln: den som har gjort ett uppehåll på högst ${days(amount)} beställer som sådana kunder gjorde en tidigare dag, och alla andra som de andra gjorde.`,
      "last-period":
        "”Som förra perioden”: varje kund beställer lika ofta som under den senaste perioden av samma längd.",
      "last-year": "”Som samma period i fjol”: varje kund beställer lika ofta som under samma dagar i fjol.",
    },
    noInterval:
      "En enkel regel har inget intervall för summan; hur mycket den har missat tidigare visar hur långt den går att lita på.",
    values: ({ p, q, v, customers: fitted }) =>
      `Värdet av en beställning kommer från Gamma–Gamma-modellen (${customers(fitted)} med upprepade beställningar): p = ${number(p, 3)}, q = ${number(q, 3)}, v = ${money(v)}.`,
    valueFault: (fault) => {
      const why =
        fault.kind === "few repeaters"
          ? `bara ${customers(fault.repeaters)} har upprepade beställningar`
          : fault.kind === "no mean"
            ? `beställningarna skiljer sig för mycket mellan kunder (q = ${number(fault.q, 3)}, och vid 1 eller mindre finns inget medelvärde)`
            : "dess likelihood har ingen topp";
      return `Värdet av en beställning är varje kunds eget medelvärde (butikens där det bara finns en beställning): Gamma–Gamma går inte att använda, ${why}.`;
    },
    refunds: (kept) =>
      `Från värdena är det avdraget som butiken återbetalar senare: ${share(1 - kept)} av alla köp hittills.`,
    allRefunded: "Allt som hittills har köpts har återbetalats senare, så inga köp är att vänta.",
    aliveMeaning:
      "p_alive är sannolikheten att en kund inte har lämnat för gott. Den säger inte vilka som kommer att beställa: välj efter p_order.",
    preview: (file) => `Varje kunds rad: rfm forecast … -o ${file}`,
    saved: (file) =>
      `Parametrarna har skrivits till ${file}; --parameters ${file} gör prognoser för andra data med dem.`,
    nothingToSave: "ingen modell används, så det finns inga parametrar att spara",
    explain: {
      title: (id, asOf) => `${id}, per ${day(asOf)}`,
      history: ({ days: bought, first, last, silence }) =>
        bought === 1
          ? `Har beställt en dag hittills, ${day(first)}, för ${days(silence)} sedan.`
          : `Har beställt ${count(bought)} dagar, första gången ${day(first)}, senast ${day(last)}, för ${days(silence)} sedan.`,
      gap: ({ gap, state }) => {
        const said = {
          no: "är det inte dags för nästa beställning ännu",
          due: "är det dags för en beställning",
          overdue: "är en beställning försenad: uppehållet är längre än något tidigare",
          lapsed:
            "är kunden sannolikt förlorad: uppehållet är längre än något tidigare, och längre än nio av tio kunder någonsin har gjort",
        };
        return `Det vanliga uppehållet mellan två beställningar är ${plural(gap, "dag", "dagar")}; enligt det ${said[state]}.`;
      },
      noGap: "För få beställningar för att känna till ett vanligt uppehåll: det krävs fyra.",
      chance: ({ probability, orders: expected, low, high, value, spend, from, to, interval, currency }) =>
        `Sannolikheten för minst en beställning från ${day(from)} till ${day(to)} är ${share(probability)}: att vänta är ${number(expected, 2)} ${expected === 1 ? "beställning" : "beställningar"} (${whole(interval)}: ${count(low)} till ${count(high)})${value === null || spend === null ? "" : `, var och en värd ${money(value)}${currency}, totalt ${money(spend)}${currency}`}.`,
      alive: (alive) => `Sannolikheten att inte ha lämnat för gott är ${share(alive)}.`,
      comparison: ({ probability, rank, customers: all }) =>
        `Medelvärdet för alla kunder är ${share(probability)}; högre sannolikhet än den här kunden har ${count(rank)} av ${count(all)}.`,
      discounted: (spend, currency) => `Diskonterat är det ${money(spend)}${currency}.`,
    },
  };
}
