import { smallestDifference } from "../../analysis/effect/sample-size.ts";
import type { CustomerProfile } from "../../analysis/profile/customer-profile.ts";
import type { Fairness, Starters } from "../../analysis/profile/fairness.ts";
import { FINDING, type ProfileRow } from "../../analysis/profile/profile.ts";
import type { Language } from "../language/language.ts";
import { capital } from "../language/phrasing.ts";

/** The rows that differ by more than chance explains. */
export function findingsOf({ rows }: Pick<CustomerProfile, "rows">): readonly ProfileRow[] {
  return rows.filter(({ qValue }) => qValue <= FINDING);
}

/** What a profile says in sentences: what was found, what it does not show, and what may mislead. */
export function profileSentences(profile: CustomerProfile, language: Language): readonly string[] {
  const { profile: words } = language.words;
  const { rows, fairness } = profile;
  if (rows.length === 0) return [words.nothingToCompare];
  const found = findingsOf(profile).length;
  return [
    found === 0
      ? words.nothing({ values: rows.length, unseen: unseenDifference(profile) })
      : words.found({ found, values: rows.length }),
    ...(found === 0 ? [] : [words.noCause]),
    ...(fairness === null ? [] : fairnessSentences(fairness, profile, language)),
  ];
}

/** Of a value that half of the customers began with, the difference that is seen four times out of five by itself; 1 for none. */
function unseenDifference({ best, rest }: Pick<CustomerProfile, "best" | "rest">): number {
  return smallestDifference(0.5, best, rest) ?? 1;
}

/** Who the best are. */
export function rankingSentences(
  { ranking: { by, days }, best, rest }: Pick<CustomerProfile, "ranking" | "best" | "rest">,
  { words: { profile: words } }: Language,
): readonly string[] {
  if (by === "segments") return [];
  if (days === null) return [words.bySpend(best)];
  return [
    by === "later"
      ? words.byLater({ best, all: best + rest, followedDays: days })
      : words.byAge({ best, all: best + rest, followedDays: days }),
  ];
}

/** The attributes of which not every value was compared. */
export function extentSentences({ extents }: CustomerProfile, language: Language): readonly string[] {
  return extents
    .filter(({ values, shown }) => values > 1 && shown < values)
    .map(({ attribute, shown, values }) =>
      language.words.profile.extent({ name: beginning(attribute, language), compared: shown, values }),
    );
}

/** What an attribute is called where a sentence begins with it; a column keeps its name as it is. */
function beginning(attribute: string, language: Language): string {
  const own = language.words.profile.attributes[attribute];
  return own === undefined ? attribute : capital(own);
}

function fairnessSentences(
  { byFirstDay, halfway, early, late }: Fairness,
  { best, asOf }: CustomerProfile,
  { words: { profile: words } }: Language,
): readonly string[] {
  const [earlyShare, lateShare] = [shareOf(early), shareOf(late)];
  return [
    ...(byFirstDay === 0 ? [] : [words.firstDay({ byFirstDay, best })]),
    ...(earlyShare === null || lateShare === null || lateShare >= earlyShare
      ? []
      : [words.lessTime({ halfway, earlyShare, lateShare, middle: Math.max(1, asOf - halfway) })]),
  ];
}

function shareOf({ customers, best }: Starters): number | null {
  return customers === 0 ? null : best / customers;
}
