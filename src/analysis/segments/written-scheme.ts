import type { SchemeFile, ScoreRange, SegmentFile } from "./scheme.ts";

/** A scheme in the form of a scheme file, with the keys that authors write; a JSON of it is a scheme file again. */
export function writtenScheme(file: SchemeFile): Readonly<Record<string, unknown>> {
  return present({
    name: file.name,
    description: file.description,
    source: file.source,
    levels: file.levels,
    segments: file.segments.map(writtenSegment),
  });
}

function writtenSegment(segment: SegmentFile): Readonly<Record<string, unknown>> {
  return present({
    name: segment.name,
    ...writtenRule(segment),
    new: segment.newcomers === true ? true : undefined,
    family: segment.family,
    meaning: segment.meaning,
    action: segment.action,
    avoid: segment.avoid,
    measure: segment.measure,
    claims: segment.claims,
  });
}

/** A segment's rule in the keys of a scheme file; cells of up to nine levels are numbers there. */
function writtenRule(rule: SegmentFile): Readonly<Record<string, unknown>> {
  return {
    r: rangeText(rule.recency),
    f: rangeText(rule.frequency),
    m: rangeText(rule.monetary),
    fm: rangeText(rule.frequencyMonetary),
    cells: rule.cells?.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)),
    otherwise: rule.otherwise === true ? true : undefined,
  };
}

/** A range of scores as authors write it: `4-5`, or `4` alone. */
export function rangeText(range: ScoreRange | undefined): string | undefined {
  if (range === undefined) return undefined;
  return range[0] === range[1] ? String(range[0]) : `${range[0]}-${range[1]}`;
}

function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}
