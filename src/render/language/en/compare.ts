import type { Direction } from "../../../analysis/compare/direction.ts";
import type { Place } from "../../../analysis/compare/flow.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/** One of two days that are compared; a score file may have no day. */
export interface CompareSide {
  readonly day: number | null;
  readonly customers: number;
  readonly money: bigint;
}

/** What `rfm compare` says. */
export function englishCompare({ count, money, day, customers, listed }: EnglishGrammar) {
  return {
    title: (from: CompareSide, to: CompareSide) => {
      const side = (one: CompareSide): string =>
        `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
      return `From ${side(from)} to ${side(to)}`;
    },
    nobodyMoved: "No customer moved.",
    nobodyLeft: (moved: number) => `No customer left a segment; ${customers(moved)} came.`,
    /** The heaviest loss of a segment, and the two places where most of those who left it went. */
    heaviestLoss: (
      loss: {
        segment: string;
        left: number;
        worth: bigint;
        ways: readonly { customers: number; to: string | null }[];
      },
      left = `${customers(loss.left)} worth ${money(loss.worth)} left ${loss.segment}`,
      gone = "with no purchase left in the window",
    ) => {
      const whither = (to: string | null): string => (to === null ? gone : `for ${to}`);
      const [most, second] = loss.ways;
      if (most === undefined) return `${left}.`;
      const first =
        most.customers === loss.left ? (loss.left === 1 ? "" : "all ") : `${count(most.customers)} of them `;
      const next = second === undefined ? "" : `, ${count(second.customers)} ${whither(second.to)}`;
      return `${left}; ${first}${whither(most.to)}${next}.`;
    },
    /** Who moved up and down; `from` is `null` where the day is not known. */
    moved: (moved: Readonly<Record<Direction, { readonly customers: number; readonly money: bigint }>>) => {
      const { up, down, aside } = moved;
      const others =
        aside.customers === 0
          ? ""
          : `; ${count(aside.customers)} ${aside.customers === 1 ? "is" : "are"} neither (a lower segment with an order, or a higher without one)`;
      return `${customers(up.customers)} (worth ${money(up.money)} now) ordered in between and moved up, ${count(down.customers)} (${money(down.money)}) did not and moved down${others}. A segment is higher the earlier it stands in the scheme.`;
    },
    rose: (up: number, upWorth: bigint, down: number, downWorth: bigint) =>
      `${customers(up)} (worth ${money(upWorth)} before) ordered in between and have scores that add up to more than before; ` +
      `the scores of ${count(down)} (${money(downWorth)}) add up to less.`,
    raisedByOthers: (amount: number) =>
      `The scores of ${customers(amount)} who did not order add up to more as well: the cut points changed, or older orders left the window.`,
    /** Places outside the segments. */
    places: { new: "new", back: "back", lapsed: "lapsed" } satisfies Readonly<
      Record<Exclude<Place, number>, string>
    > as Readonly<Record<Exclude<Place, number>, string>>,
    before: "before",
    all: "all",
    fromTo: "From segment to segment",
    matrixLegend: "Rows: before. Columns: after, by the rows' letters.",
    backLegend: "Back: had bought before, not in the earlier window.",
    lapsedLegend: "Lapsed: nothing in the later window.",
    smallerOnes: (amount: number) =>
      `And ${amount} smaller ${amount === 1 ? "one" : "ones"}; a larger --width shows all as a matrix.`,
    enteredAndLeft: "Who entered and who left",
    risers: "Risers",
    fallers: "Fallers",
    firstOf: (what: string, shown: number, all: number) => `${what}, the first ${count(shown)} of ${count(all)}`,
    columns: {
      from_segment: "from",
      to_segment: "to",
      customers: "customers",
      revenue_before: "worth before",
      revenue_after: "worth after",
      ordered: "ordered in between",
      customer_id: "customer",
      from_cell: "cell",
      to_cell: "now",
      score_change: "points",
      segment: "segment",
      before: "before",
      left: "left",
      entered: "entered",
      after: "after",
      revenue_left: "left with",
      revenue_entered: "came with",
    },
    nobodyInBoth: (first: string, second: string) =>
      `${first} and ${second} share no customer, so no moves can be seen: check that both have the same kind of customer ids`,
    sameFile: (file: string) =>
      `${file} is compared with itself, so nothing can have changed: name the earlier file first, then the later one`,
    scoreFiles:
      "worth is the files' monetary_value; moves are meaningful only if both files were scored with the same options (--model)",
    cutDifferently: (measures: Names) =>
      `the files were scored with different cut points of ${listed(measures)}: customers may have moved because the cut points did; score both with one model (--save-model, then --model), or compare the exports with --from`,
    scoredByMargin: "worth and revenue are what customers spent; their monetary score is of the margin",
    ownCutPoints: "each day has its own cut points: customers may move because others changed",
    /** @param other the value of --cut-points-of for the other day's; `null` where a model has them */
    frozenCutPoints: (origin: string, other: "from" | "to" | null) =>
      `both days are scored with the cut points of ${origin}, so every move is the customer's own${other === null ? "" : `; --cut-points-of ${other} uses the other day's, --no-freeze gives each day its own`}`,
  };
}
