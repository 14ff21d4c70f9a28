/*
 * Statuses: the column that says whether an order counts, or the columns of yes and no that say it together.
 */
import { statusMeaning } from "../../values/statuses.ts";
import { candidates } from "../amounts/amount-columns.ts";
import type { ColumnQuestions } from "../columns/column-questions.ts";
import { shareOfStatuses, statusWords } from "../header/column-values.ts";
import { columnsNamed, type HeaderSample, nameOf, valuesOf } from "../header/header-sample.ts";
import { columnOf } from "../header/named-columns.ts";
import { knownName } from "../names/known-names.ts";
import { normaliseName } from "../names/name-form.ts";

/** What `--status` takes for a file whose orders all count. */
export const NO_STATUS = "none";

/** Whether an option says that every order counts. */
export function isNoStatus(header: readonly string[], option: string | undefined): boolean {
  return option?.trim() === NO_STATUS && columnOf(header, [NO_STATUS]) === null;
}

/** Words in a name that speak for a status, and for one of the parcel alone. */
const STATUS_HINT =
  /stat(?:e|us|ut|o)\b|status|tila\b|etat|estado|zustand|payment|paid|betal|betaal|maksu|zahlung|bezahlt|paiement|pago|cancel|fulfil/;
const PARCEL_HINT =
  /fulfil|ship|deliver|tracking|toimitus|lahetys|leverans|frakt|versand|liefer|livraison|expedition|envio|entrega|verzend|bezorg|lever/;

/**
 * The status column of a file of unknown make: as named, by a name that means nothing else, or by values that are known
 * status words. Where it is not clear that such a column is a status, or which of two that differ counts, it is asked
 * about, for orders may count that nobody paid.
 */
export function statusColumn(
  sample: HeaderSample,
  option: string | undefined,
  questions: ColumnQuestions,
): number | null {
  if (option !== undefined) {
    if (isNoStatus(sample.header, option)) return null;
    return questions.named(option, "--status") ?? null;
  }
  const all = columnsNamed(sample, "status")
    .filter(({ isDoubtful }) => !isDoubtful)
    .map(({ column }) => column);
  const isOfOrder = (column: number): boolean => !isOfCustomer(sample, column);
  const [named, ...others] = all.filter(isOfOrder);
  const byValues = columnsOfStatusWords(sample).filter(isOfOrder);
  if (named === undefined && all[0] !== undefined && byValues.length === 0) {
    return askWhose(sample, all[0], questions);
  }
  if (named === undefined) return statusByValues(sample, byValues, questions);
  const rivals = [...others, ...byValues.filter((column) => isTelling(sample, column))];
  const rival = rivals.find((column) => !isOfParcel(sample, column) && isStricter(sample, named, column));
  if (rival !== undefined) {
    questions.ask({
      text: `"${nameOf(sample, named)}" and "${nameOf(sample, rival)}" both hold statuses and disagree${examplePair(sample, named, rival)}`,
      hint: `name the one that says whether an order counts: --status "${nameOf(sample, named)}" or --status "${nameOf(sample, rival)}"`,
    });
  }
  return named;
}

/** Whether a column is one of a customer's record that has a list of orders inside. */
function isOfCustomer({ ownIds }: HeaderSample, column: number): boolean {
  return ownIds?.areOrders === true && column < ownIds.firstOfElements;
}

/** Asks about the status of a record of which nothing says whether it is the customer's or that of all orders inside. */
function askWhose(sample: HeaderSample, column: number, questions: ColumnQuestions): null {
  const name = nameOf(sample, column);
  const example = valuesOf(sample, column).find((value) => value.trim() !== "");
  questions.ask({
    text: `"${name}" stands in the customer's record and not in the orders inside${example === undefined ? "" : `, such as "${example.trim()}"`}: it may be the customer's status, and not that of the orders`,
    hint: `pass --status ${NO_STATUS} if every order counts, or --status "${name}" if it says which orders count`,
  });
  return null;
}

const MONEY_ROLES: ReadonlySet<string> = new Set(["orderTotal", "amount", "refunded"]);

/** Columns without another meaning whose words, or most of a doubtful name's, are known as statuses. */
function columnsOfStatusWords(sample: HeaderSample): readonly number[] {
  return sample.header.flatMap((name, column) => {
    const known = knownName(name);
    if (known?.role === "status" && !known.isDoubtful) return [];
    const isMoney = known !== null && MONEY_ROLES.has(known.role); // a "Paid" of words is no money
    if (known !== null && known.role !== "status" && !isMoney) return [];
    const least = !isMoney && (known !== null || hasHint(sample, column)) ? 0.5 : 1;
    const share = shareOfStatuses(valuesOf(sample, column));
    return share > 0 && share >= least ? [column] : [];
  });
}

function statusByValues(sample: HeaderSample, found: readonly number[], questions: ColumnQuestions): number | null {
  const [only, ...more] = found;
  if (only === undefined) return null;
  const hinted = found.filter((column) => hasHint(sample, column) && !isOfParcel(sample, column));
  const [first, second] = hinted;
  if (first !== undefined && second === undefined) return first;
  const leavesOut = found.filter((column) => statusWords(valuesOf(sample, column)).some((word) => !counts(word)));
  if (leavesOut.length === 0) return more.length === 0 ? only : null; // every word counts: no order is left out either way
  questions.ask({
    text: `it is not clear whether a column holds the orders' status${candidates(sample, leavesOut, "status words")}`,
    hint: `name the status with --status NAME, or pass --status ${NO_STATUS} if every order counts`,
  });
  return null;
}

function hasHint(sample: HeaderSample, column: number): boolean {
  return STATUS_HINT.test(normaliseName(nameOf(sample, column)));
}

function isOfParcel(sample: HeaderSample, column: number): boolean {
  return PARCEL_HINT.test(normaliseName(nameOf(sample, column)));
}

/** A single word may be anything: `new` of a product. */
function isTelling(sample: HeaderSample, column: number): boolean {
  return hasHint(sample, column) || statusWords(valuesOf(sample, column)).length > 1;
}

function counts(word: string): boolean {
  return word === "" || statusMeaning(word) === "counts";
}

/** Whether some row counts by one column and does not by the other. */
function isStricter(sample: HeaderSample, column: number, rival: number): boolean {
  return stricterRow(sample, column, rival) !== undefined;
}

function stricterRow({ rows }: HeaderSample, column: number, rival: number): readonly string[] | undefined {
  return rows.find((cells) => {
    const meaning = statusMeaning(cells[rival] ?? "");
    return counts((cells[column] ?? "").trim()) && (meaning === "does not count" || meaning === "test");
  });
}

function examplePair(sample: HeaderSample, column: number, rival: number): string {
  const cells = stricterRow(sample, column, rival);
  if (cells === undefined) return "";
  return `: one row has "${(cells[column] ?? "").trim()}" and "${(cells[rival] ?? "").trim()}"`;
}
