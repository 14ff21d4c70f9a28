import type { ConfigProblems } from "./config-problems.ts";
import { entriesOf, itemsOf, type ReadDocument, scalarOf, sourceOf } from "./yaml-nodes.ts";

/** What a config file is read with: its nodes, the environment, and where problems go. */
export interface ConfigSource {
  readonly document: ReadDocument;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly problems: ConfigProblems;
}

/** How messages call the whole of a file; its own keys stand alone in them. */
const ROOT_NAMES = ["the config", "the plan"];

/** A value in the config file that knows its line and complains about itself. */
export class ConfigNode {
  private readonly source: ConfigSource;
  private readonly node: unknown;
  /** How messages call it: `guards.rows-percent`. */
  readonly name: string;
  readonly line: number;

  constructor(source: ConfigSource, node: unknown, { name, keyNode }: { name: string; keyNode?: unknown }) {
    this.source = source;
    this.node = source.document.resolve(node);
    this.name = name;
    this.line = source.document.lineOf(this.node ?? keyNode);
  }

  complain(text: string): void {
    this.source.problems.add(this.line, text);
  }

  /** The values of a map by their keys; unknown keys and nulls are problems, and a value that is no map is one. */
  map(known: readonly string[], what: string): ReadonlyMap<string, ConfigNode> {
    const entries = entriesOf(this.node);
    const values = new Map<string, ConfigNode>();
    if (entries === null) this.complain(`${this.name} must be a map: ${what}`);
    for (const { key, keyNode, value } of entries ?? []) {
      const name = ROOT_NAMES.includes(this.name) ? key : `${this.name}.${key}`;
      const node = new ConfigNode(this.source, value, { name, keyNode });
      if (!known.includes(key)) this.source.problems.addUnknown(this.source.document.lineOf(keyNode), key, known);
      else if (scalarOf(node.node) === null) node.complain(`${name} has no value`);
      else values.set(key, node);
    }
    return values;
  }

  /** The items of a list; a single value is a list of one. */
  items(): readonly ConfigNode[] {
    const items = itemsOf(this.node);
    if (items === null) return [this];
    return items.map((item, index) => new ConfigNode(this.source, item, { name: `${this.name}[${index + 1}]` }));
  }

  get isList(): boolean {
    return itemsOf(this.node) !== null;
  }

  /** The text of a value as it is written, variables filled in; `null`, and a problem, for a list, a map or nothing. */
  text(): string | null {
    const written = this.written();
    if (written === null) this.complain(`${this.name} must be a single text or number`);
    return written === null ? null : this.filledIn(written);
  }

  /** The text of a value as it is written, with its variables as they stand; `null` for a list or a map. */
  written(): string | null {
    const value = scalarOf(this.node);
    if (value === undefined || value === null) return null;
    return typeof value === "string" ? value : sourceOf(this.node);
  }

  flag(): boolean | null {
    const value = scalarOf(this.node);
    if (typeof value === "boolean") return value;
    this.complain(`${this.name} must be true or false`);
    return null;
  }

  /** A number from `least` to `most`; whole where `whole` is set. */
  number({ least, most, whole = false }: { least: number; most: number; whole?: boolean }): number | null {
    const text = this.written() === null ? null : this.filledIn(this.written() ?? "");
    const value = text === null || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text);
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    this.complain(`${this.name} must be a ${whole ? "whole number" : "number"} from ${least} to ${most}`);
    return null;
  }

  /** `${NAME}` becomes the environment's value; `$${` is a `${` that is meant as such. */
  private filledIn(text: string): string {
    return text.replace(/\$(\$\{)|\$\{([^}]*)\}/g, (whole, escaped: string | undefined, name: string | undefined) => {
      if (escaped !== undefined) return escaped;
      const value = this.source.env[name ?? ""];
      if (value !== undefined) return value;
      this.complain(`${whole}: the environment variable ${name} is not set; write $\${ for a literal \${`);
      return whole;
    });
  }
}
