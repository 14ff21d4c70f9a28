/*
 * Files that options name and that say how to score: schemes and models, read and checked.
 */
import type { SchemeFile, SegmentFile } from "../../analysis/segments/scheme.ts";
import { segmentSlug } from "../../analysis/segments/slug.ts";
import {
  entriesOf,
  type FileProblem,
  itemsOf,
  type ReadDocument,
  readDocument,
  scalarOf,
} from "../../basics/yaml/yaml-nodes.ts";
import { SchemeError } from "../../errors.ts";
import { SegmentReader } from "./segment-reader.ts";

const TOP_KEYS = ["$schema", "name", "description", "source", "levels", "segments"] as const;
const DEFAULT_LEVELS = 5;
const MOST_SEGMENTS = 52;

/**
 * A scheme from the text of a YAML or JSON file.
 *
 * @param name the file's name, for messages
 * @throws SchemeError that names every problem with its line: unknown keys, wrong types, scores outside the levels, rules
 * that say nothing or two things, and names that would give the same file name
 */
export function parseSchemeFile(text: string, name: string): SchemeFile {
  const document = readDocument(text);
  if (document.problems.length > 0) throw schemeProblems(name, document.problems);
  const problems: FileProblem[] = [];
  const file = readScheme(document, problems);
  if (problems.length > 0 || file === null) throw schemeProblems(name, problems);
  return file;
}

function schemeProblems(name: string, problems: readonly FileProblem[]): SchemeError {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  const listed = sorted.map(({ line, text }) => `line ${line}: ${text}`);
  const message =
    listed.length === 1 ? `${name}: ${listed[0]}` : `${name}:${listed.map((one) => `\n  ${one}`).join("")}`;
  return new SchemeError(
    message,
    {},
    "see docs/schemes.md for what a scheme file may hold; rfm schemes standard shows one",
  );
}

function readScheme(document: ReadDocument, problems: FileProblem[]): SchemeFile | null {
  const entries = entriesOf(document.root);
  const complain = (node: unknown, text: string): void => {
    problems.push({ line: document.lineOf(node), text });
  };
  if (entries === null) {
    complain(document.root, "a scheme is a map with name, levels and segments");
    return null;
  }
  const values = new Map(entries.map(({ key, value }) => [key, document.resolve(value)]));
  for (const { key, keyNode } of entries) {
    if (!TOP_KEYS.some((known) => known === key)) {
      complain(keyNode, `unknown key "${key}" (known: ${TOP_KEYS.slice(1).join(", ")})`);
    }
  }
  const text = (key: string): string | null => {
    if (!values.has(key)) return null;
    const value = scalarOf(values.get(key));
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    complain(values.get(key), `${key} must be text`);
    return null;
  };
  const schemeName = text("name");
  if (schemeName === null && !values.has("name")) complain(document.root, "no name");
  const levels = readLevels(values, complain);
  const segments = readSegments(document, { node: values.get("segments"), levels, problems });
  const description = text("description");
  const source = text("source");
  return {
    name: schemeName ?? "",
    ...(description === null ? {} : { description }),
    ...(source === null ? {} : { source }),
    levels,
    segments,
  };
}

function readLevels(values: ReadonlyMap<string, unknown>, complain: (node: unknown, text: string) => void): number {
  if (!values.has("levels")) return DEFAULT_LEVELS;
  const levels = scalarOf(values.get("levels"));
  if (typeof levels === "number" && Number.isInteger(levels) && levels >= 2 && levels <= 10) return levels;
  complain(values.get("levels"), "levels must be a whole number from 2 to 10");
  return DEFAULT_LEVELS;
}

function readSegments(
  document: ReadDocument,
  { node, levels, problems }: { node: unknown; levels: number; problems: FileProblem[] },
): readonly SegmentFile[] {
  const items = itemsOf(node);
  if (items === null || items.length === 0 || items.length > MOST_SEGMENTS) {
    const line = document.lineOf(node ?? document.root);
    problems.push({ line, text: `segments must be a list of 1 to ${MOST_SEGMENTS} segments` });
    return [];
  }
  const reader = new SegmentReader(document, levels, problems);
  const slugs = new Map<string, string>();
  return items.flatMap((item, index) => {
    const segment = reader.read(item);
    const line = document.lineOf(item);
    if (segment === null) return [];
    const slug = segmentSlug(segment.name);
    const other = slugs.get(slug);
    if (segment.name !== "" && slug === "") problems.push({ line, text: `"${segment.name}" gives no file name` });
    else if (segment.name !== "" && other !== undefined) {
      problems.push({ line, text: `"${segment.name}" and "${other}" would give the same file name, ${slug}` });
    } else if (segment.name !== "") slugs.set(slug, segment.name);
    if (segment.otherwise === true && index < items.length - 1) {
      problems.push({ line, text: `"${segment.name}" takes everyone that is left, so it must come last` });
    }
    return [segment];
  });
}
