import type { ColumnRoles } from "../../../exports/detect/columns/columns.ts";
import { optionNameOf } from "../../../exports/detect/header/named-columns.ts";
import type { FileUnderstanding } from "../../../orders/understanding.ts";
import type { Language } from "../../language/language.ts";
import type { Answer, AnswerMaker } from "./answer.ts";

/** Which column plays each role in a file of orders, with what says so. */
export function columnAnswers(
  { layout: { header, columns, columnEvidence: why, preset } }: FileUnderstanding,
  {
    checked,
    language,
    answer,
  }: { readonly checked: string; readonly language: Language; readonly answer: AnswerMaker },
): readonly Answer[] {
  const { inspect } = language.words;
  const name = (column: number): string => optionNameOf(header, column);
  const one = (topic: "date" | "refunded" | "status" | "currency", column: number | null, option: string): Answer =>
    answer(
      topic === "currency" ? "currencyColumn" : topic,
      column === null ? inspect.none : name(column),
      why[topic] ?? "",
      option,
    );
  const chain = columns.customer.map((set) => set.map(name).join(inspect.and));
  const { refunded } = columns;
  const rules = columns.rules
    .filter(({ shown }) => shown === undefined || shown.length > 0)
    .map((rule) =>
      answer(
        "alsoDecides",
        inspect.rule(rule.word, name(rule.column)),
        ruleText(rule, inspect),
        preset === null ? "--status" : "",
      ),
    );
  const { summary } = columns;
  if (summary !== null) {
    return [
      answer("rowIs", inspect.rowIsCustomer, "", "--table"),
      answer("customer", chain.join(inspect.orElse), why.customer ?? "", "--customer"),
      answer("orderCount", name(summary.count), "", "--order-count"),
      summary.daysSince === null
        ? one("date", columns.date, "--date")
        : answer("daysSince", name(summary.daysSince), "", "--date"),
      answer("firstOrder", summary.first === null ? inspect.none : name(summary.first), "", ""),
      answer("amount", amountText(columns.amount, name, inspect), why.amount ?? "", "--amount"),
    ];
  }
  return [
    answer("customer", chain.join(inspect.orElse), why.customer ?? "", "--customer"),
    answer("order", columns.order.map(name).join(inspect.orElse) || inspect.none, why.order ?? "", "--order"),
    one("date", columns.date, "--date"),
    withMore(answer("amount", amountText(columns.amount, name, inspect), why.amount ?? "", "--amount"), checked),
    refunded?.kind === "drop"
      ? answer("refunded", dropText(refunded, name, inspect), why.refunded ?? "", "--refunded")
      : one("refunded", refunded?.column ?? null, "--refunded"),
    one("status", columns.status, "--status"),
    ...rules,
    columns.currency === null && columns.headerCurrency !== ""
      ? answer("currencyColumn", columns.headerCurrency, why.currency ?? "", "--currency-column")
      : one("currency", columns.currency, "--currency-column"),
  ];
}

function withMore(answer: Answer, more: string): Answer {
  return more === ""
    ? answer
    : { ...answer, evidence: [answer.evidence, more].filter((text) => text !== "").join("; ") };
}

export function amountText(
  amount: ColumnRoles["amount"],
  name: (column: number) => string,
  inspect: Language["words"]["inspect"],
): string {
  if (amount.kind === "none") return inspect.inOtherTable;
  if (amount.kind === "uncounted") return inspect.none;
  if (amount.kind === "product") return `${name(amount.quantity)} × ${name(amount.price)}`;
  const conditional = (amount.minusWhere ?? []).map(({ column, where, is }) => ({
    column,
    condition: ` (${name(where)}: ${is[0] ?? ""})`,
  }));
  const minus = [...amount.minus.map((column) => ({ column, condition: "" })), ...conditional]
    .map(({ column, condition }) => ` − ${name(column)}${condition}`)
    .join("");
  return `${amount.plus.map(name).join(" + ")}${minus}`;
}

function dropText(
  { drops, otherwise }: Extract<ColumnRoles["refunded"], { readonly kind: "drop" }>,
  name: (column: number) => string,
  { orElse }: Language["words"]["inspect"],
): string {
  const dropped = drops.map(({ from, to }) => `${name(from)} − ${name(to)}`).join(" + ");
  return otherwise === null ? dropped : `${dropped}${orElse}${name(otherwise)}`;
}

function ruleText(
  { when, means, shown }: ColumnRoles["rules"][number],
  { ruleWhen }: Language["words"]["inspect"],
): string {
  if (when === "filled" || when === "blank") return ruleWhen(when, [], means);
  return "is" in when ? ruleWhen("is", shown ?? when.is, means) : ruleWhen("is not", shown ?? when.isNot, means);
}
