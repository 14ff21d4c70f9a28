import type { RepeatPurchase } from "../../analysis/retention/repeat.ts";
import { FEWEST_AT_RISK } from "../../analysis/retention/second-purchase.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import { type Language, peopleText } from "../language/language.ts";
import { type Note, note, warning } from "../notes/note.ts";
import { aboutDays, atLeast, longerThan } from "./whole-days.ts";

/** Shares and lapse gaps of fewer customers than this say little. */
const FEW_REPEATERS = 25;

/** What the rungs show. */
export function ladderSentence(
  { ladder, lapseDays, customers, frequency }: RepeatPurchase,
  { words }: Language,
): string {
  const [first, second] = ladder;
  const said = words.repeat.ladderSentence({
    customers,
    countsDays: frequency === "days",
    second: second === undefined ? null : { customers: second.customers, share: second.shareOfAll },
    lapseDays: atLeast(lapseDays),
    judged:
      first === undefined || first.againRate === null ? null : { customers: first.hadTime, rate: first.againRate },
  });
  return first === undefined || first.againRate === null ? said : withHint(said, first.hadTime, words.repeat);
}

/** How long customers pause. */
export function gapSentence({ gaps }: RepeatPurchase, { words }: Language): string {
  const { median, lowerQuartile, upperQuartile } = gaps;
  if (median === null || lowerQuartile === null || upperQuartile === null) return words.repeat.noGaps;
  return words.repeat.gapSentence({
    median: longerThan(median),
    lower: aboutDays(lowerQuartile),
    upper: aboutDays(upperQuartile),
    gaps: gaps.gaps,
    customers: gaps.repeaters,
  });
}

/** How soon customers come back for the first time. */
export function secondOrderSentence({ second }: RepeatPurchase, { words }: Language): string {
  const known = second.within.filter(({ share }) => share !== null);
  const hidden = second.within.filter(({ share }) => share === null);
  const last = known.at(-1);
  if (last === undefined || last.share === null) {
    return words.repeat.secondUnknown(FEWEST_AT_RISK, second.within[0]?.time ?? 0);
  }
  return words.repeat.secondSentence({
    share: last.share,
    days: last.time,
    medianDays: second.medianDays,
    fewest: FEWEST_AT_RISK,
    hidden: hidden.map(({ time }) => time),
  });
}

/** After how long a customer is probably lapsed, and how many are. */
export function lapseSentence(
  { lapseDays, lapseGiven, lapsed, customers, gaps }: RepeatPurchase,
  { words }: Language,
): string {
  const said = words.repeat.lapseSentence({
    days: longerThan(lapseDays),
    repeaters: lapseGiven ? null : gaps.repeaters,
    lapsed,
    customers,
  });
  return lapseGiven ? said : withHint(said, gaps.repeaters, words.repeat);
}

/** The four claims that marketing articles make, with this shop's own figures; without money, the one that needs none. */
export function claimLines(repeat: RepeatPurchase, kind: PeriodKind, language: Language): readonly string[] {
  const { likelihoodClaim, revenueClaim, worthClaim, retentionClaim } = language.words.repeat;
  const likely = `${likelihoodClaim} ${likelihood(repeat, language)}`;
  if (!language.hasMoney) return [likely];
  return [
    likely,
    `${revenueClaim} ${revenue(repeat, language)}`,
    `${worthClaim} ${worth(repeat, language)}`,
    `${retentionClaim} ${moreRetention(repeat, kind, language)}`,
  ];
}

function likelihood({ ladder, timesAsLikely }: RepeatPurchase, { words: { repeat } }: Language): string {
  const [first, second] = ladder;
  if (timesAsLikely === null || first?.againRate == null || second?.againRate == null) return repeat.likelihoodUnknown;
  const said = repeat.likelihood(timesAsLikely, second.againRate, first.againRate);
  return withHint(said, Math.min(first.hadTime, second.hadTime), repeat);
}

/** A figure of few customers says how few it rests on. */
function withHint(said: string, customers: number, { restsOnFew }: Language["words"]["repeat"]): string {
  return customers < FEW_REPEATERS ? `${said} ${restsOnFew(customers)}` : said;
}

function revenue({ worth }: RepeatPurchase, { words: { repeat } }: Language): string {
  if (worth.revenueShare === null || worth.laterOrdersShare === null) return repeat.revenueUnknown;
  return repeat.revenue({
    returning: worth.returningCustomers,
    customers: worth.customers,
    revenueShare: worth.revenueShare,
    laterShare: worth.laterOrdersShare,
  });
}

function worth(
  { worth: { timesFirstOrder, returningCustomers } }: RepeatPurchase,
  { words: { repeat } }: Language,
): string {
  if (timesFirstOrder === null) return repeat.worthUnknown;
  return withHint(repeat.worth(timesFirstOrder), returningCustomers, repeat);
}

function moreRetention({ moreRetention: more }: RepeatPurchase, kind: PeriodKind, language: Language): string {
  const { repeat, period } = language.words;
  if (more.revenue === null) return repeat.retentionUnknown(kind);
  return repeat.retention({
    kind,
    revenue: peopleText(language, "quotient", more.revenue),
    first: period(more.firstPeriod ?? ""),
    last: period(more.lastPeriod ?? ""),
    periods: more.periods,
    customers: more.customers,
  });
}

/** What the figures on repeat purchase should tell. */
export function repeatNotes(
  { frequency, gaps, ladder, lapseGiven, customers }: RepeatPurchase,
  { words: { repeat } }: Language,
): readonly Note[] {
  const notes: Note[] = [];
  if (!lapseGiven && gaps.repeaters < FEW_REPEATERS) notes.push(warning(repeat.fewRepeaters(gaps.repeaters)));
  const second = ladder[1]?.customers ?? 0;
  if (frequency === "orders" && second > gaps.repeaters) notes.push(note(repeat.sameDay(second - gaps.repeaters)));
  if (!lapseGiven) notes.push(note(repeat.youngShop));
  if (customers < FEW_REPEATERS) notes.push(warning(repeat.fewCustomers(customers)));
  return notes;
}
