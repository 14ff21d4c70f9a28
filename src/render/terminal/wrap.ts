import { cellWidth } from "./cells.ts";

/** Breaks text at spaces so that no line is wider than `width` cells; lines after the first begin with `indent`. */
export function wrapText(text: string, width: number, indent = ""): string {
  const lead = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = lead;
  for (const word of text.slice(lead.length).split(" ")) {
    const candidate = line.trim() === "" ? `${line}${word}` : `${line} ${word}`;
    if (cellWidth(candidate) <= width || line.trim() === "") {
      line = candidate;
      continue;
    }
    lines.push(line.trimEnd());
    line = `${indent}${word}`;
  }
  return [...lines, line].join("\n");
}
