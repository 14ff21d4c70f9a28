// Runs the built program on a made-up export and keeps the code that V8 compiled, so that nobody's run has to compile it again.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RECORD = fileURLToPath(new URL("record.cjs", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));

/** Enough bytes that several threads read them. */
const ROWS = 90_000;
const NOTE_BYTES = 250;

/** Orders of two years, some with quotes and some with statuses that do not count. */
function madeUpOrders() {
  const lines = ["order_id,order_date,customer_id,email,status,currency,total,notes"];
  for (let row = 0; row < ROWS; row += 1) {
    const customer = (row * 7919) % 30_011;
    const day = new Date(Date.UTC(2023, 0, 1) + Math.floor((row / ROWS) * 730) * 86_400_000);
    const status = row % 17 === 0 ? "cancelled" : row % 29 === 0 ? "refunded" : "completed";
    const total = ((row * 104_729) % 20_000) / 100;
    const note = row % 11 === 0 ? '"a ""gift"", wrapped"' : "x".repeat(NOTE_BYTES);
    const cells = [`1${row}`, `${day.toISOString().slice(0, 10)} 10:${10 + (row % 50)}:00`, `c${customer}`];
    lines.push([...cells, `c${customer}@example.com`, status, "EUR", total.toFixed(2), note].join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** Keeps the code of the modules that these commands load. */
export function makeCodeCache() {
  const folder = mkdtempSync(join(tmpdir(), "rfm-code-"));
  try {
    const orders = join(folder, "orders.csv");
    writeFileSync(orders, madeUpOrders());
    const commands = [
      ["score", orders, "--threads", "2", "--format", "csv", "-o", join(folder, "scores.csv")],
      ["report", orders, "-o", join(folder, "report.html")],
      ["segments", orders],
      ["inspect", orders],
    ];
    for (const words of commands) {
      const { status, stderr } = spawnSync(process.execPath, ["--require", RECORD, PROGRAM, ...words], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`rfm ${words[0]} failed: ${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
