import type { PeriodKind } from "../../core/calendar/period.ts";
import type { RepeatPurchase } from "../../core/retention/repeat.ts";
import { FEWEST_AT_RISK } from "../../core/retention/second-purchase.ts";
import { peopleCount, plural } from "../../core/words.ts";
import { type Note, note, warning } from "../note.ts";
import { peopleNumber, peopleShare, peopleText } from "../people.ts";

/** Days in a lapse gap for people: more than 87.4 days is more than 87 whole ones. */
function wholeDays(days: number): string {
  return plural(Math.floor(days), "day");
}

/** What the rungs show. */
export function ladderSentence({ ladder, lapseDays, customers, frequency }: RepeatPurchase): string {
  const [first, second] = ladder;
  const what = frequency === "days" ? "came on a second day" : "ordered a second time";
  const share = second === undefined ? "None" : `${peopleCount(second.customers)} (${peopleShare(second.shareOfAll)})`;
  const judged =
    first === undefined || first.againRate === null
      ? `nobody's first order is ${wholeDays(lapseDays)} old yet, so no share can be told`
      : `of the ${peopleCount(first.hadTime)} whose first order is at least ${peopleNumber(lapseDays)} days old, ${peopleShare(first.againRate)} did`;
  return `${share} of ${plural(customers, "customer")} ${what}; ${judged}.`;
}

/** How long customers pause. */
export function gapSentence({ gaps }: RepeatPurchase): string {
  const { median, lowerQuartile, upperQuartile } = gaps;
  if (median === null || lowerQuartile === null || upperQuartile === null) {
    return "Nobody has bought on two different days yet, so there is no time between orders to tell.";
  }
  return `Half of all pauses between order days are ${peopleNumber(median)} days or shorter; the middle half lasts from ${peopleNumber(lowerQuartile)} to ${peopleNumber(upperQuartile)} days (${plural(gaps.gaps, "pause")} of ${plural(gaps.repeaters, "customer")}).`;
}

/** How soon customers come back for the first time. */
export function secondOrderSentence({ second }: RepeatPurchase): string {
  const known = second.within.filter(({ share }) => share !== null);
  const hidden = second.within.filter(({ share }) => share === null);
  const last = known.at(-1);
  if (last === undefined || last.share === null) {
    return `The time to a second order cannot be told: fewer than ${FEWEST_AT_RISK} customers have been followed for ${plural(second.within[0]?.time ?? 0, "day")}.`;
  }
  const half = second.medianDays === null ? "" : `, half of them by day ${second.medianDays}`;
  const left =
    hidden.length === 0
      ? ""
      : ` Left out for want of ${FEWEST_AT_RISK} customers followed so long: ${hidden.map(({ time }) => time).join(" and ")} days.`;
  return `Customers who have not had the time yet do not count as lost (Kaplan–Meier): ${peopleShare(last.share)} have ordered again within ${last.time} days${half}.${left}`;
}

/** After how long a customer is probably lapsed, and how many are. */
export function lapseSentence({ lapseDays, lapseGiven, lapsed, customers, gaps }: RepeatPurchase): string {
  const why = lapseGiven
    ? "as --lapse-days says"
    : `nine in ten of the ${peopleCount(gaps.repeaters)} who came back never paused for longer`;
  return `After more than ${wholeDays(lapseDays)} without an order a customer is probably lapsed (${why}): ${peopleCount(lapsed)} of ${peopleCount(customers)} are, ${peopleShare(lapsed / customers)}.`;
}

/** The four claims that marketing articles make, with this shop's own figures. */
export function claimLines(repeat: RepeatPurchase, kind: PeriodKind): readonly string[] {
  return [likelihoodClaim(repeat), revenueClaim(repeat), worthClaim(repeat), retentionClaim(repeat, kind)];
}

function likelihoodClaim({ ladder, timesAsLikely }: RepeatPurchase): string {
  const [first, second] = ladder;
  const claim = "“A returning customer is likelier to buy again than a new one.”";
  if (timesAsLikely === null || first?.againRate == null || second?.againRate == null) {
    return `${claim} Cannot be told here yet: too few have had the time.`;
  }
  return `${claim} Here ${peopleNumber(timesAsLikely)} times as likely: ${peopleShare(second.againRate)} of those with two orders placed a third, ${peopleShare(first.againRate)} of those with one a second.`;
}

function revenueClaim({ worth }: RepeatPurchase): string {
  const claim = "“Most revenue comes from returning customers.”";
  if (worth.revenueShare === null || worth.laterOrdersShare === null)
    return `${claim} There is no revenue here to share.`;
  const who = `${peopleCount(worth.returningCustomers)} of ${plural(worth.customers, "customer")} (${peopleShare(worth.returningCustomers / worth.customers)})`;
  return `${claim} Here ${who} came back, and they bring ${peopleShare(worth.revenueShare)} of revenue, first orders included; orders after the first bring ${peopleShare(worth.laterOrdersShare)}.`;
}

function worthClaim({ worth }: RepeatPurchase): string {
  const claim = "“A returning customer is worth many times their first order.”";
  if (worth.timesFirstOrder === null) return `${claim} Nobody has come back here yet.`;
  return `${claim} Here ${peopleNumber(worth.timesFirstOrder)} times so far, net of refunds.`;
}

function retentionClaim({ moreRetention }: RepeatPurchase, kind: PeriodKind): string {
  const claim = "“Five points more retention raise profit a lot.”";
  const { revenue, periods, firstPeriod, lastPeriod, customers } = moreRetention;
  if (revenue === null) return `${claim} Cannot be told here yet: that takes two complete ${kind}s in a row.`;
  const when = firstPeriod === lastPeriod ? `in ${lastPeriod}` : `from ${firstPeriod} to ${lastPeriod}`;
  return `${claim} Here five points more of each ${kind}'s customers kept would have brought ${peopleText("quotient", revenue)} in revenue ${when} (${plural(periods, kind)}, ${peopleNumber(customers)} more customers kept, each spending what kept customers did; what they buy later is not in it).`;
}

/** What the figures on repeat purchase should tell. */
export function repeatNotes({ frequency, gaps, ladder, lapseGiven, customers }: RepeatPurchase): readonly Note[] {
  const notes: Note[] = [];
  if (!lapseGiven && gaps.repeaters < FEW_REPEATERS) {
    notes.push(
      warning(
        `the lapse gap rests on ${plural(gaps.repeaters, "customer")} who came back: say what you know better with --lapse-days N`,
      ),
    );
  }
  const second = ladder[1]?.customers ?? 0;
  if (frequency === "orders" && second > gaps.repeaters) {
    notes.push(
      note(
        `${plural(second - gaps.repeaters, "customer")} placed all their orders on one day; --frequency days counts such orders as one`,
      ),
    );
  }
  if (!lapseGiven) {
    notes.push(note("the lapse gap comes from pauses that have ended; in a young shop longer ones are still to come"));
  }
  if (customers < FEW_REPEATERS)
    notes.push(warning(`only ${plural(customers, "customer")}: shares of so few say little`));
  return notes;
}

const FEW_REPEATERS = 25;
