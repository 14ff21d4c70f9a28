import type { Forecast } from "../../analysis/forecast/forecast.ts";
import type { ModelName } from "../../analysis/forecast/models/model-names.ts";
import { parameterNames } from "../../analysis/forecast/models/model-names.ts";
import type { Method, OriginCheck } from "../../analysis/forecast/origin-check.ts";
import type { Language } from "../language/language.ts";

/** What the models are called in papers. */
const MODEL_TITLES: Readonly<Record<ModelName, string>> = { "bg-nbd": "BG/NBD", "mbg-nbd": "MBG/NBD", nbd: "NBD" };

const PARAMETER_TITLES = { r: "r", alpha: "α", a: "a", b: "b" } as const;

/** A forecast's money. */
export interface ForecastMoney {
  readonly language: Language;
  /** Its currency as it stands behind an amount, ` EUR`; empty where the exports name none. */
  readonly currency: string;
}

/** How many will order, how often and for how much; and how far the same forecast was off before. */
export function totalSentences(forecast: Forecast, { language, currency }: ForecastMoney): readonly string[] {
  const { forecast: words } = language.words.forecasting;
  const { total, asOf, days, interval, discount, checks } = forecast;
  const { ordersLow, ordersHigh, spendLow, spendHigh, discountedSpend } = total;
  return [
    words.total({
      from: asOf + 1,
      to: asOf + days,
      customers: total.customers,
      buyers: Math.min(total.expectedBuyers, total.expectedOrders), // a rule's chances may add up to more than its orders
      orders: total.expectedOrders,
      ordersRange: ordersLow === null || ordersHigh === null ? null : [ordersLow, ordersHigh],
      spend: language.hasMoney ? Math.round(total.expectedSpend) : null,
      spendRange:
        !language.hasMoney || spendLow === null || spendHigh === null
          ? null
          : [Math.round(spendLow), Math.round(spendHigh)],
      interval,
      currency,
    }),
    ...(discount === null || discountedSpend === null
      ? []
      : [words.discounted(Math.round(discountedSpend), discount, currency)]),
    ...checks.flatMap((check) => earlierSentence(check, methodOf(forecast), language)),
  ];
}

/** The method whose figures are shown. */
function methodOf({ source }: Forecast): Method {
  return source.kind === "model" ? "model" : source.prediction.rule;
}

function earlierSentence(check: OriginCheck, shown: Method, language: Language): readonly string[] {
  const found = check.methods.find(({ method }) => method === shown);
  if (found === undefined) return [];
  const { expectedOrders, actualOrders, bias } = found;
  const { earlier } = language.words.forecasting.forecast;
  return [earlier({ asOf: check.asOf, expected: expectedOrders, actual: actualOrders, bias })];
}

/** What the figures come from: the model with its parameters, or the rule and why no model is used. */
export function sourceSentences({ source }: Forecast, language: Language): readonly string[] {
  const { forecast: words, methods } = language.words.forecasting;
  if (source.kind === "rule") {
    const { prediction, guard } = source;
    const meaning =
      prediction.rule === "hiatus"
        ? words.ruleMeaning.hiatus(prediction.hiatusDays ?? 0)
        : words.ruleMeaning[prediction.rule];
    return [words.rule(methods[prediction.rule], guard), meaning, words.noInterval];
  }
  const { model, isFrozen } = source;
  const parameters = parameterNames(model.name).map(
    (key) => [PARAMETER_TITLES[key], model.parameters[key], model.standardErrors?.[key] ?? null] as const,
  );
  const { customers, logLikelihood } = model;
  const facts = { model: MODEL_TITLES[model.name], customers, parameters, logLikelihood, isFrozen };
  return [words.model(facts)];
}

/** What a file of every customer's forecast needs said beside it. */
export function tableSentences(forecast: Forecast, language: Language): readonly string[] {
  const { aliveMeaning } = language.words.forecasting.forecast;
  return forecast.source.kind === "model" ? [...sourceSentences(forecast, language), aliveMeaning] : [];
}

/** What the value of an order comes from; nothing where there is no money. */
export function valueSentences({ values }: Forecast, language: Language): readonly string[] {
  if (!language.hasMoney) return [];
  const { forecast: words } = language.words.forecasting;
  const { model, fault, keptShare } = values;
  const by =
    fault === null && model !== null
      ? words.values({ ...model.parameters, customers: model.customers })
      : words.valueFault(fault ?? { kind: "no fit" });
  const refunds = keptShare === 0 ? [words.allRefunded] : keptShare < 1 ? [words.refunds(keptShare)] : [];
  return [by, ...refunds];
}
