import type { CommonValues } from "../../../basics/text/common-values.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** How many of all customers consented, and what the others' purchases say. */
export interface ConsentCounts {
  readonly yes: number;
  readonly all: number;
  readonly answers: CommonValues;
}

/** What `rfm lists` says; the names of tools' columns are the tools'. */
export function englishLists({ count, plural, values }: EnglishGrammar) {
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
            `${file}: ${columns === "" ? "none known by name (--email COLUMN and the like)" : columns}`,
        )
        .join("; ")}`,
    exclusionsMet: (file: string, met: number, entries: number) =>
      `${count(met)} of ${plural(entries, "entry", "entries")} of ${file} ${met === 1 ? "is a customer" : "are customers"}`,
    exclusionsBlank: (file: string, rows: number) =>
      `${file}: ${plural(rows, "row")} without an address or id: nobody is excluded by ${rows === 1 ? "it" : "them"}`,
    consented: (condition: string, { yes, all, answers }: ConsentCounts) =>
      `${count(yes)} of ${plural(all, "customer")} consented on their newest purchase (${condition})${answers.shown.length === 0 ? "" : `; the others have ${values(answers)}`}`,
    consentNotAsked: (column: string, answers: CommonValues) =>
      `buying is no consent: "${column}" (${values(answers)}) says who agreed to marketing, and was not asked for; --consent "${column}=VALUE" writes only those who did`,
    consentUnknown:
      "buying is no consent: nothing here says who agreed to marketing; --consent COLUMN=VALUE or --exclude FILE leaves the others out",
    phonesLeftOut: (phones: number) =>
      `${plural(phones, "phone number")} left out: local, of a country that is not known, or too long or short; --default-country FI reads local numbers as Finnish`,
    countriesUnknown: (customers: number, countries: CommonValues) =>
      `the country of ${plural(customers, "customer")} is none that is known (${values(countries)}), and is written as it stands; advertising lists leave it out`,
    noEmail: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out for want of an e-mail address that it takes`,
    noAddress: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out for want of anything to reach them by`,
    sharedAddress: (tool: string, customers: number) =>
      `${tool}: ${plural(customers, "customer")} left out who share an address with a customer who bought later: one message an address`,
    holdout: (share: string) =>
      `${share} of customers are held out as a control group, the same people every time; they are in no list but their own`,
    defaultSalt:
      "ids are hashed with the usual salt, so whoever knows an id can find it; --salt with a secret of yours prevents that",
    hashedBeside: "tools that need addresses get them: only the ids are hashed there",
    tooFew: (lists: number, least: number) =>
      `${plural(lists, "list")} of fewer than ${count(least)} people ${lists === 1 ? "has its" : "have their"} header only (--min-size)`,
    changes: (from: string, to: string) =>
      `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${to}`,
    changesWithModel: (from: string, to: string, model: string) =>
      `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${model}`,
    written: (files: number, folder: string) => `${plural(files, "list")} written to ${folder}`,
    stale: (folder: string, files: readonly string[]) =>
      `${folder} has ${plural(files.length, "list")} of an earlier run that this one did not write (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); delete them, or somebody may import them`,
  };
}
