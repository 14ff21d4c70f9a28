/*
 * YAML that the user wrote, read with the line of every value, for messages that say where; config-problems.ts collects them.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";

/** Something wrong in a file that the user wrote, with its line. */
export interface FileProblem {
  readonly line: number;
  readonly text: string;
}

/** A YAML or JSON document as nodes that know their lines, and what is wrong with it as text. */
export interface ReadDocument {
  readonly root: Node | null;
  readonly lineOf: (node: unknown) => number;
  readonly resolve: (node: unknown) => unknown;
  readonly problems: readonly FileProblem[];
}

/** Reads YAML 1.2, of which JSON is a part. Duplicate keys are problems; the first line is 1. */
export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === null) {
    const problem = { line: 1, text: "not valid YAML: lists or maps are nested too deeply" };
    return { root: null, lineOf: () => 1, resolve: (node) => node, problems: [problem] };
  }
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  return {
    root: document.contents,
    lineOf: (node) => {
      const range = isRanged(node) ? node.range : null;
      return lineAt(range?.[0] ?? 0);
    },
    resolve: (node) => (isAlias(node) ? node.resolve(document) : node),
    problems: document.errors.map((error) => ({ line: lineAt(error.pos[0]), text: plainMessage(error.message) })),
  };
}

/** The library descends with the nesting, and runs out of stack in texts that nobody writes by hand: `null` for those. */
function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isRanged(node: unknown): node is { readonly range: readonly number[] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

function plainMessage(message: string): string {
  const [first = ""] = message.split("\n");
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

/** The entries of a map node, keys as text; `null` where the node is no map. */
export function entriesOf(
  node: unknown,
): readonly { readonly key: string; readonly keyNode: unknown; readonly value: unknown }[] | null {
  if (!isMap(node)) return null;
  return node.items.map((pair: Pair) => ({
    key: isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
    keyNode: pair.key,
    value: pair.value,
  }));
}

/** The items of a list node; `null` where the node is no list. */
export function itemsOf(node: unknown): readonly unknown[] | null {
  return isSeq(node) ? node.items : null;
}

/** The value of a scalar node; `undefined` where the node is a list or a map. */
export function scalarOf(node: unknown): string | number | boolean | null | undefined {
  if (node === null || node === undefined) return null;
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null ? null : undefined;
}

/** A scalar node's text as it stands in the file, so that `640` and `0640` differ; empty where it is not a scalar. */
export function sourceOf(node: unknown): string {
  return isScalar(node) ? (node.source ?? String(node.value)) : "";
}
