import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect } from "vitest";
import { it, startRfm } from "../support/run-rfm.ts";

const ORDERS = "order_id,customer,date,amount\n1,a,2026-01-03,10\n2,b,2026-01-04,20\n3,b,2026-01-05,30\n";

/** Orders of as many customers, an order each: scored, they fill a pipe several times over. */
function ordersOf(customers: number): string {
  const rows = Array.from({ length: customers }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, "0");
    return `${index + 1},customer${index + 1}@example.com,2026-01-${day},${index + 1}.50`;
  });
  return `order_id,customer,date,amount\n${rows.join("\n")}\n`;
}

const MANY = 6000;
const MANY_ORDERS = ordersOf(MANY);

describe.concurrent("standard output", () => {
  it("may be closed by the reader: rfm score … | head -1", async ({ folder }) => {
    await folder.write({ "orders.csv": MANY_ORDERS });
    // $PIPESTATUS alone is its first element: the exit code of rfm
    const { stdout, stderr } = await folder.shell("rfm score orders.csv | head -1; echo $PIPESTATUS");
    expect(stdout.split("\n")).toEqual([expect.stringMatching(/^customer_id,/), "0", ""]);
    expect(stderr).toBe("");
  });

  for (const command of ["report orders.csv", "orders orders.csv", "score --help", "--help"]) {
    it(`may be closed before anything is written: rfm ${command} | true`, async ({ folder }) => {
      await folder.write({ "orders.csv": ORDERS });
      const { stdout, stderr } = await folder.shell(`rfm ${command} | true; echo $PIPESTATUS`);
      expect(stdout).toBe("0\n");
      expect(stderr).not.toMatch(/EPIPE|bug|Error/);
    });
  }

  it("takes a large result whole, and the same bytes as a file", async ({ folder }) => {
    await folder.write({ "orders.csv": MANY_ORDERS });
    const { stdout } = await folder.shell("rfm score orders.csv | (sleep 0.3; cat)");
    expect(stdout.length).toBeGreaterThan(256 * 1024);
    expect(stdout.split("\n")).toHaveLength(1 + MANY + 1);
    await folder.rfm("score orders.csv -o scores.csv");
    expect(await folder.read("scores.csv")).toBe(stdout);
  });

  it("holds the result and nothing else, notes go to standard error", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout, stderr } = await folder.rfm("score orders.csv");
    expect(stdout.split("\n")).toHaveLength(1 + 2 + 1);
    expect(stdout).not.toMatch(/note|warning/);
    expect(stderr).toMatch(/^note: 3 of 3 rows used as of 2026-01-05/m);
  });
});

const ESCAPE = "\u001b";
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, "g");
const FORCED = { NO_COLOR: undefined, FORCE_COLOR: "1" };
const UNSET = { NO_COLOR: undefined };

describe.concurrent("colours", () => {
  for (const command of [
    "score orders.csv",
    "segments orders.csv",
    "report orders.csv",
    "inspect orders.csv",
    "--help",
  ]) {
    it(`are left out where there is no terminal: rfm ${command}`, async ({ folder }) => {
      await folder.write({ "orders.csv": ORDERS });
      const { stdout, stderr } = await folder.rfm(command, { env: UNSET });
      expect(stdout).not.toContain(ESCAPE);
      expect(stderr).not.toContain(ESCAPE);
    });
  }

  it("are there with FORCE_COLOR=1, on both streams", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout, stderr } = await folder.rfm("segments orders.csv", { env: FORCED });
    expect(stdout).toContain(ESCAPE);
    expect(stderr).toContain(ESCAPE);
  });

  it("are left out with NO_COLOR, even where FORCE_COLOR is set", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout, stderr } = await folder.rfm("segments orders.csv", { env: { FORCE_COLOR: "1" } });
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  it("are left out with --no-color, even where FORCE_COLOR is set", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout, stderr } = await folder.rfm("segments orders.csv --no-color", { env: FORCED });
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  it("come back with an empty NO_COLOR, which means nothing", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout } = await folder.rfm("segments orders.csv", { env: { ...FORCED, NO_COLOR: "" } });
    expect(stdout).toContain(ESCAPE);
  });

  it("never get into data", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    for (const format of ["csv", "tsv", "json", "ndjson", "md"]) {
      expect((await folder.rfm(`segments orders.csv --format ${format}`, { env: FORCED })).stdout).not.toContain(
        ESCAPE,
      );
    }
  });

  it("never get into a file", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.rfm("segments orders.csv -o segments.txt", { env: FORCED });
    expect(await folder.read("segments.txt")).not.toContain(ESCAPE);
  });

  it("change nothing but decoration", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const plain = await folder.rfm("report orders.csv");
    const coloured = await folder.rfm("report orders.csv", { env: FORCED });
    expect(coloured.stdout.replaceAll(COLOUR, "")).toBe(plain.stdout);
  });

  it("cannot be smuggled in by the data", async ({ folder }) => {
    await folder.write({ "orders.csv": `${ORDERS}4,\u001b[31mred,2026-01-05,5\n` });
    const { stdout } = await folder.rfm("score orders.csv --format table");
    expect(stdout).toContain("red");
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe.concurrent("Ctrl-C", () => {
  it("ends a run that is reading standard input with 130, and leaves nothing behind", async ({ folder }) => {
    await folder.write({ "out.csv": "an earlier result\n" });
    const child = startRfm("score - -o out.csv", { cwd: folder.path });
    const ended = new Promise<readonly [number | null, string]>((resolve) => {
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      child.on("close", (status) => resolve([status, stderr]));
    });
    if (!child.stdin.write(MANY_ORDERS)) await once(child.stdin, "drain"); // more than a pipe holds: it is being read
    child.kill("SIGINT");
    expect(await ended).toEqual([130, ""]);
    expect(await folder.read("out.csv")).toBe("an earlier result\n");
    expect(await folder.list()).toEqual(["out.csv"]);
  });

  it("ends it without a result on standard output", async ({ folder }) => {
    const child = startRfm("score -", { cwd: folder.path });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    if (!child.stdin.write(MANY_ORDERS)) await once(child.stdin, "drain");
    child.kill("SIGINT");
    const [status] = await once(child, "close");
    expect(status).toBe(130);
    expect(Buffer.concat(chunks).toString()).toBe("");
  });
});

describe.concurrent("standard input", () => {
  it("is read as -", async ({ folder }) => {
    const { status, stdout, stderr } = await folder.rfm("orders -", { stdin: ORDERS });
    expect(stdout).toMatch(/^1,a,2026-01-03,10\.00,0\.00,10\.00,true,,standard input,2$/m);
    expect(stderr).toContain("3 of 3 rows used");
    expect(status).toBe(0);
  });

  it("takes its place beside files", async ({ folder }) => {
    await folder.write({ "february.csv": "order_id,customer,date,amount\n4,c,2026-02-01,40\n" });
    const { status, stderr } = await folder.rfm("orders february.csv -", { stdin: ORDERS });
    expect(stderr).toContain("4 of 4 rows used as of 2026-02-01");
    expect(status).toBe(0);
  });

  it("is what a result of rfm orders can be piped into", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { stdout } = await folder.shell("rfm orders orders.csv | rfm score -");
    expect(stdout).toBe((await folder.rfm("score orders.csv")).stdout);
  });
});

describe("standard output on a full disk", () => {
  it.skipIf(!existsSync("/dev/full"))("is named in the error", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { status, stderr } = await folder.shell("rfm score orders.csv > /dev/full");
    expect(stderr).toMatch(/^rfm: standard output: the disk is full/m);
    expect(stderr).not.toContain("bug");
    expect(status).toBe(5);
  });
});

describe.skipIf(process.platform === "win32")("streams that have a name", () => {
  it("are read as - is: <(…), /dev/stdin and /dev/fd", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS, "left-out.csv": "customer\nb\n" });
    const read = await folder.rfm("score orders.csv -q");
    expect(read.status).toBe(0);
    for (const line of [
      "rfm score - -q < orders.csv",
      "rfm score /dev/stdin -q < orders.csv",
      "cat orders.csv | rfm score /dev/stdin -q",
      "rfm score <(cat orders.csv) -q",
      "rfm score /dev/fd/7 -q 7< <(cat orders.csv)",
    ]) {
      expect([line, await folder.shell(line)]).toEqual([line, read]);
    }
    const without = await folder.rfm("score orders.csv -q --exclude-customers left-out.csv");
    expect(without.stdout).not.toBe(read.stdout);
    for (const line of [
      "rfm score orders.csv -q --exclude-customers <(cat left-out.csv)",
      "rfm score orders.csv -q --exclude-customers /dev/stdin < left-out.csv",
    ]) {
      expect((await folder.shell(line)).stdout).toBe(without.stdout);
    }
  });
});

describe.skipIf(process.platform === "win32")("things that are no files", () => {
  const NAMED = [
    "score pipe",
    "score orders.csv pipe",
    "inspect /dev/zero",
    "score orders.csv --scheme pipe",
    "score orders.csv --model pipe",
    "score orders.csv --currency EUR --rates pipe",
    "score orders.csv --exclude-customers pipe",
    "lists orders.csv --out lists --exclude pipe",
    "run pipe",
    "schemes check pipe",
    "compare pipe pipe --from 2026-01-15",
  ];

  it("are refused at once where a file is named: nobody writes to this pipe", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.shell("mkfifo pipe");
    for (const line of NAMED) {
      const { status, stderr } = await folder.rfm(line);
      expect([line, status]).toEqual([line, 3]);
      expect(stderr).toMatch(/this is a (named pipe|device), not a regular file/);
    }
  });

  it("are refused beside a file so large that threads read it", async ({ folder }) => {
    const filler = "x".repeat(300);
    const rows = Array.from(
      { length: 90_000 },
      (_, at) => `${at},c${at % 500},2026-01-0${1 + (at % 9)},10.00,${filler}`,
    );
    await folder.write({ "large.csv": ["order_id,customer,date,amount,notes", ...rows, ""].join("\n") });
    await folder.shell("mkfifo pipe");
    const { status, stderr } = await folder.rfm("score large.csv pipe -o out.csv");
    expect(stderr).toContain("pipe: this is a named pipe");
    expect(status).toBe(3);
  });
});
