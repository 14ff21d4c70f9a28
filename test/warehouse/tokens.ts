/**
 * Splits SQL as each engine's documentation says that it is split; written without the code that quotes.
 */

/** A piece of SQL; names, texts and comments without what encloses them, as the engine would take them. */
export interface Token {
  readonly kind: "name" | "text" | "comment" | "other";
  readonly value: string;
}

interface Enclosed {
  readonly opens: string;
  readonly kind: "name" | "text";
  /** Whether the mark written twice stands for itself. */
  readonly twice: boolean;
  /** Whether a backslash escapes what follows. */
  readonly slash: boolean;
  /** Whether a line break inside is an error. */
  readonly oneLine: boolean;
}

const name = (opens: string, twice: boolean, slash: boolean, oneLine = false): Enclosed => ({
  opens,
  kind: "name",
  twice,
  slash,
  oneLine,
});
const text = (opens: string, twice: boolean, slash: boolean, oneLine = false): Enclosed => ({
  ...name(opens, twice, slash, oneLine),
  kind: "text",
});

const RULES: Readonly<Record<string, readonly Enclosed[]>> = {
  postgres: [name('"', true, false), text("E'", true, true), text("'", true, false)],
  duckdb: [name('"', true, false), text("E'", true, true), text("'", true, false)],
  snowflake: [name('"', true, false), text("'", true, true)],
  clickhouse: [name("`", true, true), name('"', true, true), text("'", true, true)],
  spark: [name("`", true, false), text("'", false, true), text('"', false, true)],
  bigquery: [name("`", false, true, true), text("'", false, true, true), text('"', false, true, true)],
};

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "0": "\u0000" };
const OTHER_TEXTS = ["$$", "/*", "#", "\\"];

/** @throws Error where something that was opened is not closed, or a statement holds what opens another kind of text */
export function tokensOf(dialect: string, sql: string): readonly Token[] {
  const rules = RULES[dialect] ?? [];
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const rule = rules.find(({ opens }) => sql.startsWith(opens, at));
    if (rule !== undefined) {
      const { value, end } = enclosed(sql, at + rule.opens.length, rule);
      tokens.push({ kind: rule.kind, value });
      at = end;
    } else if (sql.startsWith("--", at)) {
      const end = /[\n\r]/.exec(sql.slice(at))?.index ?? sql.length - at;
      tokens.push({ kind: "comment", value: sql.slice(at, at + end) });
      at += end;
    } else if (OTHER_TEXTS.some((opens) => sql.startsWith(opens, at))) {
      throw new Error(`${sql.slice(at, at + 20)} stands outside of quotes`);
    } else {
      const word = /^(?:\w+|\s+|[^\w\s])/u.exec(sql.slice(at, at + 100))?.[0] ?? sql.charAt(at);
      if (word.trim() !== "") tokens.push({ kind: "other", value: word });
      at += word.length;
    }
  }
  return tokens;
}

function enclosed(sql: string, start: number, rule: Enclosed): { readonly value: string; readonly end: number } {
  const mark = rule.opens.slice(-1);
  let value = "";
  for (let at = start; at < sql.length; at += 1) {
    const character = sql.charAt(at);
    if (character === "\\" && rule.slash) {
      at += 1;
      const number = /^u([0-9a-f]{4})/.exec(sql.slice(at, at + 5))?.[1];
      value +=
        number === undefined ? (ESCAPES[sql.charAt(at)] ?? sql.charAt(at)) : String.fromCharCode(parseInt(number, 16));
      if (number !== undefined) at += 4;
    } else if (character !== mark) {
      if (rule.oneLine && /[\n\r]/.test(character)) throw new Error("a line break between quotes");
      value += character;
    } else if (rule.twice && sql.charAt(at + 1) === mark) {
      at += 1;
      value += mark;
    } else return { value, end: at + 1 };
  }
  throw new Error(`${sql.slice(start, start + 20)} is not closed`);
}
