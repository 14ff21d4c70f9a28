import { PERIOD_KINDS } from "../basics/calendar/period.ts";
import { COHORT_MEASURES } from "../render/tables/cohort-measure.ts";
import type { Rule } from "./check-options.ts";
import { marginOptions } from "./column-options.ts";
import { choiceOption, flagOf, flagOption, option } from "./option.ts";
import { parseCoversOption, parseDaysOption, parseMoneyOption, parseSpanOption } from "./reading-values.ts";
import { scoringShapeOptions } from "./scoring-options.ts";

const section = "retention";

/** Which periods there are, and which of them the exports cover. */
export const retentionOptions = [
  choiceOption({
    name: "period",
    section,
    placeholder: "kind",
    choices: PERIOD_KINDS,
    summary: "length of a period",
    whenAbsent: "month",
  }),
  option({
    name: "covers",
    section,
    placeholder: "days",
    summary: "days that the exports cover, FROM..TO; where they end after the newest order, add --as-of TO",
    whenAbsent: "from the first row to the last",
    parse: parseCoversOption,
  }),
] as const;

export const activeWithinOption = option({
  name: "active-within",
  looksAtOrders: true,
  section,
  kind: "span",
  summary:
    "add the active-customer view: customers with an order in this span before a period, and those still active at its end",
  parse: parseSpanOption,
  excludes: { names: ["per-segment"], why: "they make two different tables", hint: "ask for one at a time" },
});

export const perSegmentOption = flagOption({
  name: "per-segment",
  looksAtOrders: true,
  section,
  summary: "retention of those who were in each segment on the day before each period",
});

/** `rfm retention` scores where it looks at segments only. */
export const perSegmentRules: readonly Rule[] = [...scoringShapeOptions, ...marginOptions].map(({ name }) => ({
  name,
  needs: {
    names: [perSegmentOption.name],
    why: "it changes how customers are scored, and only retention by segment uses scores",
    hint:
      name === "window"
        ? `add ${flagOf(perSegmentOption)}; ${flagOf(activeWithinOption)} is the option for who counts as active`
        : `add ${flagOf(perSegmentOption)}`,
  },
}));

export const cohortKindOption = choiceOption({
  name: "kind",
  section,
  placeholder: "kind",
  choices: ["on", "on-or-after"],
  summary: "count those who bought in the k-th period, or in it or later",
  whenAbsent: "on",
});

export const cohortOptions = [
  choiceOption({
    name: "measure",
    section,
    choices: COHORT_MEASURES,
    summary: "what the cells show",
    whenAbsent: "rate",
  }),
  cohortKindOption,
  choiceOption({
    name: "clock",
    looksAtOrders: "days",
    section,
    placeholder: "clock",
    choices: ["calendar", "days"],
    summary: "follow by calendar period, or by 30-day windows from each customer's own first day",
    whenAbsent: "calendar",
  }),
  option({
    name: "by-first",
    looksAtOrders: true,
    section,
    kind: "column",
    summary: "cohorts by a column of each customer's first order: country, channel, product, coupon",
  }),
  option({
    name: "acquisition-cost",
    section,
    kind: "number",
    placeholder: "money",
    summary: "what winning a customer cost; shows when it is earned back",
    parse: parseMoneyOption,
  }),
  flagOption({
    name: "wide",
    section,
    summary: "one column for each k in data files, with the measure as its value",
  }),
] as const;

export const lapseDaysOption = option({
  name: "lapse-days",
  section,
  kind: "number",
  placeholder: "days",
  summary: "days without an order after which a customer counts as lapsed",
  whenAbsent: "90th percentile of the longest pauses",
  parse: parseDaysOption,
});
