import type { ConfigNode } from "../../basics/yaml/config-node.ts";
import { type AnyOption, attributeOf, type OptionValues } from "../../options/option.ts";

/** Options as they are written in the config, by their keys. */
export type WrittenOptions = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Options read from a part of the config. */
export interface ReadOptionsResult {
  readonly values: OptionValues;
  readonly written: WrittenOptions;
}

/** The options in a map, each parsed as its command parses it; nothing where there is no map. */
export function readOptions(node: ConfigNode | undefined, keys: readonly AnyOption[]): ReadOptionsResult {
  if (node === undefined) return { values: {}, written: {} };
  const names = keys.map(({ name }) => name);
  return readKnownOptions(node.map(names, names.slice(0, 4).join(", ")), keys);
}

/** The options among values that were found in a map. */
export function readKnownOptions(
  found: ReadonlyMap<string, ConfigNode>,
  keys: readonly AnyOption[],
): ReadOptionsResult {
  const values: Record<string, unknown> = {};
  const written: Record<string, string | boolean | readonly string[]> = {};
  for (const key of keys) {
    const node = found.get(key.name);
    if (node === undefined) continue;
    const value = readOption(node, key);
    if (value === undefined) continue;
    values[attributeOf(key)] = value;
    written[key.name] = writtenOption(node, key);
  }
  return { values, written };
}

function readOption(node: ConfigNode, key: AnyOption): unknown {
  if (key.kind === "flag") return node.flag() ?? undefined;
  if (!key.repeats && node.isList) {
    node.complain(`${node.name} must be one value, not a list`);
    return undefined;
  }
  let value: unknown;
  for (const item of node.items()) {
    const text = item.text();
    if (text === null) return undefined;
    const parsed = parseOne(item, key, { text, earlier: value });
    if (parsed === undefined) return undefined;
    value = parsed;
  }
  return value;
}

function parseOne(node: ConfigNode, key: AnyOption, { text, earlier }: { text: string; earlier: unknown }): unknown {
  try {
    return key.parse(text, earlier);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    node.complain(`${node.name}: "${text}" is not valid. ${why}`);
    return undefined;
  }
}

function writtenOption(node: ConfigNode, key: AnyOption): string | boolean | readonly string[] {
  if (key.kind === "flag") return node.flag() ?? false;
  if (!key.repeats || !node.isList) return node.written() ?? "";
  return node.items().map((item) => item.written() ?? "");
}
