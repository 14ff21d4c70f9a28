import type { SchemaElement } from "hyparquet";

/** The parts of a second that times and moments are counted in. */
export type TimeUnit = "MILLIS" | "MICROS" | "NANOS";

/** What the values of a column are. */
export type ColumnKind =
  | { readonly kind: "text" | "uuid" | "boolean" | "number" | "single" | "half" | "date" }
  | { readonly kind: "instant" | "moment" | "time"; readonly unit: TimeUnit }
  | { readonly kind: "unsigned"; readonly bits: 32 | 64 }
  | { readonly kind: "decimal"; readonly scale: number }
  /** Values that have no plain text; `what` is what the format calls them. */
  | { readonly kind: "other"; readonly what: string };

const NOT_PLAIN: ReadonlySet<string> = new Set(["INTERVAL", "BSON", "GEOMETRY", "GEOGRAPHY", "VARIANT", "FILE"]);

/** What a column of a schema holds, by its logical type where it has one, else by its older converted type. */
export function kindOf(element: SchemaElement): ColumnKind {
  const { type, converted_type: converted, logical_type: logical } = element;
  const named = logical?.type ?? converted ?? "";
  if (NOT_PLAIN.has(named) || converted === "INTERVAL") return { kind: "other", what: named };
  if (named === "DECIMAL") return { kind: "decimal", scale: scaleOf(element) };
  if (type === "BOOLEAN") return { kind: "boolean" };
  if (type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY") return textKind(named);
  return timeKind(element) ?? numberKind(element);
}

/** Whether cells are dates or numbers, and not texts, whatever they hold. */
export function hasOneType({ kind }: ColumnKind): boolean {
  return kind !== "text" && kind !== "uuid" && kind !== "boolean" && kind !== "time" && kind !== "other";
}

function scaleOf({ scale, logical_type: logical }: SchemaElement): number {
  return scale ?? (logical?.type === "DECIMAL" ? logical.scale : 0);
}

function textKind(named: string): ColumnKind {
  if (named === "UUID") return { kind: "uuid" };
  return { kind: named === "FLOAT16" ? "half" : "text" };
}

function timeKind({ type, converted_type: converted, logical_type: logical }: SchemaElement): ColumnKind | null {
  if (type === "INT96") return { kind: "instant", unit: "NANOS" };
  if (logical?.type === "TIMESTAMP")
    return { kind: logical.isAdjustedToUTC ? "instant" : "moment", unit: logical.unit };
  if (logical?.type === "TIME") return { kind: "time", unit: logical.unit };
  if (logical?.type === "DATE" || converted === "DATE") return { kind: "date" };
  if (converted === "TIMESTAMP_MILLIS") return { kind: "instant", unit: "MILLIS" };
  if (converted === "TIMESTAMP_MICROS") return { kind: "instant", unit: "MICROS" };
  if (converted === "TIME_MILLIS") return { kind: "time", unit: "MILLIS" };
  return converted === "TIME_MICROS" ? { kind: "time", unit: "MICROS" } : null;
}

function numberKind({ type, converted_type: converted, logical_type: logical }: SchemaElement): ColumnKind {
  if (type === "FLOAT") return { kind: "single" };
  const isUnsigned =
    logical?.type === "INTEGER" ? !logical.isSigned : converted === "UINT_32" || converted === "UINT_64";
  if (!isUnsigned || type === "DOUBLE") return { kind: "number" };
  return { kind: "unsigned", bits: type === "INT64" ? 64 : 32 };
}
