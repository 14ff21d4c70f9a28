import { type ATTRIBUTES, isAttributeName } from "../../analysis/profile/attributes.ts";
import { type ChosenAttributes, chooseAttributes } from "../../analysis/profile/choose-attributes.ts";
import { entriesAmong } from "../../analysis/profile/first-orders.ts";
import type { OrderAttribute } from "../../analysis/profile/order-attribute.ts";
import { type AttributeExtent, FEWEST_CUSTOMERS } from "../../analysis/profile/profile.ts";
import { arePersonal } from "../../basics/addresses/personal-values.ts";
import { peopleCount, plural } from "../../basics/text/words.ts";
import type { Preparation } from "../../cli/result.ts";
import { EmptyInputError, InputError, UsageError } from "../../errors.ts";
import { isPersonalName } from "../../exports/detect/contacts/personal-names.ts";
import { namedColumn } from "../../exports/detect/header/named-columns.ts";
import type { OrderHistory } from "../../orders/history.ts";
import { unknownName } from "./unknown-name.ts";

/** What `--by` names, and whether columns about people may be among it. */
export interface ByOptions {
  readonly by?: readonly string[] | undefined;
  readonly allowPersonal?: boolean | undefined;
}

/**
 * What has to be read for the attributes that `--by` names.
 *
 * @throws UsageError for a column whose name says that it is about people
 */
export function readingFor({
  by = [],
  allowPersonal,
}: ByOptions): Pick<Preparation, "keep" | "keepOption" | "lines" | "missingColumn"> {
  const columns = by.filter((name) => !isAttributeName(name));
  const personal = columns.find(isPersonalName);
  if (personal !== undefined && allowPersonal !== true) throw personalError(personal);
  return { keep: columns, keepOption: "--by", lines: true, missingColumn: (error) => unknownName(error, columns) };
}

/**
 * The attributes that `--by` names.
 *
 * @throws InputError where the exports do not have one, or it tells customers apart instead of what they have in common
 */
export function attributesFor(history: OrderHistory, options: ByOptions, first: Int32Array): readonly OrderAttribute[] {
  refuseCustomerKey(history, options.by ?? []);
  refusePersonal(history, options);
  const chosen = chooseAttributes(history.orders, options.by, entriesAmong(first));
  refuseMissing(history, chosen);
  return chosen.attributes;
}

/**
 * Refuses attributes of which no value can be compared, where the user named them: each with how many values it has.
 *
 * @throws InputError with all of them
 */
export function refuseIncomparable(extents: readonly AttributeExtent[], { by }: ByOptions): void {
  if (by === undefined) return;
  const problems = extents.filter(({ shown }) => shown === 0).map(extentProblem);
  if (problems.length === 0) return;
  throw new EmptyInputError(problems.join("; "), {
    hint: "name an attribute with a few values that many customers share, such as country or category",
  });
}

function extentProblem({ attribute, values, only }: AttributeExtent): string {
  if (values === 0) return `--by ${attribute}: no first order says it`;
  if (only !== null) {
    const value = only.value === "" ? "blank" : `"${only.value}"`;
    return `--by ${attribute}: every first order has the same value, ${value}, so there is nothing to compare`;
  }
  return `--by ${attribute}: ${plural(values, "value")}, and none that ${FEWEST_CUSTOMERS} customers or more began with`;
}

/** The column that tells customers apart has one value per customer. */
function refuseCustomerKey({ understanding: { files } }: OrderHistory, by: readonly string[]): void {
  const isKey = (name: string): boolean =>
    files.some(({ layout: { header, columns } }) =>
      columns.customer.flat().some((column) => namedColumn(header, name) === column),
    );
  const key = by.find((name) => !isAttributeName(name) && isKey(name));
  if (key === undefined) return;
  throw new InputError(`--by ${key}: this column tells the customers apart, so no two of them have a value in common`, {
    hint: "name a column whose values many customers share, such as the country",
  });
}

function refusePersonal({ orders }: OrderHistory, { by = [], allowPersonal }: ByOptions): void {
  if (allowPersonal === true) return;
  const column = orders.kept?.find(({ name, values }) => by.includes(name) && arePersonal(values));
  if (column === undefined) return;
  throw new InputError(
    `--by ${column.name}: most of its ${peopleCount(column.values.length)} values are e-mail addresses or telephone numbers, and a profile is no list of people`,
    PERSONAL_HINT,
  );
}

const PERSONAL_HINT = { hint: "name another column, or add --allow-personal to use this one" };

function personalError(name: string): UsageError {
  return new UsageError(
    `--by ${name}: its name says that it holds people's names, addresses or numbers, and a profile is no list of people`,
    PERSONAL_HINT.hint,
  );
}

/** What a name of `--by` needs in the exports. */
const NEEDED: Readonly<Record<(typeof ATTRIBUTES)[number], string>> = {
  product: "no export has a column with one product per row",
  category: "no export has a column of categories next to its products",
  price: "no export says what the products of its orders cost each, or all cost the same",
  basket: "no export has a column with one product per row",
  country: "no export has a column of countries",
  channel: "no export has a column of sales channels",
  coupon: "no export has a column of coupons",
  payment: "no export has a column of payment methods",
  discount: "no export has a column of discounts or coupons, or no order has one",
  hour: "the dates of the exports have no time of day",
  weekday: "the exports have no dates",
};

function refuseMissing({ understanding: { files } }: OrderHistory, { missing, available }: ChosenAttributes): void {
  if (missing.length === 0) return;
  const columns = files[0]?.layout.header.map((name) => name.trim()).filter((name) => name !== "") ?? [];
  const why = missing.map((name) => `--by ${name}: ${isAttributeName(name) ? NEEDED[name] : "no such attribute"}`);
  throw new InputError(`${why.join("; ")} (columns: ${columns.join(", ")})`, {
    hint: `these exports have ${available.join(", ")}; --by also takes the name of a column`,
  });
}
