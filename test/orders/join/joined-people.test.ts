/** Who may be written to, where several tables, or several files of one, tell of the same customers. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runRfm } from "../../support/in-process.ts";

const CUSTOMERS = ["1", "2", "3", "4"];
const ORDERS = [
  "order_id,customer_id,order_date,total",
  ...CUSTOMERS.flatMap((id, index) => [
    `${index * 2 + 1},${id},2024-01-0${index + 1},${10 + index}.00`,
    `${index * 2 + 2},${id},2024-02-0${index + 1},${20 + index}.00`,
  ]),
];
const EMAILS = (domain: string): readonly string[] => CUSTOMERS.map((id) => `c${id}@${domain}.example.com`);
/** A table of people with a question of consent; each domain has a header of its own. */
function people(domain: string, answers: readonly string[]): readonly string[] {
  const emails = EMAILS(domain);
  return [
    `customer_id,email,marketing,${domain}`,
    ...CUSTOMERS.map((id, index) => `${id},${emails[index]},${answers[index]},x`),
  ];
}
const ALL = ["yes", "yes", "yes", "yes"];

type Files = Readonly<Record<string, readonly string[]>>;

/** Everybody in the lists that are made of a folder, by customer id. */
async function listed(
  files: Files,
  { args = [], no = [] }: { args?: readonly string[]; no?: readonly string[] },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-people-"));
  try {
    await mkdir(join(folder, "shop"));
    for (const [name, rows] of Object.entries(files))
      await writeFile(join(folder, "shop", name), `${rows.join("\n")}\n`);
    await writeFile(join(folder, "no.csv"), `${["email", ...no].join("\n")}\n`);
    const exclude = no.length === 0 ? [] : ["--exclude", "no.csv"];
    const { status, stderr } = await runRfm(["lists", "shop", "--out", "lists", ...exclude, ...args], folder);
    expect(status, stderr).toBe(0);
    const names = (await readdir(join(folder, "lists"))).filter((name) => name.endsWith(".csv"));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, "lists", name), "utf8")));
    return CUSTOMERS.filter((id) => texts.some((text) => new RegExp(`^${id},`, "m").test(text))).join(" ");
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("people of several tables", () => {
  const consent = ["--consent", "marketing=yes"];

  it("are all listed where nobody said no", async () => {
    const files = { "orders.csv": ORDERS, "customers.csv": people("a", ALL), "newsletter.csv": people("b", ALL) };
    expect(await listed(files, { args: consent })).toBe("1 2 3 4");
  });

  it.each(["newsletter.csv", "a_newsletter.csv"])(
    "are left out where one table says no, whatever its name: %s",
    async (name) => {
      const files = {
        "orders.csv": ORDERS,
        "customers.csv": people("a", ALL),
        [name]: people("b", ["yes", "no", "no", "yes"]),
      };
      expect(await listed(files, { args: consent })).toBe("1 4");
    },
  );

  it("are left out where the order says yes and the table no", async () => {
    const orders = ORDERS.map((row, index) => `${row},${index === 0 ? "marketing" : "yes"}`);
    const files = { "orders.csv": orders, "customers.csv": people("a", ["yes", "no", "yes", "yes"]) };
    expect(await listed(files, { args: consent })).toBe("1 3 4");
  });

  it("are left out by an address of any table", async () => {
    const files = { "orders.csv": ORDERS, "customers.csv": people("a", ALL), "newsletter.csv": people("b", ALL) };
    expect(await listed(files, { no: ["c4@b.example.com", "C1@A.example.com"] })).toBe("2 3");
  });

  it("are left out by an address that a newer file of their table has replaced", async () => {
    const files = {
      "orders.csv": ORDERS,
      "customers-01.csv": people("old", ALL),
      "customers-02.csv": people("new", ALL),
    };
    expect(await listed(files, { no: ["c3@old.example.com"] })).toBe("1 2 4");
  });

  it("are left out by the table's address where the orders have another", async () => {
    const orders = ORDERS.map((row, index) => `${row},${index === 0 ? "email" : `b${index}@shop.example.com`}`);
    const files = { "orders.csv": orders, "customers.csv": people("a", ALL) };
    expect(await listed(files, { args: ["--customer", "customer_id"], no: ["c4@a.example.com"] })).toBe("1 2 3");
  });

  it("have the address of their table and not that of a cart", async () => {
    const files = {
      "orders.csv": ORDERS,
      "customers.csv": people("a", ALL),
      "abandoned_checkouts.csv": people("typo", ALL),
    };
    expect(await listed(files, { no: ["c2@a.example.com"] })).toBe("1 3 4");
  });
});
