import type { Comparison } from "../analysis/compare/compare-snapshots.ts";
import type { Place } from "../analysis/compare/flow.ts";
import type { Scheme } from "../analysis/segments/scheme.ts";
import { segmentSlug } from "../analysis/segments/slug.ts";
import { listedName, namesIn } from "../basics/text/name-list.ts";
import { nearestNames } from "../basics/text/nearest-names.ts";
import { UsageError } from "../errors.ts";
import { type Audience, OUTSIDE_WINDOW } from "./audience.ts";

/** The name of the list of those who bought before the window and not in it. */
export const OUTSIDE_WINDOW_NAME = "Outside window";
/** The name of the list of the control group. */
export const HOLDOUT_NAME = "Holdout";

/** One list before its people are sifted: all who belong to it. */
export interface PlannedList {
  /** What people call it. */
  readonly name: string;
  /** The name of its file, without folder and ending. */
  readonly slug: string;
  /** Indexes into the audience, in the order of the file. */
  readonly members: readonly number[];
  /** Why somebody is on the list, where each person has a reason of their own. */
  readonly reasonOf?: ((index: number) => string) | undefined;
}

/** Lists that are made of an audience in place of segments. */
export type OwnLists = (audience: Audience) => readonly PlannedList[];

/** A place that lists are made for: a segment, or outside the window. */
interface ListedPlace {
  readonly name: string;
  readonly slug: string;
  readonly segment: number;
}

export interface ListPlanOptions {
  /** Names or slugs of the segments that are wanted; all of them where left out. */
  readonly segments?: readonly string[] | undefined;
  /** Since the earlier day; lists of those who entered and left take the place of whole segments. */
  readonly changes: Comparison | null;
  /** These take the place of segments. */
  readonly own: OwnLists | null;
  readonly hasWindow: boolean;
  readonly hasHoldout: boolean;
}

/**
 * Which lists there are to be, and who belongs to each: every segment's members, or those who entered and who left it.
 *
 * @throws UsageError for a segment that does not exist, and where two lists would have one file name
 */
export function planLists(scheme: Scheme, audience: Audience, options: ListPlanOptions): readonly PlannedList[] {
  const lists = listsOf(scheme, audience, options);
  refuseSameSlug([...lists, ...(options.hasHoldout ? [{ name: HOLDOUT_NAME, slug: segmentSlug(HOLDOUT_NAME) }] : [])]);
  return lists;
}

function listsOf(scheme: Scheme, audience: Audience, options: ListPlanOptions): readonly PlannedList[] {
  if (options.own !== null) return options.own(audience);
  const places = wantedPlaces(scheme, options);
  return options.changes === null ? wholeLists(places, audience) : changeLists(places, audience, options.changes);
}

function wantedPlaces(scheme: Scheme, { segments, hasWindow }: ListPlanOptions): readonly ListedPlace[] {
  const place = (name: string, segment: number): ListedPlace => ({ name, slug: segmentSlug(name), segment });
  const all = [
    ...scheme.segments.map(({ name }, index) => place(name, index)),
    ...(hasWindow ? [place(OUTSIDE_WINDOW_NAME, OUTSIDE_WINDOW)] : []),
  ];
  if (segments === undefined) return all;
  const wanted = new Set(segments.flatMap((text) => placesNamed(text, all)));
  return all.filter((one) => wanted.has(one));
}

/**
 * The segments of a scheme that texts name, as `--segment` does.
 *
 * @throws UsageError for a segment that does not exist
 */
export function segmentsNamed(texts: readonly string[], { segments }: Scheme): ReadonlySet<string> {
  const places = segments.map(({ name }, segment) => ({ name, slug: segmentSlug(name), segment }));
  const all = [
    ...places,
    { name: OUTSIDE_WINDOW_NAME, slug: segmentSlug(OUTSIDE_WINDOW_NAME), segment: OUTSIDE_WINDOW },
  ];
  return new Set(texts.flatMap((text) => placesNamed(text, all)).map(({ name }) => name));
}

/**
 * The place that a text names, or several separated by commas; by name or slug, without regard to case. A name with a comma
 * needs quotes only where others stand next to it.
 */
function placesNamed(text: string, places: readonly ListedPlace[]): readonly ListedPlace[] {
  const find = (word: string): ListedPlace | undefined => {
    const wanted = word.trim().toLowerCase();
    return places.find(({ name, slug }) => name.toLowerCase() === wanted || slug === wanted);
  };
  const whole = find(text);
  if (whole !== undefined) return [whole];
  return namesIn(text).map((word) => {
    const found = find(word);
    if (found !== undefined) return found;
    throw noSuchSegment(word, places);
  });
}

function noSuchSegment(wanted: string, places: readonly ListedPlace[]): UsageError {
  const names = places.map(({ name }) => name);
  const near = nearestNames(wanted, names)[0];
  return new UsageError(
    `--segment ${wanted}: unknown segment`,
    `${near === undefined ? "" : `did you mean "${near}"? `}the segments are ${names.map(listedName).join(", ")}`,
  );
}

function wholeLists(places: readonly ListedPlace[], audience: Audience): readonly PlannedList[] {
  const members = new Map<number, number[]>(places.map(({ segment }) => [segment, []]));
  for (let index = 0; index < audience.length; index += 1) members.get(audience.segment(index))?.push(index);
  return places.map(({ name, slug, segment }) => ({ name, slug, members: members.get(segment) ?? [] }));
}

function changeLists(
  places: readonly ListedPlace[],
  audience: Audience,
  { moves }: Comparison,
): readonly PlannedList[] {
  const indexOf = new Map(Array.from({ length: audience.length }, (_, index) => [audience.id(index), index]));
  const moved = moves.map(({ id, from, to }) => ({
    index: indexOf.get(id) ?? -1,
    from: segmentOf(from),
    to: segmentOf(to),
  }));
  const members = (test: (move: { readonly from: number | null; readonly to: number | null }) => boolean): number[] =>
    moved
      .filter((move) => move.index >= 0 && test(move))
      .map(({ index }) => index)
      .sort((a, b) => a - b);
  return places.flatMap(({ name, slug, segment }) => [
    { name: `${name}: entered`, slug: `${slug}-entered`, members: members(({ to }) => to === segment) },
    { name: `${name}: left`, slug: `${slug}-left`, members: members(({ from }) => from === segment) },
  ]);
}

/** A comparison's place as a segment; `null` for customers who had not bought yet. */
function segmentOf(place: Place): number | null {
  if (typeof place === "number") return place;
  return place === "new" ? null : OUTSIDE_WINDOW;
}

function refuseSameSlug(lists: readonly Pick<PlannedList, "name" | "slug">[]): void {
  const names = new Map<string, string>();
  for (const { name, slug } of lists) {
    const other = names.get(slug);
    if (slug === "") throw new UsageError(`the segment "${name}" gives no file name`, "rename it in the scheme");
    if (other !== undefined) {
      throw new UsageError(
        `"${other}" and "${name}" would both be written to ${slug}.csv`,
        "rename the segment in the scheme",
      );
    }
    names.set(slug, name);
  }
}
