import { printable } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import { escapeMarkdown, markdown } from "../tables/formats.ts";
import { type Block, gridText } from "./blocks/block.ts";

/** A report as Markdown, with the content of the terminal report. */
export function* renderMarkdownReport(title: string, blocks: readonly Block[], language: Language): Generator<string> {
  yield `# ${escapeMarkdown(title)}\n`;
  if (blocks[0]?.kind !== "heading") yield "\n";
  let before: Block["kind"] = "heading";
  for (const block of blocks) {
    if (block.kind === "trends" || block.kind === "gap") continue; // the table has the same numbers
    // a line right after a table would be another row of it
    if (before !== "heading" && block.kind !== "heading") yield "\n";
    yield* markdownBlock(block, language);
    before = block.kind;
  }
}

function* markdownBlock(block: Exclude<Block, { kind: "trends" | "gap" }>, language: Language): Generator<string> {
  const { common, report } = language.words;
  switch (block.kind) {
    case "heading":
      yield `\n## ${escapeMarkdown(block.text)}\n\n`;
      return;
    case "lines":
      yield block.lines.map((line) => `${escapeMarkdown(line)}\n`).join("\n");
      return;
    case "figures":
      yield "| | |\n| --- | ---: |\n";
      for (const [label, value] of block.figures) yield `| ${escapeMarkdown(label)} | ${cellText(value)} |\n`;
      return;
    case "table":
      yield* markdown(block.table, language);
      return;
    case "grid":
      yield `| ${block.grid.corner} | ${block.grid.columns.map(escapeMarkdown).join(" | ")} |\n`;
      yield `| --- | ${block.grid.columns.map(() => "---:").join(" | ")} |\n`;
      for (const { label, cells } of block.grid.rows) {
        yield `| ${escapeMarkdown(label)} | ${cells.map((cell) => cellText(gridText(cell))).join(" | ")} |\n`;
      }
      return;
    case "actions":
      for (const { segment, figures, meaning, action, avoid, measure, command } of block.actions) {
        yield `- **${escapeMarkdown(segment)}** (${escapeMarkdown(figures)}): ${escapeMarkdown(`${meaning} ${action}`.trim())}\n`;
        if (avoid !== "") yield `  - ${escapeMarkdown(report.avoid(avoid))}\n`;
        if (command !== undefined) yield `\n  ${codeSpan(command)}\n`;
        if (measure !== "") yield `  - ${escapeMarkdown(report.watch(measure))}\n`;
      }
      return;
    case "notes":
      if (block.notes.length === 0) yield `${report.noNotes}\n`;
      for (const { level, text } of block.notes) {
        yield `- ${level === "warning" ? `**${capitalised(common.warning)}:** ` : ""}${escapeMarkdown(text)}\n`;
      }
      return;
  }
}

/** A cell whose figures stay on one line: a count and its share, `107 1.3%`, or the ends of a range, `39.7% – 46.3%`. */
function cellText(text: string): string {
  return escapeMarkdown(text).replaceAll(/(?<=[\d%)–]) (?=[\d(–−+]|-\d)|(?<=\d) (?=%)/g, "\u00a0");
}

/** Text as it is, also with backticks in it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = longest === 0 ? "" : " ";
  return `${fence}${space}${printable(text)}${space}${fence}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
