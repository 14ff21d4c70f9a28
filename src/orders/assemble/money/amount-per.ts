import { formatAmount } from "../../../basics/money/amount.ts";
import { InputError } from "../../../errors.ts";
import {
  AMOUNT_PER_HINT,
  type AmountDecision,
  type AmountEvidence,
  AmountTally,
  amountDecision,
} from "../../../exports/detect/amounts/amount-per.ts";
import type { AmountPer } from "../../../exports/detect/columns/columns.ts";
import type { PlannedFile } from "../../../exports/plan-options.ts";
import type { OrderGroups } from "../entries/groups.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** The amounts of the first order of a kind that was met. */
interface ExampleOrder {
  readonly order: number;
  readonly amounts: readonly number[];
  readonly line: number;
}

export interface AmountQuestion {
  /** What the column's name says. */
  readonly per: AmountPer;
  /** What the user said. */
  readonly option: "order" | "line" | undefined;
  readonly column: string;
  /** How messages name the source. */
  readonly name: string;
  readonly orderId: (order: number) => string;
  /** Whether a row belongs to this source. */
  readonly isOwn: (row: number) => boolean;
}

/**
 * Refuses `--amount-per` where it has nothing to say.
 *
 * @throws InputError where the amount of every file is quantity × price
 */
export function refuseIdleAmountPer(plans: readonly PlannedFile[], option: "order" | "line" | undefined): void {
  const joined = plans.find((plan) => plan.joined?.role === "amounts");
  if (option !== undefined && joined !== undefined) {
    throw new InputError(
      `--amount-per does not apply: the amounts in ${joined.source.name} are joined to the orders and added up for each`,
      { hint: "leave --amount-per out" },
    );
  }
  const [first] = plans.filter(({ layout }) => layout.columns.amount.kind === "product");
  if (option === undefined || first === undefined) return;
  if (plans.some(({ layout }) => layout.columns.amount.kind === "sum")) return;
  const { amount } = first.layout.columns;
  const name = (column: number): string => `"${first.layout.header[column]?.trim() ?? ""}"`;
  const product = amount.kind === "product" ? `${name(amount.quantity)} × ${name(amount.price)}` : "";
  throw new InputError(
    `${first.source.name}: --amount-per applies to an amount column, but the amount here is ${product}, which is a line's`,
    { hint: "leave --amount-per out, or name the amount column with --amount NAME" },
  );
}

/**
 * Decides whether an amount column holds each order's total, to be counted once, or each line's, to be added up. The name
 * and the data must not contradict each other; where neither tells, the user is asked.
 */
export function decideAmountPer(rows: ReadonlyRows, groups: OrderGroups, question: AmountQuestion): AmountDecision {
  if (question.option !== undefined) return { per: question.option, evidence: "as --amount-per says" };
  const found = question.per === "line" ? NO_EVIDENCE : amountEvidence(rows, groups, question);
  const decision = amountDecision(question, found);
  if (decision === null) throw undecided(question, found);
  return decision;
}

const NO_EVIDENCE: AmountEvidence<ExampleOrder> = new AmountTally();

function amountEvidence(
  rows: ReadonlyRows,
  groups: OrderGroups,
  { isOwn }: AmountQuestion,
): AmountEvidence<ExampleOrder> {
  const found = new AmountTally<ExampleOrder>();
  for (const group of groups.several) {
    const members = groups.rowsOf(group).filter(isOwn);
    const first = members[0];
    if (first === undefined) continue;
    if (members.every((row) => rows.file[row] === rows.file[first])) {
      noteOrder(rows, members, found);
      continue;
    }
    for (const file of new Set(Array.from(members, (row) => rows.file[row] as number))) {
      noteOrder(
        rows,
        members.filter((row) => rows.file[row] === file),
        found,
      );
    }
  }
  return found;
}

/** Notes what one file's rows of an order say. */
function noteOrder(rows: ReadonlyRows, members: Int32Array, found: AmountTally<ExampleOrder>): void {
  const counted = members.filter((row) => rows.reason[row] === 0 && (rows.amount[row] as number) >= 0);
  const [first] = counted;
  if (first === undefined) return;
  const amounts = Array.from(counted, (row) => rows.amount[row] as number);
  found.note(amounts, () => ({ order: rows.order[first] as number, amounts, line: rows.line[first] as number }));
}

function undecided(question: AmountQuestion, found: AmountEvidence<ExampleOrder>): InputError {
  const { column, name } = question;
  const describe = (example: ExampleOrder | null): string => {
    if (example === null) return "";
    const shown = example.amounts.slice(0, 3).map((amount) => formatAmount(amount));
    return `order ${question.orderId(example.order)} (line ${example.line}) has ${shown.join(", ")}`;
  };
  const example = found.agreeingExample;
  const total = example === null ? 0 : (example.amounts[0] as number);
  const sum = example === null ? 0 : example.amounts.reduce((a, b) => a + b, 0);
  const contradiction = found.differingExample === null ? "" : `; but ${describe(found.differingExample)}`;
  return new InputError(
    `${name}: "${column}" may be each order's total or each line's amount: ${describe(example)}: worth ${formatAmount(total)} or ${formatAmount(sum)}${contradiction}`,
    { hint: AMOUNT_PER_HINT },
  );
}
