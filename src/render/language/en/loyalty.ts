import type { EnglishGrammar } from "./grammar.ts";

/** What `rfm loyalty` says. */
export function englishLoyalty({ count, share, day, plural, customers }: EnglishGrammar) {
  return {
    title: (name: string, from: number, to: number) => `Loyalty plan “${name}”, ${day(from)} to ${day(to)}`,
    heading: (name: string) => `Loyalty plan “${name}”`,
    sameBehaviour:
      "Same behaviour as before: the plan is replayed over past orders, and everybody buys what they bought without it. The replay shows what the plan costs and what it needs, not what it brings.",
    /** The decision first: what it would have cost. */
    dearest: (facts: { cost: string; rate: number; sales: string; members: number; fixed: string | null }) =>
      `It would have cost up to ${facts.cost}, ${share(facts.rate)} of the ${facts.sales} that ${customers(facts.members)} spent${facts.fixed === null ? "" : `, besides its fixed cost of ${facts.fixed}`}.`,
    noSales: (facts: { cost: string; members: number }) =>
      `It would have cost up to ${facts.cost}. The refunds of its ${plural(facts.members, "member")} are as large as their purchases, or larger, so this is no share of sales.`,
    /** A plan of levels alone. */
    nothingToCost: (fixed: string | null) =>
      `The plan has neither rewards nor a bonus, so ${fixed === null ? "it has no cost that is known" : `its only known cost is the fixed one of ${fixed}`}.`,
    needs: (uplift: number, margin: number) =>
      `With a margin of ${share(margin)} it pays for itself from ${share(uplift)} more sales to members.`,
    noMargin: "Add margin to the plan to see how much more members must buy for it to pay.",
    nobodyCollects: "No customer would have reached a reward so far.",
    costs: "What it costs",
    cases: {
      dearest: "each customer takes the reward that costs you most, as soon as they can",
      expected: (redeemed: number) => `${share(redeemed)} of all that is earned is redeemed`,
      all: "all that is earned is redeemed",
      bonus: "the bonus is paid each month",
    },
    caseColumns: {
      case: "if",
      redeemed: "redeemed",
      cost: "cost",
      rate: "of sales",
      uplift: "sales needed",
    },
    more: (uplift: number) => `+${share(uplift)}`,
    faceRate: (rate: number) => `Customers get back up to ${share(rate)} of what they spend.`,
    fixedCost: (cost: string) => `The sales needed include a fixed cost of ${cost} in this time.`,
    liability: (facts: { amount: string; redemption: number }) =>
      `Liability: ${facts.amount} of the sales are owed for what is left on the accounts, if ${share(facts.redemption)} of it is redeemed (IFRS 15, relative stand-alone prices).`,
    collected: { points: "Points, if no member redeems any", stamps: "Stamps, if no member redeems any" },
    figures: {
      issued: "issued",
      takenBack: "taken back on refunds",
      expired: "expired",
      balance: "left",
      redeemable: "enough for a reward",
      stuck: "too few for any reward",
    },
    ofLeft: (amount: number, part: number) => `${count(amount)} (${share(part)} of those left)`,
    levels: (asOf: number) => `Members by level on ${day(asOf)}`,
    rule: "rule",
    ownRule: (rule: string) => `${rule} (your plan)`,
    noLevel: "no level",
    levelsDiffer: "The rule sets the size of a level as much as its threshold does.",
    /** A length of time, by its unit. */
    spans: {
      days: (amount: number) => plural(amount, "day"),
      weeks: (amount: number) => plural(amount, "week"),
      months: (amount: number) => plural(amount, "month"),
      quarters: (amount: number) => plural(amount, "quarter"),
      years: (amount: number) => plural(amount, "year"),
    },
    windows: {
      "calendar year": "calendar year",
      rolling: (length: string) => `last ${length}`,
      lifetime: "all purchases so far",
      balance: "balance",
    },
    holds: {
      none: "",
      "end of year": "held to the end of the year",
      "end of next year": "held to the end of the next year",
      span: (length: string) => `held for ${length}`,
      "for ever": "held for ever",
    },
    months: "Month by month",
    monthColumns: {
      month: "month",
      members: "members",
      issued: { points: "points issued", stamps: "stamps issued" },
      expired: "expired",
      balance: "left",
    },
    earlierMonths: (months: number) => `${plural(months, "earlier month")} not shown; --format json has all of them.`,
    checked: {
      title: (list: string, asOf: number) => `Levels in ${list} against the plan on ${day(asOf)}`,
      verdicts: {
        same: "right",
        "too low": "should be raised",
        "too high": "should be lowered",
        "not listed": "have a level and are not listed",
        unknown: "listed, but no customer in these exports",
      },
      columns: { verdict: "", customers: "customers" },
      preview: (file: string) => `-o ${file} writes who they are`,
    },
    examples: "rfm loyalty --example NAME prints one of these plans:",
  };
}
