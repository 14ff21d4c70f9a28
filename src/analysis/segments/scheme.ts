import { SchemeError } from "../../errors.ts";
import { cellText, DIMENSIONS, levelsOf } from "../scores/score-customers.ts";
import type { SegmentClaims } from "./claims.ts";
import type { Family } from "./family.ts";

/** The scores that a rule accepts in one dimension: from and to, both included. */
export type ScoreRange = readonly [from: number, to: number];

/** Which cells a segment claims: those within every range given, or those named, or whatever is left. */
export interface SegmentRule {
  readonly recency?: ScoreRange;
  readonly frequency?: ScoreRange;
  readonly monetary?: ScoreRange;
  /** (F + M) / 2; halves count. */
  readonly frequencyMonetary?: ScoreRange;
  readonly cells?: readonly string[];
  readonly otherwise?: boolean;
}

/** What a segment tells the people who work with it. */
export interface SegmentTexts {
  readonly name: string;
  readonly meaning: string;
  /** What to do now. */
  readonly action: string;
  /** What not to do. */
  readonly avoid?: string;
  /** Which measure shows that it worked. */
  readonly measure?: string;
  /** The name promises customers who came lately: each text rests on the claim `new` as well. */
  readonly newcomers?: boolean;
  readonly family?: Family;
  /** What the texts claim of the customers; without it they are shown as they are written. */
  readonly claims?: SegmentClaims;
}

/** A segment as a scheme's author writes it. */
export interface SegmentFile extends SegmentTexts, SegmentRule {}

/** A scheme as its author writes it: the first segment that matches wins. */
export interface SchemeFile {
  readonly name: string;
  /** One line on what the scheme is. */
  readonly description?: string;
  /** Where its rules were published. */
  readonly source?: string;
  /** The number of levels that the rules speak of. */
  readonly levels: number;
  readonly segments: readonly SegmentFile[];
}

export interface Segment extends Required<Omit<SegmentTexts, "family" | "claims">> {
  readonly rule: SegmentRule;
  readonly family: Family | null;
  readonly claims: SegmentClaims | null;
}

/** A checked scheme: every cell has exactly one segment. */
export interface Scheme {
  readonly name: string;
  readonly levels: number;
  readonly segments: readonly Segment[];
  /** Index of the segment of each cell: ((r − 1)·levels + f − 1)·levels + m − 1. */
  readonly segmentOfCell: Uint8Array;
  /** The scheme as it was written. */
  readonly file: SchemeFile;
}

export interface SchemeProblems {
  /** Cells that no segment claims. */
  readonly uncovered: readonly string[];
  /** Cells that more than one segment claims (an `otherwise` segment aside); the first one wins. */
  readonly ambiguous: readonly string[];
  /** Segments that win no cell. */
  readonly unreachable: readonly string[];
}

/** How many cells a message names before it stops. */
const CELLS_NAMED = 30;

/** Enumerates every cell of a scheme and names what does not add up. */
export function checkScheme(file: SchemeFile): SchemeProblems {
  const claims = claimsByCell(file);
  const won = new Set([...claims.values()].map((segments) => segments[0]));
  return {
    uncovered: [...claims].filter(([, segments]) => segments.length === 0).map(([cell]) => cell),
    ambiguous: [...claims]
      .filter(([, segments]) => segments.filter((index) => file.segments[index]?.otherwise !== true).length > 1)
      .map(([cell]) => cell),
    unreachable: file.segments.filter((_, index) => !won.has(index)).map((segment) => segment.name),
  };
}

/**
 * Turns a scheme as written into one that can be looked up.
 *
 * @throws SchemeError when a cell has no segment
 */
export function compileScheme(file: SchemeFile): Scheme {
  const { uncovered } = checkScheme(file);
  if (uncovered.length > 0) {
    const named = uncovered.slice(0, CELLS_NAMED).join(" ");
    throw new SchemeError(
      `scheme ${file.name}: no segment for ${uncovered.length} cells: ${named}${uncovered.length > CELLS_NAMED ? " …" : ""}`,
      { uncovered },
      "name them in a segment, or add a last segment with otherwise: true",
    );
  }
  return {
    name: file.name,
    levels: file.levels,
    segments: file.segments.map(segmentFrom),
    segmentOfCell: Uint8Array.from([...claimsByCell(file).values()], (segments) => segments[0] as number),
    file,
  };
}

function segmentFrom(written: SegmentFile): Segment {
  const { name, meaning, action, avoid = "", measure = "", newcomers = false, family, claims, ...rule } = written;
  const texts = { name, meaning, action, avoid, measure };
  return { ...texts, newcomers, family: family ?? null, claims: claims ?? null, rule };
}

/** The indexes of the segments that claim each cell, in the scheme's order; cells in ascending order. */
export function claimsByCell(file: SchemeFile): Map<string, number[]> {
  const claims = new Map<string, number[]>();
  for (let r = 1; r <= file.levels; r += 1) {
    for (let f = 1; f <= file.levels; f += 1) {
      for (let m = 1; m <= file.levels; m += 1) {
        const cell = cellText([r, f, m], levelsOf(file.levels));
        const indexes = file.segments.map((_, index) => index);
        claims.set(
          cell,
          indexes.filter((index) => claimsCell(file.segments[index] as SegmentRule, { cell, r, f, m })),
        );
      }
    }
  }
  return claims;
}

function claimsCell(segment: SegmentRule, at: { cell: string; r: number; f: number; m: number }): boolean {
  if (segment.otherwise === true) return true;
  if (segment.cells !== undefined) return segment.cells.includes(at.cell);
  return (
    within(at.r, segment.recency) &&
    within(at.f, segment.frequency) &&
    within(at.m, segment.monetary) &&
    within((at.f + at.m) / 2, segment.frequencyMonetary)
  );
}

function within(score: number, range: ScoreRange | undefined): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}

/**
 * A score of `levels` levels as the scheme reads it: 1 + round((score − 1)·(L − 1) / (levels − 1)), halves up, where L is
 * the scheme's number of levels.
 */
export function schemeScore(score: number, levels: number, schemeLevels: number): number {
  if (levels === schemeLevels) return score;
  return 1 + Math.floor((2 * (score - 1) * (schemeLevels - 1) + (levels - 1)) / (2 * (levels - 1)));
}

/** The index of the segment that three scores, already on the scheme's own levels, belong to. */
export function segmentOf(scheme: Scheme, scores: Readonly<Record<(typeof DIMENSIONS)[number], number>>): number {
  const cell = DIMENSIONS.reduce((index, dimension) => index * scheme.levels + scores[dimension] - 1, 0);
  return scheme.segmentOfCell[cell] as number;
}
