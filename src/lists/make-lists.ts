import { stringify } from "csv-stringify/sync";
import type { Comparison } from "../analysis/compare/compare-snapshots.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentSlug } from "../analysis/segments/slug.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { type Audience, audienceOf } from "./audience.ts";
import { type ConsentCondition, refuseNoConsent } from "./consent.ts";
import { CONTROL_GROUP_FILE, type ControlGroupFile, controlGroupText } from "./control-group.ts";
import { type DoNotContact, findExcluded } from "./exclusions.ts";
import { CONTACT_FIELDS, type ListFormat, listRow, withExtraColumns } from "./list-format.ts";
import { LIST_OUTCOMES, type ListOutcome, type OutcomeRules, outcomesIn } from "./list-outcomes.ts";
import { type LoyaltyLists, withLoyalty } from "./loyalty-lists.ts";
import { HOLDOUT_NAME, type OwnLists, type PlannedList, planLists } from "./plan-lists.ts";
import { saltedId } from "./salted-id.ts";

export interface ListOptions {
  /** One or more; each writes all lists in its own format. */
  readonly formats: readonly ListFormat[];
  readonly segments?: readonly string[] | undefined;
  /** From the earlier day to the as-of date, with the same cut points; whole segments are listed where it is `null`. */
  readonly changes: Comparison | null;
  /** Lists that are made in place of segments. */
  readonly own?: OwnLists | null | undefined;
  /** The loyalty plan whose levels and points go into the lists. */
  readonly loyalty?: LoyaltyLists | null | undefined;
  readonly exclude: DoNotContact;
  readonly consent: readonly ConsentCondition[];
  /** The share of customers 0 … 1 who are kept out as a control group; 0 for none. */
  readonly holdout: number;
  readonly salt: string;
  /** Writes a salted hash instead of each customer id; the plain CSV then has no contact fields. */
  readonly hashIds: boolean;
  /** Lists of fewer people are written with their header only. */
  readonly minSize: number;
  /** ISO code for people whose purchase names no country; "". */
  readonly defaultCountry: string;
}

/** One file of the set. */
export interface ListFile {
  /** Path below the folder, with `/`: `champions.csv`, or `mailchimp/champions.csv` where there are several tools. */
  readonly path: string;
  readonly tool: string;
  readonly name: string;
  /** Everyone who belongs to the list: `people` and all who are left out. */
  readonly customers: number;
  /** Rows below the header. */
  readonly people: number;
  readonly leftOut: Readonly<Record<Exclude<ListOutcome, "listed">, number>>;
  /** How many of the people are of which country, by its code; "" for those without a known one. */
  readonly countries: () => ReadonlyMap<string, number>;
  /** People who would be listed, but are fewer than the least size. */
  readonly tooFew: number;
  /** The file's text; made anew at each call, a part at a time. */
  readonly chunks: () => Iterable<string>;
}

/** All lists of a run, and what is to be said about them. */
export interface ListSet {
  readonly files: readonly ListFile[];
  /** Beside each tool's lists, who was held out of which, for `rfm effect`; none without a control group. */
  readonly controlGroups: readonly ControlGroupFile[];
  readonly audience: Audience;
  /** Entries of the do-not-contact list that are customers. */
  readonly exclusionsMet: number;
}

/**
 * Makes every list: a pure function of the orders and the options. Nothing is written, and no list is held in memory.
 *
 * Each tool's lists divide its people: with whole segments, a customer who is not left out is in exactly one.
 *
 * @throws UsageError for a segment that does not exist, or two lists with one file name
 * @throws InputError where a tool needs addresses and nobody has one, and where nobody has consented
 */
export function makeLists(segmented: SegmentedCustomers, orders: OrderTable, options: ListOptions): ListSet {
  const audience = audienceOf(segmented, orders, options);
  refuseNoConsent(audience, options.consent);
  const lists = planLists(segmented.scheme, audience, {
    segments: options.segments,
    changes: options.changes,
    own: options.own ?? null,
    hasWindow: segmented.customers.windowStart !== null && segmented.customers.windowFor === "rfm",
    hasHoldout: options.holdout > 0,
  });
  const exclusions = findExcluded(orders, options.exclude);
  const rules: OutcomeRules = {
    isExcluded: exclusions.isExcluded,
    consent: options.consent,
    holdout: options.holdout > 0 ? { salt: options.salt, share: options.holdout } : null,
  };
  const sets = options.formats.map((format) => filesOf(format, { audience, lists, rules, options }));
  return {
    files: sets.flatMap(({ files }) => files),
    controlGroups: sets.flatMap(({ controlGroup }) => controlGroup ?? []),
    audience,
    exclusionsMet: exclusions.entriesMet,
  };
}

interface ListContext {
  readonly audience: Audience;
  readonly lists: readonly PlannedList[];
  readonly rules: OutcomeRules;
  readonly options: ListOptions;
}

/** One tool's lists, and its control group where there is one. */
interface ToolFiles {
  readonly files: readonly ListFile[];
  readonly controlGroup: ControlGroupFile | null;
}

function filesOf(format: ListFormat, { audience, lists, rules, options }: ListContext): ToolFiles {
  const outcomes = outcomesIn(format, audience, rules);
  const folder = options.formats.length > 1 ? `${format.name}/` : "";
  const file = ({ name, slug, members, reasonOf }: PlannedList, wanted: ListOutcome): ListFile => {
    const listed = members.filter((index) => LIST_OUTCOMES[outcomes[index] as number] === wanted);
    const isTooFew = listed.length < options.minSize;
    return {
      path: `${folder}${slug}.csv`,
      tool: format.name,
      name,
      customers: members.length,
      people: isTooFew ? 0 : listed.length,
      leftOut: countFates(members, outcomes, wanted),
      countries: () => countriesOf(isTooFew ? [] : listed, audience),
      tooFew: isTooFew ? listed.length : 0,
      chunks: () => listText(format, { members: isTooFew ? [] : listed, reasonOf }, audience, options),
    };
  };
  const listed = lists.map((list) => file(list, "listed"));
  if (rules.holdout === null) return { files: listed, controlGroup: null };
  const control = holdoutMembers(lists, outcomes);
  const holdout = { name: HOLDOUT_NAME, slug: segmentSlug(HOLDOUT_NAME), members: control };
  const heldOut = lists.flatMap(({ slug, members }) =>
    members
      .filter((index) => LIST_OUTCOMES[outcomes[index] as number] === "held out")
      .map((index) => ({ id: idOf(audience.id(index), options), list: slug })),
  );
  return {
    files: [...listed, file(holdout, "held out")],
    controlGroup: {
      path: `${folder}${CONTROL_GROUP_FILE}`,
      tool: format.name,
      people: control.length,
      rows: heldOut.length,
      chunks: () => [controlGroupText(heldOut)],
    },
  };
}

function countriesOf(members: readonly number[], audience: Audience): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const index of members) {
    const { countryCode } = audience.person(index);
    people.set(countryCode, (people.get(countryCode) ?? 0) + 1);
  }
  return people;
}

/** A customer's id as the lists have it. */
function idOf(id: string, { hashIds, salt }: ListOptions): string {
  return hashIds ? saltedId(salt, id) : id;
}

/** The control group: those of all lists who are held out, each once. */
function holdoutMembers(lists: readonly PlannedList[], outcomes: Uint8Array): readonly number[] {
  const heldOut = LIST_OUTCOMES.indexOf("held out");
  const members = new Set(lists.flatMap((list) => list.members.filter((index) => outcomes[index] === heldOut)));
  return [...members].sort((a, b) => a - b);
}

function countFates(members: readonly number[], outcomes: Uint8Array, wanted: ListOutcome): ListFile["leftOut"] {
  const count = (outcome: ListOutcome): number =>
    outcome === wanted
      ? 0
      : members.reduce((sum, index) => sum + (LIST_OUTCOMES[outcomes[index] as number] === outcome ? 1 : 0), 0);
  return {
    excluded: count("excluded"),
    "no consent": count("no consent"),
    "no address": count("no address"),
    "shared address": count("shared address"),
    "held out": count("held out"),
  };
}

const ROWS_PER_CHUNK = 1000;

/** A list as text: header, then a thousand people at a time. */
function* listText(
  format: ListFormat,
  { members, reasonOf }: Pick<PlannedList, "members" | "reasonOf">,
  audience: Audience,
  options: ListOptions,
): Generator<string> {
  const own = options.hashIds && format.needs === "nothing" ? withoutContacts(format) : format;
  const { loyalty = null } = options;
  const shown = withLoyalty(reasonOf === undefined ? own : withExtraColumns(own, [["Reason", "reason"]]), loyalty);
  yield stringify([shown.columns.map(([header]) => header)]);
  for (let start = 0; start < members.length; start += ROWS_PER_CHUNK) {
    const rows = members.slice(start, start + ROWS_PER_CHUNK).map((index) => {
      const person = audience.person(index);
      const extra = { reason: reasonOf?.(index) ?? "", loyalty: loyalty?.of(audience.key(index)) ?? null };
      return listRow({ ...person, ...extra, id: idOf(person.id, options) }, shown);
    });
    yield stringify(rows);
  }
}

function withoutContacts(format: ListFormat): ListFormat {
  return { ...format, columns: format.columns.filter(([, field]) => !CONTACT_FIELDS.has(field)) };
}
