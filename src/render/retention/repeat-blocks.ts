import type { PeriodKind } from "../../core/calendar/period.ts";
import type { RepeatPurchase } from "../../core/retention/repeat.ts";
import type { Block } from "../report/blocks.ts";
import { ladderTable, secondOrderTable } from "../tables/repeat-table.ts";
import { claimLines, gapSentence, ladderSentence, lapseSentence, secondOrderSentence } from "./repeat-sentences.ts";

/** Repeat purchase for people: a few small tables, each with a line that says what it shows, and the four claims last. */
export function repeatBlocks(repeat: RepeatPurchase, kind: PeriodKind): readonly Block[] {
  const second = secondOrderTable(repeat.second.within);
  return [
    { kind: "heading", text: "Orders one after another" },
    { kind: "table", table: ladderTable(repeat.ladder) },
    { kind: "lines", lines: [ladderSentence(repeat)] },
    { kind: "heading", text: "Time to the second order" },
    ...(second.length === 0 ? [] : [{ kind: "table", table: second } as const]),
    { kind: "lines", lines: [secondOrderSentence(repeat)] },
    { kind: "heading", text: "Time between orders" },
    { kind: "lines", lines: [gapSentence(repeat), lapseSentence(repeat)] },
    { kind: "heading", text: "What marketing articles claim, measured here" },
    { kind: "lines", lines: claimLines(repeat, kind) },
  ];
}
