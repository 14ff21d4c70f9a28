import { UsageError } from "../../errors.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import { csv } from "../../lists/formats/csv.ts";
import type { ListFormat } from "../../lists/list-format.ts";
import { DEFAULT_SALT } from "../../lists/salted-id.ts";
import type { ListCommandOptions } from "../../options/list-options.ts";

/** What the reading of exports needs to know for lists. */
export function contactOptions(options: ListCommandOptions): ContactOptions {
  const { email, phone, firstName, lastName, fullName, country, city, zip, consent = [] } = options;
  return {
    ...{ email, phone, firstName, lastName, fullName, country, city, zip },
    conditions: consent.map(({ column }) => column),
  };
}

/** The tools that are asked for. */
export function listFormats(options: ListCommandOptions): readonly ListFormat[] {
  return options.for ?? [csv];
}

/**
 * Refuses a loyalty plan that no list would show.
 *
 * @throws UsageError where no tool takes properties, and no other list says where customers stand
 */
export function refuseIdlePlan(options: ListCommandOptions): void {
  if (options.loyalty === undefined || options.nextBest === true) return;
  const formats = listFormats(options);
  if (formats.some(({ property, role }) => property !== undefined || role !== undefined)) return;
  throw new UsageError(
    `--loyalty ${options.loyalty} has no effect: ${formats.map(({ title }) => title).join(" and ")} take no levels or points`,
    "add a tool that takes properties, such as --for csv, or leave --loyalty out",
  );
}

/** The salt that is asked for, or the usual one. */
export function listSalt(options: ListCommandOptions): string {
  return options.salt ?? DEFAULT_SALT;
}
