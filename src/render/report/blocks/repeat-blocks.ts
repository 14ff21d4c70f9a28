import type { RepeatPurchase } from "../../../analysis/retention/repeat.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { Language } from "../../language/language.ts";
import {
  claimLines,
  gapSentence,
  ladderSentence,
  lapseSentence,
  secondOrderSentence,
} from "../../sentences/repeat-sentences.ts";
import { ladderTable, secondOrderTable } from "../../tables/repeat-table.ts";
import type { Block } from "./block.ts";

/** Repeat purchase for people: a few small tables, each with a line that says what it shows, and the four claims last. */
export function repeatBlocks(repeat: RepeatPurchase, kind: PeriodKind, language: Language): readonly Block[] {
  const { repeat: words } = language.words;
  const second = secondOrderTable(repeat.second.within, language);
  return [
    { kind: "heading", text: words.ladder },
    { kind: "table", table: ladderTable(repeat.ladder, language) },
    { kind: "lines", lines: [ladderSentence(repeat, language)] },
    { kind: "heading", text: words.second },
    ...(second.length === 0 ? [] : [{ kind: "table", table: second } as const]),
    { kind: "lines", lines: [secondOrderSentence(repeat, language)] },
    { kind: "heading", text: words.gaps },
    { kind: "lines", lines: [gapSentence(repeat, language), lapseSentence(repeat, language)] },
    { kind: "heading", text: words.claims },
    { kind: "lines", lines: claimLines(repeat, kind, language) },
  ];
}
