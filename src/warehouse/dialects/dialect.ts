/*
 * The room warehouse: the same aggregation where the orders are. dialects/ says how each engine writes what differs,
 * statements/ what is asked of every engine; nothing here computes a number that analysis/ computes.
 */

/** How a name or a text is enclosed, and how the enclosing mark and other special characters are written inside. */
export interface Quoting {
  readonly mark: '"' | "'" | "`";
  /** The mark inside: written twice, or after a backslash. */
  readonly inner: "twice" | "backslash";
  /**
   * A backslash inside: `plain` where it is like any other character, `doubled` where it is special, `marked` where that depends
   * on a setting of the server, so that it is written twice and the whole gets an `E` in front, which holds with any setting.
   */
  readonly backslash: "plain" | "doubled" | "marked";
  /** Whether line breaks must be written as `\n` and `\r`. */
  readonly oneLine: boolean;
  /** Whether the engine replaces `${…}` even between quotes, so that the dollar is written by its number. */
  readonly replacesVariables?: boolean;
}

/** The SQL of one engine: what differs from the others, as fragments that take SQL and return SQL. */
export interface Dialect {
  readonly name: DialectName;
  /** The engine's name for people. */
  readonly title: string;
  readonly names: Quoting;
  readonly texts: Quoting;
  /** The longest name that the engine keeps whole, in bytes of UTF-8; `null` where there is no practical limit. */
  readonly longestName: number | null;
  /** What a name must not hold although it would stand between quotes, and why; `null` where any name is safe. */
  readonly unsafeInNames: { readonly pattern: RegExp; readonly why: string } | null;
  /** Formats that stand for a table together with a path, `parquet./data/orders`. */
  readonly fileFormats: readonly string[];
  /** Money as a whole number of 1/10,000, 64 bits, rounded half away from zero; fails on overflow. */
  readonly units: (value: string) => string;
  /** The civil day of a date, or of a time without a zone. */
  readonly day: (value: string) => string;
  /** The civil day of a moment in a zone. */
  readonly dayIn: (value: string, zone: string) => string;
  /** A day written out, `2024-11-30`. */
  readonly dayLiteral: (day: string) => string;
  /** Whether a number is NaN or infinite, and whether a date is; `null` where the engine has no such values, or adds them up. */
  readonly endless: { readonly number: (value: string) => string; readonly date: (value: string) => string } | null;
  /** Whole days from one day to another. */
  readonly daysBetween: (from: string, to: string) => string;
  readonly text: (value: string) => string;
  /** Without blanks at its ends. */
  readonly trimmed: (text: string) => string;
  readonly lowerCase: (text: string) => string;
  /** A whole number of 64 bits; fails on overflow. */
  readonly whole: (value: string) => string;
  /** The sum of whole numbers, exact, as a whole number of 64 bits; fails on overflow. */
  readonly total: (value: string) => string;
  /** The whole part of a quotient of numbers ≥ 0, and what is left. */
  readonly quotient: (dividend: string, divisor: string) => string;
  readonly remainder: (dividend: string, divisor: string) => string;
  /** Currency units with four decimals, exact, from 1/10,000. */
  readonly money: (units: string) => string;
  /** A value of the row before (`lag`) or after in a window, of which the parts are given; nothing or 0 without such a row. */
  readonly beside: (which: "lag" | "lead", value: string, window: string) => string;
  /** A query of rows that are written out, with the names of their columns in quotes. */
  readonly rowsOf: (columns: readonly string[], rows: readonly (readonly string[])[]) => string;
  /**
   * A query inside another that stays a step of its own, where the engine would otherwise write each of its expressions out
   * wherever the outer query names it.
   */
  readonly apart: (query: string) => string;
  /** A double. */
  readonly double: (value: string) => string;
  /** Texts one after the other. */
  readonly joined: (texts: readonly string[]) => string;
  /** `CREATE TABLE … AS`; the key is what the table is looked up and laid out by, `null` for a small one. */
  readonly create: (table: string, key: string | null) => string;
  /** How a result takes the place of an older one; `null` where that cannot be done in one step. */
  readonly publishing: Publishing | null;
  /** Puts a text on a table, as its comment or description. */
  readonly mark: (table: string, text: string) => string;
}

/** How tables take the place of older ones, so that a reader sees the old or the new one. */
export interface Publishing {
  /** Whether all statements of a run stand in one transaction. */
  readonly isTransactional: boolean;
  /** One row with the comment of a table, "" for none; no row where there is no table of this name. */
  readonly commentOf: (table: PublishedTable) => string;
  /** Puts a new table in the place of an old one, or where none is. */
  readonly moveTo: (fresh: string, target: PublishedTable, isThere: boolean) => readonly string[];
}

/** A table by its quoted name, and by the parts of it: as texts in quotes, and the last as a name. */
export interface PublishedTable {
  readonly quoted: string;
  readonly quotedAsText: string;
  readonly lastName: string;
  readonly lastAsText: string;
  /** The schema or database; `null` for the one in use. */
  readonly schemaAsText: string | null;
}

export const DIALECT_NAMES = ["postgres", "clickhouse", "duckdb", "spark", "bigquery", "snowflake"] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];
