import { START } from "../sentences/exports.ts";
import { dateOf, sumOf } from "../sentences/plain-counting.ts";
import { near } from "../sentences/row.ts";
import { saidWithSection } from "./report-section.ts";
import type { Heard, SectionRows } from "./section-row.ts";

/** A customer's first order, and what was spent how many days later. */
interface Shopper {
  readonly country: string;
  readonly later: number;
}

/** What the best customers began with, found the plain way. */
export interface ProfileFacts {
  readonly followed: number;
  readonly best: number;
  readonly all: number;
  /** Values of the country by how many of the best and of the others have them. */
  readonly countries: readonly { readonly best: number; readonly rest: number }[];
  /** Those that at least 20 have, and not all. */
  readonly compared: number;
  /** How many of these have a q-value of 0.05 at most. */
  readonly found: number;
}

/** Every first order is of one day, so that the weekday is the same for all; an order 100 days later ends the history. */
const LAST_DAY = 100;
const FOLLOWED = 50;

const shoppers = (amount: number, of: (index: number) => Shopper): readonly Shopper[] =>
  Array.from({ length: amount }, (_, index) => of(index));

export const PROFILE_INPUTS: Readonly<Record<string, readonly Shopper[]>> = {
  "the best are Finns": shoppers(100, (index) => ({ country: index < 20 ? "FI" : "SE", later: index < 20 ? 50 : 1 })),
  "the best come from everywhere": shoppers(100, (index) => ({
    country: index % 2 === 0 ? "FI" : "SE",
    later: index % 5 === 0 ? 50 : 1,
  })),
  "one value is compared": shoppers(30, (index) => ({ country: index % 3 === 0 ? "SE" : "FI", later: 10 + index })),
  "twelve customers": shoppers(12, (index) => ({ country: index % 2 === 0 ? "FI" : "SE", later: 10 + index })),
  "four customers": shoppers(4, (index) => ({ country: "FI", later: index })),
  "all tie but one": shoppers(40, (index) => ({ country: index < 20 ? "FI" : "SE", later: index === 0 ? 1 : 5 })),
  "many findings": shoppers(240, (index) => ({
    country: `c${index % 8}`,
    later: index % 8 === 0 || (index % 8 === 1 && index < 144) ? 50 : 1,
  })),
  "countries that few have": shoppers(60, (index) => ({
    country: index < 25 ? "FI" : index < 50 ? "SE" : `x${index}`,
    later: 10 + (index % 7),
  })),
  "all countries that few have": shoppers(60, (index) => ({ country: `x${index % 6}`, later: 10 + (index % 7) })),
};

/** ln n! */
const lnFactorial = (n: number): number => sumOf(Array.from({ length: n }, (_, index) => Math.log(index + 1)));
const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

/** Fisher's exact test, two-sided: the tables that are no more probable than this one. */
function fisher(best: number, allBest: number, rest: number, allRest: number): number {
  const having = best + rest;
  const chance = (k: number): number =>
    k > allBest || having - k > allRest || k > having
      ? 0
      : Math.exp(lnChoose(allBest, k) + lnChoose(allRest, having - k) - lnChoose(allBest + allRest, having));
  const own = chance(best);
  return sumOf(Array.from({ length: having + 1 }, (_, k) => chance(k)).filter((one) => one <= own * (1 + 1e-9)));
}

/** How many of some p-values Benjamini and Hochberg find at 5 %. */
function findings(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.findLastIndex((p, index) => p <= (0.05 * (index + 1)) / sorted.length) + 1;
}

function factsOf(input: readonly Shopper[]): ProfileFacts {
  const places = Math.ceil(input.length * 0.2);
  const least = input.map(({ later }) => later).toSorted((a, b) => b - a)[places - 1] ?? 0;
  const isBest = ({ later }: Shopper): boolean => later >= least && later > 0;
  const best = input.filter(isBest).length;
  const countries = [...new Set(input.map(({ country }) => country))].map((country) => {
    const own = input.filter((one) => one.country === country);
    return { best: own.filter(isBest).length, rest: own.filter((one) => !isBest(one)).length };
  });
  const compared = countries.filter((one) => one.best + one.rest >= 20 && one.best + one.rest < input.length);
  return {
    ...{ followed: FOLLOWED, best, all: input.length, countries, compared: compared.length },
    found: findings(compared.map((one) => fisher(one.best, best, one.rest, input.length - best))),
  };
}

function csvOf(input: readonly Shopper[]): string {
  const rows = input.flatMap(({ country, later }, index) => [
    `a${index},p${index},${dateOf(START)},10,${country}`,
    ...(later === 0 ? [] : [`b${index},p${index},${dateOf(START + 20)},${later},`]),
  ]);
  // after everybody has been followed
  return `order_id,customer_id,date,amount,country\n${rows.join("\n")}\nz,late,${dateOf(START + LAST_DAY)},10,FI\n`;
}

export async function profileScenarios(): Promise<ReadonlyMap<string, Heard<ProfileFacts>>> {
  const heard = new Map<string, Heard<ProfileFacts>>();
  for (const [name, input] of Object.entries(PROFILE_INPUTS)) {
    heard.set(name, { said: await saidWithSection(csvOf(input), { profile: true }), facts: factsOf(input) });
  }
  return heard;
}

/** What the report says of the best customers. */
export const PROFILE: SectionRows<ProfileFacts> = {
  "profile.byLater": {
    claim: "so many spent most in so many days after their first, of so many who have had that time",
    restsOn: "what each spent on days 1 to 50, half of the history; ties are in",
    isTrue: ([said], { best, all, followed }) =>
      JSON.stringify(said) === JSON.stringify({ best, all, followedDays: followed }),
    said: "four customers",
    unsaid: "all tie but one",
  },
  "profile.found": {
    claim: "so many of so many values differ by more than chance",
    restsOn: "Fisher's test of each value, Benjamini and Hochberg's limit",
    isTrue: ([said], { found, compared }) =>
      found > 0 && JSON.stringify(said) === JSON.stringify({ found, values: compared }),
    said: "the best are Finns",
    unsaid: "the best come from everywhere",
  },
  "profile.nothing": {
    claim:
      "no value differs by more than chance, and groups of this size would not show a smaller difference than this",
    restsOn: "the same; 2.8 standard errors of a difference at one half",
    isTrue: ([said], { found, compared, best, all }) => {
      const { values, unseen } = said as { readonly values: number; readonly unseen: number };
      return (
        found === 0 &&
        values === compared &&
        compared > 0 &&
        near(unseen, 2.8 * 0.5 * Math.sqrt(1 / best + 1 / (all - best)))
      );
    },
    said: "one value is compared",
    unsaid: "the best are Finns",
  },
  "profile.nothingToCompare": {
    claim: "20 customers or more, and not all, share no value",
    restsOn: "the first order of each",
    isTrue: (_, { compared }) => compared === 0,
    said: "twelve customers",
    unsaid: "one value is compared",
  },
  "profile.noCause": {
    claim: "something was found, which says nothing of causes",
    restsOn: "the same",
    isTrue: (_, { found }) => found > 0,
    said: "the best are Finns",
    unsaid: "the best come from everywhere",
  },
  "profile.extent": {
    claim: "so many values, of which so many are compared, and fewer than 20 or all have each other one",
    restsOn: "the first order of each",
    isTrue: ([said], { countries, compared, all }) => {
      const { name, values, compared: told } = said as { name: string; values: number; compared: number };
      const others = countries.map(({ best, rest }) => best + rest).filter((having) => having < 20 || having === all);
      return name === "Country" && values === countries.length && told === compared && others.length === values - told;
    },
    said: "countries that few have",
    unsaid: "the best are Finns",
  },
  "profile.moreInReport": {
    claim: "so many of so many findings are shown",
    restsOn: "the findings; a screen has room for five",
    isTrue: ([shown, all], { found }) => shown === 5 && all === found && found > 5,
    said: "many findings",
    unsaid: "the best are Finns",
  },
};
