/**
 * Whatever stops a run is told at once: of every two problems one message names both, and the next try works. Each problem is
 * a change of an export, or a wrong option, with what the message must say of it and the option that settles it.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

type Table = readonly (readonly string[])[];

const HEADER = ["order_id", "customer_id", "order_date", "total", "status", "currency", "Country"];
const ORDERS: Table = [
  HEADER,
  ["1", "anna", "2024-01-05", "10.50", "paid", "EUR", "FI"],
  ["2", "ben", "2024-01-15", "12.75", "paid", "EUR", "SE"],
  ["3", "anna", "2024-02-20", "9.95", "paid", "EUR", "FI"],
  ["4", "cleo", "2024-03-25", "20.15", "paid", "EUR", "FI"],
  ["5", "ben", "2024-03-28", "7.25", "paid", "EUR", "SE"],
];

interface Problem {
  readonly name: string;
  /** What it is about; two problems of one thing do not occur together. */
  readonly of: string;
  readonly change?: (table: Table) => Table;
  /** Wrong options. */
  readonly args?: readonly string[];
  readonly said: readonly string[];
  /** Options that settle it, in the place of the wrong ones. */
  readonly answer: readonly string[];
}

const at = (name: string): number => HEADER.indexOf(name);

/** The table with each row twice, as an export of line items may have the rows of an order. */
function twiceEachRow([header = [], ...rows]: Table): Table {
  return [header, ...rows.flatMap((cells) => [cells, cells])];
}

/** The table with other cells in one column; row 0 is the header. */
function withColumn(table: Table, name: string, cell: (old: string, row: number) => string): Table {
  return table.map((cells, row) => cells.map((old, column) => (column === at(name) ? cell(old, row) : old)));
}

/** The table with a column by an unknown name, and another like it. */
function doubled(table: Table, name: string, names: readonly [string, string], other: (old: string) => string): Table {
  const renamed = withColumn(table, name, (old, row) => (row === 0 ? names[0] : old));
  return renamed.map((cells, row) => [...cells, row === 0 ? names[1] : other(cells[at(name)] ?? "")]);
}

const AMOUNT_PER = "--amount-per order or --amount-per line";

const PROBLEMS: readonly Problem[] = [
  {
    name: "no column for the customer",
    of: "customer",
    change: (table) => doubled(table, "customer_id", ["who", "whom"], (old) => old.slice(0, 1)),
    said: ["no column for the customer was recognised", '"who"', '"whom"', "--customer NAME"],
    answer: ["--customer", "who"],
  },
  {
    name: "two columns of one name",
    of: "customer",
    change: (table) => doubled(table, "customer_id", ["customer_id", "customer_id"], (old) => `x${old}`),
    said: ['two columns are named "customer_id" and differ', '--customer "customer_id#1"'],
    answer: ["--customer", "customer_id#1"],
  },
  {
    name: "no column for the date",
    of: "date column",
    change: (table) => doubled(table, "order_date", ["on1", "on2"], (old) => old),
    said: ["no column for the order date was recognised", '"on1"', '"on2"', "--date NAME"],
    answer: ["--date", "on1"],
  },
  {
    name: "a wrong --amount",
    of: "amount column",
    args: ["--amount", "totl"],
    said: ['no column "totl" for --amount', 'did you mean "total"?'],
    answer: ["--amount", "total"],
  },
  {
    name: "amounts that can be read both ways",
    of: "amounts",
    change: (table) => withColumn(table, "total", (old, row) => (row === 0 ? old : `${row}.23${row}`)),
    said: ['"1.231" (line 2) is 1.231 with a decimal point and 1231', "--decimal . or --decimal ,"],
    answer: ["--decimal", "."],
  },
  {
    name: "no column for the amount",
    of: "amount column",
    change: (table) => doubled(table, "total", ["v1", "v2"], (old) => old),
    said: ["no column for the amount was recognised", '"v1"', '"v2"', "--amount NAME"],
    answer: ["--amount", "v1"],
  },
  {
    name: "dates that can be read both ways",
    of: "dates",
    change: (table) => withColumn(table, "order_date", (old, row) => (row === 0 ? old : `0${row}/0${row + 1}/2024`)),
    said: ['"01/02/2024" (line 2) is 2024-02-01 day first', "--date-format d/m/y or --date-format m/d/y"],
    answer: ["--date-format", "d/m/y"],
  },
  {
    name: "a status that nobody knows",
    of: "status",
    change: (table) => withColumn(table, "status", (old, row) => (row === 2 ? "zorp" : old)),
    said: ['count as purchases: "zorp"', "--include-status"],
    answer: ["--include-status", "zorp"],
  },
  {
    name: "several currencies",
    of: "currency",
    change: (table) => withColumn(table, "currency", (old, row) => (row === 3 ? "USD" : old)),
    said: ["mix currencies, which cannot be added up", "--currency"],
    answer: ["--currency", "EUR"],
  },
  {
    name: "a wrong --keep",
    of: "keep",
    args: ["--keep", "Contry"],
    said: ['no column "Contry" for --keep', 'did you mean "Country"?'],
    answer: ["--keep", "Country"],
  },
  {
    name: "a wrong --where",
    of: "where",
    args: ["--where", "Cuntry=FI"],
    said: ['no column "Cuntry" for --where', 'did you mean "Country"?'],
    answer: ["--where", "Country!=DE"],
  },
  {
    name: "a wrong --margin",
    of: "margin",
    args: ["--margin", "mrgin"],
    said: ['no column "mrgin" for --margin'],
    answer: [],
  },
  {
    name: "an option about statuses, and no statuses",
    of: "status",
    change: (table) => table.map((cells) => cells.map((cell, column) => (column === at("status") ? "" : cell))),
    args: ["--include-status", "paid"],
    said: ["--include-status needs a column of statuses", "--status NAME"],
    answer: [],
  },
  {
    name: "two columns of order ids",
    of: "order",
    change: (table) => doubled(table, "order_id", ["order_id", "order_id"], (old) => `x${old}`),
    said: ['two columns are named "order_id" and differ', '--order "order_id#1"'],
    answer: ["--order", "order_id#1"],
  },
  {
    name: "amounts of orders or of lines",
    of: "amount column",
    change: (table) => twiceEachRow(withColumn(table, "total", (old, row) => (row === 0 ? "amount" : old))),
    said: ["\"amount\" may be each order's total or each line's amount: order 1 (line 2) has", AMOUNT_PER],
    answer: ["--amount-per", "line"],
  },
  {
    name: "no column for the amount, which may be of orders or of lines",
    of: "amount column",
    change: (table) => twiceEachRow(doubled(table, "total", ["v1", "v2"], (old) => old)),
    said: [
      "no column for the amount was recognised",
      '"v1" or "v2", if it is the amount, may be each order\'s total or each line\'s amount: order 1 (line 2) has',
      AMOUNT_PER,
    ],
    answer: ["--amount", "v2", "--amount-per", "order"],
  },
  {
    name: "a wrong --amount for amounts of orders or of lines",
    of: "amount column",
    change: (table) => twiceEachRow(withColumn(table, "total", (old, row) => (row === 0 ? "worth" : old))),
    args: ["--amount", "wort"],
    said: ['no column "wort" for --amount', 'did you mean "worth"?', '"worth" may be each order\'s total', AMOUNT_PER],
    answer: ["--amount", "worth", "--amount-per", "line"],
  },
];

const ALL_PAIRS = PROBLEMS.flatMap((one, index) =>
  PROBLEMS.slice(index + 1).flatMap((other) => (one.of === other.of ? [] : [[one, other] as const])),
);
/** Every second pair, or all in the long run; each problem is in several of them. */
const PAIRS = ALL_PAIRS.filter((_, at) => process.env["RFM_LONG_TESTS"] === "1" || at % 2 === 0);

function csv(table: Table): string {
  return `${table.map((cells) => cells.join(",")).join("\n")}\n`;
}

async function scored(problems: readonly Problem[], args: readonly string[]): ReturnType<typeof runRfm> {
  const table = problems.reduce((changed, { change }) => change?.(changed) ?? changed, ORDERS);
  return inFolder({ "sales.csv": csv(table) }, (folder) => runRfm(["score", "sales.csv", ...args], folder));
}

describe("two problems of one run", () => {
  it("are tried for every problem", () => {
    expect(new Set(PAIRS.flat())).toEqual(new Set(PROBLEMS));
  });

  it.each(PAIRS.map((pair) => [pair[0].name, pair[1].name, pair] as const))(
    "are told together, and one more try is enough: %s, and %s",
    async (_one, _other, pair) => {
      const first = await scored(
        pair,
        pair.flatMap(({ args = [] }) => args),
      );
      expect(first, first.stderr).toMatchObject({ status: 3, stdout: "" });
      for (const words of pair.flatMap(({ said }) => said)) expect(first.stderr).toContain(words);
      const second = await scored(
        pair,
        pair.flatMap(({ answer }) => answer),
      );
      expect(second.status, second.stderr).toBe(0);
    },
  );
});

const ALL_TRIPLES = PROBLEMS.flatMap((one, a) =>
  PROBLEMS.slice(a + 1).flatMap((two, b) =>
    PROBLEMS.slice(a + b + 2).flatMap((three) => {
      const of = new Set([one.of, two.of, three.of]);
      return of.size === 3 ? [[one, two, three] as const] : [];
    }),
  ),
);

/** Twenty-five exports with three problems each, drawn with a seed, every problem in one of them at least. */
const TRIPLES = fc.sample(fc.constantFrom(...ALL_TRIPLES), { numRuns: 25, seed: 11 });

describe("three problems of one run", () => {
  it("take two tries and never a third", async () => {
    expect(new Set(TRIPLES.flat())).toEqual(new Set(PROBLEMS));
    for (const triple of TRIPLES) {
      const first = await scored(
        triple,
        triple.flatMap(({ args = [] }) => args),
      );
      for (const words of triple.flatMap(({ said }) => said)) expect(first.stderr).toContain(words);
      const { status, stderr } = await scored(
        triple,
        triple.flatMap(({ answer }) => answer),
      );
      expect(status, stderr).toBe(0);
    }
  });
});

async function refused(files: Readonly<Record<string, string>>, args: readonly string[]): Promise<string> {
  return inFolder(files, async (folder) => {
    const { status, stdout, stderr } = await runRfm(args, folder);
    expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: "" });
    return stderr;
  });
}

describe("problems of other kinds", () => {
  const SALES = csv(ORDERS);

  it("of a known platform's export are told together, too", async () => {
    const shopify =
      "Name,Email,Financial Status,Created at,Total,Lineitem quantity\n#1,a@example.com,zorp,2024-01-05,5,1\n";
    const text = await refused({ "s.csv": shopify }, ["score", "s.csv", "--date", "Creatd at", "--amount", "Totl"]);
    expect(text).toContain('no column "Creatd at" for --date');
    expect(text).toContain('no column "Totl" for --amount');
    expect(text).toContain('count as purchases: "zorp"');
  });

  it("are told by the commands that take attributes: a wrong --by, with dates that can be read both ways", async () => {
    const open = csv(withColumn(ORDERS, "order_date", (old, row) => (row === 0 ? old : `0${row}/02/2024`)));
    const text = await refused({ "s.csv": open }, ["profile", "s.csv", "--by", "Contry"]);
    expect(text).toContain("--by Contry: unknown attribute or column");
    expect(text).toContain("did you mean country?");
    expect(text).toContain("--date-format d/m/y or --date-format m/d/y");
  });

  it("are options that do not fit the kind of table, with a wrong --keep", async () => {
    const customers = "customer_id,orders,total_spent,last_order\na,2,10.00,2024-01-05\nb,1,5.00,2024-02-05\n";
    const text = await refused({ "c.csv": customers }, ["score", "c.csv", "--refunds", "ignore", "--keep", "Cty"]);
    expect(text).toContain("--refunds cannot be used with c.csv: it has one row per customer");
    expect(text).toContain('no column "Cty" for --keep');
  });

  it("are a key of --join that no table has, with a wrong --keep", async () => {
    const files = { "orders.csv": SALES, "people.csv": "id,city\nanna,Turku\nben,Oulu\n" };
    const text = await refused(files, ["score", "orders.csv", "--join", "people.csv:idd", "--keep", "Contry"]);
    expect(text).toContain("idd");
    expect(text).toContain('no column "Contry" for --keep');
  });

  it("are whether amounts are an order's or a line's, with a status that nobody knows", async () => {
    const lines = "order_id,customer_id,order_date,amount,status\n1,a,2024-01-15,5.00,zorp\n1,a,2024-01-15,5.00,paid\n";
    const text = await refused({ "l.csv": lines }, ["score", "l.csv"]);
    expect(text).toContain("--amount-per order or --amount-per line");
    expect(text).toContain('count as purchases: "zorp"');
  });

  it("are hidden by a file that cannot be read, and told for the others", async () => {
    const files = { "bad.csv": "<!doctype html><html><body>Sign in</body></html>", "sales.csv": SALES };
    const text = await refused(files, ["score", ".", "--keep", "Contry"]);
    expect(text).toContain("bad.csv");
    expect(text).toContain('no column "Contry" for --keep');
  });

  it("are a usage error by itself where options contradict each other: nothing is read for it", async () => {
    await inFolder({ "s.csv": SALES }, async (folder) => {
      const args = ["score", "s.csv", "--include-status", "paid", "--exclude-status", "paid"];
      expect(await runRfm(args, folder)).toMatchObject({ status: 2, stdout: "" });
    });
  });
});
