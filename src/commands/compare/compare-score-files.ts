import { measuresCutDifferently } from "../../analysis/compare/common-cut-points.ts";
import { compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import type { CliContext } from "../../cli/context.ts";
import { type Languages, languagesWithoutMoney } from "../../cli/language.ts";
import { parseScoreFile, readScoreFile } from "../../cli/score-files.ts";
import { InputError, UsageError } from "../../errors.ts";
import { comparingOptions } from "../../options/command-options.ts";
import { attributeOf, flagOf, type OptionValues } from "../../options/option.ts";
import { outputOptions } from "../../options/output-options.ts";
import { segmentNamesIn } from "../../render/language/scheme-words.ts";
import { note, warning } from "../../render/notes/note.ts";
import { type Compared, type CompareOptions, comparisonConsumes, withNames } from "./compared.ts";
import { sameFileNotes } from "./same-file.ts";
import { nobodyInBoth } from "./two-tables.ts";

/** The comparison of two files that `rfm score` wrote; `null` where the arguments are anything else. */
export async function compareScoreFiles(
  files: readonly string[],
  options: CompareOptions,
  { context, languages }: { readonly context: CliContext; readonly languages: Languages },
): Promise<Compared | null> {
  const [first = "", second = ""] = files;
  if (files.length !== 2) return null;
  const [before, after] = [await readScoreFile(first, context.cwd), await readScoreFile(second, context.cwd)];
  if (before === null || after === null) return null;
  refuseForScoreFiles(options);
  const [earlier, later] = [await parseScoreFile(before, first), await parseScoreFile(after, second)];
  if (earlier.hasMoney !== later.hasMoney) throw oneWithoutMoney(first, second);
  const { messageLanguage, resultLanguage } = earlier.hasMoney ? languages : languagesWithoutMoney(languages);
  const written = compareSnapshots(earlier.snapshot, later.snapshot);
  const { compare: words } = messageLanguage.words;
  const differently = measuresCutDifferently(earlier.measures, later.measures);
  return {
    hasMoney: earlier.hasMoney,
    ofTwoTables: false,
    comparison: withNames(written, segmentNamesIn(written.segments, resultLanguage)),
    written,
    companions: [],
    notes: [
      ...(await sameFileNotes(files, context.cwd, messageLanguage)),
      note(words.scoreFiles),
      ...nobodyInBoth(written, files, messageLanguage),
      ...(differently.length === 0
        ? []
        : [warning(words.cutDifferently(differently.map((dimension) => messageLanguage.words.dimensions[dimension])))]),
    ],
  };
}

function oneWithoutMoney(first: string, second: string): InputError {
  return new InputError(`${first} and ${second} cannot be compared: only one of them has monetary values`, {
    hint: "score both with money, or both with --amount none",
  });
}

/** @throws UsageError that names what says how exports are read and scored: score files are read as they are */
function refuseForScoreFiles(options: OptionValues): void {
  const usable = new Set([
    ...outputOptions.map(flagOf),
    ...comparingOptions.filter(({ isLineOnly }) => isLineOnly).map(flagOf),
  ]);
  const given = comparisonConsumes
    .filter((one) => !usable.has(flagOf(one)) && options[attributeOf(one)] !== undefined)
    .map(flagOf);
  if (given.length === 0) return;
  throw new UsageError(
    `two files of rfm score already contain days, scores and segments: ${given.join(", ")} cannot be used with them`,
    "leave them out, or compare two days of the exports",
  );
}
