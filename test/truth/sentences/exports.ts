import { dayOf, type OrderLine } from "../../support/order-table.ts";

/** The first day of most exports. */
export const START = dayOf("2022-01-01");

/** Numbers 0 … 1 that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A shop of two years, or one whose customers stopped before its end but for a few new ones. */
function shop({
  customers,
  days,
  stops,
  seed,
}: {
  customers: number;
  days: number;
  stops: number;
  seed: number;
}): OrderLine[] {
  const next = numbers(seed);
  const lines: OrderLine[] = [];
  for (let index = 0; index < customers; index += 1) {
    const orders = [1, 1, 2, 4, 12, 30][Math.floor(next() * 6)] ?? 1;
    let day = Math.floor(next() * Math.min(days, stops) * 0.95);
    for (let order = 0; order < orders && day < stops; order += 1) {
      lines.push({ customer: `c${index}`, day: START + day, amount: 10 + Math.floor(next() * 9000) / 100 });
      day += 1 + Math.floor(next() * Math.min(80, days / 4));
    }
  }
  if (stops < days) {
    for (let index = 0; index < 12; index += 1)
      lines.push({ customer: `late${index}`, day: START + days - index, amount: 20 });
  }
  return lines;
}

const once = (customers: number): OrderLine[] =>
  Array.from({ length: customers }, (_, index) => ({
    customer: `o${index}`,
    day: START + index * 4,
    amount: 10 + index,
  }));

/** A slice of a month: half of the customers are in it twice, as far apart as it allows. */
function thirtyThree(): OrderLine[] {
  return Array.from({ length: 160 }, (_, index) => {
    const first = START + (index % 16);
    const again = index % 2 === 0 ? [{ customer: `m${index}`, day: first + 10 + (index % 15), amount: 30 }] : [];
    return [{ customer: `m${index}`, day: first, amount: 10 + index }, ...again];
  })
    .flat()
    .concat({ customer: "last", day: START + 32, amount: 9 });
}

/** Customers of a year, of whom those who came first and once sent back more than they had bought. */
function refundedGroup(): OrderLine[] {
  return Array.from({ length: 60 }, (_, index) => {
    const bought = { customer: `g${index}`, day: START + index * 6, amount: 10 + index };
    return index < 12 ? [bought, { ...bought, day: bought.day + 3, amount: -2 * bought.amount }] : [bought];
  }).flat();
}

/** The best customers order every ten days until half a year before the end; those who came once by then come back. */
function bestStop(): OrderLine[] {
  const best = Array.from({ length: 50 * 40 }, (_, index) => ({
    customer: `best${index % 50}`,
    day: START + 10 * Math.floor(index / 50) + (index % 10),
    amount: 90,
  }));
  const once = Array.from({ length: 200 }, (_, index) => [
    { customer: `once${index}`, day: START + index, amount: 10 + (index % 9) },
    { customer: `once${index}`, day: START + 430 + (index % 100), amount: 10 },
  ]);
  return [...best, ...once.flat()];
}

/** Customers who each have a rate of their own, and stop one day, as the models of buying suppose. */
function steadyShop(): OrderLine[] {
  const next = numbers(41);
  return Array.from({ length: 500 }, (_, index) => {
    const pause = 12 / (0.05 + next() * next());
    const leaves = 0.05 + 0.4 * next();
    const lines: OrderLine[] = [];
    let day = Math.floor(next() * 300);
    while (day < 730) {
      lines.push({ customer: `s${index}`, day: START + day, amount: 10 + Math.floor(next() * 4000) / 100 });
      if (next() < leaves) break;
      day += 1 + Math.floor(-Math.log(1 - next()) * pause);
    }
    return lines;
  }).flat();
}

/** Customers who pause for long now and then, so that within each group some are beyond the lapse gap and others not. */
function mixed(): OrderLine[] {
  const next = numbers(23);
  return Array.from({ length: 120 }, (_, index) => {
    const orders = 3 + Math.floor(next() * 3);
    let day = Math.floor(next() * 30);
    return Array.from({ length: orders }, () => {
      day += 20 + Math.floor(next() * 20);
      return { customer: `x${index}`, day: START + day, amount: 20 + Math.floor(next() * 50) };
    });
  }).flat();
}

/** Exports that differ in what may be said of them. */
export const EXPORTS: Readonly<Record<string, readonly OrderLine[]>> = {
  "two years, healthy": shop({ customers: 320, days: 730, stops: 730, seed: 7 }),
  "two years, long silent": shop({ customers: 320, days: 730, stops: 430, seed: 11 }),
  "thirty-three days": thirtyThree(),
  "nobody came back": once(80),
  "eight customers": shop({ customers: 8, days: 500, stops: 500, seed: 5 }),
  "everybody comes every fifty days": Array.from({ length: 60 * 14 }, (_, index) => ({
    customer: `r${index % 60}`,
    day: START + (index % 50) + 50 * Math.floor(index / 60),
    amount: 10 + (index % 7),
  })),
  "one order": [{ customer: "a", day: START, amount: 12.5 }],
  "refunds as large as purchases": [
    { customer: "a", day: START, amount: 10 },
    { customer: "b", day: START + 40, amount: 20 },
    { customer: "a", day: START + 50, amount: -40 },
  ],
  "two customers far apart": [
    { customer: "old", day: START, amount: 100 },
    { customer: "late", day: START + 1000, amount: 50 },
    { customer: "late", day: START + 1031, amount: -1 },
  ],
  "old customers and a new one": [
    ...Array.from({ length: 12 }, (_, index) => ({ customer: `old${index}`, day: START, amount: 10 })),
    { customer: "late", day: START + 1000, amount: 10 },
    { customer: "new", day: START + 1031, amount: 10 },
  ],
  "third to twenty-fifth": [
    { customer: "a", day: START + 2, amount: 30 },
    { customer: "b", day: START + 55, amount: 20 },
  ],
  "orders worth nothing": once(60).map((line, index) => (index % 20 === 7 ? { ...line, amount: 0 } : line)),
  "only the first cohort": [
    ...["2022-01-01", "2022-02-10", "2022-03-05", "2022-03-31"].map((day) => ({
      customer: "a",
      day: dayOf(day),
      amount: 9,
    })),
    { customer: "b", day: START + 4, amount: 8 },
  ],
  "begins in May": [
    { customer: "a", day: dayOf("2022-05-03"), amount: 10 },
    { customer: "b", day: dayOf("2022-06-20"), amount: 20 },
  ],
  "came back the day before": [
    { customer: "a", day: START, amount: 10 },
    { customer: "a", day: START + 30, amount: 10 },
    { customer: "b", day: START + 31, amount: 10 },
  ],
  "came back and sent all back": [
    { customer: "a", day: START, amount: 10 },
    { customer: "a", day: START + 40, amount: 10 },
    { customer: "a", day: START + 50, amount: -30 },
  ],
  "five hundred customers": steadyShop(),
  "a group of refunds": refundedGroup(),
  "few came back": once(60).flatMap((line, index) => (index < 10 ? [line, { ...line, day: line.day + 20 }] : [line])),
  "the best stop": bestStop(),
  "some of each group silent": mixed(),
  "a month of refunds": [
    { customer: "a", day: START, amount: 30 },
    { customer: "b", day: START + 31, amount: 20 },
    { customer: "a", day: START + 45, amount: -25 },
    { customer: "b", day: START + 60, amount: 15 },
    { customer: "a", day: START + 90, amount: 10 },
  ],
  "one refund larger than all": [
    ...shop({ customers: 320, days: 730, stops: 730, seed: 7 }),
    { customer: "c0", day: START + 500, amount: -9_000_000 },
  ],
  "some is sent back": shop({ customers: 320, days: 730, stops: 730, seed: 7 }).flatMap((line, index) =>
    index % 40 === 0 ? [line, { ...line, day: line.day + 1, amount: -line.amount }] : [line],
  ),
  "known by their addresses": Array.from({ length: 12 }, (_, index) => ({
    customer: `person${index}@example.com`,
    day: START + index,
    amount: 10 + index,
  })),
};
