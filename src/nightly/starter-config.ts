import { messageText } from "../basics/text/words.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import type { AnyOption } from "../options/option.ts";
import type { WrittenOption } from "../options/written-options.ts";
import { CONFIG_VERSION } from "./config/run-config.ts";

/** What a first config is made of. */
export interface StarterConfig {
  /** Relative to the config file. */
  readonly exports: readonly string[];
  readonly reading: readonly WrittenOption[];
  /** Says where the reading options come from, or why there are none. */
  readonly readingComment: string;
  readonly scoring: readonly WrittenOption[];
  /** What was noticed, or where something stops the reading what that is; a sentence each. */
  readonly remarks: readonly string[];
  /** Options that answer a question which stops the reading, to be filled in: `date-format: d/m/y`. */
  readonly unanswered: readonly string[];
  /** Whether single orders are known; a table with one row per customer has none. */
  readonly hasOrders: boolean;
}

/** The text of a first config, with comments that say what each part is. */
export function renderStarterConfig(config: StarterConfig): string {
  return `${[
    "# What rfm run reads and writes; made by rfm init. See docs/nightly.md.",
    ...remarkLines(config),
    "",
    `version: ${CONFIG_VERSION}`,
    "",
    "# Files, folders and globs, relative to this file.",
    "exports:",
    ...config.exports.map((name) => `  - ${scalar(name)}`),
    "",
    ...readingLines(config),
    "",
    ...section("scoring", config.scoring, [
      "# How customers are scored, as on the command line of rfm score; an option left out has its default.",
    ]),
    "#  window: 12m                # only the last twelve months",
    "#  scheme: my-scheme.yaml     # segments of your own",
    "",
    "# The files of each set. Options that one command has go into its line: keep, sort, format, lang …",
    "outputs:",
    "  - { command: score, file: scores.csv }",
    "  - { command: segments, file: segments.csv }",
    ...(config.hasOrders ? ["  - { command: retention, file: retention.csv }"] : []),
    "  - { command: report, file: report.html }        # the page to show around",
    "  - { command: report, file: report.xlsx }        # the workbook, with every customer",
    "  # - { command: report, file: report.md }        # the same as text",
    "  # - { command: lists, folder: lists, for: mailchimp, consent: Accepts Marketing=yes }",
    ...(config.hasOrders ? ["  # - { command: orders, file: orders.csv }      # the audit trail"] : []),
    "  # - { command: rejects, file: rejects.csv }    # rows that cannot be read",
    "",
    "output:",
    "  folder: rfm-out      # rfm-out/latest points to the newest set",
    "  keep: 7              # older sets that stay",
    "  # digest: false      # no digest.json, digest.md, digest.txt, which say what changed since the last set",
    "  # mode: group        # let the group read; the files have people's data, so the default is the owner only",
    "",
    "# If one of these fails, the previous set stays in place and the exit code is 6.",
    "guards:",
    "  rows-percent: 80             # at least this share of the last run's rows",
    "  segment-change-percent: 50   # neither all customers nor a large segment's share of them change by more",
    "  # newest-order-days: 3       # for a nightly run: the newest order is at most this old",
    "  # rejects-percent: 0.5       # at most this share of the rows cannot be read",
    "  # revenue-change-percent: 30 # the money that counts changes by at most this much",
    "  # no-customer-rows-percent: 10     # at most this share of the rows has no customer",
    "  # no-customer-money-percent: 10    # the same of their money",
    "  # stop-at-new: [statuses, columns, currencies]   # stop until somebody has looked at a new one",
    "  # empty-lists: new           # stop where a list that had people is empty (any: where a list is empty)",
    "  # consent-percent: 20        # at least this share of the customers has consented",
  ].join("\n")}\n`;
}

function remarkLines({ remarks, unanswered }: StarterConfig): readonly string[] {
  if (remarks.length === 0) return [];
  const heading =
    unanswered.length > 0
      ? "# To be answered before rfm run can read the exports:"
      : "# Noticed in the exports; change something below only where it is not as it should be:";
  return ["#", heading, ...remarks.map((remark) => `# - ${oneLine(remark)}`)];
}

function readingLines({ reading, readingComment, unanswered }: StarterConfig): readonly string[] {
  const lines = section("reading", reading, [`# ${readingComment}`]);
  return [...lines, ...unanswered.map((option) => `#  ${oneLine(option)}`)];
}

/** A section; one without options is commented out, so that options can be added below. */
function section(name: string, options: readonly WrittenOption[], comments: readonly string[]): readonly string[] {
  return [
    ...comments,
    `${options.length === 0 ? "# " : ""}${name}:`,
    ...options.map(([key, values]) => `  ${key}: ${valueText(key, values)}`),
  ];
}

function valueText(key: string, values: readonly string[]): string {
  const [first = ""] = values;
  const isFlag = Object.values(SHARED_OPTIONS).some((options: readonly AnyOption[]) =>
    options.some(({ name, kind }) => name === key && kind === "flag"),
  );
  if (isFlag) return first;
  return values.length === 1 ? scalar(first) : `[${values.map(scalar).join(", ")}]`;
}

/** A text as YAML has it; quoted wherever it could be read as anything else, and `${` kept as it is. */
function scalar(text: string): string {
  const escaped = text.replace(/\$\{/g, () => "$${");
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ./_-]*$/u.test(escaped) && !/^(?:true|false|null|yes|no|on|off|~)$/i.test(escaped);
  return isPlain && escaped.trim() === escaped ? escaped : JSON.stringify(escaped);
}

function oneLine(text: string): string {
  return messageText(text.replace(/\s+/g, " ").trim());
}
