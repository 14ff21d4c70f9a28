import { METHODS } from "../analysis/scores/method.ts";
import { choiceOption, option, type ValuesOf } from "./option.ts";
import { parseDayOption, parseSpanOption } from "./reading-values.ts";
import { collectCutPoints, parseLevelsOption, parseMethodOption } from "./scoring-values.ts";

const section = "scoring";

export const asOfOption = option({
  name: "as-of",
  section,
  kind: "day",
  summary: "last day that counts, yyyy-mm-dd or today",
  whenAbsent: "the newest day in the data",
  parse: parseDayOption,
});
export type AsOfOptions = ValuesOf<readonly [typeof asOfOption]>;

/** Which days count. */
export const windowOptions = [
  option({
    name: "window",
    section,
    kind: "span",
    summary: "count only this long up to the as-of date: 12m, 365d, 4q, 1y",
    whenAbsent: "all history",
    parse: parseSpanOption,
  }),
  choiceOption({
    name: "window-for",
    section,
    placeholder: "measures",
    choices: ["rfm", "fm"],
    summary: "what the window limits: all three, or frequency and spend only",
    whenAbsent: "rfm",
    needs: { names: ["window"], why: "it says what the window limits", hint: "add --window 12m, for instance" },
  }),
] as const;

export const frequencyOption = choiceOption({
  name: "frequency",
  section,
  choices: ["orders", "days"],
  summary: "count orders, or days with an order",
  whenAbsent: "orders",
});

const levelsOption = option({
  name: "levels",
  section,
  placeholder: "n",
  summary: "levels of the scores, 2 to 10, or one each: r=5,f=4,m=5",
  whenAbsent: "the scheme's, 5 for standard",
  parse: parseLevelsOption,
});
const methodOption = option({
  name: "method",
  section,
  placeholder: "name",
  summary: `how measures are cut: ${METHODS.join(", ")}; or one each: r=fixed,f=natural,m=quantile`,
  whenAbsent: "quantile",
  parse: parseMethodOption,
});
const cutPointsOption = option({
  name: "cut-points",
  section,
  placeholder: "points",
  summary: 'your own cut points in days, orders or money: r=30,90,180,365; several as "r=…;f=…"',
  repeats: true,
  parse: collectCutPoints,
});
export const schemeOption = option({
  name: "scheme",
  section,
  kind: "scheme",
  placeholder: "name",
  summary: "segment scheme: a name that rfm schemes lists, or a file",
  whenAbsent: "standard",
});
export const saveModelOption = option({
  name: "save-model",
  section,
  kind: "file",
  summary: "write cut points, levels, scheme and definitions, for use with other data",
  isLineOnly: true,
});
export const modelOption = option({
  name: "model",
  section,
  kind: "file",
  summary: "score with the cut points and the scheme that --save-model wrote",
  excludes: {
    names: [levelsOption, methodOption, cutPointsOption, schemeOption, saveModelOption].map(({ name }) => name),
    why: "a model already holds levels, cut points and scheme",
  },
});
export const monetaryOption = choiceOption({
  name: "monetary",
  section,
  choices: ["total", "average"],
  summary: "total net spend, or the average of an order",
  whenAbsent: "total",
});

/** How customers are scored, but for the as-of date and a model to be written. */
const shape = [
  ...windowOptions,
  levelsOption,
  methodOption,
  cutPointsOption,
  schemeOption,
  modelOption,
  frequencyOption,
  monetaryOption,
] as const;

/** How customers are scored, but for the as-of date. */
export const scoringShapeOptions = [...shape, saveModelOption] as const;

/** How an engine scores: a model is read, and none is written. */
export const sqlScoringOptions = shape;

/** How a run scores: its model is an output of the config. */
export const runScoringOptions = [asOfOption, ...shape] as const;

/** How customers are scored. */
export const scoringOptions = [...runScoringOptions, saveModelOption] as const;
export type ScoringOptions = ValuesOf<typeof scoringOptions>;
