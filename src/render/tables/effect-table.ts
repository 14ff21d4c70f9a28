import type { Effect, EffectMeasure } from "../../analysis/effect/effect.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** What was measured in both groups, as data: one row per measure. */
export function effectTable({ measures }: Effect): DataTable {
  const column = rowColumns<EffectMeasure, string>(measures);
  return {
    sheet: "effect",
    length: measures.length,
    columns: [
      column("measure", "text", ({ measure }) => measure),
      column("treated", "count", ({ treated }) => treated),
      column("treated_value", "number", ({ treatedValue }) => treatedValue),
      column("control", "count", ({ control }) => control),
      column("control_value", "number", ({ controlValue }) => controlValue),
      column("difference", "number", ({ difference }) => difference),
      column("low", "number", ({ low }) => low),
      column("high", "number", ({ high }) => high),
      column("p_value", "number", ({ pValue }) => pValue),
      column("extra", "number", ({ extra }) => extra),
      column("smallest_difference", "number", ({ smallestDifference }) => smallestDifference),
    ],
  };
}

/** The same for people: shares as percentages, money as money. */
export function effectOverview({ measures }: Effect, language: Language): DataTable {
  const { columns, measures: names, range } = language.words.effect;
  const usual = rowColumns(measures, columns);
  const column = (name: keyof typeof columns, at: (measure: EffectMeasure) => string, rank = 0): DataColumn =>
    usual(name, "text", at, { rank, align: "right" });
  const difference = (measure: EffectMeasure, value: number | null): string =>
    value === null ? UNKNOWN : differenceText(measure, value, language);
  return {
    length: measures.length,
    columns: [
      usual("measure", "text", ({ measure }) => names[measure]),
      column("treated", (one) => valueText(one, one.treatedValue, language)),
      column("control", (one) => valueText(one, one.controlValue, language)),
      column("difference", (one) => difference(one, one.difference)),
      column("interval", (one) =>
        one.low === null || one.high === null ? UNKNOWN : range(difference(one, one.low), difference(one, one.high)),
      ),
      column("p_value", ({ pValue }) => (pValue === null ? UNKNOWN : shownProbability(pValue, language)), 2),
      column("extra", (one) => (one.extra === null ? UNKNOWN : extraText(one, one.extra, language)), 1),
      column("smallest_difference", (one) => difference(one, one.smallestDifference), 3),
    ],
  };
}

type Named = Pick<EffectMeasure, "measure">;

function isShare({ measure }: Named): boolean {
  return measure === "ordered" || measure === "ordered_before";
}

function isMoney({ measure }: Named): boolean {
  return measure === "revenue" || measure === "margin";
}

function valueText(measure: Named, value: number, language: Language): string {
  if (isShare(measure)) return language.share(value);
  return isMoney(measure) ? language.money(value * AMOUNT_SCALE) : language.number(value, 3);
}

function differenceText(measure: Named, value: number, language: Language): string {
  return isShare(measure) ? language.words.effect.points(value) : valueText(measure, value, language);
}

function extraText(measure: Named, extra: number, language: Language): string {
  return isMoney(measure) ? language.money(extra * AMOUNT_SCALE) : language.count(Math.round(extra));
}

const LEAST_SHOWN = 0.001;

function shownProbability(value: number, language: Language): string {
  return value < LEAST_SHOWN ? `< ${language.number(LEAST_SHOWN, 3)}` : language.number(value, 3);
}
