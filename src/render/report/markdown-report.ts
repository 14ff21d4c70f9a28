import { escapeMarkdown, markdown } from "../formats.ts";
import type { Block } from "./blocks.ts";

/** A report as Markdown, with the content of the terminal report. */
export function* renderMarkdownReport(title: string, blocks: readonly Block[]): Generator<string> {
  yield `# ${escapeMarkdown(title)}\n`;
  for (const block of blocks) yield* markdownBlock(block);
}

function* markdownBlock(block: Block): Generator<string> {
  switch (block.kind) {
    case "heading":
      yield `\n## ${escapeMarkdown(block.text)}\n\n`;
      return;
    case "lines":
      yield block.lines.map((line) => `${escapeMarkdown(line)}\n`).join("\n");
      return;
    case "figures":
      yield "| | |\n| --- | ---: |\n";
      for (const [label, value] of block.figures) yield `| ${escapeMarkdown(label)} | ${escapeMarkdown(value)} |\n`;
      return;
    case "table":
      yield* markdown(block.table);
      return;
    case "grid":
      yield `| ${block.grid.corner} | ${block.grid.columns.map(escapeMarkdown).join(" | ")} |\n`;
      yield `| --- | ${block.grid.columns.map(() => "---:").join(" | ")} |\n`;
      for (const { label, cells } of block.grid.rows) {
        yield `| ${escapeMarkdown(label)} | ${cells.map((cell) => escapeMarkdown(cell.text)).join(" | ")} |\n`;
      }
      yield "\n";
      return;
    case "actions":
      for (const { segment, figures, meaning, action, avoid, measure } of block.actions) {
        yield `- **${escapeMarkdown(segment)}** (${escapeMarkdown(figures)}): ${escapeMarkdown(`${meaning} ${action}`)}\n`;
        if (avoid !== "") yield `  - Avoid: ${escapeMarkdown(avoid)}\n`;
        if (measure !== "") yield `  - Watch: ${escapeMarkdown(measure)}\n`;
      }
      return;
    case "notes":
      if (block.notes.length === 0) yield "None.\n";
      for (const { level, text } of block.notes) {
        yield `- ${level === "warning" ? "**Warning:** " : ""}${escapeMarkdown(text)}\n`;
      }
      return;
  }
}
