import { definitionsOf } from "../../analysis/model/model.ts";
import type { Report } from "../../analysis/report/report.ts";
import { exportNames, listCommand, listOf, namedForOthers } from "../../cli/list-command.ts";
import { namesEngine } from "../../cli/named-engine.ts";
import type { CompanionFile, Request } from "../../cli/result.ts";
import type { Scoring } from "../../cli/scoring.ts";
import { reportForecastOptions } from "../../options/forecast-options.ts";
import { reportLoyaltyOption } from "../../options/loyalty-options.ts";
import type { ValuesOf } from "../../options/option.ts";
import { outputOptionsFor, reportOptions } from "../../options/output-options.ts";
import { reportProfileOption } from "../../options/profile-options.ts";
import { readingOptions } from "../../options/reading-options.ts";
import { retentionOptions } from "../../options/retention-options.ts";
import { scoringOptions } from "../../options/scoring-options.ts";
import { engineSourceOptions } from "../../options/warehouse-options.ts";
import type { Language } from "../../render/language/language.ts";
import { withMonetaryWords } from "../../render/language/monetary-words.ts";
import type { ReportInput } from "../../render/report/report-input.ts";
import type { NamedPlan } from "../loyalty/replayed-plan.ts";
import type { Naming } from "./naming.ts";

export const REPORT_FORMATS = ["table", "html", "xlsx", "md", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const reportConsumes = [
  ...engineSourceOptions,
  ...readingOptions,
  ...scoringOptions,
  ...retentionOptions,
  ...reportOptions,
  ...reportForecastOptions,
  reportProfileOption,
  reportLoyaltyOption,
  ...outputOptionsFor(REPORT_FORMATS),
] as const;
export type ReportCommandOptions = ValuesOf<typeof reportConsumes>;

/** What a report is made with, settled before anything is read. */
export interface ReportSettings {
  readonly format: ReportFormat;
  readonly scoring: Scoring;
  readonly version: string;
  readonly plan: NamedPlan | null;
  readonly naming: Naming;
}

/** A report before it is shown, with the files that go with it. */
export interface Reported {
  readonly input: ReportInput;
  readonly companions: readonly CompanionFile[];
}

/** What a report says whatever its orders come from; `language` is that of its words. */
export function sharedInput(
  report: Report,
  { exports, options, written }: Pick<Request<ReportCommandOptions>, "exports" | "options" | "written">,
  { scoring, version, language }: Pick<ReportSettings, "scoring" | "version"> & { readonly language: Language },
): Pick<
  ReportInput,
  | "report"
  | "title"
  | "listCommand"
  | "asOfGiven"
  | "version"
  | "isFrozen"
  | "showCustomers"
  | "namesCustomers"
  | "language"
> {
  return {
    report,
    language,
    title:
      options.title ??
      (namesEngine(exports)
        ? namedForOthers(options.table ?? "")
        : exportNames(exports, language.words.report.standardInput)),
    listCommand: (group) =>
      listCommand(exports, written, {
        ...listOf(group, (segment) => scoring.written.segments[segment]?.name ?? ""),
        only: report.permission?.options ?? [],
      }),
    asOfGiven: options.asOf !== undefined,
    version,
    isFrozen: scoring.model !== null,
    showCustomers: options.showCustomers === true,
    namesCustomers: options.showCustomers === true || (options.top ?? 0) > 0,
  };
}

/** The language of a report's words as of a day, where each order is known. */
export function reportLanguage(options: ReportCommandOptions, asOf: number, { languages }: Scoring): Language {
  return withMonetaryWords(languages.resultLanguage, definitionsOf({ ...options, asOf }));
}
