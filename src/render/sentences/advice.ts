/*
 * Sentences: what figures mean, in words. Each file says one subject; the words themselves come from the language's
 * catalogue. Commands and reports print the same sentences. This file: what to do about a segment.
 */
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import {
  type CLAIMING_TEXTS,
  CLAIMS,
  type Claim,
  COUNTING_CLAIMS,
  claimsHeld,
  OFTEN_ORDERS,
  type SegmentClaims,
} from "../../analysis/segments/claims.ts";
import { NEW_FOR_DAYS } from "../../analysis/segments/newness.ts";
import type { SegmentSummaries, SegmentSummary } from "../../analysis/segments/summarise-segments.ts";
import { historyNeeded, type Yardstick } from "../../analysis/segments/yardstick.ts";
import type { Language } from "../language/language.ts";
import { type Note, note } from "../notes/note.ts";
import { aboutDays, longerThan } from "./whole-days.ts";

/** What a segment's people should read: who they are, what to do now, what not to do, and what shows that it worked. */
export interface Advice {
  readonly meaning: string;
  readonly action: string;
  readonly avoid: string;
  readonly measure: string;
}

const SILENT_ADVICE: Advice = { meaning: "", action: "", avoid: "", measure: "" };

/**
 * The advice for a segment as it is. Each of its texts is the scheme's own where all that it claims is true of three in
 * four of the segment's customers. Otherwise who they are is said claim by claim, what to do follows from their last
 * orders, and what to avoid stays away. Of a segment without customers nothing is said. Texts whose author says nothing of
 * claims are shown as they are written. Who they are ends with the first day that counts, where a window leaves some out.
 */
export function segmentAdvice(
  summary: SegmentSummary,
  { yardstick }: Pick<SegmentSummaries, "yardstick">,
  language: Language,
): Advice {
  const { meaning, action, avoid, measure, held } = summary;
  const claims = claimsOf(summary);
  if (claims === null) return { meaning, action, avoid, measure };
  if (held === null || summary.customers === 0) return SILENT_ADVICE; // of nobody nothing is true
  const lapseDays = longerThan(yardstick?.lapseDays ?? 0);
  const isTrue = (text: (typeof CLAIMING_TEXTS)[number]): boolean =>
    (claims[text] ?? []).every((claim) => held.includes(claim));
  const claimed = claims.meaning ?? [];
  const who = isTrue("meaning") ? meaning : whoTheyAre(claimed, { summary, held, lapseDays }, language);
  return {
    meaning: withWindow(who, { claimed, windowStart: yardstick?.windowStart ?? null }, language),
    action: isTrue("action") ? action : whatToDo(held, lapseDays, language),
    avoid: isTrue("avoid") ? avoid : "",
    measure: isTrue("measure") ? measure : language.words.claims.measure,
  };
}

/** A text with the day from which its orders and spend are counted, where it speaks of them and a window leaves some out. */
function withWindow(
  text: string,
  { claimed, windowStart }: { readonly claimed: readonly Claim[]; readonly windowStart: number | null },
  { words }: Language,
): string {
  const counts = claimed.some((claim) => COUNTING_CLAIMS.includes(claim));
  return windowStart === null || !counts ? text : `${text} ${words.claims.countedSince(windowStart)}`;
}

/** What the texts claim; a name that promises newcomers adds that claim to each of them. */
function claimsOf({ claims, newcomers }: Pick<SegmentSummary, "claims" | "newcomers">): SegmentClaims | null {
  if (!newcomers) return claims;
  const withNew = (own: readonly Claim[] = []): readonly Claim[] => (own.includes("new") ? own : ["new", ...own]);
  const { meaning, action, avoid, measure } = claims ?? {};
  return { meaning: withNew(meaning), action: withNew(action), avoid: withNew(avoid), measure: withNew(measure) };
}

interface Judged {
  readonly summary: SegmentSummary;
  readonly held: readonly Claim[];
  readonly lapseDays: number;
}

/** A sentence for each claim of a text: what is true of them instead where it is not. */
function whoTheyAre(claimed: readonly Claim[], judged: Judged, { words }: Language): string {
  return CLAIMS.filter((claim) => claimed.includes(claim))
    .map((claim) => (judged.held.includes(claim) ? words.claims.held[claim] : INSTEAD[claim](judged, words.claims)))
    .join(" ");
}

type ClaimWords = Language["words"]["claims"];

/** What to say where a claim is not true of three in four; each sentence is true whenever it is said. */
const INSTEAD: Readonly<Record<Claim, (judged: Judged, words: ClaimWords) => string>> = {
  recent: ({ summary, lapseDays }, words) => {
    const median = summary.medianRecencyDays ?? 0;
    return median > lapseDays
      ? words.recentByComparison(aboutDays(median))
      : words.someSilent(aboutDays(median), lapseDays);
  },
  silent: ({ summary, lapseDays }, words) => {
    const median = summary.medianRecencyDays ?? 0;
    return median <= lapseDays
      ? words.silentByComparison(aboutDays(median))
      : words.someRecent(aboutDays(median), lapseDays);
  },
  often: ({ summary }, words) => {
    const median = summary.medianFrequency ?? 0;
    return median < OFTEN_ORDERS ? words.oftenByComparison(median) : words.someBelow(median, OFTEN_ORDERS);
  },
  again: ({ summary }, words) => words.someBelow(summary.medianFrequency ?? 0, 2),
  seldom: ({ summary }, words) => {
    const median = summary.medianFrequency ?? 0;
    return median > 2 ? words.seldomByComparison(median) : words.someAbove(median, 2);
  },
  once: (_judged, words) => words.notOnce,
  new: ({ summary }, words) => {
    const tenure = summary.medianTenureDays ?? 0;
    return tenure > NEW_FOR_DAYS ? words.notNew(aboutDays(tenure)) : words.someNotNew(NEW_FOR_DAYS);
  },
  more: (_judged, words) => words.notMore,
  less: (_judged, words) => words.notLess,
};

/** What to do about people whom the scheme's own advice does not fit. */
function whatToDo(held: readonly Claim[], lapseDays: number, { words }: Language): string {
  const { action } = words.claims;
  if (held.includes("silent")) return action.comeBack;
  if (!held.includes("recent")) return action.byEach(lapseDays);
  return held.includes("once") ? action.secondOrder : action.nextOrder;
}

/** What the words of a customer's segment say of its people, where all of it is true of this one; else nothing. */
export function meaningFor(
  { scheme, segment, customers }: SegmentedCustomers,
  { customer, yardstick }: { readonly customer: number; readonly yardstick: Yardstick },
  language: Language,
): string {
  const own = scheme.segments[segment[customer] as number];
  if (own === undefined) return "";
  const claims = claimsOf(own);
  if (claims === null) return own.meaning;
  const held = claimsHeld(customers, Int32Array.of(customer), yardstick);
  const claimed = claims.meaning ?? [];
  if (held === null || !claimed.every((claim) => held.includes(claim))) return "";
  return withWindow(own.meaning, { claimed, windowStart: customers.windowStart }, language);
}

/** Why no group is told apart in words; `null` where groups are. */
export function untoldSentence(yardstick: Yardstick | null, { words }: Language): string | null {
  if (yardstick === null)
    return words.claims.untold["no yardstick"]({
      ...{ customers: 0, repeaters: 0, historyDays: 0 },
      ...{ lapseDays: 0, neededDays: 0, isForNewness: false, until: 0 },
    });
  const { untold, lapseDays, asOf, historyDays } = yardstick;
  const needed = historyNeeded(lapseDays ?? 0);
  const days = { lapseDays: longerThan(lapseDays ?? 0), ...needed, until: asOf + needed.neededDays - historyDays };
  return untold === null ? null : words.claims.untold[untold]({ ...yardstick, ...days });
}

/** The same as a note, where a scheme's own words were left out because of it. */
export function untoldNotes({ segments, yardstick }: SegmentSummaries, language: Language): readonly Note[] {
  const sentence = untoldSentence(yardstick, language);
  if (sentence === null || segments.every((segment) => claimsOf(segment) === null)) return [];
  return [note(language.words.claims.asNote(sentence))];
}
