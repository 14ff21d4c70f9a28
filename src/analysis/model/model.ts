/*
 * Models: the cut points of one run, saved to score later data by. check-model.ts refuses what is no model.
 */
import { formatDay } from "../../basics/calendar/days.ts";
import { formatSpan } from "../../basics/calendar/span.ts";
import { UsageError } from "../../errors.ts";
import { isWithoutMoney } from "../../exports/detect/amounts/without-money.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { DIMENSION_LETTERS, DIMENSIONS, type Dimension } from "../scores/dimension.ts";
import type { DimensionScale } from "../scores/dimension-scale.ts";
import type { Scales } from "../scores/score-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { SchemeFile } from "../segments/scheme.ts";
import { writtenScheme } from "../segments/written-scheme.ts";

/** The version of the file's form; it rises when an older program could misread a newer file. */
export const MODEL_VERSION = 1;

/** What the three numbers mean: scores are only comparable where these agree. Each as its option's value. */
export interface Definitions {
  readonly frequency: "orders" | "days";
  readonly monetary: "total" | "average";
  /** `12m`; `null` for all history. */
  readonly window: string | null;
  readonly window_for: "rfm" | "fm";
  readonly refunds: "net" | "ignore";
  /** What monetary value is made from. */
  readonly money: "spend" | "margin" | "none";
}

/** Frozen thresholds: everything that scores another month as this one was scored. */
export interface ScoreModel {
  readonly scheme: SchemeFile;
  readonly scales: Scales;
  readonly definitions: Definitions;
  /** Empty where the exports named none. */
  readonly currency: string;
  /** The data that the thresholds were made from; ISO days. */
  readonly data: {
    readonly first_day: string;
    readonly last_day: string;
    readonly as_of: string;
    readonly customers: number;
  };
}

/** The definitions that a run works with. */
export function definitionsOf(
  options: CustomersAtOptions & {
    readonly refunds?: "net" | "ignore" | undefined;
    readonly margin?: string | undefined;
    readonly cost?: string | undefined;
    readonly amount?: string | undefined;
  },
): Definitions {
  return {
    frequency: options.frequency ?? "orders",
    monetary: options.monetary ?? "total",
    window: options.window === undefined ? null : formatSpan(options.window),
    window_for: options.windowFor ?? "rfm",
    refunds: options.refunds ?? "net",
    money: moneyOf(options),
  };
}

function moneyOf(options: Parameters<typeof definitionsOf>[0]): Definitions["money"] {
  if (isWithoutMoney(options)) return "none";
  return options.margin === undefined && options.cost === undefined ? "spend" : "margin";
}

/**
 * The model of scored customers.
 *
 * @throws UsageError where a dimension was scored with `ntile`, which has no cut points to keep
 */
export function modelOf(
  { customers, scales, scheme }: SegmentedCustomers,
  facts: {
    readonly definitions: Definitions;
    readonly currency: string;
    readonly firstDay: number;
    readonly lastDay: number;
  },
): ScoreModel {
  refuseNtile(scales, "a model keeps cut points");
  return {
    scheme: scheme.file,
    scales,
    definitions: facts.definitions,
    currency: facts.currency,
    data: {
      first_day: formatDay(facts.firstDay),
      last_day: formatDay(facts.lastDay),
      as_of: formatDay(customers.asOf),
      customers: customers.length,
    },
  };
}

/** Stops where a dimension has no cut points; `why` says what they are wanted for. */
export function refuseNtile(scales: Readonly<Record<Dimension, Pick<DimensionScale, "method">>>, why: string): void {
  const ranked = DIMENSIONS.filter((dimension) => scales[dimension].method === "ntile");
  if (ranked.length === 0) return;
  throw new UsageError(
    `${ranked.join(" and ")} ${ranked.length === 1 ? "is" : "are"} scored with ntile, which ranks customers against each other and has no cut points: ${why}`,
    "choose --method quantile, fixed, natural or nested",
  );
}

/** A model as the text of its file. Cut points of money are in 1/10,000 of a currency unit, so that none is rounded. */
export function formatModel(model: ScoreModel): string {
  const dimensions = DIMENSIONS.map((dimension) => [
    DIMENSION_LETTERS[dimension],
    dimension === "monetary" && model.definitions.money === "none" ? null : writtenScale(model.scales[dimension]),
  ]);
  const written = {
    rfm_model: MODEL_VERSION,
    currency: model.currency === "" ? null : model.currency,
    money_unit: "1/10000",
    definitions: model.definitions,
    data: model.data,
    dimensions: Object.fromEntries(dimensions),
    scheme: writtenScheme(model.scheme),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function writtenScale({ method, levels, cutPoints, nested }: DimensionScale): unknown {
  if (nested === null) return { method, levels, cut_points: cutPoints };
  const cells = [...nested].map(([cell, scale]) => [cell === "" ? "all" : cell, scale.cutPoints]);
  return { method, levels, cells: Object.fromEntries(cells) };
}
