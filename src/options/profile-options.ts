import { InvalidArgumentError } from "commander";
import type { BestRule } from "../analysis/profile/customer-profile.ts";
import { choiceOption, flagOption, option } from "./option.ts";
import { collectWords, parseDaysOption } from "./reading-values.ts";

const section = "profiling";

/** A share of the customers, `20%`, or segments by their names, `Champions,Loyal`. */
export function parseBestOption(text: string): BestRule {
  const share = /^(\d{1,2}(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (share !== null && Number(share[1]) > 0) return { share: Number(share[1]) / 100 };
  const segments = collectWords(text, undefined);
  if (segments.length > 0 && !/%/.test(text)) return { segments };
  throw new InvalidArgumentError(
    "Write a share of the customers above 0% and below 100%, or segments: 20%, Champions,Loyal.",
  );
}

const by = {
  name: "by",
  looksAtOrders: true,
  section,
  placeholder: "what",
  repeats: true,
  parse: collectWords,
} as const;

const ATTRIBUTE_WORDS =
  "product, category, price, basket, discount, coupon, channel, country, payment, weekday, hour, or columns of the exports";

export const profileByOption = option({
  ...by,
  summary: `what to compare: ${ATTRIBUTE_WORDS}, separated by commas`,
  whenAbsent: "everything that the exports have but their own columns",
});

/** `--by` of the commands that follow customers. */
export const followByOption = option({
  ...by,
  summary: `follow customers by what their first order had, for the same number of days each: ${ATTRIBUTE_WORDS}`,
  excludes: {
    names: [
      ...["period", "covers", "by-first", "measure", "kind", "clock", "acquisition-cost", "wide"],
      ...["lapse-days", "frequency"],
    ],
    why: "it follows each customer for the same number of days, and has no periods and measures",
    hint: "leave one of them out",
  },
});

export const allowPersonalOption = flagOption({
  name: "allow-personal",
  section,
  summary: "let --by name a column of people's names, addresses, e-mail addresses or telephone numbers",
  needs: { names: [by.name], why: "it is about a column that --by names", hint: "add --by COLUMN" },
});

/** Who the best are. */
export const bestOption = option({
  name: "best",
  section,
  placeholder: "who",
  summary: "who the best are: a share of the customers, 20%, or segments, Champions,Loyal",
  whenAbsent: "20%",
  parse: parseBestOption,
});

/** What a share of the customers is ranked by. */
export const rankingOptions = [
  choiceOption({
    name: "best-by",
    section,
    placeholder: "money",
    choices: ["later", "spend"],
    summary: "rank by what customers spent after the day of their first order, or by monetary value",
    whenAbsent: "later",
  }),
  option({
    name: "followed",
    section,
    kind: "number",
    placeholder: "days",
    summary:
      "rank by what customers spent in so many days from their first order; those who have had less time are left out",
    whenAbsent: "half the history, at most 365; all of it with --best-by spend",
    parse: parseDaysOption,
  }),
] as const;

export const viewOption = choiceOption({
  name: "view",
  section,
  placeholder: "view",
  choices: ["first", "history", "pairs"],
  summary: "compare first orders, or the whole history; or show products that are bought together",
  whenAbsent: "first",
});

export const profileOptions = [
  profileByOption,
  allowPersonalOption,
  bestOption,
  ...rankingOptions,
  viewOption,
] as const;

/** The profile of a report. */
export const reportProfileOption = flagOption({
  name: "profile",
  looksAtOrders: true,
  section: "report",
  summary:
    "show what the best customers have in common: what their first orders had, compared with those of all others",
});
