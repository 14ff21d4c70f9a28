import { parseDiscountOption, parseIntervalOption, parseOriginsOption, parseSeedOption } from "./forecast-values.ts";
import { flagOption, option } from "./option.ts";
import { parseDayOption, parseSpanOption } from "./reading-values.ts";

const section = "forecasting";

/** Both commands have it, with a default of their own. */
const horizon = {
  name: "horizon",
  section,
  kind: "span",
  parse: parseSpanOption,
} as const;

const originsOption = {
  name: "origins",
  section,
  kind: "number",
  placeholder: "n",
  parse: parseOriginsOption,
} as const;

/** What `rfm backtest` looks back at. */
export const backtestOptions = [
  option({
    ...horizon,
    summary: "how long customers are followed after they were scored: 90d, 6m",
    whenAbsent: "a quarter of the history, at most 6m",
  }),
  option({
    name: "at",
    section,
    kind: "day",
    summary: "the day on which customers are scored, yyyy-mm-dd; they are followed to the as-of date, or for --horizon",
    whenAbsent: "the day before the last horizon",
    parse: parseDayOption,
  }),
  option({
    ...originsOption,
    summary: "on how many earlier days, a horizon apart, 1 to 12",
    whenAbsent: "1",
  }),
] as const;

export const savedParametersOption = option({
  name: "save-parameters",
  section,
  kind: "file",
  summary: "write what was fitted, for use with other data",
  isLineOnly: true,
});

export const parametersOption = option({
  name: "parameters",
  section,
  kind: "file",
  summary: "forecast with the parameters that --save-parameters wrote",
  excludes: {
    names: [savedParametersOption.name],
    why: "parameters from a file are not fitted again",
    hint: "copy the file",
  },
});

export const explainOption = option({
  name: "explain",
  section,
  placeholder: "id",
  summary: "one customer's forecast in words, by the id or e-mail address",
  isLineOnly: true,
});

/** What `rfm forecast` looks ahead at. */
export const forecastOptions = [
  option({
    ...horizon,
    summary: "how far to look ahead: 90d, 12m",
    whenAbsent: "90d",
  }),
  option({
    ...originsOption,
    summary: "on how many earlier days the same forecast is tested, 1 to 12",
    whenAbsent: "2",
  }),
  option({
    name: "interval",
    section,
    kind: "number",
    placeholder: "percent",
    summary: "coverage of the interval from orders_low to orders_high in percent, 50 to 99",
    whenAbsent: "80",
    parse: parseIntervalOption,
  }),
  option({
    name: "discount",
    section,
    kind: "number",
    placeholder: "percent",
    summary: "annual discount rate; adds discounted_spend",
    parse: parseDiscountOption,
  }),
  parametersOption,
  savedParametersOption,
  option({
    name: "seed",
    section,
    kind: "number",
    placeholder: "n",
    summary: "seed of the random numbers for intervals",
    whenAbsent: "derived from the data",
    parse: parseSeedOption,
  }),
  explainOption,
] as const;

/** What a report looks back and ahead at, where it is asked to. */
export const reportForecastOptions = [
  flagOption({
    name: "backtest",
    looksAtOrders: true,
    section: "report",
    summary: "show how well the scores predicted who came back: what became of each segment since an earlier day",
  }),
  flagOption({
    name: "forecast",
    looksAtOrders: true,
    section: "report",
    summary: "show how many will order in the next 90 days, by segment, tested on earlier days",
  }),
] as const;
