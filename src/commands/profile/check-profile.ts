/*
 * What rfm profile does for its command: which attributes it splits customers by, and the checks of its options.
 */

import { type BestRule, DEFAULT_BEST } from "../../analysis/profile/customer-profile.ts";
import type { Scheme } from "../../analysis/segments/scheme.ts";
import { listedName } from "../../basics/text/name-list.ts";
import { nearestNames } from "../../basics/text/nearest-names.ts";
import { UsageError } from "../../errors.ts";
import { isWithoutMoney } from "../../exports/detect/amounts/without-money.ts";
import { marginOptions } from "../../options/column-options.ts";
import { type AnyOption, attributeOf, flagOf, type OptionValues } from "../../options/option.ts";
import { profileOptions, rankingOptions, viewOption } from "../../options/profile-options.ts";
import { frequencyOption, monetaryOption, scoringShapeOptions, windowOptions } from "../../options/scoring-options.ts";

/** What monetary value is, which a rank by what was spent at an age does not use. */
const ONLY_FOR_MONETARY: readonly AnyOption[] = [...windowOptions, monetaryOption, ...marginOptions];

/** How customers are scored, which only tells segments apart. */
const ONLY_FOR_SEGMENTS: readonly AnyOption[] = scoringShapeOptions.filter(
  (option) => option !== frequencyOption && !ONLY_FOR_MONETARY.includes(option),
);

/** What products that are bought together do not depend on. */
const NOT_FOR_PAIRS: readonly AnyOption[] = [
  ...profileOptions.filter((option) => option !== viewOption),
  ...scoringShapeOptions,
  ...marginOptions,
];

/**
 * Refuses options that would have no effect.
 *
 * @throws UsageError that names the first, and what it needs
 */
export function checkProfile(
  options: OptionValues & {
    readonly amount?: string | undefined;
    readonly best?: BestRule | undefined;
    readonly view?: string;
  },
): void {
  const refuse = (those: readonly AnyOption[], why: string, hint: string): void => {
    const given = those.filter((option) => options[attributeOf(option)] !== undefined);
    if (given.length === 0) return;
    throw new UsageError(`${given.map(flagOf).join(", ")} cannot be used here: ${why}`, hint);
  };
  if (options.view === "pairs") {
    refuse(
      NOT_FOR_PAIRS,
      "products that are bought together are counted in all orders",
      "leave it out, or choose another --view",
    );
    return;
  }
  const best = options.best ?? DEFAULT_BEST;
  const byAge = options["bestBy"] !== "spend" || options["followed"] !== undefined;
  if ("segments" in best) {
    refuse(
      rankingOptions,
      "segments are the best, and they are not ranked by money",
      "leave it out, or use --best 20%",
    );
    return;
  }
  if (isWithoutMoney(options)) {
    throw new UsageError(
      "the best are ranked by what they spent, which is not known with --amount none",
      "name the segments of the best, such as --best Champions --scheme seg-map",
    );
  }
  refuse(
    ONLY_FOR_SEGMENTS,
    "it tells segments apart, and the best are a share of the customers",
    "add --best with segments, such as --best Champions",
  );
  if (options["monetary"] !== "average") {
    refuse(
      [frequencyOption],
      "only segments and an average depend on it",
      "add --best-by spend --monetary average, or --best with segments",
    );
  }
  if (byAge) {
    refuse(
      ONLY_FOR_MONETARY,
      "the best are ranked by what they spent after their first order, not by monetary value",
      "add --best-by spend, without --followed",
    );
  }
}

/**
 * The rule with the segments as the scheme calls them in the language of the result.
 *
 * @param written the scheme as it was written, whose names are understood, too
 * @throws UsageError for a segment that the scheme does not have
 */
export function namedSegments(
  best: BestRule | undefined,
  { scheme, written }: { readonly scheme: Scheme; readonly written: Scheme },
): BestRule | undefined {
  if (best === undefined || !("segments" in best)) return best;
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  const segments = best.segments.map((name) => {
    const index = scheme.segments.findIndex(
      (one, at) => same(name, one.name) || same(name, written.segments[at]?.name),
    );
    const found = scheme.segments[index];
    if (found !== undefined) return found.name;
    const names = written.segments.map((one) => one.name);
    const near = nearestNames(name, names);
    throw new UsageError(
      `--best ${name}: unknown segment`,
      near.length === 0 ? `the segments are ${names.map(listedName).join(", ")}` : `did you mean ${near.join(" or ")}?`,
    );
  });
  return { segments };
}
