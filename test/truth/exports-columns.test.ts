/** What a column is taken for changes the money: a wrong column is never taken in silence. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { InputError } from "../../src/errors.ts";
import { COLUMN_NAMES, type Role } from "../../src/exports/detect/names/column-names.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import type { ReadOptions } from "../../src/orders/read-orders.ts";
import { inFolder, type Outcome, runRfm } from "../support/in-process.ts";
import { readBytes } from "../support/read-bytes.ts";

/** Runs `rfm` on one made-up export. */
function rfm(csv: string, args: string): Promise<Outcome> {
  return inFolder({ "shop.csv": csv }, (folder) => runRfm([...args.split(" "), "shop.csv"], folder));
}

/** `customer,orders,spend` of every customer, as `rfm score` has it. */
async function spendOf(csv: string, options = ""): Promise<readonly string[]> {
  const { status, stdout, stderr } = await rfm(csv, `score --as-of 2026-12-31${options === "" ? "" : ` ${options}`}`);
  expect(stderr).not.toContain("error");
  expect(status).toBe(0);
  return stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map((cells) => [cells[0], cells[4], cells[5]].join(","));
}

/** The question that stops the run, on one line. */
async function questionOf(csv: string, options = ""): Promise<string> {
  const { status, stdout, stderr } = await rfm(csv, `score${options === "" ? "" : ` ${options}`}`);
  expect(stdout).toBe("");
  expect(status).toBe(3);
  return stderr;
}

describe("a unit price is never an amount", () => {
  it("multiplies it by the quantity and adds up the lines of an order, in French", async () => {
    const csv = `ID_Commande,Date_Commande,Ville,ID_Client,ID_Produit,Quantite,Prix_Unitaire
1001,2026-01-05,Lyon,C1,P9,3,10.50
1001,2026-01-05,Lyon,C1,P4,1,4.00
1002,2026-02-07,Nice,C2,P9,2,10.50
`;
    expect(await spendOf(csv)).toEqual(["C1,1,35.50", "C2,1,21.00"]);
  });

  it.each([
    ["Order ID,Date,Customer ID,Price"],
    ["Bestellnummer,Bestelldatum,Kundennummer,Einzelpreis"],
    ["Tilausnumero,Pvm,Asiakasnumero,Yksikköhinta (€)"],
    ["Ordernummer,Datum,Kundnummer,à-pris"],
    ["num_commande,date_commande,num_client,PrixUnitaire"],
    ["Nº de pedido,Fecha,ID de cliente,Precio unitario"],
    ["Bestelnummer,Besteldatum,Klantnummer,Stukprijs"],
  ])("asks for the quantity where there is none: %s", async (header) => {
    const question = await questionOf(`${header}\n1,2026-01-05,C1,10.50\n2,2026-01-06,C2,3.20\n`);
    expect(question).toContain("is the price of one item by its name");
    expect(question).toContain("--quantity NAME");
  });

  it("asks where the quantity has a name that it does not know, and names it as a candidate", async () => {
    const csv =
      "Order ID,Date,Customer ID,Bucket,Price\n1,2026-01-05,C1,3,10.50\n1,2026-01-05,C1,1,2.50\n2,2026-01-06,C2,1,3.20\n";
    expect(await questionOf(csv)).toContain('it could be "Bucket" (whole numbers, such as 3)');
    expect(await spendOf(csv, "--quantity Bucket")).toEqual(["C1,1,34.00", "C2,1,3.20"]);
    expect(await spendOf(csv, "--amount Price --amount-per line")).toEqual(["C1,1,13.00", "C2,1,3.20"]);
  });

  it("asks where a column of money without a known name stands beside a quantity: it may be a price", async () => {
    const csv = "Order ID,Date,Customer ID,Qty,Tarief\n1,2026-01-05,C1,3,10.50\n2,2026-01-06,C2,1,3.20\n";
    expect(await questionOf(csv)).toMatch(/"Tarief".*next to "Qty", which may be a quantity, it may be a price/);
  });

  it("does not take an amount of pieces for one of money", async () => {
    const csv = "Order ID,Date,Customer ID,Amount,Price\n1,2026-01-05,C1,3,10.50\n2,2026-01-06,C2,1,3.20\n";
    expect(await questionOf(csv)).toMatch(/"Amount" \(whole numbers/);
    expect(await spendOf(csv, "--quantity Amount")).toEqual(["C1,1,31.50", "C2,1,3.20"]);
  });

  it("does not multiply a unit price by the number of items of the whole order", async () => {
    const csv = "Order ID,Date,Customer ID,Number of items,Price\n1,2026-01-05,C1,3,10.50\n2,2026-01-06,C2,1,3.20\n";
    expect(await questionOf(csv)).toContain("no column for the quantity was recognised");
  });

  it("does not take what an item cost the shop for its price", async () => {
    const csv = "Order ID,Date,Customer ID,Quantity,Unit cost\n1,2026-01-05,C1,3,10.50\n2,2026-01-06,C2,1,3.20\n";
    expect(await questionOf(csv)).toContain("no column for the amount was recognised");
  });

  it("adds up a “total” that is quantity × price on every row, though all lines of an order agree", async () => {
    const csv =
      "Order ID,Date,Customer ID,Quantity,Price,Total\n1,2026-01-05,C1,2,5.00,10.00\n1,2026-01-05,C1,1,10.00,10.00\n2,2026-01-06,C2,1,3.20,3.20\n";
    expect(await spendOf(csv)).toEqual(["C1,1,20.00", "C2,1,3.20"]);
  });

  it("refuses a price that is named without a quantity, for known platforms too", async () => {
    const generic = "Order ID,Date,Customer ID,Fee,Total\n1,2026-01-05,C1,1.50,10.00\n";
    expect(await questionOf(generic, "--price Fee")).toContain("no column for the quantity");
  });

  it("asks which of two totals in different currencies counts", async () => {
    const csv =
      "Order ID,Date,Customer ID,Total (EUR),Total (SEK)\n1,2026-01-05,C1,10.00,113.20\n2,2026-01-06,C2,1.00,11.32\n";
    expect(await questionOf(csv)).toContain('"Total (EUR)" and "Total (SEK)" have the same meaning but differ');
  });
});

/** How a header may spell a name: its words joined and cased in every usual way. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll(" ", "_"),
  (name) => name.replaceAll(" ", "-"),
  (name) => name.split(" ").map(capital).join(" "),
  (name) => name.split(" ").map(capital).join(""),
  (name) => name.split(" ").map(capital).join("_"),
  (name) => name.split(" ").toReversed().join("_"),
  (name) => name.split(" ").toReversed().map(capital).join(" "),
];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Names in any spelling, money with a unit behind it now and then. */
function spelled(...roles: readonly Role[]): fc.Arbitrary<string> {
  const isMoney = roles.every((role) => role === "orderTotal" || role === "lineTotal" || role === "price");
  const units = isMoney ? ["", "", " (€)", "_eur", " EUR", " [€]", " (incl. VAT)", " TTC"] : [""];
  return fc
    .tuple(
      fc.constantFrom(...roles.flatMap((role) => COLUMN_NAMES[role])),
      fc.constantFrom(...SPELLINGS),
      fc.constantFrom(...units),
    )
    .map(([name, spell, unit]) => `${spell(name.replace("¤", "€"))}${unit}`);
}

interface Line {
  readonly order: string;
  readonly customer: string;
  readonly day: string;
  readonly quantity: number;
  /** Whole hundredths. */
  readonly price: number;
}

type Model = "order total" | "total on each line" | "line total" | "quantity × price";

/** An order table with its header, in a random order of columns. */
interface Table {
  readonly model: Model;
  readonly lines: readonly Line[];
  readonly names: Readonly<Record<"order" | "customer" | "date" | "amount" | "quantity" | "price", string>>;
  readonly csv: string;
}

const someLines: fc.Arbitrary<readonly Line[]> = fc
  .array(
    fc.record({
      customer: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: 13, max: 28 }),
      lines: fc.array(
        fc.record({ quantity: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 101, max: 99_999 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((orders) =>
    orders.flatMap(({ customer, day, lines }, at) =>
      lines.map((line) => ({ ...line, order: `R${at + 1}`, customer: `C${customer}`, day: `2026-05-${day}` })),
    ),
  );

const money = (hundredths: number): string => (hundredths / 100).toFixed(2);

const someTable: fc.Arbitrary<Table> = fc
  .record({
    model: fc.constantFrom<Model>("order total", "total on each line", "line total", "quantity × price"),
    lines: someLines,
    order: spelled("order"),
    customer: spelled("customer"),
    date: spelled("date"),
    total: spelled("orderTotal"),
    line: spelled("lineTotal"),
    quantity: spelled("quantity"),
    price: spelled("price"),
    extras: fc.subarray(["Product ID", "SKU", "Ville", "Notes"]),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ model, lines, extras, seed, ...name }) => {
    const amount = model === "line total" ? name.line : name.total;
    const names = { ...name, amount };
    const kept = model === "order total" ? lines.filter((line, at) => lines[at - 1]?.order !== line.order) : lines;
    const columns: (readonly [string, (line: Line) => string])[] = [
      [names.order, (line) => line.order],
      [names.customer, (line) => line.customer],
      [names.date, (line) => line.day],
      ...(model === "quantity × price"
        ? [
            [names.quantity, (line: Line) => String(line.quantity)] as const,
            [names.price, (line: Line) => money(line.price)] as const,
          ]
        : [[amount, (line: Line) => money(amountOf(line, kept, model))] as const]),
      ...extras.map((extra) => [extra, (line: Line) => `${extra} of ${line.order}`] as const),
    ];
    columns.sort((a, b) => shuffle(a[0], seed) - shuffle(b[0], seed));
    const rows = kept.map((line) => columns.map(([, cell]) => cell(line)).join(","));
    return { model, lines: kept, names, csv: `${columns.map(([column]) => column).join(",")}\n${rows.join("\n")}\n` };
  });

/** A number for a name that differs with the seed. */
function shuffle(name: string, seed: number): number {
  let hash = seed;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

function amountOf(line: Line, lines: readonly Line[], model: Model): number {
  const own = (one: Line): number => one.quantity * one.price;
  if (model !== "total on each line") return own(line);
  return lines.filter(({ order }) => order === line.order).reduce((sum, one) => sum + own(one), 0);
}

/** How many tables are made up; the long form has more. */
const TABLES = process.env["RFM_LONG_TESTS"] === "1" ? 15_000 : 150;

/** Orders and spend in hundredths of each customer, worked out from the lines. */
function expected({ lines }: Table): Readonly<Record<string, string>> {
  const found: Record<string, { orders: Set<string>; spend: number }> = {};
  for (const line of lines) {
    found[line.customer] ??= { orders: new Set(), spend: 0 };
    const one = found[line.customer];
    one?.orders.add(line.order);
    if (one !== undefined) one.spend += line.quantity * line.price;
  }
  return Object.fromEntries(Object.entries(found).map(([key, { orders, spend }]) => [key, `${orders.size} ${spend}`]));
}

function readOf({ orders }: OrderHistory): Readonly<Record<string, string>> {
  const found = new Map<string, [number, number]>();
  for (let order = 0; order < orders.length; order += 1) {
    const key = orders.customerKeys[orders.customer[order] ?? -1] ?? "";
    const [count, spend] = found.get(key) ?? [0, 0];
    found.set(key, [count + 1, spend + (orders.amount[order] ?? 0) / 100]);
  }
  return Object.fromEntries([...found].map(([key, [count, spend]]) => [key, `${count} ${spend}`]));
}

/** What a user who knows the export answers to a hint that names these options. */
function answer(hint: string, { names, model }: Table): ReadOptions {
  const isProduct = model === "quantity × price";
  const has = (flag: string): boolean => hint.includes(`--${flag}`);
  return {
    ...(has("order") ? { order: names.order } : {}),
    ...(has("customer") ? { customer: names.customer } : {}),
    ...(has("date") ? { date: names.date } : {}),
    ...(has("amount ") && !isProduct ? { amount: names.amount } : {}),
    ...(isProduct && (has("quantity") || has("price")) ? { quantity: names.quantity, price: names.price } : {}),
    ...(has("amount-per") ? { amountPer: model === "line total" ? ("line" as const) : ("order" as const) } : {}),
  };
}

/** Reads a table, answering questions as they are asked; the number of questions, or the totals that came out. */
async function readAnswering(table: Table): Promise<{ totals: Readonly<Record<string, string>>; questions: number }> {
  let options: ReadOptions = {};
  for (let questions = 0; questions < 4; questions += 1) {
    try {
      return { totals: readOf(await readBytes(Buffer.from(table.csv), options)), questions };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      options = { ...options, ...answer(error.hint ?? "", table) };
    }
  }
  throw new Error(`asked again and again about\n${table.csv}`);
}

describe("a made-up order table, its header in any recognised spelling and its columns in any order", () => {
  it("gives the totals that it was made with, at once or after the answer to a question, and never others", async () => {
    let [tables, asked] = [0, 0];
    await fc.assert(
      fc.asyncProperty(someTable, async (table) => {
        const { totals, questions } = await readAnswering(table);
        expect(totals, table.csv).toEqual(expected(table));
        tables += 1;
        asked += questions > 0 ? 1 : 0;
      }),
      { numRuns: TABLES, seed: 20_260_507 },
    );
    expect(asked / tables).toBeLessThan(0.1); // names that are known are rarely asked about
  });

  it("gives them for every name of every role at least once", async () => {
    const [base] = fc.sample(
      someTable.filter(({ model }) => model === "quantity × price"),
      { numRuns: 1, seed: 7 },
    );
    if (base === undefined) throw new Error("no table");
    for (const role of ["order", "customer", "date", "quantity", "price"] as const) {
      for (const name of COLUMN_NAMES[role]) {
        const names = { ...base.names, [role]: name };
        const header = base.csv.split("\n", 1)[0] ?? "";
        const renamed = header.split(",").map((cell) => (cell === base.names[role] ? name : cell));
        const csv = base.csv.replace(header, renamed.join(","));
        const { totals } = await readAnswering({ ...base, names, csv });
        expect(totals, name).toEqual(expected(base));
      }
    }
  });
});

describe("rows without an order id", () => {
  const csv =
    "customer_id,date,amount\nC1,2026-01-05,10\nC1,2026-01-05,5\nC1,2026-02-05,5\nC2,2026-01-05,7\nC3,2026-03-01,1\nC3,2026-03-01,1\nC3,2026-03-01,2\n";

  it("are orders of their own, with a warning of how many may be parts of one", async () => {
    const { stderr } = await rfm(csv, "score --lang en");
    expect(stderr).toContain(
      "warning: no column holds order ids, so each row counts as one order; 5 of 7 rows share a customer and a day with another, so there may be 3 orders too many: name the order id column with --order, or count purchase days with --frequency days",
    );
    expect(await spendOf(csv, "--frequency days")).toEqual(["C1,2,20.00", "C2,1,7.00", "C3,1,4.00"]);
  });

  it("are said to be safe where none shares customer and day with another", async () => {
    const { stderr } = await rfm("customer_id,date,amount\nC1,2026-01-05,10\nC1,2026-02-05,5\n", "score --lang en");
    expect(stderr).toContain(
      "note: no column holds order ids, so each row counts as one order; no two rows share a customer and a day",
    );
  });

  it("are counted where only some lack it", async () => {
    const some = "order,customer_id,date,amount\n1,C1,2026-01-05,10\n,C1,2026-01-05,5\n,C1,2026-01-05,5\n";
    const { stderr } = await rfm(some, "score --lang en");
    expect(stderr).toContain(
      "2 rows without an order id count as one order each; 2 of 2 rows share a customer and a day",
    );
  });

  it("are not mentioned where every row has one", async () => {
    const { stderr } = await rfm(
      "order,customer_id,date,amount\n1,C1,2026-01-05,10\n2,C1,2026-01-05,5\n",
      "score --lang en",
    );
    expect(stderr).not.toContain("order id");
  });

  it("are warned of in Finnish", async () => {
    const { stderr } = await rfm(csv, "score --lang fi");
    expect(stderr).toContain("missään sarakkeessa ei ole tilaustunnuksia");
  });
});

describe("a table of customers is not read as orders", () => {
  it("and a summary for a purchase model says what its words mean", async () => {
    const csv = "customer_id,frequency,recency,T,monetary_value\n1,2,30.5,39.0,21.50\n2,1,2.0,39.0,12.25\n";
    expect(await questionOf(csv)).toContain(
      '"frequency", "recency" and "T" are those of a summary for a purchase model (BTYD): frequency counts repeat purchases only',
    );
  });

  it.each([
    [
      "Email,First Name,Last Name,Total Spent,Total Orders\na@example.com,Ada,Example,40.50,3\nb@example.com,Bo,Example,10.00,1\n",
    ],
    [
      "Name,Sign Up,Email,Orders,Total Spend,AOV\nAda,2024-01-02,a@example.com,3,40.50,13.50\nBo,2024-01-03,b@example.com,1,10.00,10.00\n",
    ],
    [
      "email,signup_date,last_order_date,total\na@example.com,2024-01-02,2026-01-05,40.50\nb@example.com,2024-01-02,2026-01-05,10.00\n",
    ],
  ])("where something is missing, it is asked: %s", async (csv) => {
    const question = await questionOf(csv);
    expect(question).toContain("this is a table of customers, one row per customer");
    expect(question).toContain("export the orders");
    expect(question).toContain("--table customers");
  });

  it.each([
    ["customer_id,number_of_orders,recency_days,total_spent\nC1,3,12,40.50\nC2,1,90,10.00\n", "--as-of 2026-02-05"],
    ["CustomerID,Recency,Frequency,Monetary\nC1,12,3,40.50\nC2,90,1,10.00\n", "--as-of 2026-02-05"],
    ["Asiakasnumero,Viimeisin tilaus,Tilausten määrä,Summa\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
    ["Kundennummer,Letzte Bestellung,Anzahl Bestellungen,Umsatz\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
    ["ID client,Dernière commande,Nombre de commandes,Montant total\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
    ["Kundnummer,Senaste köp,Antal köp,Belopp\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
    ["ID cliente,Última compra,Número de pedidos,Importe\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
    ["Klantnummer,Laatste bestelling,Aantal bestellingen,Bedrag\nC1,2026-01-05,3,40.50\nC2,2026-02-05,1,10.00\n"],
  ])("it is read as customers: %s", async (csv, options = "") => {
    const { stdout } = await rfm(csv, `score ${options}`.trim());
    const rows = stdout.trimEnd().split("\n").slice(1);
    expect(
      rows.map((row) =>
        row
          .split(",")
          .filter((_, at) => [0, 4, 5].includes(at))
          .join(","),
      ),
    ).toEqual(["C1,3,40.50", "C2,1,10.00"]);
  });

  it("but orders that carry their customer's total are", async () => {
    const csv =
      "order_id,customer_id,date,total,customer_orders_count,number_of_orders\n1,C1,2026-01-05,10.00,2,2\n2,C1,2026-02-05,5.00,2,2\n3,C2,2026-02-05,7.00,1,1\n";
    expect(await spendOf(csv)).toEqual(["C1,2,15.00", "C2,1,7.00"]);
  });
});

describe("the customer is an id, else an e-mail address, else a telephone number, else a name", () => {
  const rows = [
    ["Ada Example", "ada@example.com", "+358 40 1", "10.00"],
    ["Ada Example", "other@example.com", "+358 40 2", "5.00"],
    ["A. Example", "ada@example.com", "+358 40 1", "3.00"],
  ] as const;
  const exportOf = (header: string, cells: (row: (typeof rows)[number]) => readonly string[]): string =>
    `Order ID,Date,${header},Total\n${rows.map((row, at) => `${at + 1},2026-01-0${at + 1},${[...cells(row), row[3]].join(",")}`).join("\n")}\n`;

  it.each(["Customer", "Customer name", "Kunde", "Client", "Asiakas", "Buyer", "Full name"])(
    "an e-mail address outranks the name in a column %s",
    async (name) => {
      const csv = exportOf(`${name},Email`, ([person, email]) => [person, email]);
      expect(await spendOf(csv)).toEqual(["ada@example.com,2,13.00", "other@example.com,1,5.00"]);
    },
  );

  it("a telephone number outranks the name", async () => {
    const csv = exportOf("Customer,Phone", ([person, , phone]) => [person, phone]);
    expect(await spendOf(csv)).toEqual(["+358 40 1,2,13.00", "+358 40 2,1,5.00"]);
  });

  it("an id outranks the e-mail address, also under a bare name", async () => {
    const csv = exportOf("Customer,Email", ([, email, phone]) => [`K${phone.slice(-1)}`, email]);
    expect(await spendOf(csv)).toEqual(["K1,2,13.00", "K2,1,5.00"]);
  });

  it("a name alone is taken with a warning that counts the names with different addresses", async () => {
    const csv = exportOf("Customer,City", ([person, email]) => [person, email.startsWith("other") ? "Oulu" : "Turku"]);
    const { stderr } = await rfm(csv, "score --lang en");
    expect(stderr).toContain('warning: customers are identified by name only ("Customer")');
    expect(stderr).toContain("1 of 2 names occurs with different addresses");
    expect(await spendOf(csv)).toEqual(["A. Example,1,3.00", "Ada Example,2,15.00"]);
  });

  it("a country alone does not tell people of one name apart", async () => {
    const csv = exportOf("Customer,Country", ([person]) => [person, "FI"]);
    expect((await rfm(csv, "score --lang en")).stderr).toContain("2 names, with no address to check them against");
  });

  it("first and last name together are a name", async () => {
    const csv = exportOf("First name,Last name", ([person]) => person.split(" "));
    expect(await spendOf(csv)).toEqual(["a. example,1,3.00", "ada example,2,15.00"]);
    expect((await rfm(csv, "score --lang en")).stderr).toContain("no address to check them against");
  });
});

describe("the status", () => {
  const orders = (name: string, words: readonly string[]): string =>
    `Order ID,Date,Customer ID,Total,${name}\n${words.map((word, at) => `${at + 1},2026-01-0${at + 1},C${at + 1},10.00,${word}`).join("\n")}\n`;

  it.each(["State", "Estado", "État", "Tila"])("is not the %s of the country", async (name) => {
    expect(await spendOf(orders(name, ["CA", "NY", "TX"]))).toHaveLength(3);
  });

  it.each(["State", "state_of_payment", "Estado", "État", "PaymentState", "betaling", "Maksu"])(
    "is in a column %s that says paid and pending",
    async (name) => {
      expect(await spendOf(orders(name, ["paid", "pending", "paid"]))).toEqual(["C1,1,10.00", "C3,1,10.00"]);
    },
  );

  it("is asked about where a column with another name has nothing but status words", async () => {
    const csv = orders("Vaihe", ["maksettu", "peruttu", "maksettu"]);
    expect(await questionOf(csv)).toMatch(/could be "Vaihe" \(status words, such as maksettu\)/);
    expect(await spendOf(csv, "--status Vaihe")).toHaveLength(2);
    expect(await spendOf(csv, "--status none")).toHaveLength(3);
  });

  it("is asked about where two columns disagree whether an order was paid", async () => {
    const csv =
      "Order ID,Date,Customer ID,Total,Order Status,Payment Status\n1,2026-01-01,C1,10.00,processing,paid\n2,2026-01-02,C2,10.00,processing,refunded\n";
    expect(await questionOf(csv)).toContain('"Order Status" and "Payment Status" both hold statuses and disagree');
    expect(await spendOf(csv.replace("Payment Status", "Payment_Status"), "--status Payment_Status")).toHaveLength(1);
  });

  it("does not follow the parcel", async () => {
    const csv =
      "Order ID,Date,Customer ID,Total,Financial Status,Fulfillment Status\n1,2026-01-01,C1,10.00,paid,pending\n2,2026-01-02,C2,10.00,paid,shipped\n";
    expect(await spendOf(csv)).toHaveLength(2);
  });
});

describe("a blank column of customers", () => {
  const rows = ["Anna,Aho", "Ben,Berg", "Anna,Aho", "Cid,Aho"].map(
    (name, at) => `${at},,${name},2026-01-0${at + 1},5.00`,
  );
  const csv = (id: string): string => [`order_id,${id},first_name,last_name,order_date,total`, ...rows, ""].join("\n");

  it.each(["customer_id", "Kunde"])(
    "called %s beside first and last names asks: both together may be the key",
    async (id) => {
      const question = await questionOf(csv(id));
      expect(question).toContain(`"${id}" is the customer by its name, and is blank in the first 4 rows`);
      expect(question).toContain('it could be "first_name + last_name" (people\'s names)');
      expect(question).not.toContain('"last_name" (');
    },
  );

  it("is passed over where --customer names them, in any way of writing that", async () => {
    for (const name of ["first_name+last_name", "First_Name+#4", "#3+#4"])
      expect(await spendOf(csv("customer_id"), `--customer ${name}`)).toEqual([
        "anna aho,2,10.00",
        "ben berg,1,5.00",
        "cid aho,1,5.00",
      ]);
    const question = await questionOf(csv("customer_id"), "--customer first_name+lastname");
    expect(question).toContain('no column "lastname" for --customer');
  });

  it("has a name with a plus that is found as it is", async () => {
    expect(await spendOf("order_id,id+no,order_date,total\n1,a,2026-01-01,5\n", "--customer id+no")).toEqual([
      "a,1,5.00",
    ]);
  });
});

describe("a column of currencies", () => {
  const rows = ["1,a,2026-01-05,5.00,EUR", "2,b,2026-01-06,7.00,USD", "3,a,2026-01-07,1.50,EUR"];
  const csv = (...names: readonly string[]): string => ["order_id,customer_id,order_date,total", ...names].join(",");

  it("that no name tells is told by its values, so that no two are added up", async () => {
    const text = [csv("cur"), ...rows, ""].join("\n");
    expect(await questionOf(text)).toContain(
      "the exports mix currencies, which cannot be added up: EUR (2 rows, 6.50)",
    );
    expect(await spendOf(text, "--currency EUR")).toEqual(["a,2,6.50"]);
    expect(await spendOf(text, "--currency-column none")).toEqual(["a,2,6.50", "b,1,7.00"]);
  });

  it("is asked about where two hold some", async () => {
    const text = [csv("cur", "other"), ...rows.map((row) => `${row},SEK`), ""].join("\n");
    expect(await questionOf(text)).toContain('"cur" and "other" hold currencies');
    expect(await questionOf(text, "--currency-column other --currency EUR")).toContain("no row is in EUR");
  });

  it("is none where its values are the days of a bank, whatever its name", async () => {
    const bank = rows.map((row) => row.replace(/(2026-01-0\d)(.*)$/, "$1$2,$1"));
    expect(await spendOf([csv("Währung", "Valuta"), ...bank, ""].join("\n"), "--currency EUR")).toEqual(["a,2,6.50"]);
  });

  it("is none where its words are of countries or sizes", async () => {
    const text = [csv("land"), ...rows.map((row, at) => row.replace(/...$/, ["FIN", "SWE", "EUR"][at] ?? "")), ""].join(
      "\n",
    );
    expect(await spendOf(text)).toEqual(["a,2,6.50", "b,1,7.00"]);
  });
});

describe("an amount beside what is left of it after fees", () => {
  it("is what was paid", async () => {
    const text = "Donation ID,Donation Date,Donor ID,Net Amount,Fee,Donation Amount\n1,2026-01-05,a,9.50,0.50,10.00\n";
    expect(await spendOf(text)).toEqual(["a,1,10.00"]);
  });
});

describe("all that is not clear about a file", () => {
  it("is asked at once, with what speaks for each candidate", async () => {
    const question = await questionOf(
      "no1,when,shipped,client ref,fee,gift\nA,2026-01-05,2026-01-06,C1,1.50,2.50\nB,2026-01-06,2026-01-07,C2,2.50,1.50\n",
    );
    expect(question).toContain("3 things are not clear about its columns");
    expect(question).toContain(
      'no column for the order date was recognised; by its values it could be "when" (dates, such as 2026-01-05) or "shipped"',
    );
    expect(question).toContain(
      'no column for the customer was recognised; it could be "client ref" (its name has "client")',
    );
    expect(question).toContain(
      'no column for the amount was recognised; by its values it could be "fee" (amounts of money, such as 1.50) or "gift"',
    );
    for (const flag of ["--date NAME", "--customer NAME", "--amount NAME"]) expect(question).toContain(flag);
  });

  it("names every column that an option names and the file lacks", async () => {
    const question = await questionOf(
      "date,total,email\n2026-01-05,1.50,a@example.com\n",
      "--customer Client --date Day --status Stage",
    );
    for (const name of ['"Client" for --customer', '"Day" for --date', '"Stage" for --status'])
      expect(question).toContain(name);
  });

  it("shows nobody's address", async () => {
    const question = await questionOf(
      "a,b,total\nada@example.com,bo@example.com,1.50\nada@example.com,cy@example.com,1.50\n",
    );
    expect(question).not.toContain("@");
  });
});

describe("--columns", () => {
  const csv = "1,ada@example.com,2026-01-05,2,10.50\n2,bo@example.com,2026-01-06,1,4.00\n";

  it("must name every column, - for one that is not needed", async () => {
    const question = await questionOf(csv, "--columns order,customer,date,amount");
    expect(question).toContain("--columns names 4 columns, and its rows have 5");
    expect(await questionOf(csv, "--columns order,email,date,quantity,price,status")).toContain("names 6 columns");
    expect(await spendOf(csv, "--columns order,email,date,quantity,price")).toEqual([
      "ada@example.com,1,21.00",
      "bo@example.com,1,4.00",
    ]);
    expect(await spendOf(csv, "--columns order,email,date,-,amount")).toEqual([
      "ada@example.com,1,10.50",
      "bo@example.com,1,4.00",
    ]);
  });

  it("need not name a blank column at the end, which some shops write", async () => {
    expect(await spendOf("C1;2026-01-05;10.50;\nC2;2026-01-06;4.00;\n", "--columns customer,date,amount")).toHaveLength(
      2,
    );
  });

  it("is proposed for a file without a header in a form that does not read it wrongly", async () => {
    const question = await questionOf(csv);
    expect(question).toContain("name all 5 columns in their order");
    const proposed = /--columns (\S+),/.exec(question)?.[1] ?? "";
    expect(proposed).toBe("-,email,date,-,-");
    const { status, stderr } = await rfm(csv, `score --columns ${proposed}`);
    expect(status).toBe(2);
    expect(stderr).toContain("an amount");
  });
});

describe("hints", () => {
  it("name options that exist", async () => {
    const texts = await Promise.all(COMMANDS.map(async ({ name }) => (await runRfm([name, "--help"])).stdout));
    const known = new Set(texts.join("\n").match(/--[a-z][a-z-]*/g));
    const named = hintsOf("src").flatMap((hint) => hint.match(/--[a-z][a-z-]*/g) ?? []);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((flag) => !known.has(flag))).toEqual([]);
  });
});

/** The text of every hint in the source. */
function hintsOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith(".ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(file.parentPath, file.name), "utf8");
    return source.match(/hint:\s*(?:"[^"\n]*"|`[^`]*`)/g) ?? [];
  });
}
