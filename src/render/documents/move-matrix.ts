import type { Comparison } from "../../analysis/compare/compare-snapshots.ts";
import type { Flow, Place } from "../../analysis/compare/flow.ts";
import { shownText } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import { placeName } from "../sentences/place-name.ts";
import { cellWidth, padEndCells, padStartCells } from "../terminal/cells.ts";
import type { Style } from "../terminal/style.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Customers by their place before (rows) and after (columns), with sums; columns carry the letters of the rows. Places
 * without anyone are left out. `null` where it is wider than `width`.
 */
export function renderMoveMatrix(
  comparison: Comparison,
  { width, style, language }: { readonly width: number; readonly style: Style; readonly language: Language },
): string | null {
  const { count, words } = language;
  const { places, before, all } = words.compare;
  const { flows, segments } = comparison;
  const order: readonly Place[] = [...segments.keys(), "new", "back", "lapsed"];
  const rows = order.filter((place) => flows.some((flow) => flow.from === place));
  const columns = order.filter((place) => flows.some((flow) => flow.to === place));
  const label = (place: Place): string => (typeof place === "number" ? (LETTERS[place] ?? "?") : places[place]);
  const text = (from: Place, to: Place): string => {
    const flow = flows.find((one) => one.from === from && one.to === to);
    return flow === undefined ? "·" : count(flow.customers);
  };
  const sum = (some: readonly Flow[]): string => count(some.reduce((total, flow) => total + flow.customers, 0));
  const names = rows.map((place) =>
    typeof place === "number"
      ? `${label(place)} ${shownText(placeName(comparison, place, language))}`
      : placeName(comparison, place, language),
  );
  const body = [
    [before, ...columns.map(label), all],
    ...rows.map((from, index) => [
      names[index] ?? "",
      ...columns.map((to) => text(from, to)),
      sum(flows.filter((flow) => flow.from === from)),
    ]),
    [all, ...columns.map((to) => sum(flows.filter((flow) => flow.to === to))), sum(flows)],
  ];
  const widths = (body[0] ?? []).map((_, column) => Math.max(...body.map((row) => cellWidth(row[column] ?? ""))));
  const total = widths.reduce((a, b) => a + b, 0);
  const gap = [2, 1].find((one) => total + one * (widths.length - 1) <= width);
  if (gap === undefined) return null;
  const lines = body.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? padEndCells(cell, widths[0] ?? 0) : padStartCells(cell, widths[column] ?? 0),
      )
      .join(" ".repeat(gap)),
  );
  return [style.strong(lines[0] ?? ""), ...lines.slice(1)].map((line) => `${line.trimEnd()}\n`).join("");
}
