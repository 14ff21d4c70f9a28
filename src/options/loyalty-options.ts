import { InvalidArgumentError } from "commander";
import { flagOption, option } from "./option.ts";

const section = "loyalty";

export const planOption = option({
  name: "plan",
  section,
  kind: "file",
  summary: "the loyalty plan; a file that ends in .yaml or .yml can also stand among the exports",
});

export const redemptionOption = option({
  name: "redemption",
  section,
  kind: "number",
  placeholder: "percent",
  summary: "share of what is earned that you expect to be redeemed: adds its cost, and the liability by IFRS 15",
  parse: parseRedemptionOption,
});

export const membersOption = flagOption({
  name: "customers",
  section,
  summary: "one row per customer instead of the programme, as in CSV",
});

export const checkLevelsOption = option({
  name: "check",
  section,
  kind: "file",
  summary: "compare the levels in a list of customers (columns customer_id or email, and level) with the plan",
  isLineOnly: true,
  excludes: { names: ["redemption", "customers"], why: "a check only compares levels" },
});

export const exampleOption = option({
  name: "example",
  section,
  placeholder: "name",
  isValueOptional: true,
  summary: "print a plan to start from; without a name, list them",
  isLineOnly: true,
});

/** What `rfm loyalty` has of its own. */
export const loyaltyOptions = [planOption, redemptionOption, membersOption, checkLevelsOption, exampleOption] as const;

/** The plan of a report. */
export const reportLoyaltyOption = option({
  name: "loyalty",
  looksAtOrders: true,
  section: "report",
  kind: "file",
  summary: "show what a loyalty plan would have cost, and how many customers each level has",
});

/** A share above 0%, at most 100%, as a fraction. */
function parseRedemptionOption(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)\s*%?$/.exec(text.trim());
  const value = match === null ? 0 : Number(match[1]);
  if (value <= 0 || value > 100)
    throw new InvalidArgumentError("Write a percentage above 0, at most 100, such as 95%.");
  return value / 100;
}
