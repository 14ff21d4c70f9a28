import type { Rhythm, RhythmLookup } from "../analysis/forecast/usual-gaps.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import type { Family } from "../analysis/segments/family.ts";
import { segmentSlug } from "../analysis/segments/slug.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { plural } from "../basics/text/words.ts";
import { type Audience, everybodyIn } from "./audience.ts";
import type { LoyaltyNewsOf } from "./loyalty-news.ts";
import type { OwnLists, PlannedList } from "./plan-lists.ts";

/**
 * Why somebody should hear from the shop this week, the most urgent first; of several reasons the first counts. `expiring`
 * and `near level` are those whose points end soon and whom little is missing to the next level of a loyalty plan, `overdue`
 * and `due` go by the customer's own rhythm, `slipping` and `cooling` by the family of the segment that they entered within
 * the week, `new` are those whose first order is of this week.
 */
export const NEXT_BEST_REASONS = ["expiring", "overdue", "near level", "due", "slipping", "cooling", "new"] as const;
export type NextBestReason = (typeof NEXT_BEST_REASONS)[number];

/** So many days are this week. */
export const NEXT_BEST_DAYS = 7;

/** The name of the list. */
const NEXT_BEST_NAME = "Next best";

/** What is known of customers this week. */
export interface NextBestFacts {
  readonly rhythmOf: RhythmLookup;
  readonly segmented: SegmentedCustomers;
  /** The customers of a week ago, by the same cut points; `null` where nobody had bought by then. */
  readonly earlier: SegmentedCustomers | null;
  /** What a loyalty plan gives a reason to write about; `null` without a plan. */
  readonly newsOf: LoyaltyNewsOf | null;
}

interface Contact {
  readonly index: number;
  readonly reason: NextBestReason;
  readonly text: string;
}

/**
 * Who to talk to this week, each customer once with one reason: by reason, then by net spend, the greatest first, then by
 * id. The name of the list is that of its file.
 */
export function nextBestList(facts: NextBestFacts): OwnLists {
  return (audience) => {
    const contacts = contactsThisWeek(audience, facts);
    const textOf = new Map(contacts.map(({ index, text }) => [index, text]));
    const list: PlannedList = {
      name: NEXT_BEST_NAME,
      slug: segmentSlug(NEXT_BEST_NAME),
      members: contacts.map(({ index }) => index),
      reasonOf: (index) => textOf.get(index) ?? "",
    };
    return [list];
  };
}

/** How many people have a reason. */
export interface ReasonCount {
  readonly reason: NextBestReason;
  readonly people: number;
}

/** How many have each reason that somebody has, before anybody is left out. */
export function countReasons(audience: Audience, facts: NextBestFacts): readonly ReasonCount[] {
  const contacts = contactsThisWeek(audience, facts);
  return NEXT_BEST_REASONS.map((reason) => ({
    reason,
    people: contacts.filter((contact) => contact.reason === reason).length,
  })).filter(({ people }) => people > 0);
}

function contactsThisWeek(audience: Audience, facts: NextBestFacts): readonly Contact[] {
  const enteredBy = familyEntered(facts);
  return everybodyIn(audience)
    .flatMap((index) => contactFor(index, audience, { facts, enteredBy }) ?? [])
    .sort(
      (a, b) =>
        NEXT_BEST_REASONS.indexOf(a.reason) - NEXT_BEST_REASONS.indexOf(b.reason) ||
        audience.spend(b.index) - audience.spend(a.index) ||
        compareCodeUnits(audience.id(a.index), audience.id(b.index)),
    );
}

interface Entered {
  readonly family: Family | null;
  readonly segment: string;
}

function contactFor(
  index: number,
  audience: Audience,
  { facts, enteredBy }: { readonly facts: NextBestFacts; readonly enteredBy: ReadonlyMap<number, Entered> },
): Contact | null {
  const { customers } = facts.segmented;
  const news = facts.newsOf?.(audience.key(index)) ?? null;
  if (news?.expiring != null) return { index, reason: "expiring", text: news.expiring };
  const rhythm = facts.rhythmOf(audience.key(index));
  const silence = customers.asOf - audience.lastOrder(index);
  if (rhythm?.state === "overdue") return { index, reason: "overdue", text: rhythmText(rhythm, silence) };
  if (news?.nearLevel != null) return { index, reason: "near level", text: news.nearLevel };
  if (rhythm?.state === "due") return { index, reason: "due", text: rhythmText(rhythm, silence) };
  const entered = enteredBy.get(index);
  if (entered?.family === "slipping" || entered?.family === "cooling") {
    return { index, reason: entered.family, text: `moved to ${entered.segment} this week` };
  }
  if (index >= customers.length) return null;
  const first = customers.firstOrderDay[index] as number;
  const isNew = customers.asOf - first < NEXT_BEST_DAYS;
  return isNew ? { index, reason: "new", text: `first order on ${formatDay(first)}` } : null;
}

function rhythmText({ state, gapDays }: Rhythm, silence: number): string {
  return `${state}: usually every ${plural(gapDays, "day")}, ${plural(silence, "day")} since the last order`;
}

/** The segment that scored customers entered within the week, by their index; those who came anew are not among them. */
function familyEntered({ segmented, earlier }: NextBestFacts): ReadonlyMap<number, Entered> {
  const entered = new Map<number, Entered>();
  if (earlier === null) return entered;
  const before = new Map(Array.from(earlier.customers.customer, (key, row) => [key, earlier.segment[row] as number]));
  for (const [index, key] of segmented.customers.customer.entries()) {
    const segment = segmented.segment[index] as number;
    const known = before.get(key);
    const found = segmented.scheme.segments[segment];
    if (known === undefined || known === segment || found === undefined) continue;
    entered.set(index, { family: found.family, segment: found.name });
  }
  return entered;
}
