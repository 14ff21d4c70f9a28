import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { addOutputOptions, type OutputOptions } from "../cli/options.ts";
import { type OutputTarget, openOutput, resultFormat } from "../cli/output.ts";
import { resultLook, showNotes } from "../cli/terminal.ts";
import { loadScheme, loadSchemeFile } from "../config/load-scheme.ts";
import { BUILT_IN_SCHEMES } from "../core/segments/built-in/index.ts";
import { checkScheme, compileScheme, type SchemeFile } from "../core/segments/scheme.ts";
import { writtenScheme } from "../core/segments/written-scheme.ts";
import { plural } from "../core/words.ts";
import { type Format, renderTable } from "../render/formats.ts";
import { renderSchemeGrid } from "../render/schemes/scheme-grid.ts";
import { schemeCellsTable, schemeFindingsTable, schemesTable } from "../render/tables/scheme-tables.ts";

const EXAMPLES = `
Examples:
  rfm schemes
  rfm schemes putler
  rfm schemes standard --format json > my-scheme.json
  rfm schemes check my-scheme.json`;

export function registerSchemes(program: Command, context: CliContext): void {
  const command = program.command("schemes").summary("the segment schemes, and a check of yours");
  command
    .description(
      "Lists the segment schemes, or shows one as a grid. As JSON, one scheme is a scheme file: a start for your own.",
    )
    .argument("[name]", "a built-in scheme, or a scheme file");
  addOutputOptions(command)
    .addHelpText("after", EXAMPLES)
    .action((name: string | undefined, options: OutputOptions) => runSchemes(name, options, context));
  const check = command.command("check").summary("name what does not add up in a scheme file");
  check
    .description(
      "Enumerates every cell of a scheme file: cells with no segment, cells that two claim, segments nobody can reach.",
    )
    .argument("<file>", "a scheme file, YAML or JSON");
  addOutputOptions(check)
    .addHelpText("after", "\nExit code 2 where a cell has no segment: such a scheme cannot be used.")
    .action((file: string, _own: OutputOptions, called: Command) => runCheck(file, called.optsWithGlobals(), context));
}

interface Target {
  readonly format: Format;
  readonly output: OutputTarget;
  readonly look: ReturnType<typeof resultLook>;
}

async function targetOf(options: OutputOptions, context: CliContext): Promise<Target> {
  return {
    format: resultFormat(options, "table"),
    output: await openOutput(options.output, context),
    look: resultLook(context, options),
  };
}

async function runSchemes(name: string | undefined, options: OutputOptions, context: CliContext): Promise<void> {
  const { format, output, look } = await targetOf(options, context);
  if (name === undefined) {
    await output.write(renderTable(schemesTable(BUILT_IN_SCHEMES), format, look));
    const more = "rfm schemes NAME shows one as a grid; --scheme NAME or FILE scores with it";
    return showNotes([{ level: "note", text: more }], context, options);
  }
  const { file } = await loadScheme(name, context.cwd);
  await output.write(oneScheme(file, { format, look }));
}

function oneScheme(
  file: SchemeFile,
  { format, look }: { format: Format; look: Parameters<typeof renderSchemeGrid>[1] },
): Iterable<string> {
  const scheme = compileScheme(file);
  if (format === "table") return renderSchemeGrid(scheme, look);
  if (format === "json") return [`${JSON.stringify(writtenScheme(file), null, 2)}\n`];
  return renderTable(schemeCellsTable(scheme), format, look);
}

async function runCheck(path: string, options: OutputOptions, context: CliContext): Promise<void> {
  const { format, output, look } = await targetOf(options, context);
  const file = await loadSchemeFile(path, context.cwd);
  const problems = checkScheme(file);
  const table = schemeFindingsTable(file, problems);
  const forPeople = format === "table" || format === "md";
  const cells = plural(file.levels ** 3, "cell");
  const verdict =
    table.length === 0
      ? `${file.name}: each of ${cells} is in exactly one of ${plural(file.segments.length, "segment")}.`
      : `${file.name}: of ${cells}, ${problems.uncovered.length} without a segment, ${problems.ambiguous.length} claimed by more than one (the first wins); ${plural(problems.unreachable.length, "segment")} out of reach.`;
  const body = table.length === 0 && forPeople ? [] : [...renderTable(table, format, look)];
  await output.write(forPeople ? [`${verdict}\n`, ...body] : body);
  compileScheme(file);
}
