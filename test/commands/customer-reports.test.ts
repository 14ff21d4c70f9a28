/** Reports and explanations of tables with one row per customer: the figures of their orders, and nothing said of single orders. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm, shopExport } from "../support/in-process.ts";
import { readWorkbook } from "../support/read-workbook.ts";

let folder = "";
const run = (line: string): ReturnType<typeof runRfm> => runRfm(line.split(" "), folder);

/** Words that only single orders, or refunds with a day, could back. */
const OF_ORDERS =
  /.{0,30}(after refunds?|net of|sent back|months?\b|too early|came back|payback|hyvit[^y]|kuukau|palasi).{0,20}/gi;

/** What people read of a text or a page, in one line. */
function wordsOf(text: string): string {
  const shown = text.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]*>/g, " ");
  return shown.replace(/\s+/g, " ");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-customer-reports-"));
  await writeFile(join(folder, "shop.csv"), shopExport());
  await writeFile(
    join(folder, "since.csv"),
    "customer_id,recency,frequency,spend\nA,10,3,100\nB,400,1,-20.5\nC,3,4,60\nD,20,2,9\nE,30,1,5\n",
  );
  expect((await run("score shop.csv -o scored.csv")).status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe("what a report of a table of customers refuses", () => {
  it("is every option that looks at single orders, all at once", async () => {
    const given = "--period week --covers 2024-01-01..2024-06-30 --backtest --forecast --profile";
    const { status, stdout, stderr } = await run(`report scored.csv --table customers ${given}`);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain(
      "--period, --covers, --backtest, --forecast, --profile look at single orders, and scored.csv has one row per customer",
    );
    const alone = await run("report scored.csv --table customers --forecast");
    expect(alone.stderr).toContain("--forecast looks at single orders");
  });
});

describe("a report of a table of customers", () => {
  it("has the figures of a report of the orders that the table sums up", async () => {
    const json = async (files: string): Promise<Record<string, unknown>> =>
      JSON.parse((await run(`report ${files} --format json -q`)).stdout);
    const [ofTable, ofOrders] = [await json("scored.csv --table customers"), await json("shop.csv")];
    for (const key of ["as_of", "headline", "scheme", "levels", "cut_points", "grid", "distributions"]) {
      expect({ [key]: ofTable[key] }).toEqual({ [key]: ofOrders[key] });
    }
    expect(ofTable["concentration"]).toEqual(ofOrders["concentration"]);
    expect(ofTable["top_customers"]).toEqual(ofOrders["top_customers"]);
  });

  it("says null where single orders would be needed, and names what is left out once", async () => {
    const said = JSON.parse((await run("report scored.csv --table customers --format json -q")).stdout);
    const none = { period: null, covers: null, latest_period: null, retention: null, cohorts: null, repeat: null };
    expect(said).toMatchObject({ ...none, movement: null, no_movement: "no single orders" });
    expect(said).toMatchObject({ groups_over_time: null, no_groups_over_time: "no single orders", lapsing: null });
    const unknown = { lapse_days: null, repeaters: null, history_days: null, at_half: null };
    expect(said.claims).toEqual({ ...unknown, untold: "no single orders" });
    expect(said.ledger).toMatchObject({ orders: null, refunds: null, reduced_orders: null, taken_off_orders: null });
    const texts: readonly string[] = said.notes.map(({ text }: { text: string }) => text);
    expect(texts.filter((text) => text.includes("they need single orders"))).toHaveLength(1);
  });

  it.each([
    ["the terminal", "--format table"],
    ["the terminal, in full", "--format table --full"],
    ["Markdown", "--format md --full"],
    ["a page", "--format html"],
    ["a page of averages", "--format html --monetary average"],
    ["a page in Finnish", "--format html --lang fi"],
  ])("says nothing of single orders on %s", async (_, options) => {
    for (const file of ["scored.csv --table customers", "since.csv --as-of 2024-06-30 --monetary total"]) {
      const asked = options.includes("--monetary") ? file.replace(" --monetary total", "") : file;
      const { status, stdout, stderr } = await run(`report ${asked} ${options} -q`);
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      const text = wordsOf(stdout);
      const leftOut = options.includes("fi") ? "niihin tarvitaan yksittäiset" : "they need single";
      expect(text.split(leftOut)).toHaveLength(2);
      expect(text.match(OF_ORDERS) ?? []).toEqual([]);
    }
  });

  it("tells how many orders the customers placed, and when the first one was where the table knows", async () => {
    const said = (await run("report since.csv --as-of 2024-06-30 --full -q")).stdout;
    expect(said).toContain("5 rows used, one per customer: 11 orders, 153.50 spent.");
    expect(said).not.toContain("The first order is from");
    expect(said).toContain("1 customer with a spend below 0.");
    expect((await run("report scored.csv --table customers -q")).stdout).toContain("The first order is from");
  });

  it("has no sheet of periods in a workbook, and a note that says why", async () => {
    const { status } = await run("report scored.csv --table customers -o report.xlsx -q");
    expect(status).toBe(0);
    const { sheets } = await readWorkbook(await readFile(join(folder, "report.xlsx")));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["Summary", "Segments", "R × F", "Customers", "Distributions", "Concentration"],
      ...["Cut points", "Ledger", "Files", "Settings", "Notes", "Definitions"],
    ]);
    const notes = sheets
      .find(({ name }) => name === "Notes")
      ?.rows.flat()
      .join(" ");
    expect(notes).toContain("they need single orders");
  });

  it("does without money, too", async () => {
    await writeFile(join(folder, "visits.csv"), "customer_id,recency,frequency\nA,10,3\nB,400,1\nC,3,4\n");
    const line = "report visits.csv --amount none --scheme seg-map --as-of 2024-06-30 -q --format";
    const [text, page, said] = [await run(`${line} table`), await run(`${line} html`), await run(`${line} json`)];
    expect(text.stdout).toContain("3 customers placed 8 orders.");
    expect(text.stdout).toContain("3 rows used, one per customer: 8 orders.");
    for (const { stdout } of [text, page]) expect(wordsOf(stdout).match(/.{20}(revenue|spent|worth)/i)).toBeNull();
    expect(JSON.parse(said.stdout).headline).toMatchObject({ customers: 3, orders: 8, revenue: null });
  });
});

describe("an explanation of a customer in a table of customers", () => {
  it.each(["c1", "c2", "c3", "c35", "c59"])(
    "says what one of the orders says of %s, but for the orders",
    async (id) => {
      for (const options of ["", " --monetary average", " --scheme putler"]) {
        const explained = async (files: string): Promise<Record<string, unknown>> => {
          const { status, stdout, stderr } = await run(`explain ${files} --id ${id}${options} --format json -q`);
          expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
          return JSON.parse(stdout);
        };
        const [ofTable, ofOrders] = [await explained("scored.csv --table customers"), await explained("shop.csv")];
        const orders = ofOrders["orders"] as readonly { readonly day: string; readonly amount: number }[];
        const cents = orders.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
        expect(ofTable).toEqual({
          ...ofOrders,
          orders: null,
          sums: {
            orders: orders.length,
            first_order: orders[0]?.day,
            last_order: orders.at(-1)?.day,
            spend: cents / 100,
          },
        });
      }
    },
  );

  it("says in words what the table has", async () => {
    const line = "explain since.csv --as-of 2024-06-30 --id A --width 120";
    const { stdout, stderr } = await run(line);
    expect(stdout).toContain(
      "The table has 3 orders worth 100.00: the last on 2024-06-20. Single orders are not known.",
    );
    expect(stderr).toContain("each row of since.csv is a customer");
    expect((await run(`${line} --lang fi`)).stdout).toContain("Taulukossa on 3 tilausta, arvo 100,00: viimeisin");
    expect((await run("explain since.csv --as-of 2024-06-30 --id Z")).status).toBe(3);
  });
});
