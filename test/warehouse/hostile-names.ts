import type { Dialect } from "../../src/warehouse/dialects/dialect.ts";

const PIECES = [
  "'",
  '"',
  "`",
  "\\",
  "\\'",
  "''",
  '""',
  "``",
  "--",
  "/*",
  "*/",
  ";",
  "$$",
  "\n",
  "\r\n",
  "\u2028",
  "\u0085",
  "E'",
  "#",
  "%s",
  ":x",
  "?",
  "@x",
  "$x$",
  "{{x}}",
  "]",
  ")",
  "\t",
  "’",
  "＇",
  "😀",
  "Ä",
  " OR 1=1",
  "DROP TABLE t",
] as const;

/** Names that an engine can have; the others are refused. */
export function safeNames({ unsafeInNames }: Dialect, names: readonly string[]): readonly string[] {
  return names.filter((name) => unsafeInNames?.pattern.test(name) !== true);
}

/** So many names that try to get out of their quotes, each another; at most 40 bytes of UTF-8. */
export function hostileNames(count: number): readonly string[] {
  const names = new Set<string>(["'; DROP TABLE orders; --", "\\", "\\\\'", "a'", "`", '"', "x\n; SELECT 1; --"]);
  let state = 42;
  while (names.size < count) {
    let name = "";
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    for (let piece = state % 5; piece >= 0; piece -= 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      name += PIECES[(state >>> 8) % PIECES.length] ?? "";
    }
    if (Buffer.byteLength(name) <= 40) names.add(name);
  }
  return [...names];
}
