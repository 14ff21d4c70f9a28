import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

const ORDERS = "order_id,customer_id,date,amount\n1,a,2024-01-01,5\n2,b,2024-02-01,7\n3,a,2024-03-01,9\n";

/** A call, and the file of the user's own that it would replace. `link.csv` leads to `orders.csv`. */
const CALLS: readonly (readonly [call: string, kept: string])[] = [
  ["score orders.csv -o orders.csv", "orders.csv"],
  ["score orders.csv -o link.csv", "orders.csv"],
  ["score link.csv -o orders.csv", "orders.csv"],
  ["score exports -o exports/orders.csv", "exports/orders.csv"],
  ["score exports -o way/orders.csv", "exports/orders.csv"],
  ["score orders.csv --save-model orders.csv", "orders.csv"],
  ["score orders.csv --save-model link.csv", "orders.csv"],
  ["score orders.csv --rejects link.csv", "orders.csv"],
  ["score exports --rejects way/orders.csv", "exports/orders.csv"],
  ["score exports -o exports/same.csv", "exports/same.csv"],
  ["score exports --save-model way/same.csv", "exports/same.csv"],
  ["score orders.csv exports/orders.csv -o orders.csv", "orders.csv"],
  ["score tables -o tables/products.csv", "tables/products.csv"],
  ["lists exports --out copies", "exports/lost.csv"],
  ["compare orders.csv --from 2024-01-31 --moves link.csv", "orders.csv"],
  ["forecast orders.csv --save-parameters link.csv", "orders.csv"],
  ["segments orders.csv --exclude-customers no.csv -o no.csv", "no.csv"],
  ["score orders.csv -o scores.csv --rejects scores.csv", "scores.csv"],
  ["score orders.csv -o scores.csv --save-model ./scores.csv", "scores.csv"],
  ["compare scores.csv scores-2.csv -o scores.csv", "scores.csv"],
  ["lists way --out exports", "exports/lost.csv"],
];

/** Orders with their payments, and a table that neither needs. */
const TABLES = {
  "orders.csv": "order_id,customer_id,order_date,status\n1,a,2024-01-15,paid\n2,b,2024-01-20,paid\n",
  "payments.csv": "payment_id,order_id,amount\np1,1,10.00\np2,2,20.00\n",
  "products.csv": "sku,title\nx,Mug\n",
};

describe("a file of the user's own is never replaced by a result made of it", () => {
  it.each(CALLS)("%s", async (call, kept) => {
    const files = { "orders.csv": ORDERS, "no.csv": "customer_id\na\n" };
    await inFolder(files, async (folder, read) => {
      for (const scores of ["scores.csv", "scores-2.csv"]) {
        await runRfm(["score", "orders.csv", "-o", scores], folder);
      }
      await symlink("orders.csv", join(folder, "link.csv"));
      await mkdir(join(folder, "exports"));
      await writeFile(join(folder, "exports", "orders.csv"), ORDERS);
      await writeFile(join(folder, "exports", "lost.csv"), ORDERS.replaceAll(/^(\d)/gm, "9$1"));
      await writeFile(join(folder, "exports", "same.csv"), ORDERS);
      await symlink("exports", join(folder, "way"));
      await mkdir(join(folder, "copies"));
      await symlink("../exports/lost.csv", join(folder, "copies", "lost.csv"));
      await mkdir(join(folder, "tables"));
      for (const [name, text] of Object.entries(TABLES)) await writeFile(join(folder, "tables", name), text);
      const before = await read(kept);
      const { status, stderr } = await runRfm(call.split(" "), folder);
      expect(stderr).toMatch(/would replace|both name/);
      expect(status).toBe(2);
      expect(await read(kept)).toBe(before);
    });
  });
});

it("replaces an earlier result in a folder of exports, and a copy of one", async () => {
  await inFolder({}, async (folder) => {
    await mkdir(join(folder, "exports"));
    await writeFile(join(folder, "exports", "orders.csv"), ORDERS);
    for (const name of ["scores.csv", "scores-copy.csv", "scores-copy.csv", "scores.csv"]) {
      const { status, stderr } = await runRfm(["score", "exports", "-o", `exports/${name}`], folder);
      expect([name, status, stderr]).toEqual([name, 0, expect.not.stringContaining("would replace")]);
    }
  });
});
