import { BUILT_IN_SCHEMES } from "../analysis/segments/built-in/index.ts";
import { checkScheme, compileScheme, type SchemeFile } from "../analysis/segments/scheme.ts";
import { writtenScheme } from "../analysis/segments/written-scheme.ts";
import { command } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { type OutputTarget, openOutput, refuseFolder } from "../cli/output.ts";
import { presentationOf } from "../cli/presentation.ts";
import { type ResultLook, showNotes } from "../cli/terminal.ts";
import type { Chunks } from "../files/chunks.ts";
import type { Rule } from "../options/check-options.ts";
import { loadScheme, loadSchemeFile } from "../options/companions/load-scheme.ts";
import { localeOption, type OutputOptions, outputOptions, spreadsheetOption } from "../options/output-options.ts";
import { renderSchemeGrid } from "../render/documents/scheme-grid.ts";
import type { Language } from "../render/language/language.ts";
import { schemeFileIn, schemeIn } from "../render/language/scheme-words.ts";
import { note } from "../render/notes/note.ts";
import { type Format, isDataFormat, renderTable } from "../render/tables/formats.ts";
import { schemeCellsTable, schemeFindingsTable, schemesTable } from "../render/tables/scheme-tables.ts";

const EXAMPLES = `
Examples:
  rfm schemes
  rfm schemes putler
  rfm schemes standard --format json > my-scheme.json
  rfm schemes check my-scheme.json`;

/** Nothing in a scheme is written by a locale but what separates the fields of a spreadsheet. */
const rules: readonly Rule[] = [
  {
    name: localeOption.name,
    needs: { names: [spreadsheetOption.name], why: "a scheme has no numbers, money or dates" },
  },
];

const check = command({
  name: "check",
  description:
    "Enumerates every cell of a scheme file: cells with no segment, cells that two claim, segments nobody can reach.",
  argument: ["<file>", "a scheme file, YAML or JSON"],
  consumes: outputOptions,
  rules,
  help: "\nExit code 2 where a cell has no segment: such a scheme cannot be used.",
  run: ({ exports: [file = ""], options, context }) => runCheck(file, options, context),
});

export const schemes = command({
  name: "schemes",
  description:
    "Lists the segment schemes, or shows one as a grid. As JSON, one scheme is a scheme file: a start for your own.",
  argument: ["[name]", "a built-in scheme, or a scheme file"],
  consumes: outputOptions,
  rules,
  help: EXAMPLES,
  below: [{ ...check, summary: "name what does not add up in a scheme file" }],
  run: ({ exports: [name], options, context }) => runSchemes(name, options, context),
});

interface Target {
  readonly format: Format;
  readonly output: OutputTarget;
  readonly look: ResultLook;
  readonly messageLanguage: Language;
}

async function targetOf(options: OutputOptions, context: CliContext): Promise<Target> {
  await refuseFolder(options.output, context);
  const { format, look, messageLanguage } = await presentationOf({ options, context });
  return { format, output: await openOutput(options.output, context), look, messageLanguage };
}

async function runSchemes(name: string | undefined, options: OutputOptions, context: CliContext): Promise<void> {
  const { format, output, look, messageLanguage } = await targetOf(options, context);
  if (name === undefined) {
    const schemes = BUILT_IN_SCHEMES.map((scheme) => schemeFileIn(scheme, look.language));
    await output.write(renderTable(schemesTable(schemes, look.language), format, look));
    return showNotes([note(messageLanguage.words.scheme.more)], context, options);
  }
  const { file } = await loadScheme(name, context.cwd);
  await output.write(oneScheme(file, { format, look }));
}

function oneScheme(file: SchemeFile, { format, look }: Pick<Target, "format" | "look">): Chunks {
  const scheme = schemeIn(compileScheme(file), look.language);
  if (format === "table") return renderSchemeGrid(scheme, look);
  if (format === "json") return [`${JSON.stringify(writtenScheme(file), null, 2)}\n`];
  return renderTable(schemeCellsTable(scheme, look.language), format, look);
}

async function runCheck(path: string, options: OutputOptions, context: CliContext): Promise<void> {
  const { format, output, look } = await targetOf(options, context);
  const { scheme: words } = look.language.words;
  const file = await loadSchemeFile(path, context.cwd);
  const problems = checkScheme(file);
  const table = schemeFindingsTable(file, problems, look.language);
  const cells = file.levels ** 3;
  const { uncovered, ambiguous, unreachable } = problems;
  const found = {
    cells,
    uncovered: uncovered.length,
    ambiguous: ambiguous.length,
    unreachable: unreachable.length,
  };
  const verdict =
    table.length === 0 ? words.allWell(file.name, cells, file.segments.length) : words.verdict(file.name, found);
  if (isDataFormat(format)) await output.write(renderTable(table, format, look));
  else await output.write([`${verdict}\n`, ...(table.length === 0 ? [] : renderTable(table, format, look))]);
  compileScheme(file);
}
