import { collectConditions } from "./condition-values.ts";
import { choiceOption, flagOption, option } from "./option.ts";
import { collectWords, parseCalendarDayOption, parseTimeZoneOption } from "./reading-values.ts";

const section = "reading";

/** Which rows count, whatever their day, and in which money. */
export const rowOptions = [
  option({
    name: "include-status",
    section,
    placeholder: "words",
    summary: "statuses that count as purchases, separated by commas",
    repeats: true,
    parse: collectWords,
  }),
  option({
    name: "exclude-status",
    section,
    placeholder: "words",
    summary: "statuses that do not, separated by commas",
    repeats: true,
    parse: collectWords,
  }),
  choiceOption({
    name: "unknown-status",
    section,
    choices: ["include", "exclude"],
    summary: "what to do with statuses that are in no list",
    whenAbsent: "stop and ask",
  }),
  choiceOption({
    name: "refunds",
    section,
    placeholder: "how",
    choices: ["net", "ignore"],
    summary: "take refunds off spend, or leave them out",
    whenAbsent: "net",
    excludes: { names: ["refunded"], ifValue: "ignore", why: "no refund is taken off, so no column of them is read" },
  }),
  choiceOption({
    name: "duplicates",
    section,
    choices: ["join", "keep"],
    placeholder: "how",
    summary: "rows and orders that look the same in several files: join counts them once, keep counts them all",
    whenAbsent: "join",
  }),
  choiceOption({
    name: "numbering",
    section,
    choices: ["shared", "per-file"],
    placeholder: "how",
    summary:
      "whether an order id is the same order in every file and sheet (shared), or each numbers its orders by itself (per-file)",
    whenAbsent: "shared; asked where the ids of two files disagree",
  }),
  option({
    name: "currency",
    section,
    placeholder: "code",
    summary: "keep only the money of this currency, or what --rates converts into",
  }),
  option({
    name: "unnamed-currency",
    section,
    placeholder: "code",
    summary: "currency of money that names none",
    whenAbsent: "asked where other money names one",
  }),
  option({
    name: "rates",
    section,
    kind: "file",
    summary: "convert currencies: a CSV file with currency,rate (units of --currency per 1 unit)",
    needs: { names: ["currency"], why: "it says how to convert, but not into what", hint: "add --currency EUR" },
  }),
  option({
    name: "where",
    section,
    placeholder: "condition",
    summary:
      "only rows that meet this: COLUMN=VALUE[,VALUE], or != < <= > >= instead of =; COLUMN= is blank; repeat it for more conditions",
    repeats: true,
    parse: collectConditions,
  }),
  option({
    name: "exclude-lines",
    section,
    placeholder: "condition",
    summary:
      "leave line items that meet this out of their orders, such as gift cards or postage: COLUMN=VALUE, as in --where; repeat it for more",
    repeats: true,
    parse: collectConditions,
  }),
  option({
    name: "exclude-customers",
    section,
    kind: "file",
    summary:
      "leave out the customers whose ids or e-mails are in a file, one per line; an e-mail in any row of theirs counts",
  }),
  option({
    name: "time-zone",
    section,
    placeholder: "zone",
    summary: "convert times with an offset or zone to this one",
    whenAbsent: "the day as written",
    parse: parseTimeZoneOption,
  }),
  flagOption({
    name: "link-customers",
    section,
    summary: "join ids and e-mails that share a row",
    whenAbsent: "where platforms are mixed",
    negation: "never join them",
  }),
] as const;

/** Which orders count by their day. */
export const orderDayOptions = [
  option({
    name: "since",
    section,
    kind: "day",
    summary: "leave out orders before this day, yyyy-mm-dd",
    parse: parseCalendarDayOption,
  }),
  option({
    name: "until",
    section,
    kind: "day",
    summary: "leave out orders after this day (to look at an earlier date, use --as-of)",
    parse: parseCalendarDayOption,
  }),
] as const;
