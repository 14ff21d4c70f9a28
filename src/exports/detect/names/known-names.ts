/*
 * Names of columns: what order exports call theirs in seven languages, in the one form in which names are compared.
 */
import { once } from "../../../basics/once.ts";
import { remembered } from "../../../basics/text/remembered.ts";
import type { Role } from "./column-names.ts";
import { inOrderList } from "./line-lists.ts";
import { CURRENCY, nameKeys, normaliseName, withoutUnits } from "./name-form.ts";
import { BETWEEN_KEYS, BETWEEN_NAMES, DOUBTFUL, knownNameKeys } from "./name-keys.ts";

/** What a column's name says that it holds. */
export interface KnownName {
  readonly role: Role;
  /** How telling the name is; lower is better. */
  readonly rank: number;
  /** The name may mean something else as well: the values must say so. */
  readonly isDoubtful: boolean;
}

/** The roles whose numbers are money. */
const MONEY: ReadonlySet<Role> = new Set(["orderTotal", "lineTotal", "amount", "price", "refunded"]);

/** Names that say “without tax” give way to all others of their role. */
const WITHOUT_TAX = 1000;

const known = once(knownNames);

function knownNames(): ReadonlyMap<string, KnownName> {
  const byKey = new Map<string, KnownName>();
  for (const line of knownNameKeys().split(BETWEEN_NAMES)) {
    const [role, rank, ...keys] = line.split(BETWEEN_KEYS);
    const meaning = { role: role as Role, rank: Number(rank), isDoubtful: Number(rank) >= DOUBTFUL };
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, meaning);
  }
  return byKey;
}

/** Characters of the longest text that may be a known name; a whole row, split at the wrong delimiter, is longer. */
const LONGEST_NAME = 100;
/** What every name has: a letter, or the sign of a number. */
const LETTER = /[\p{L}#]/u;
/** A digit that no known name has, in a text whose words all count; of `items.2.price` only some do. */
const OTHER_DIGIT = /^[^.]*[1-9][^.]*$/;

/** Whether a text is plainly no known name, as most cells of rows that are taken for a header by way of trial. */
function isPlainlyNone(text: string): boolean {
  return text.trim().length > LONGEST_NAME || text.includes("@") || !LETTER.test(text) || OTHER_DIGIT.test(text);
}

/**
 * What a header name says that the column holds, whatever its word order, spelling and units; `null` where it is not
 * known. A name with a currency is money: `Määrä (€)` is an amount, where `Määrä` is a quantity.
 */
export const knownName = remembered(meaningOf);

function meaningOf(name: string): KnownName | null {
  if (isPlainlyNone(name)) return null;
  const inList = inOrderList(name);
  if (inList !== null) return meaningInOrders(inList);
  const normal = normaliseName(name);
  const whole = lookUp(normal);
  if (whole !== null) return whole;
  const { bare, currency, cents, pieces, tax } = withoutUnits(normal);
  if (bare === normal || bare === CURRENCY) return null;
  const found = (currency ? lookUp(`${bare} ${CURRENCY}`) : null) ?? lookUp(bare);
  if (found === null || (pieces && found.role !== "quantity")) return null;
  if ((currency || cents || tax !== null) && !MONEY.has(found.role)) return null;
  return tax === "without" ? { ...found, rank: found.rank + WITHOUT_TAX } : found;
}

/** A column of a customer's orders, in a list inside the customer's record, tells more of them than one of the customer. */
const OF_ORDERS = -10_000;

function meaningInOrders(name: string): KnownName | null {
  const found = meaningOf(`order ${name}`) ?? meaningOf(name);
  return found === null ? null : { ...found, rank: found.rank + OF_ORDERS };
}

function lookUp(normal: string): KnownName | null {
  for (const key of nameKeys(normal)) {
    const found = known().get(key);
    if (found !== undefined) return found;
  }
  return null;
}
