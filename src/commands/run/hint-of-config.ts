import { SHARED_OPTIONS } from "../../options/index.ts";
import type { AnyOption } from "../../options/option.ts";

/** Words that follow an option in a sentence and are no value of it. */
const NO_VALUE =
  /^(?:and|or|to|where|with|in|is|are|for|of|says?|names?|without|also|too|has|instead|as|by|leaves?|reads?)$/;

/** An option and what may be its value: `--date-format d/m/y`, `--customer NAME`, `--consent "COLUMN=VALUE"`. */
const OPTION = /--(no-)?([a-z][a-z-]*)(?:(?:=| (?!-))("[^"]*"|'[^']*'|[^\s;,)]+))?/g;

/**
 * A hint of what to pass on a command line as what to write in a config: `reading.date-format: d/m/y` for `--date-format d/m/y`.
 * Options that have no key in the sections which all outputs share are left as they are.
 */
export function hintOfConfig(hint: string): string {
  return hint
    .replace(/\bpass (?=--)/g, "write ")
    .replace(OPTION, (written: string, no: string | undefined, name: string, value: string | undefined) => {
      const found = keyOf(name);
      if (found === null) return written;
      const { key, option } = found;
      if (option.kind === "flag") return `${key}: ${no === undefined}${value === undefined ? "" : ` ${value}`}`;
      if (value === undefined) return key;
      return NO_VALUE.test(value) ? `${key} ${value}` : `${key}: ${value}`;
    });
}

function keyOf(name: string): { readonly key: string; readonly option: AnyOption } | null {
  for (const [section, options] of Object.entries(SHARED_OPTIONS)) {
    const option = options.find((one: AnyOption) => one.name === name && !one.isLineOnly);
    if (option !== undefined) return { key: `${section}.${name}`, option };
  }
  return null;
}
