import type { Digest } from "../../analysis/digest/digest.ts";
import { sinceLast } from "../../analysis/digest/since.ts";
import type { Disk } from "../../files/disk.ts";
import { digestSets } from "../../nightly/digest-sets.ts";
import type { SetFile } from "../../nightly/staged-set.ts";
import { type DigestLook, sinceLines } from "../../render/digest/digest-blocks.ts";
import { renderJsonDigest, renderMarkdownDigest, renderTextDigest } from "../../render/digest/render-digest.ts";
import type { Language } from "../../render/language/language.ts";
import { loadLanguage } from "../../render/language/load-language.ts";
import { withoutMoney } from "../../render/language/without-money.ts";
import type { RunPlan } from "./run-plan.ts";
import type { RunResults } from "./run-results.ts";

/** What a digest is made of. */
export interface DigestRequest {
  readonly results: RunResults;
  readonly folder: string;
  readonly disk: Disk;
  /** What decides the outputs, as it was written. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The totals of a run beside those of the set in the output folder, for the log: in English, as the rest of it. */
export async function totalsSaid({ results, folder, disk, options }: DigestRequest): Promise<string> {
  const { asOf, customers, revenue, currency } = results;
  const sets = await digestSets(folder, options, disk);
  const said = { customers, revenue, since: sinceLast({ asOf, customers, revenue }, sets) };
  return sinceLines(said, { language: moneyed(await loadLanguage(), results), currency }).join(" ");
}

/** The digest as it is shown with a run's options. */
export function digestLook(plan: RunPlan, results: RunResults): DigestLook {
  const { scoring, shown, retention } = plan;
  const names = new Map(scoring.scheme.segments.map(({ name }, at) => [name, shown.scheme.segments[at]?.name ?? name]));
  return {
    language: moneyed(shown.languages.resultLanguage, results),
    currency: results.currency,
    period: retention.period ?? "month",
    segmentName: (name) => names.get(name) ?? name,
    lapsedCommand: plan.lapsedCommand,
  };
}

/** The language, which says nothing of money where the orders have none. */
function moneyed(language: Language, { hasMoney }: RunResults): Language {
  return hasMoney ? language : withoutMoney(language);
}

/** The digest's files: for mail, for chat and for programs. */
export function digestFiles(digest: Digest, look: DigestLook, version: string): readonly SetFile[] {
  return [
    { name: "digest.json", chunks: [renderJsonDigest(digest, { ...look, version })], rows: null },
    { name: "digest.md", chunks: [renderMarkdownDigest(digest, look)], rows: null },
    { name: "digest.txt", chunks: [renderTextDigest(digest, look)], rows: null },
  ];
}
