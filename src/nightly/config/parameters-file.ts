import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { ValueModel } from "../../analysis/forecast/gamma-gamma.ts";
import type { FittedModel } from "../../analysis/forecast/models/fit-model.ts";
import { MODEL_NAMES, parameterNames } from "../../analysis/forecast/models/model-names.ts";
import { PARAMETERS_VERSION, type SavedParameters } from "../../analysis/forecast/saved-parameters.ts";
import { UsageError } from "../../errors.ts";

/** Reads `--parameters FILE`. */
export async function readParameters(path: string, cwd: string): Promise<SavedParameters> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = code === "ENOENT" ? "no such file" : `cannot be read (${code})`;
    throw new UsageError(`--parameters ${path}: ${why}`, "--save-parameters FILE writes one");
  }
  return parseParameters(text, path);
}

/**
 * Parameters from the text of their file, checked part by part.
 *
 * @throws UsageError that names the file and the part that is not as `--save-parameters` writes it
 */
export function parseParameters(text: string, name: string): SavedParameters {
  const fail = (what: string): UsageError =>
    new UsageError(`${name} is not a usable parameters file: ${what}`, "create a new one with --save-parameters FILE");
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw fail("it is not JSON");
  }
  if (!isRecord(written) || !("rfm_forecast_parameters" in written)) throw fail('it has no "rfm_forecast_parameters"');
  const version = written["rfm_forecast_parameters"];
  if (version !== PARAMETERS_VERSION) {
    throw fail(`its version is ${String(version)}, and this program reads version ${PARAMETERS_VERSION}`);
  }
  const { currency } = written;
  if (currency !== null && typeof currency !== "string") throw fail('"currency" is neither text nor null');
  const model = modelFrom(written);
  if (model === null) throw fail('"model" and "parameters" do not fit each other');
  const values = written["order_value"] === null ? null : valuesFrom(written["order_value"]);
  if (written["order_value"] !== null && values === null) throw fail('"order_value" is incomplete');
  return { model, values, currency: currency ?? "" };
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function modelFrom(written: Json): FittedModel | null {
  const name = MODEL_NAMES.find((known) => known === written["model"]);
  const { parameters, customers, log_likelihood: logLikelihood } = written;
  if (name === undefined || !isRecord(parameters) || !isPositive(customers)) return null;
  const { r, alpha, a, b } = parameters;
  if (!isPositive(r) || !isPositive(alpha)) return null;
  if (name !== "nbd" && !(isPositive(a) && isPositive(b))) return null;
  const leaving = name === "nbd" || !isPositive(a) || !isPositive(b) ? { a: 0, b: 1 } : { a, b };
  const covariance = covarianceFrom(written["log_covariance"], parameterNames(name).length);
  if (covariance === undefined) return null;
  return {
    name,
    parameters: { r, alpha, ...leaving },
    logLikelihood: typeof logLikelihood === "number" ? logLikelihood : Number.NaN,
    customers,
    converged: true,
    standardErrors: errorsFrom(written["standard_errors"]),
    logCovariance: covariance,
  };
}

/** A square matrix, or `null` where there is none; `undefined` where it is neither. */
function covarianceFrom(value: unknown, size: number): FittedModel["logCovariance"] | undefined {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length !== size) return undefined;
  const rows: (readonly number[])[] = [];
  for (const row of value) {
    if (!Array.isArray(row) || row.length !== size || !row.every(Number.isFinite)) return undefined;
    rows.push(row.map(Number));
  }
  return rows;
}

function errorsFrom(value: unknown): FittedModel["standardErrors"] {
  if (!isRecord(value)) return null;
  const known = (["r", "alpha", "a", "b"] as const).flatMap((key) => {
    const error = value[key];
    return isPositive(error) ? [[key, error] as const] : [];
  });
  return Object.fromEntries(known);
}

function valuesFrom(value: unknown): ValueModel | null {
  if (!isRecord(value) || !isRecord(value["parameters"])) return null;
  const { p, q, v } = value["parameters"];
  const { customers, mean_error: meanError, log_likelihood: logLikelihood, standard_errors: errors } = value;
  if (!isPositive(p) || !isPositive(q) || q <= 1 || !isPositive(v) || !isPositive(customers)) return null;
  return {
    parameters: { p, q, v },
    standardErrors: isRecord(errors)
      ? { p: Number(errors["p"]), q: Number(errors["q"]), v: Number(errors["v"]) }
      : null,
    meanError: isPositive(meanError) ? meanError : 0,
    logLikelihood: typeof logLikelihood === "number" ? logLikelihood : Number.NaN,
    customers,
    converged: true,
  };
}
