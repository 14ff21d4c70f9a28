import { formatDay } from "../../core/calendar/days.ts";
import type { Comparison, CustomerMove } from "../../core/compare/compare-snapshots.ts";
import { type Format, jsonArray, markdown, renderTable } from "../formats.ts";
import type { Style } from "../style.ts";
import { changeTable, flowTable, moveTable } from "../tables/compare-tables.ts";
import { wrapText } from "../wrap.ts";
import { compareSentence, compareTitle, riseSentence } from "./compare-sentence.ts";
import { renderMoveMatrix } from "./move-matrix.ts";

interface Look {
  readonly width: number;
  readonly style: Style;
}

const SHOWN = 5;
const FLOWS_SHOWN = 15;

/** A comparison in any format: people get the sentence, the matrix, the segments, risers and fallers; data the flows. */
export function renderComparison(comparison: Comparison, format: Format, look: Look): Iterable<string> {
  if (format === "json") return [jsonComparison(comparison)];
  if (format === "table") return textComparison(comparison, look);
  if (format === "md") return markdownComparison(comparison);
  return renderTable(flowTable(comparison), format, look);
}

function* textComparison(comparison: Comparison, { width, style }: Look): Generator<string> {
  const wrapped = (text: string): string => `${wrapText(text, width, "  ")}\n`;
  yield style.strong(wrapped(compareTitle(comparison)));
  yield wrapped(compareSentence(comparison));
  yield `\n${style.heading("From segment to segment")}\n`;
  const matrix = renderMoveMatrix(comparison, { width, style });
  if (matrix !== null) {
    yield matrix;
    yield style.faint(wrapped(`Rows: before. Columns: after, by the rows' letters.${absentText(comparison)}`));
  } else {
    const moved = comparison.flows.filter((flow) => flow.from !== flow.to).sort((a, b) => b.customers - a.customers);
    yield* renderTable(flowTable(comparison, moved.slice(0, FLOWS_SHOWN)), "table", { width, style });
    if (moved.length > FLOWS_SHOWN) {
      yield style.faint(wrapped(`And ${moved.length - FLOWS_SHOWN} smaller ones; --width shows them as a matrix.`));
    }
  }
  yield `\n${style.heading("Who entered and who left")}\n`;
  yield* renderTable(changeTable(comparison), "table", { width, style });
  for (const [title, moves] of groups(comparison)) {
    yield `\n${style.heading(title)}\n`;
    yield* renderTable(moveTable(comparison, moves.slice(0, SHOWN)), "table", { width, style });
  }
  yield `\n${wrapped(riseSentence(comparison))}`;
}

/** What the places outside the segments mean, where they occur. */
function absentText({ flows }: Comparison): string {
  const back = flows.some((flow) => flow.from === "back") ? " Back: had bought before, not in the earlier window." : "";
  const lapsed = flows.some((flow) => flow.to === "lapsed") ? " Lapsed: nothing in the later window." : "";
  return `${back}${lapsed}`;
}

function* markdownComparison(comparison: Comparison): Generator<string> {
  yield `# ${compareTitle(comparison)}\n\n${compareSentence(comparison)}\n\n## From segment to segment\n\n`;
  yield* markdown(flowTable(comparison));
  yield "\n## Who entered and who left\n\n";
  yield* markdown(changeTable(comparison));
  for (const [title, moves] of groups(comparison)) {
    yield `\n## ${title}\n\n`;
    yield* markdown(moveTable(comparison, moves.slice(0, SHOWN)));
  }
  yield `\n${riseSentence(comparison)}\n`;
}

function groups({ risers, fallers }: Comparison): readonly (readonly [string, readonly CustomerMove[]])[] {
  const titled = (what: string, moves: readonly CustomerMove[]): string =>
    moves.length > SHOWN ? `${what}, the first ${SHOWN} of ${moves.length}` : what;
  return [[titled("Risers", risers), risers] as const, [titled("Fallers", fallers), fallers] as const].filter(
    ([, moves]) => moves.length > 0,
  );
}

function jsonComparison(comparison: Comparison): string {
  const day = (value: number | null): string => JSON.stringify(value === null ? null : formatDay(value));
  const fields = [
    `"schema_version":1`,
    `"from":${day(comparison.fromDay)}`,
    `"to":${day(comparison.toDay)}`,
    `"sentence":${JSON.stringify(compareSentence(comparison))}`,
    `"flows":${jsonArray(flowTable(comparison))}`,
    `"segments":${jsonArray(changeTable(comparison))}`,
    `"risers":${jsonArray(moveTable(comparison, comparison.risers))}`,
    `"fallers":${jsonArray(moveTable(comparison, comparison.fallers))}`,
  ];
  return `{${fields.join(",")}}\n`;
}
