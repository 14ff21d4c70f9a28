import type { Contact } from "../analysis/customers/contacts.ts";
import { commonValues } from "../basics/text/common-values.ts";
import { plural } from "../basics/text/words.ts";
import { InputError } from "../errors.ts";
import { ANSWER_MARK } from "../orders/order-table.ts";
import type { Audience } from "./audience.ts";
import { shownAnswer } from "./shown-answer.ts";

/** A column of the exports that must say yes on a customer's newest purchase. */
export interface ConsentCondition {
  readonly column: string;
  /** In lower case. */
  readonly values: readonly string[];
}

/**
 * Whether somebody has consented: at least one of the columns says yes, and none that is filled says anything else. Exports
 * of different platforms have columns of their own; a purchase that has none of them is no consent. Where the rows of an
 * order answer differently, all of the answers must be yes: the stricter counts.
 */
export function hasConsented({ condition }: Contact, conditions: readonly ConsentCondition[]): boolean {
  if (conditions.length === 0) return true;
  const answers = conditions.flatMap(({ column, values }) =>
    condition(column)
      .split(ANSWER_MARK)
      .map((text) => ({ values, text: text.trim().toLowerCase() })),
  );
  const filled = answers.filter(({ text }) => text !== "");
  return filled.length > 0 && filled.every(({ values, text }) => values.includes(text));
}

/** How many of all customers have consented. */
export interface ConsentCount {
  readonly customers: number;
  readonly consented: number;
}

/** Counts everyone of an audience, whatever list they are on, those on a do-not-contact list too. */
export function countConsent(audience: Audience, conditions: readonly ConsentCondition[]): ConsentCount {
  let consented = 0;
  for (let index = 0; index < audience.length; index += 1) {
    if (hasConsented(audience.contact(index), conditions)) consented += 1;
  }
  return { customers: audience.length, consented };
}

/**
 * What somebody who has not consented says on the newest purchase instead: of the first column with such an answer, what does not
 * say yes; "" where nothing is filled. Where both stand there, the yes is not what decides.
 */
export function answerOf({ condition }: Contact, conditions: readonly ConsentCondition[]): string {
  const others = conditions.map(({ column, values }) =>
    condition(column)
      .split(ANSWER_MARK)
      .filter((text) => text.trim() !== "" && !values.includes(text.trim().toLowerCase()))
      .join(ANSWER_MARK),
  );
  return shownAnswer(others.find((text) => text !== "") ?? "");
}

/** The conditions as the command line has them. */
export function conditionText(conditions: readonly ConsentCondition[]): string {
  return conditions.map(({ column, values }) => `${column}=${values.join(",")}`).join("; ");
}

/**
 * Stops where nobody has consented: a value that no export holds is a slip, and empty lists would look like a result.
 *
 * @throws InputError with the answers that there are
 */
export function refuseNoConsent(audience: Audience, conditions: readonly ConsentCondition[]): void {
  if (conditions.length === 0 || audience.length === 0) return;
  const answers: string[] = [];
  for (let index = 0; index < audience.length; index += 1) {
    const contact = audience.contact(index);
    if (hasConsented(contact, conditions)) return;
    answers.push(answerOf(contact, conditions));
  }
  const { shown, others } = commonValues(answers, 2); // hardly a name is shared
  const texts = shown.map(({ value, customers }) => `${value === "" ? "blank" : `"${value}"`} (${customers})`);
  if (others > 0) texts.push(plural(others, "other answer"));
  throw new InputError(`--consent "${conditionText(conditions)}": no customer's newest purchase says so`, {
    hint: `the answers are ${texts.join(", ")}: name those that mean yes`,
  });
}
