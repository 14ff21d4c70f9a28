import type { Permission } from "../analysis/report/permission.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { type CommonValues, commonValues } from "../basics/text/common-values.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { ANSWER_MARK } from "../orders/order-table.ts";
import { type Audience, audienceOf, everybodyIn } from "./audience.ts";
import { answerOf, type ConsentCondition, conditionText, hasConsented, refuseNoConsent } from "./consent.ts";
import { type DoNotContact, type Exclusions, findExcluded } from "./exclusions.ts";

/** What says who may be written to. */
export interface PermissionRules {
  /** The do-not-contact list that was given. */
  readonly exclude: (DoNotContact & { readonly name: string }) | null;
  /** Columns that must say yes. */
  readonly consent: readonly ConsentCondition[];
  /** The columns of consent that the exports are known to have: they are asked where nothing else is. */
  readonly known: readonly string[];
}

const NOBODY: DoNotContact = { keys: new Set(), hashes: new Set() };

/**
 * Who of the scored customers may be written to, as lists have it; `null` where nothing says so: no option does, and the columns
 * that are known to record consent have answers that are neither a plain yes nor a plain no.
 *
 * @throws InputError where nobody has consented
 */
export function permissionOf(
  segmented: SegmentedCustomers,
  orders: OrderTable,
  { exclude, consent, known }: PermissionRules,
): Permission | null {
  if (exclude === null && consent.length + known.length === 0) return null;
  const everybody = audienceOf(segmented, orders, { defaultCountry: "" });
  const isAsked = consent.length > 0;
  const conditions = isAsked ? consent : plainConsent(everybody, known);
  const audience = isAsked ? everybody : answeringFor(everybody, known);
  if (exclude === null && conditions.length === 0) return null;
  refuseNoConsent(audience, conditions);
  const exclusions = findExcluded(orders, exclude ?? NOBODY);
  const mayWrite = mayBeContacted(audience, exclusions, conditions);
  const others = everybodyIn(audience).filter((index) => !hasConsented(audience.contact(index), conditions));
  return {
    isAllowed: Uint8Array.from({ length: segmented.customers.length }, (_, row) => (mayWrite(row) ? 1 : 0)),
    options: [
      ...conditions.map((one) => ["consent", conditionText([one])] as const),
      ...(exclude === null ? [] : [["exclude", exclude.name] as const]),
    ],
    consent:
      conditions.length === 0
        ? null
        : {
            condition: conditionText(conditions),
            yes: audience.length - others.length,
            all: audience.length,
            answers: answersOf(audience, others, conditions),
          },
    exclusions:
      exclude === null
        ? null
        : { file: exclude.name, met: exclusions.entriesMet, entries: exclude.keys.size + exclude.hashes.size },
  };
}

/** Whether somebody of an audience is not excluded and has consented. */
export function mayBeContacted(
  audience: Audience,
  { isExcluded }: Exclusions,
  conditions: readonly ConsentCondition[],
): (index: number) => boolean {
  return (index) => isExcluded[audience.key(index)] !== 1 && hasConsented(audience.contact(index), conditions);
}

/** What those say who have not consented; an answer of one customer alone, which may be a name, is not among them. */
export function answersOf(
  audience: Audience,
  others: readonly number[],
  conditions: readonly ConsentCondition[],
): CommonValues {
  return commonValues(
    others.map((index) => answerOf(audience.contact(index), conditions)),
    2,
  );
}

/** The same people, whose known answer is that of the first column: an export has one of the columns. */
function answeringFor(audience: Audience, [first]: readonly string[]): Audience {
  return {
    ...audience,
    contact: (index) => {
      const contact = audience.contact(index);
      return { ...contact, condition: (column) => (column === first ? contact.consent : "") };
    },
  };
}

const YES: ReadonlySet<string> = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "subscribed",
  "kyllä",
  "ja",
  "oui",
  "sí",
  "si",
]);
const NO: ReadonlySet<string> = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "unsubscribed",
  "not subscribed",
  "not_subscribed",
  "ei",
  "nej",
  "nein",
  "non",
  "nee",
]);

/** The known columns with the answers in them that mean yes; none where an answer is unclear, or nobody has said yes. */
function plainConsent(audience: Audience, columns: readonly string[]): readonly ConsentCondition[] {
  if (columns.length === 0) return [];
  const answers = new Set<string>();
  for (let index = 0; index < audience.length; index += 1) {
    for (const text of audience.contact(index).consent.split(ANSWER_MARK)) answers.add(text.trim().toLowerCase());
  }
  answers.delete("");
  const values = [...answers].filter((answer) => YES.has(answer)).sort();
  if (values.length === 0 || [...answers].some((answer) => !YES.has(answer) && !NO.has(answer))) return [];
  return columns.map((column) => ({ column, values }));
}
