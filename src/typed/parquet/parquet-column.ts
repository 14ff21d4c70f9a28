import { dateText, numberText } from "../cell-text.ts";
import type { CellType, StoredValues, TypedColumn } from "../typed-table.ts";

/** What the values of a column are, as far as their JavaScript type does not say it. */
export type Holds =
  | { readonly kind: "plain" | "date" | "instant" | "moment" | "single" }
  | { readonly kind: "decimal"; readonly scale: number };

/** A run of values of a column: those of one row group, or of a part of it. */
export interface ValueRun {
  readonly start: number;
  readonly values: ArrayLike<unknown>;
}

const MOST_REMEMBERED = 100_000;

/** A column of a Parquet file; its values stay as they were decoded until their text is asked for. */
export class ParquetColumn implements TypedColumn {
  private readonly runs: ValueRun[] = [];
  private readonly holds: Holds;
  private readonly texts = new Map<number, string>();
  private run: ValueRun = { start: 0, values: [] };

  constructor(holds: Holds) {
    this.holds = holds;
  }

  add(run: ValueRun): void {
    this.runs.push(run);
  }

  readonly text = (record: number): string => {
    const value = this.value(record);
    return typeof value === "number" ? this.numberText(value) : valueText(value, this.holds);
  };

  readonly type = (record: number): CellType => {
    const value = this.value(record);
    if (typeof value !== "number" && typeof value !== "bigint") return "text";
    return this.holds.kind === "plain" || this.holds.kind === "single" || this.holds.kind === "decimal"
      ? "number"
      : "date";
  };

  readonly stored: StoredValues = {
    day: (record) => dayStored(this.value(record), this.holds),
    amount: (record) => amountStored(this.value(record), this.holds),
  };

  /** Prices and days repeat, and their text takes long to make. */
  private numberText(value: number): string {
    const known = this.texts.get(value);
    if (known !== undefined && value !== 0) return known; // −0 is another text
    const text = valueText(value, this.holds);
    if (this.texts.size >= MOST_REMEMBERED) this.texts.clear();
    this.texts.set(value, text);
    return text;
  }

  private value(record: number): unknown {
    const { start, values } = this.run;
    if (record >= start && record < start + values.length) return values[record - start];
    const found = this.runs.find((run) => record >= run.start && record < run.start + run.values.length);
    if (found === undefined) return null;
    this.run = found;
    return found.values[record - found.start];
  }
}

const [DAY, SECOND] = [86_400_000, 1000] as const;

/** The day of a moment in milliseconds, whose fractions of a second are rounded as in its text. */
function dayStored(value: unknown, { kind }: Holds): number {
  if (typeof value !== "number" || (kind !== "date" && kind !== "moment" && kind !== "instant")) return Number.NaN;
  return Math.floor((Math.round(value / SECOND) * SECOND) / DAY);
}

/** Numbers of more digits are not told apart by their 64 bits. */
const LARGEST_EXACT = 10 ** 14;

/** A number that is the nearest to a whole number of 1/10,000 is that one: so is the one that its text reads. */
function amountStored(value: unknown, { kind }: Holds): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number !== "number" || kind === "date" || kind === "moment" || kind === "instant" || kind === "single") {
    return Number.NaN;
  }
  const amount = Math.round(number * 10_000);
  return amount / 10_000 === number && Math.abs(amount) < LARGEST_EXACT ? amount + 0 : Number.NaN;
}

/** Digits with which every number of 32 bits can be told from its neighbours, and the fewest to try. */
const [FEWEST_DIGITS, MOST_DIGITS] = [6, 9] as const;

function valueText(value: unknown, holds: Holds): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (typeof value !== "number" || Number.isNaN(value)) return ""; // data frames write NaN for what is missing
  if (holds.kind === "date" || holds.kind === "moment") return dateText(value, { isInstant: false });
  if (holds.kind === "instant") return dateText(value, { isInstant: true });
  if (holds.kind === "decimal") return value.toFixed(Math.min(holds.scale, 100));
  return holds.kind === "single" ? singleText(value) : numberText(value);
}

/** A number of 32 bits by the fewest digits that tell it from its neighbours. */
function singleText(value: number): string {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}
