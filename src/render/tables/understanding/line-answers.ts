import { LINE_ROLES, type LineRole, TRAIT_ROLES } from "../../../exports/lines/line-role.ts";
import type { FileUnderstanding } from "../../../orders/understanding.ts";
import type { Language } from "../../language/language.ts";
import type { Answer, AnswerMaker } from "./answer.ts";

/** Where products stand, and what orders say beside their money, customer and day. */
export function lineAnswers(
  { lines }: FileUnderstanding,
  { words: { inspect } }: Language,
  answer: AnswerMaker,
): readonly Answer[] {
  const said = (roles: readonly LineRole[]): string =>
    lines
      .flatMap(({ role, column }) =>
        role === "hour" || !roles.includes(role) ? [] : [`${inspect.lineRoles[role]}: ${column}`],
      )
      .join(", ");
  const hasProducts = lines.some(({ role }) => role === "product" || role === "productName");
  const details = said(TRAIT_ROLES);
  return [
    hasProducts
      ? answer("lineItems", said(LINE_ROLES), "", "")
      : answer("lineItems", inspect.none, inspect.noLineItems, ""),
    ...(details === "" ? [] : [answer("orderDetails", details, "", "")]),
  ];
}
