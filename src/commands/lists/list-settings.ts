import type { CliContext } from "../../cli/context.ts";
import type { Scoring } from "../../cli/scoring.ts";
import type { DoNotContactFile } from "../../exports/companions/do-not-contact.ts";
import type { ListCommandOptions } from "../../options/list-options.ts";
import type { OutputOptions } from "../../options/output-options.ts";
import type { ReadingOptions } from "../../options/reading-options.ts";
import type { ScoringOptions } from "../../options/scoring-options.ts";
import type { Language } from "../../render/language/language.ts";
import type { NamedPlan } from "../loyalty/replayed-plan.ts";

/** What lists are asked for with. */
export interface ListRequest {
  readonly options: ReadingOptions & ScoringOptions & ListCommandOptions & Pick<OutputOptions, "lang" | "locale">;
  readonly context: CliContext;
}

/** What lists are made with, once the files that options name are loaded. */
export interface ListSettings {
  readonly options: ListRequest["options"];
  readonly language: Language;
  readonly scoring: Scoring;
  readonly excluded: DoNotContactFile | null;
  readonly plan: NamedPlan | null;
}
