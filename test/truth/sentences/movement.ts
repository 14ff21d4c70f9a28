import { type Facts, sumOf } from "./plain-counting.ts";
import { type Move, monthEarlier, moved, moves, SCHEME, standingOn } from "./plain-groups.ts";
import { HEALTHY, ONE, type Rows, SHORT, SILENT, sameMoney } from "./row.ts";

const changed = (facts: Facts): readonly Move[] => moves(facts).filter(({ from, to }) => from !== null && from !== to);
const worth = (some: readonly Move[]): number => sumOf(some.map((move) => move.worth));
const isTooEarly = (facts: Facts): boolean => standingOn(facts, monthEarlier(facts.asOf)).length === 0;
const place = (name: unknown): string | null => (name === "Not yet a customer" ? null : String(name));
const way = (facts: Facts, from: unknown, to: unknown): readonly Move[] =>
  moves(facts).filter((move) => move.from === place(from) && move.to === to);

interface Said {
  readonly customers: number;
  readonly money: bigint;
}

const isSaid = ({ customers, money }: Said, some: readonly Move[]): boolean =>
  customers === some.length && Math.round(worth(some) * 10_000) === Number(money);

/** Who moved since the month before. */
export const MOVEMENT: Rows = {
  "page.movement.title": {
    claim: "so many changed group since that day",
    restsOn: "everybody's scores on both days, with the cut points of the last",
    isTrue: ([amount, from], facts) => amount === changed(facts).length && from === monthEarlier(facts.asOf),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.fell": {
    claim: "so many, who spent so much, did not order since that day and moved down",
    restsOn: "the same, and orders after the earlier day",
    isTrue: ([amount, money, from], facts) => {
      const down = moved(facts, "down");
      return amount === down.length && sameMoney(money, worth(down)) && from === monthEarlier(facts.asOf);
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.rose": {
    claim: "so many, who spent so much, ordered since that day and moved up",
    restsOn: "the same",
    isTrue: ([amount, money, from], facts) => {
      const up = moved(facts, "up");
      return amount === up.length && sameMoney(money, worth(up)) && from === monthEarlier(facts.asOf);
    },
    said: HEALTHY,
    unsaid: SILENT,
  },
  "page.movement.aside": {
    claim: "so many went down with an order or up without one",
    restsOn: "the same",
    isTrue: ([amount], facts) => amount === moved(facts, "aside").length && Number(amount) > 0,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.flow": {
    claim: "so many moved from this group to that",
    restsOn: "the same",
    isTrue: ([amount, from, to], facts) => from !== to && amount === way(facts, from, to).length,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.hint": {
    claim: "so many were in this group and are in that",
    restsOn: "the same",
    isTrue: ([amount, from, to], facts) => amount === way(facts, from, to).length,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.matrix": {
    claim: "the two days are a month apart, and the later is the report's",
    restsOn: "the last row's day",
    isTrue: ([from, to], facts) => to === facts.asOf && from === monthEarlier(facts.asOf),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.caption": {
    claim: "both days are measured with the cut points of the last",
    restsOn: "the last row's day; the other rows here rest on it",
    isTrue: ([to], facts) => to === facts.asOf && !isTooEarly(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.movement.tooEarly": {
    claim: "a month before, nobody had ordered yet",
    restsOn: "the first purchase",
    isTrue: (_, facts) => isTooEarly(facts),
    said: ONE,
    unsaid: HEALTHY,
  },
  "page.method.moves": {
    claim: "the moves since that day use this report's cut points",
    restsOn: "the last row's day",
    isTrue: ([from], facts) => from === monthEarlier(facts.asOf) && !isTooEarly(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.movedBetween": {
    claim: "the two days are a month apart, and the later is the report's",
    restsOn: "the last row's day",
    isTrue: ([from, to], facts) => to === facts.asOf && from === monthEarlier(facts.asOf) && !isTooEarly(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.noMovement.too early": {
    claim: "a month before, nobody had ordered yet",
    restsOn: "the first purchase",
    isTrue: (_, facts) => isTooEarly(facts),
    said: ONE,
    unsaid: HEALTHY,
  },
  "compare.moved": {
    claim: "so many ordered and moved up, so many did not and moved down, so many are neither",
    restsOn: "everybody's scores on both days, and orders after the earlier one",
    isTrue: ([said], facts) => {
      const { up, down, aside } = said as Readonly<Record<"up" | "down" | "aside", Said>>;
      return (
        isSaid(up, moved(facts, "up")) && isSaid(down, moved(facts, "down")) && isSaid(aside, moved(facts, "aside"))
      );
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "compare.heaviestLoss": {
    claim: "this segment lost the most money by those who left it: so many, and here most of them went",
    restsOn: "everybody's scores on both days, and what they had spent by the earlier one",
    isTrue: ([said], facts) => {
      const loss = said as {
        segment: string;
        left: number;
        worth: bigint;
        ways: readonly { customers: number; to: string | null }[];
      };
      const lost = SCHEME.map((name) => {
        const left = changed(facts).filter(({ from }) => from === name);
        return { name, left, money: Math.round(sumOf(left.map(({ worthBefore }) => worthBefore)) * 100) };
      }).filter(({ left }) => left.length > 0);
      const heaviest = Math.max(...lost.map(({ money }) => money));
      const own = lost.find(({ name }) => name === loss.segment);
      return (
        own?.money === heaviest &&
        Number(loss.worth) === heaviest * 100 &&
        loss.left === own.left.length &&
        loss.ways.every(({ customers, to }) => customers === own.left.filter((move) => move.to === to).length)
      );
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "compare.nobodyLeft": {
    claim: "nobody left a segment, and so many came",
    restsOn: "everybody's scores on both days",
    isTrue: ([came], facts) =>
      changed(facts).length === 0 && came === moves(facts).filter(({ from }) => from === null).length,
    said: "old customers and a new one",
    unsaid: SHORT,
  },
  "compare.nobodyMoved": {
    claim: "nobody moved and nobody came",
    restsOn: "the same",
    isTrue: (_, facts) => moves(facts).every(({ from, to }) => from === to),
    said: "two customers far apart",
    unsaid: HEALTHY,
  },
  "page.movement.nobody": {
    claim: "nobody changed group since that day",
    restsOn: "the same",
    isTrue: ([from], facts) => changed(facts).length === 0 && from === monthEarlier(facts.asOf),
    said: "two customers far apart",
    unsaid: HEALTHY,
  },
};
