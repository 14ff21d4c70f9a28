import { appendFileSync, rmSync, utimesSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../src/orders/read-orders.ts";
import { inFolder } from "../support/in-process.ts";

const HEADER = "order_id,customer_id,date,amount\n";

function rows(count: number): string {
  return Array.from({ length: count }, (_, at) => `${at},c${at},2025-01-31,10.00\n`).join("");
}

/** Reads an export to which something is done when its first block has been read. */
async function readWhile(change: (path: string) => void): Promise<void> {
  await inFolder({}, async (folder) => {
    const path = join(folder, "orders.csv");
    await writeFile(path, `${HEADER}${rows(20_000)}`);
    let isDone = false;
    const onProgress = (): void => {
      if (!isDone) change(path);
      isDone = true;
    };
    await readOrders([path], { onProgress });
    expect(isDone).toBe(true);
  });
}

describe("an export that changes while it is read", () => {
  it("is refused when rows are added to it", async () => {
    await expect(readWhile((path) => appendFileSync(path, rows(1)))).rejects.toThrow(
      /orders\.csv changed while it was read: it had [\d,]+ bytes and has [\d,]+ bytes now/,
    );
  });

  it("is refused when it was written again with as many bytes", async () => {
    await expect(readWhile((path) => utimesSync(path, 1, 1))).rejects.toThrow(
      /changed while it was read: it was rewritten/,
    );
  });

  it("is refused when it is taken away", async () => {
    await expect(readWhile((path) => rmSync(path))).rejects.toThrow(/changed while it was read: it was deleted/);
  });

  it("is read when it stays as it is", async () => {
    await expect(readWhile(() => {})).resolves.toBeUndefined();
  });
});
