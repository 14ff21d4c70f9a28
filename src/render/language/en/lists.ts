import type { CommonValues } from "../../../basics/text/common-values.ts";
import type { NextBestReason } from "../../../lists/next-best.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** How many of all customers consented, and what the others' purchases say. */
export interface ConsentCounts {
  readonly yes: number;
  readonly all: number;
  readonly answers: CommonValues;
}

/** How much a control group can show. */
export interface ControlFact {
  readonly path: string;
  readonly treated: number;
  readonly control: number;
  readonly days: number;
  /** The share who order in so many days without a campaign, and the smallest difference that can be seen. */
  readonly rate: number;
  readonly smallest: number;
}

/** What `rfm lists` says; the names of tools' columns are the tools'. */
export function englishLists({ count, days, listed, plural, share, values, percentagePoints }: EnglishGrammar) {
  const shows = ({ treated, control, rate, days: length, smallest }: ControlFact): string =>
    `of such customers ${share(rate)} ordered in the last ${length === 1 ? "day" : days(length)}. With ${count(treated)} on the lists and ${count(control)} held out, a campaign must change that by ${percentagePoints(smallest)} to be seen four times out of five`;
  return {
    headings: { customers: "customers", people: "people", file: "file", leftOut: "left out" },
    /** After a number of customers. */
    leftOut: {
      excluded: "excluded",
      no_consent: "without consent",
      no_address: "without an address",
      shared_address: "with another's address",
      held_out: "held out",
      too_few: "too few for a list",
    },
    contactColumns: (files: readonly { readonly file: string; readonly columns: string }[]) =>
      `contact fields are those of each customer's newest purchase: ${files
        .map(
          ({ file, columns }) =>
            `${file}: ${columns === "" ? "none recognised by name (set them with --email COLUMN and so on)" : columns}`,
        )
        .join("; ")}`,
    exclusionsMet: (file: string, met: number, entries: number) =>
      `${count(met)} of ${plural(entries, "entry", "entries")} of ${file} ${met === 1 ? "is a customer" : "are customers"}`,
    exclusionsBlank: (file: string, rows: number) =>
      `${file}: ${plural(rows, "row")} without an address or id, which ${rows === 1 ? "excludes" : "exclude"} no customer`,
    consented: (condition: string, { yes, all, answers }: ConsentCounts) =>
      `${count(yes)} of ${plural(all, "customer")} consented on their newest purchase (${condition})${answers.shown.length === 0 ? "" : `; the others have ${values(answers)}`}`,
    consentNotAsked: (column: string, answers: CommonValues) =>
      `a purchase is not consent: "${column}" (${values(answers)}) records who agreed to marketing, but is not used; --consent "${column}=VALUE" writes only those who agreed`,
    consentUnknown:
      "a purchase is not consent: no column used here records who agreed to marketing; --consent COLUMN=VALUE or --exclude FILE leaves the others out",
    phonesLeftOut: (phones: number) =>
      `${plural(phones, "phone number")} left out: local, from an unknown country, or too long or too short; --default-country FI reads local numbers as Finnish`,
    countriesUnknown: (customers: number, countries: CommonValues) =>
      `unknown country of ${plural(customers, "customer")} (${values(countries)}): written unchanged, and left out of advertising lists`,
    noEmail: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out, with no e-mail address that it accepts`,
    noAddress: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out, with no address or number to reach them`,
    sharedAddress: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out, sharing an address with a customer who bought later: one message per address`,
    holdout: (share: string) =>
      `${share} of customers are held out as a control group, the same people every time; they are in no list but their own`,
    /** How many have each reason to be written to this week. */
    seed: (best: number, all: number) =>
      `the list holds the best ${plural(best, "customer")} of ${count(all)}, before anybody is left out; advertising tools find people like them`,
    lapsed: (amount: number, lapseDays: number, hasMoney: boolean) =>
      `the list holds ${plural(amount, "customer")} who ${hasMoney ? `spent more than the median and ` : ""}${amount === 1 ? "has" : "have"} not ordered for more than ${days(lapseDays)}, before anybody is left out; nine in ten of those who came back never paused for longer`,
    seedTooSmall: (tool: string, people: number, least: number) =>
      `${tool} finds people like those on a list only from ${count(least)} matched people on; this list has ${count(people)}. A larger --best or --default-country may help`,
    seedTooSmallEach: (
      tool: string,
      largest: { readonly code: string; readonly people: number } | null,
      least: number,
    ) =>
      `${tool} finds people like those on a list only where ${count(least)} of them are from one country; ${largest === null ? "no country is known here (--default-country names one)" : `the largest group here is ${count(largest.people)}, from ${largest.code}`}`,
    seedCountries: (tool: string, names: readonly string[], least: number) =>
      `${tool} can find people like those from ${listed(names)}: it needs ${count(least)} from one country`,
    nobodyThisWeek:
      "no customer has a reason to hear from you this week: no order is due, no customer moved to a cooling or slipping segment, and none is new",
    thisWeek: (reasons: string) =>
      `whom to talk to this week, before anybody is left out: ${reasons}; each person once, for the first reason that applies`,
    /** One reason and how many have it. */
    nextBest: {
      expiring: (people: number) => `${count(people)} with points that expire soon`,
      "near level": (people: number) => `${count(people)} close to the next level`,
      overdue: (people: number) => `${count(people)} overdue`,
      due: (people: number) => `${count(people)} due`,
      slipping: (people: number) => `${count(people)} moved to a slipping segment`,
      cooling: (people: number) => `${count(people)} moved to a cooling segment`,
      new: (people: number) => `${count(people)} with their first order`,
    } satisfies Record<NextBestReason, (people: number) => string>,
    controlGroup: (path: string) =>
      `${path} says who was held out of which list; after the campaign, rfm effect compares them`,
    smallestDifference: (fact: ControlFact) =>
      `${fact.path} says who was held out of which list, for rfm effect: ${shows(fact)}`,
    hopelessControl: (fact: ControlFact, needed: number) =>
      `the control group is too small to show what a campaign does: ${shows(fact)}. To see a rise by a fifth takes ${count(needed)} in each group; hold out more, or address more people`,
    defaultSalt:
      "ids are hashed with the default salt, so anyone who knows an id can find it; a secret --salt of your own prevents that",
    hashedBeside: "tools that need addresses get them: only the ids are hashed there",
    tooFew: (lists: number, least: number) =>
      `${plural(lists, "list")} of fewer than ${count(least)} people ${lists === 1 ? "contains" : "contain"} only a header (--min-size)`,
    changes: (from: string, to: string) =>
      `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${to}`,
    changesWithModel: (from: string, to: string, model: string) =>
      `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${model}`,
    written: (files: number, folder: string) => `${plural(files, "list")} written to ${folder}`,
    stale: (folder: string, files: readonly string[]) =>
      `${folder} has ${plural(files.length, "list")} of an earlier run that this one did not write (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); delete them, or somebody may import them`,
  };
}
