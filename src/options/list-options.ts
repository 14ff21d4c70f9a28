import { LIST_FORMATS } from "../lists/formats/index.ts";
import { consentOption, excludeOption } from "./do-not-contact-options.ts";
import {
  collectFormats,
  collectTexts,
  parseCountryOption,
  parseHoldoutOption,
  parseMinSizeOption,
  parseSaltOption,
} from "./list-values.ts";
import { flagOption, option, type ValuesOf } from "./option.ts";
import { bestOption } from "./profile-options.ts";
import { parseFromOption } from "./scoring-values.ts";

const section = "lists";

/** Which lists are made, and who is in them. */
const membershipOptions = [
  option({
    name: "for",
    section,
    placeholder: "tools",
    summary: `the tools that import the lists, separated by commas: ${LIST_FORMATS.map(({ name }) => name).join(", ")}`,
    whenAbsent: "csv",
    repeats: true,
    parse: collectFormats,
  }),
  option({
    name: "segment",
    section,
    placeholder: "names",
    summary: "only these segments, by name, separated by commas; a name with a comma in double quotes",
    whenAbsent: "all",
    repeats: true,
    parse: collectTexts,
  }),
  option({
    name: "changes-since",
    looksAtOrders: true,
    section,
    kind: "day",
    summary:
      "instead of whole segments, who entered and left each since this day, yyyy-mm-dd, or a span back: -1d, -1m",
    parse: parseFromOption,
  }),
  flagOption({
    name: "due",
    looksAtOrders: true,
    section,
    summary:
      "instead of segments, who is due and overdue for an order by their own rhythm (three gaps between order days or more)",
    excludes: {
      names: ["segment", "changes-since"],
      why: "lists of who is due are not lists of segments",
      hint: "make them in two calls, with two folders",
    },
  }),
  flagOption({
    name: "like-best",
    section,
    summary:
      "instead of segments, one list of the best customers, from which advertising tools find people like them; the top fifth by monetary value, or as --best says",
    excludes: {
      names: ["segment", "changes-since", "due"],
      why: "one list of the best customers takes the place of others",
      hint: "make them in two calls, with two folders",
    },
  }),
  option({
    ...bestOption,
    section,
    needs: {
      names: ["like-best"],
      why: "it says who they are",
      hint: "add --like-best, or name segments with --segment",
    },
  }),
  flagOption({
    name: "next-best",
    looksAtOrders: true,
    section,
    summary:
      "instead of segments, one list of whom to talk to this week, each with a reason: due or overdue, slipping or cooling since this week, new",
    excludes: {
      names: ["segment", "changes-since", "due", "like-best"],
      why: "one list of everybody with a reason takes the place of others",
      hint: "make them in two calls, with two folders",
    },
  }),
  flagOption({
    name: "lapsed",
    section,
    summary:
      "instead of segments, one list of the good customers who have lapsed, as the report's headline counts them: more spent than the median, and no order for longer than nine in ten of those who came back ever paused",
    excludes: {
      names: ["segment", "changes-since", "due", "like-best", "next-best"],
      why: "one list of those who have lapsed takes the place of others",
      hint: "make them in two calls, with two folders",
    },
  }),
  flagOption({
    name: "ordered-once",
    section,
    summary:
      "instead of segments, one list of the customers who have ordered only once; those who have lapsed are not on it",
    excludes: {
      names: ["segment", "changes-since", "due", "like-best", "next-best", "lapsed"],
      why: "one list of those who ordered once takes the place of others",
      hint: "make them in two calls, with two folders",
    },
  }),
  option({
    name: "loyalty",
    looksAtOrders: true,
    section,
    kind: "file",
    summary:
      "a loyalty plan (see rfm loyalty): adds each customer's level, points and what is missing to the next level, as tags and properties of the tools, and the WooCommerce role to the plain CSV",
  }),
  excludeOption,
  consentOption,
  option({
    name: "holdout",
    section,
    placeholder: "share",
    summary: "keep this share of customers out as a control group, the same people every time: 10%",
    parse: parseHoldoutOption,
  }),
  option({
    name: "salt",
    section,
    summary: "salt of --holdout and --hash-ids",
    whenAbsent: "rfm",
    parse: parseSaltOption,
    needs: { names: ["holdout", "hash-ids"], why: "nothing else is salted" },
  }),
  flagOption({
    name: "hash-ids",
    section,
    summary: "write salted SHA-256 instead of customer ids; the plain CSV then has no contact fields",
  }),
  option({
    name: "min-size",
    section,
    kind: "number",
    placeholder: "n",
    summary: "write only the header of lists with fewer people",
    whenAbsent: "1",
    parse: parseMinSizeOption,
  }),
] as const;

const contacts = { section: "contacts", kind: "column", repeats: true, parse: collectTexts } as const;

/** Which columns say who the buyers are. */
const contactOptions = [
  option({ ...contacts, name: "email", summary: "column of the e-mail address" }),
  option({ ...contacts, name: "phone", summary: "column of the phone number" }),
  option({ ...contacts, name: "first-name", summary: "column of the first name" }),
  option({ ...contacts, name: "last-name", summary: "column of the last name" }),
  option({
    ...contacts,
    name: "full-name",
    summary: "column of both names, split at the first blank",
  }),
  option({ ...contacts, name: "country", summary: "column of the country, by code or name" }),
  option({ ...contacts, name: "city", summary: "column of the city" }),
  option({ ...contacts, name: "zip", summary: "column of the zip or postal code" }),
  option({
    name: "default-country",
    section: "contacts",
    placeholder: "code",
    summary: "country of customers whose purchase names none, for local phone numbers too: FI",
    parse: parseCountryOption,
  }),
] as const;

export const outFolderOption = option({
  name: "out",
  section,
  kind: "folder",
  summary: "folder for the lists (required); created if it does not exist",
  isLineOnly: true,
});

/** Which lists are made, who is in them, and where their contact fields stand. */
export const listOptions = [...membershipOptions, ...contactOptions] as const;
export type ListCommandOptions = ValuesOf<typeof listOptions>;
