import type { Backtest, BacktestOrigin } from "../../../analysis/backtest/backtest.ts";
import type { Language } from "../../language/language.ts";
import {
  checkSentences,
  gainSentence,
  returnSentences,
  stabilitySentences,
} from "../../sentences/backtest-sentences.ts";
import { gainTable, methodTable, scoreReturnTable, segmentReturnTable } from "../../tables/backtest-table.ts";
import type { Block } from "./block.ts";

/** A backtest for people: the newest day in full, and of every day how forecasts would have done. */
export function backtestBlocks({ origins }: Backtest, language: Language): readonly Block[] {
  const [newest] = origins;
  return newest === undefined ? [] : [...returnBlocks(newest, language), ...methodBlocks(origins, language)];
}

function returnBlocks(origin: BacktestOrigin, language: Language): readonly Block[] {
  const { backtest: words } = language.words.forecasting;
  return [
    { kind: "lines", lines: returnSentences(origin, language) },
    { kind: "heading", text: words.bySegment },
    { kind: "table", table: segmentReturnTable(origin.rows, language) },
    { kind: "heading", text: words.byScore },
    { kind: "table", table: scoreReturnTable(origin.rows, language) },
    { kind: "heading", text: words.gains },
    { kind: "table", table: gainTable(origin, language) },
    { kind: "lines", lines: [gainSentence(origin, language)] },
    { kind: "heading", text: words.stability },
    { kind: "lines", lines: stabilitySentences(origin.stability, language) },
  ];
}

function methodBlocks(origins: readonly BacktestOrigin[], language: Language): readonly Block[] {
  const { backtest: words } = language.words.forecasting;
  return [
    { kind: "heading", text: words.methodsTitle },
    ...origins.flatMap(({ check }): Block[] => [
      { kind: "lines", lines: checkSentences(check, language) },
      { kind: "table", table: methodTable(check.methods, language) },
    ]),
    { kind: "lines", lines: [words.logLossMeaning] },
  ];
}
