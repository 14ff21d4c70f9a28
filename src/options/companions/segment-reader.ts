import { CLAIMING_TEXTS, CLAIMS, type Claim, type SegmentClaims } from "../../analysis/segments/claims.ts";
import { FAMILIES, type Family } from "../../analysis/segments/family.ts";
import type { ScoreRange, SegmentFile } from "../../analysis/segments/scheme.ts";
import { entriesOf, type FileProblem, itemsOf, type ReadDocument, scalarOf } from "../../basics/yaml/yaml-nodes.ts";

const TEXT_KEYS = ["name", "meaning", "action", "avoid", "measure"] as const;
const RANGE_KEYS = { r: "recency", f: "frequency", m: "monetary", fm: "frequencyMonetary" } as const;
const KNOWN_KEYS = [...TEXT_KEYS, "new", "family", "claims", ...Object.keys(RANGE_KEYS), "cells", "otherwise"];

type Entry = { readonly value: unknown; readonly keyNode: unknown };

/** Reads the segments of one scheme file; what is wrong goes to `problems`, each with its line. */
export class SegmentReader {
  private readonly document: ReadDocument;
  private readonly levels: number;
  private readonly problems: FileProblem[];

  constructor(document: ReadDocument, levels: number, problems: FileProblem[]) {
    this.document = document;
    this.levels = levels;
    this.problems = problems;
  }

  /** The segment that a node holds; `null` where it is no map. */
  read(node: unknown): SegmentFile | null {
    const entries = entriesOf(this.document.resolve(node));
    if (entries === null) {
      this.complain(node, "a segment is a map, such as { name: Champions, r: 4-5, f: 4-5 }");
      return null;
    }
    const known = new Map<string, Entry>();
    for (const { key, keyNode, value } of entries) {
      if (KNOWN_KEYS.includes(key)) known.set(key, { value: this.document.resolve(value), keyNode });
      else this.complain(keyNode, `unknown key "${key}" (known: ${KNOWN_KEYS.join(", ")})`);
    }
    if (!known.has("name")) this.complain(node, "a segment without a name");
    this.checkRule(node, known);
    return {
      name: this.text(known, "name") ?? "",
      meaning: this.text(known, "meaning") ?? "",
      action: this.text(known, "action") ?? "",
      ...this.optional("avoid", this.text(known, "avoid")),
      ...this.optional("measure", this.text(known, "measure")),
      ...this.optional("newcomers", this.flag(known, "new")),
      ...this.optional("family", this.family(known)),
      ...this.optional("claims", this.claims(known)),
      ...Object.fromEntries(
        Object.entries(RANGE_KEYS).flatMap(([key, field]) => {
          const range = this.range(known, key);
          return range === null ? [] : [[field, range]];
        }),
      ),
      ...this.optional("cells", this.cells(known)),
      ...this.optional("otherwise", this.flag(known, "otherwise")),
    };
  }

  private optional<Key extends string, Value>(key: Key, value: Value | null): Partial<Record<Key, Value>> {
    return value === null ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);
  }

  private complain(node: unknown, text: string): void {
    this.problems.push({ line: this.document.lineOf(node), text });
  }

  private checkRule(node: unknown, known: ReadonlyMap<string, Entry>): void {
    const ranges = Object.keys(RANGE_KEYS).some((key) => known.has(key));
    const kinds = [ranges, known.has("cells"), known.has("otherwise")].filter(Boolean).length;
    if (kinds === 0) this.complain(node, "a segment without a rule: give r, f, m or fm, or cells, or otherwise: true");
    if (kinds > 1) this.complain(node, "a segment with two kinds of rule: give ranges, or cells, or otherwise: true");
  }

  private text(known: ReadonlyMap<string, Entry>, key: string): string | null {
    const entry = known.get(key);
    if (entry === undefined) return null;
    const value = scalarOf(entry.value);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    this.complain(entry.value ?? entry.keyNode, `${key} must be text`);
    return null;
  }

  private flag(known: ReadonlyMap<string, Entry>, key: string): boolean | null {
    const entry = known.get(key);
    if (entry === undefined) return null;
    const value = scalarOf(entry.value);
    if (value === true || (value === false && key === "new")) return value;
    this.complain(entry.value ?? entry.keyNode, key === "new" ? "new must be true or false" : `${key} must be true`);
    return null;
  }

  private family(known: ReadonlyMap<string, Entry>): Family | null {
    const entry = known.get("family");
    if (entry === undefined) return null;
    const value = scalarOf(entry.value);
    const family = FAMILIES.find((one) => one === value);
    if (family === undefined) this.complain(entry.value ?? entry.keyNode, `family must be ${either(FAMILIES)}`);
    return family ?? null;
  }

  /** What each text claims: `{ meaning: [recent, often], action: [recent] }`. */
  private claims(known: ReadonlyMap<string, Entry>): SegmentClaims | null {
    const entry = known.get("claims");
    if (entry === undefined) return null;
    const entries = entriesOf(entry.value);
    if (entries === null) {
      this.complain(entry.value ?? entry.keyNode, "claims must be a map such as { meaning: [recent, often] }");
      return null;
    }
    const read = entries.flatMap(({ key, keyNode, value }): (readonly [string, readonly Claim[]])[] => {
      if (CLAIMING_TEXTS.some((text) => text === key)) return [[key, this.claimNames(value, keyNode)]];
      this.complain(keyNode, `unknown key "${key}" in claims (known: ${CLAIMING_TEXTS.join(", ")})`);
      return [];
    });
    return Object.fromEntries(read);
  }

  private claimNames(node: unknown, keyNode: unknown): readonly Claim[] {
    const items = itemsOf(this.document.resolve(node));
    if (items === null) {
      this.complain(node ?? keyNode, "a text's claims must be a list such as [recent, often]");
      return [];
    }
    return items.flatMap((item) => {
      const value = scalarOf(this.document.resolve(item));
      const claim = CLAIMS.find((one) => one === value);
      if (claim === undefined) this.complain(item, `unknown claim "${value}" (known: ${CLAIMS.join(", ")})`);
      return claim === undefined ? [] : [claim];
    });
  }

  private range(known: ReadonlyMap<string, Entry>, key: string): ScoreRange | null {
    const entry = known.get(key);
    if (entry === undefined) return null;
    const step = key === "fm" ? "halves" : "whole numbers";
    const match = /^(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?$/.exec(String(scalarOf(entry.value) ?? "").trim());
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    const unit = key === "fm" ? 2 : 1;
    const fits = Number.isInteger(from * unit) && Number.isInteger(to * unit);
    if (match !== null && fits && from >= 1 && to <= this.levels && from <= to) return [from, to];
    this.complain(
      entry.value ?? entry.keyNode,
      `${key} must be a score or a range of ${step} from 1 to ${this.levels}, such as ${key === "fm" ? `${this.levels - 0.5}-` : `${this.levels - 1}-`}${this.levels}`,
    );
    return null;
  }

  private cells(known: ReadonlyMap<string, Entry>): readonly string[] | null {
    const entry = known.get("cells");
    if (entry === undefined) return null;
    const items = itemsOf(entry.value);
    if (items === null || items.length === 0) {
      this.complain(entry.value ?? entry.keyNode, "cells must be a list such as [155, 154]");
      return null;
    }
    return items.flatMap((item) => {
      const cell = String(scalarOf(this.document.resolve(item)) ?? "");
      if (this.isCell(cell)) return [cell];
      const example = this.levels > 9 ? '"10-4-3"' : `${this.levels}${this.levels}1`;
      this.complain(item, `"${cell}" is not a cell of ${this.levels} levels (three scores, such as ${example})`);
      return [];
    });
  }

  private isCell(cell: string): boolean {
    const scores = this.levels > 9 ? cell.split("-") : [...cell];
    return scores.length === 3 && scores.every((text) => /^[1-9]\d?$/.test(text) && Number(text) <= this.levels);
  }
}

/** `a, b or c`. */
function either(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
