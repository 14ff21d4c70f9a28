import { type Definitions, MODEL_VERSION, type ScoreModel } from "../../analysis/model/model.ts";
import { betterOf, DIMENSION_LETTERS, DIMENSIONS, type Dimension } from "../../analysis/scores/dimension.ts";
import type { DimensionScale } from "../../analysis/scores/dimension-scale.ts";
import { NO_SCALE, type Scales } from "../../analysis/scores/score-customers.ts";
import { readOptionText } from "../../csv/named-text.ts";
import { UsageError } from "../../errors.ts";
import { parseSchemeFile } from "./scheme-file.ts";

/** Reads `--model FILE`. */
export async function readModel(path: string, cwd: string): Promise<ScoreModel> {
  const missing = (): UsageError => new UsageError(`--model ${path}: no such file`, "--save-model FILE writes one");
  return parseModel(await readOptionText(path, cwd, missing), path);
}

/**
 * A model from the text of its file, checked part by part.
 *
 * @throws UsageError that names the file and the part that is not as `--save-model` writes it
 */
export function parseModel(text: string, name: string): ScoreModel {
  const fail = (what: string): UsageError =>
    new UsageError(`${name} is not a usable model: ${what}`, "create a new one with --save-model FILE");
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw fail("it is not JSON");
  }
  if (!isRecord(written) || !("rfm_model" in written)) throw fail('it has no "rfm_model"');
  if (written["rfm_model"] !== MODEL_VERSION) {
    throw fail(`its version is ${String(written["rfm_model"])}, and this program reads version ${MODEL_VERSION}`);
  }
  const definitions = definitionsFrom(written["definitions"]);
  if (definitions === null) throw fail('"definitions" is incomplete');
  const data = dataFrom(written["data"]);
  if (data === null) throw fail('"data" is incomplete');
  const { currency } = written;
  if (currency !== null && typeof currency !== "string") throw fail('"currency" is neither text nor null');
  return {
    scheme: parseSchemeFile(JSON.stringify(written["scheme"] ?? null, null, 2), `${name}, scheme`),
    scales: scalesFrom(written["dimensions"], { hasMoney: definitions.money !== "none", fail }),
    definitions,
    currency: currency ?? "",
    data,
  };
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function definitionsFrom(value: unknown): Definitions | null {
  if (!isRecord(value)) return null;
  const { frequency, monetary, window, window_for, refunds, money = "spend" } = value; // older files are of spend
  if (frequency !== "orders" && frequency !== "days") return null;
  if (monetary !== "total" && monetary !== "average") return null;
  if (window !== null && typeof window !== "string") return null;
  if (window_for !== "rfm" && window_for !== "fm") return null;
  if (refunds !== "net" && refunds !== "ignore") return null;
  if (money !== "spend" && money !== "margin" && money !== "none") return null;
  return { frequency, monetary, window, window_for, refunds, money };
}

function dataFrom(value: unknown): ScoreModel["data"] | null {
  if (!isRecord(value)) return null;
  const { first_day, last_day, as_of, customers } = value;
  if (typeof first_day !== "string" || typeof last_day !== "string" || typeof as_of !== "string") return null;
  return typeof customers === "number" ? { first_day, last_day, as_of, customers } : null;
}

function scalesFrom(
  value: unknown,
  { hasMoney, fail }: { readonly hasMoney: boolean; readonly fail: (what: string) => UsageError },
): Scales {
  const one = (dimension: Dimension): DimensionScale => {
    const letter = DIMENSION_LETTERS[dimension];
    if (dimension === "monetary" && !hasMoney) {
      if (isRecord(value) && value[letter] === null) return NO_SCALE;
      throw fail(`"dimensions", ${letter} must be null, because "money" is "none"`);
    }
    const scale = isRecord(value) ? scaleFrom(value[letter], dimension) : null;
    if (scale === null) throw fail(`"dimensions", ${letter}: levels and ascending cut points do not fit`);
    return scale;
  };
  const [recency, frequency, monetary] = DIMENSIONS.map(one) as [DimensionScale, DimensionScale, DimensionScale];
  return { recency, frequency, monetary };
}

function scaleFrom(value: unknown, dimension: Dimension): DimensionScale | null {
  if (!isRecord(value)) return null;
  const { method, levels } = value;
  const better = betterOf(dimension);
  if (typeof levels !== "number" || !Number.isInteger(levels) || levels < 2 || levels > 10) return null;
  if (method === "quantile" || method === "fixed" || method === "natural") {
    const cutPoints = cutPointsFrom(value["cut_points"], levels);
    return cutPoints === null ? null : { method, levels, better, cutPoints, nested: null };
  }
  if (method !== "nested" || !isRecord(value["cells"]) || !("all" in value["cells"])) return null;
  const nested = new Map<string, { cutPoints: readonly number[]; better: typeof better }>();
  for (const [cell, points] of Object.entries(value["cells"])) {
    const cutPoints = cutPointsFrom(points, levels);
    if (cutPoints === null) return null;
    nested.set(cell === "all" ? "" : cell, { cutPoints, better });
  }
  return { method, levels, better, cutPoints: [], nested };
}

/** `levels` − 1 numbers that do not descend (ties can make quantiles equal); otherwise `null`. */
function cutPointsFrom(value: unknown, levels: number): readonly number[] | null {
  if (!Array.isArray(value) || value.length !== levels - 1) return null;
  const points: number[] = [];
  for (const point of value) {
    if (typeof point !== "number" || !Number.isFinite(point) || point < (points.at(-1) ?? point)) return null;
    points.push(point);
  }
  return points;
}
