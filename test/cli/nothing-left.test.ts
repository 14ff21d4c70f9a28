import { describe } from "vitest";
import { it } from "../support/run-rfm.ts";
import { expectRefused } from "./refusal.ts";

const HEADER = "order_id,customer,date,amount,Country,Email";

/** Three orders in January and one in March. */
const ORDERS = `${[
  HEADER,
  "1,a,2026-01-03,10.00,Finland,anna@example.com",
  "2,b,2026-01-04,20.00,Finland,bo@example.com",
  "3,c,2026-01-31,20.00,Sweden,cy@example.com",
  "4,a,2026-03-01,30.00,Finland,anna@example.com",
].join("\n")}\n`;

describe.concurrent("conditions that leave no row", () => {
  const CASES: readonly (readonly [name: string, options: string, says: string, advises: string])[] = [
    [
      "a value that the column does not have",
      "--where Country=Norway",
      "none matches --where Country=Norway",
      'column "Country" has only Finland (3 rows), Sweden (1 row)',
    ],
    [
      "a value that was mistyped",
      "--where country=finlnd",
      "none matches --where country=finlnd",
      'did you mean "Finland"? column "country" has',
    ],
    [
      "a first day after the newest row",
      "--since 2027-01-01",
      "none matches --since 2027-01-01",
      "the rows are dated 2026-01-03 to 2026-03-01",
    ],
    [
      "a last day before the first row",
      "--until 2020-12-31",
      "none matches --until 2020-12-31",
      "2026-01-03 to 2026-03-01",
    ],
    [
      "days in a gap of the data",
      "--since 2026-02-01 --until 2026-02-28",
      "none matches --since 2026-02-01 --until 2026-02-28",
      "2026-01-03 to 2026-03-01, with none between 2026-01-31 and 2026-03-01",
    ],
    [
      "the one of several conditions that no row meets",
      "--where Country=Finland --since 2027-01-01",
      "none matches --since 2027-01-01",
      "2026-01-03 to 2026-03-01",
    ],
    [
      "conditions of which each is met, but not together",
      "--where Country=Sweden --since 2026-03-01",
      "no row that counts matches --since 2026-03-01 (1 row) and --where Country=Sweden (1 row) together",
      "the rows are dated 2026-01-03 to 2026-03-01; column",
    ],
  ];

  for (const [name, options, says, advises] of CASES) {
    it(`are named: ${name}`, async ({ folder, expect }) => {
      await folder.write({ "orders.csv": ORDERS });
      const refused = await folder.rfm(`segments orders.csv ${options}`);
      for (const command of ["retention", "orders", "inspect"]) {
        expect(await folder.rfm(`${command} orders.csv ${options}`)).toEqual(refused);
      }
      await expectRefused(folder, `segments orders.csv ${options}`, { status: 3, says: [says], advises: [advises] });
    });
  }

  it("are named without listing what single people are known by", async ({ folder, expect }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stderr } = await folder.rfm("segments orders.csv --where Email=zoe@example.com");
    expect(stderr).toBe(
      'rfm: no row is left: none matches --where Email=z…@example.com\nhint: column "Email" has 3 different values\n',
    );
  });

  it("are named for what only the tolerant reader can read", async ({ folder }) => {
    const bytes = Buffer.from(`\uFEFF${ORDERS}`, "utf16le");
    await folder.write({ "orders.csv": bytes });
    await expectRefused(folder, "segments orders.csv --where Country=Norway", {
      status: 3,
      says: ["none matches --where Country=Norway"],
      advises: ["only Finland (3 rows), Sweden (1 row)"],
    });
  });

  it("are named for standard input", async ({ folder, expect }) => {
    const { status, stderr } = await folder.rfm("segments - --where Country=Norway", { stdin: ORDERS });
    expect(stderr).toContain("only Finland (3 rows), Sweden (1 row)");
    expect(status).toBe(3);
  });

  it("name a list that leaves out every customer", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS, "staff.csv": "customer\na\nb\nc\n" });
    await expectRefused(folder, "segments orders.csv --exclude-customers staff.csv", {
      status: 3,
      says: ["--exclude-customers names every customer"],
      advises: ["staff"],
    });
  });

  it("are refused before reading where the days contradict each other", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await expectRefused(folder, "segments orders.csv --since 2026-03-01 --until 2026-01-01", {
      status: 2,
      says: ["--since 2026-03-01 is after --until 2026-01-01"],
      advises: ["the first day wanted"],
    });
  });
});
