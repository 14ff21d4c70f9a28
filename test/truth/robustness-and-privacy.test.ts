import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { steadyDigits } from "../../src/analysis/steady-digits.ts";
import { isNamed } from "../../src/files/matching-paths.ts";
import { buildProgram } from "../../src/main.ts";
import { inFolder, runRfm, testContext } from "../support/in-process.ts";

/** Thirty orders of ten customers, one order a day. */
const ORDERS = [
  "order_id,customer,date,amount,currency",
  ...Array.from(
    { length: 30 },
    (_, at) => `${at + 1},c${at % 10},2026-01-${String(at + 1).padStart(2, "0")},${10 + at}.00,EUR`,
  ),
  "",
].join("\n");

/** Files as they should not be, by what is wrong with them. */
const BROKEN: Readonly<Record<string, string | Uint8Array>> = {
  "unclosed-quote.csv": 'email\n"alder@example.com\nbirch@example.com\n',
  "stray-quote.csv": 'email\nal"der"@example.com\n"birch"x@example.com\n',
  "nul-bytes.csv": "email\nalder@example.com\u0000\n",
  "binary.csv": Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
  "empty.csv": "",
  "only-a-mark.csv": "\uFEFF",
  "not-utf-8.csv": Uint8Array.from([0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a, 0xc3, 0x28, 0xff, 0x0a]),
  "half-utf-16.csv": Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62]),
  "one-long-line.csv": `email,${"x".repeat(100 * 1024)}`,
  "nested.csv": "[".repeat(20_000),
  "cut-short.csv.gz": gzipSync("email\nalder@example.com\n".repeat(50)).subarray(0, 40),
  "aliases.yaml": "a: &a [*a, *a]\nname: *a\nsegments: *a\nexports: *a\n",
};

/** Options that name a file which is read. */
const READ = new Set(
  "--rates,--exclude-customers,--exclude,--scheme,--model,--parameters,--treated,--control,--loyalty,--plan,--check".split(
    ",",
  ),
);
/** Options that name a file or folder which is written. */
const WRITTEN = new Set(["--output", "--rejects", "--save-model", "--save-parameters", "--moves", "--out"]);

/** What commands need besides their exports. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  compare: ["--from", "2026-01-15"],
  lists: ["--out", "written"],
  init: ["-o", "written.yaml"],
  effect: ["--treated", "treated.csv", "--control", "control.csv", "--since", "2026-01-15"],
};

/** A name and an address as nobody must find them in a message, and what would turn a terminal red. */
/** How long a line is that no export has. */
const LINE_MIB = process.env["RFM_LONG_TESTS"] === "1" ? 10 : 2;

const WHO = "willow.secret@example.com";
const RED = "\u001b[31m";

describe("what came from a file, in messages and on a terminal", () => {
  /** Files with an address and an escape in one place each, and the lines that speak of it. */
  const cells = (order: string, customer: string, date: string, amount: string, status: string): string =>
    [
      "order_id,customer,date,amount,status",
      ...Array.from({ length: 12 }, (_, at) => `${at},c${at % 4},2026-01-${10 + at},10.00,paid`),
      `${order},${customer},${date},${amount},${status}`,
      "",
    ].join("\n");
  const PLANTED = `${RED}${WHO}`;
  const FILES: Readonly<Record<string, string>> = {
    "order.csv": cells(PLANTED, "c1", "2026-01-20", "10", "paid"),
    "customer.csv": cells("99", PLANTED, "2026-01-20", "10", "paid"),
    "date.csv": cells("99", "c1", PLANTED, "10", "paid"),
    "amount.csv": cells("99", "c1", "2026-01-20", PLANTED, "paid"),
    "status.csv": cells("99", "c1", "2026-01-20", "10", PLANTED),
    "headed.csv": cells("99", "c1", "2026-01-20", "10", "paid").replace("status", PLANTED),
    "headless.csv": `1,${PLANTED},2026-01-03,10\n2,${WHO},2026-01-04,20\n`,
    "no-columns.csv": `${PLANTED},b,c,d\n1,2,3,4\n`,
    [`${RED}${WHO}.csv`]: cells("99", "c1", "2026-01-20", PLANTED, "paid"),
    "rates.csv": `currency,rate\n${PLANTED},${PLANTED}\nUSD,${PLANTED}\n`,
    "left-out.csv": `${PLANTED},b\nx,y\n`,
    "key.yaml": `exports: orders.csv\n"${PLANTED.replace("\u001b", "\\e")}": 1\n`,
    "value.yaml": `exports: "${PLANTED.replace("\u001b", "\\e")}"\noutputs:\n  - { command: "${WHO}", file: x.csv }\n`,
    "scheme.yaml": `name: "${WHO}"\nlevels: 5\nsegments:\n  - { name: "${PLANTED.replace("\u001b", "\\e")}", r: 9 }\n`,
    "model.json": `{"rfm_model": "${WHO}"}`,
    "scores.csv": `customer_id,first_order\n${PLANTED},x\n`,
    "orders.csv": cells("99", "c1", "2026-01-20", "10", "paid"),
  };

  it("never has a whole e-mail address or an escape, wherever in the input they stand", async () => {
    await inFolder(FILES, async (folder) => {
      const names = Object.keys(FILES);
      const exports = names.filter((name) => name.endsWith(".csv"));
      const lines = [
        ...exports.flatMap((name) => ["score", "segments", "inspect", "report"].map((command) => [command, name])),
        ...exports.map((name) => [
          "score",
          name,
          "--format",
          "table",
          "--unknown-status",
          "include",
          "--keep",
          PLANTED,
        ]),
        ...names.flatMap((name) => [
          ["score", "orders.csv", "--scheme", name],
          ["score", "orders.csv", "--model", name],
          ["score", "orders.csv", "--currency", "EUR", "--rates", name],
          ["score", "orders.csv", "--exclude-customers", name],
          ["lists", "orders.csv", "--out", "lists", "--exclude", name],
          ["run", name, "--dry-run"],
          ["run", name, "--dry-run", "--log", "json"],
          ["schemes", "check", name],
        ]),
        ["score", "orders.csv", `--${PLANTED}`],
        ["score", `${WHO}.nothing`],
        ["score", "orders.csv", "--where", `status=${PLANTED}`],
      ];
      for (const line of lines) {
        const { stderr, stdout } = await runRfm(line, folder);
        expect({ line, found: stderr.includes(WHO) || stderr.includes("\u001b") }).toEqual({ line, found: false });
        const isTable = line[0] !== "score" || line.includes("table");
        const shown = line[0] === "inspect" ? (stdout.split("\nThe same reading")[0] ?? "") : stdout;
        if (isTable) expect({ line, found: stdout.includes("\u001b") }).toEqual({ line, found: false });
        if (isTable && line[0] !== "inspect")
          expect({ line, found: shown.includes(WHO) }).toEqual({ line, found: false });
      }
    });
  });
});

describe("the same input", () => {
  it("gives the same bytes in whatever order its files are named", async () => {
    const [header = "", ...rows] = ORDERS.trimEnd().split("\n");
    const files = {
      "b.csv": [header, ...rows.slice(0, 10), ""].join("\n"),
      "a.csv": [header, ...rows.slice(10, 20), ""].join("\n"),
      "c.csv": [header, ...rows.slice(20), ""].join("\n"),
      "copy.csv": [header, ...rows.slice(20), ""].join("\n"),
    };
    await inFolder(files, async (folder, read) => {
      const results: string[] = [];
      for (const names of [
        "a.csv b.csv c.csv copy.csv",
        "copy.csv c.csv b.csv a.csv",
        "b.csv a.csv copy.csv a.csv c.csv",
      ]) {
        const { stderr, status } = await runRfm(["report", ...names.split(" "), "-o", "report.html"], folder);
        expect(status).toBe(0);
        results.push(`${stderr}${await read("report.html")}`);
      }
      expect(new Set(results).size).toBe(1);
    });
  });

  it("gives 12 digits of what logarithms and powers make, which no two machines write differently", () => {
    expect(steadyDigits(0.123456789012345)).toBe(0.123456789012);
    expect(steadyDigits(0.1234567890123999)).toBe(steadyDigits(0.1234567890124001));
    expect([steadyDigits(0), steadyDigits(1), steadyDigits(Number.POSITIVE_INFINITY)]).toEqual([0, 1, Infinity]);
  });
});

describe("work that must not grow without bound", () => {
  it("matches a pattern of many stars in no time, and as a pattern of few", () => {
    const began = performance.now();
    expect(isNamed(`${"*a".repeat(60)}*b`, "a".repeat(250))).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(isNamed("*shop*2026*orders*.csv", "my-shop-2026-01-orders-all.csv")).toBe(true);
    expect(isNamed("*shop*2026*orders*.csv", "my-shop-orders-2026.csv")).toBe(false);
    expect(isNamed("a?c*", "abc")).toBe(true);
    expect(isNamed("**", "")).toBe(true);
  });

  it("names exports by such a pattern", async () => {
    await inFolder({ "my-shop-2026-orders.csv": ORDERS, "other.csv": "x" }, async (folder) => {
      const { status, stdout } = await runRfm(["score", "*shop*2026*or*rs*.csv"], folder);
      expect([status, stdout.split("\n").length]).toEqual([0, 12]);
      expect((await runRfm(["score", `${"*a".repeat(40)}*b`], folder)).status).toBe(3);
    });
  });

  it("calls a gzip of zeros a binary file by its first bytes", async () => {
    await inFolder({}, async (folder) => {
      await writeFile(join(folder, "zeros.csv.gz"), gzipSync(Buffer.alloc(400 * 1024 * 1024), { level: 1 }));
      const began = performance.now();
      const { status, stderr } = await runRfm(["score", "zeros.csv.gz"], folder);
      expect([status, stderr]).toEqual([3, expect.stringContaining("this is a binary file")]);
      expect(performance.now() - began).toBeLessThan(5000);
    });
  });
});

describe("files that are broken", () => {
  let folder = "";
  let broken: readonly string[] = [];
  let commands: readonly Command[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rfm-test-"));
    for (const [name, content] of Object.entries(BROKEN)) await writeFile(join(folder, name), content);
    await mkdir(join(folder, "folder.csv"));
    await writeFile(join(folder, "forbidden.csv"), "email\nalder@example.com\n");
    await chmod(join(folder, "forbidden.csv"), 0);
    await symlink("nowhere", join(folder, "dangling.csv"));
    for (const [group, ids] of Object.entries({ treated: "c1\nc2", control: "c3\nc4" })) {
      await writeFile(join(folder, `${group}.csv`), `customer_id\n${ids}\n`);
    }
    await writeFile(join(folder, "orders.csv"), ORDERS);
    const device = existsSync("/dev/full") ? ["/dev/full"] : [];
    const failing = existsSync("/proc/self/mem") ? ["/proc/self/mem"] : []; // reading its first byte is an I/O error
    broken = [...Object.keys(BROKEN), "folder.csv", "forbidden.csv", "dangling.csv", "none.csv", ...device, ...failing];
    commands = (await buildProgram(["completion"], testContext())).commands;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** All of them for two commands; the others read with the same code, and are asked whether they do. */
  function filesFor(command: Command): readonly string[] {
    const isTried = command.name() === "score" || command.name() === "lists";
    return isTried ? broken : broken.filter((_, at) => at % 5 === 0);
  }

  /** What a command needs besides its exports, but for the option that is tried. */
  function also(command: Command, tried = ""): readonly string[] {
    const name = command.name();
    const needed = ALSO[name] ?? [];
    if (name !== "explain") return needed.filter((word, at) => word !== tried && needed[at - 1] !== tried);
    return [command.options.some(({ long }) => long === "--id") ? "--id" : "--customer", "c1"];
  }

  /** Runs a command, and expects that whatever it says, it does not say that it has a bug. */
  async function expectNoBug(args: readonly string[]): Promise<number> {
    const { status, stderr } = await runRfm(args, folder);
    expect({ args, status, bug: /bug in rfm|\n {4}at /.test(stderr) ? stderr : "" }).toEqual({
      args,
      status: expect.toSatisfy((code: number) => code !== 1),
      bug: "",
    });
    if (status !== 0) expect(stderr).toMatch(/^rfm: .+/m);
    return status;
  }

  it("are tried for every option that names a file", () => {
    const named = commands.flatMap(({ options }) => options).filter(({ flags }) => /<(file|folder)>/.test(flags));
    expect(named.length).toBeGreaterThan(0);
    for (const { long } of named) expect([...READ, ...WRITTEN]).toContain(long);
  });

  it("are refused as exports by every command that reads exports", async () => {
    const readers = commands.filter(({ registeredArguments: [first] }) => first?.name() === "exports");
    expect(readers.length).toBeGreaterThan(9);
    for (const command of readers) {
      for (const file of filesFor(command)) {
        const status = await expectNoBug([command.name(), file, ...also(command)]);
        if (command.name() === "init") await rm(join(folder, "written.yaml"), { force: true });
        else expect([command.name(), file, status]).not.toEqual([command.name(), file, 0]);
      }
    }
  });

  it("are refused, or read for what they are, in every option of every command", async () => {
    for (const command of commands) {
      const takes = command.options.flatMap(({ long }) => (READ.has(long ?? "") ? [long ?? ""] : []));
      const readsExports = command.registeredArguments[0]?.name() === "exports";
      for (const option of takes) {
        const reads = readsExports ? ["orders.csv", ...also(command, option)] : [];
        for (const file of filesFor(command)) {
          await expectNoBug([
            command.name(),
            ...reads,
            option,
            file,
            ...(option === "--rates" ? ["--currency", "EUR"] : []),
          ]);
        }
      }
    }
  });

  it(`are refused in one short message where a line has ${LINE_MIB} MiB`, async () => {
    await writeFile(join(folder, "long.csv"), `email,${"x".repeat(LINE_MIB * 1024 * 1024)}`);
    const lines = [
      "score long.csv",
      "score orders.csv --scheme long.csv",
      "score orders.csv --model long.csv",
      "run long.csv",
    ];
    lines.push("score orders.csv --exclude-customers long.csv", "score orders.csv --currency EUR --rates long.csv");
    for (const line of lines) {
      const { status, stderr } = await runRfm(line.split(" "), folder);
      expect([line, status]).toEqual([line, expect.toSatisfy((code: number) => code === 2 || code === 3)]);
      expect(stderr.length).toBeLessThan(5000);
    }
  });

  it("are refused as configs, as schemes, and as files of scores", async () => {
    const scores = await runRfm(["score", "orders.csv"], folder);
    for (const file of broken) {
      expect(await expectNoBug(["run", file])).not.toBe(0);
      expect(await expectNoBug(["schemes", "check", file])).not.toBe(0);
      expect(await expectNoBug(["schemes", file])).not.toBe(0);
      expect(await expectNoBug(["compare", file, file])).not.toBe(0);
      expect(await expectNoBug(["compare", "orders.csv", file])).not.toBe(0);
    }
    const [header = "", first = ""] = scores.stdout.split("\n");
    for (const line of [`"${first}`, `${first}\n${first}`, "", "\u0000", `${first.replace("c0", 'c"0"')}`]) {
      await writeFile(join(folder, "scores.csv"), `${header}\n${line}`);
      expect(await expectNoBug(["compare", "scores.csv", "scores.csv"])).not.toBe(0);
    }
  });

  it("are refused where a config names them", async () => {
    for (const file of broken) {
      for (const key of ["rates", "exclude-customers", "scheme", "model"]) {
        const section = key === "scheme" || key === "model" ? "scoring" : "reading";
        const outputs = "outputs:\n  - { command: score, file: scores.csv }\n";
        const config = `exports: orders.csv\n${section}: { ${key}: ${file} }\n${outputs}`;
        await writeFile(join(folder, "named.yaml"), config);
        await expectNoBug(["run", "named.yaml", "--dry-run"]);
      }
      await writeFile(join(folder, "named.yaml"), `exports: ${file}\noutputs:\n  - { command: score, file: s.csv }\n`);
      expect(await expectNoBug(["run", "named.yaml", "--dry-run"])).not.toBe(0);
    }
  });
});

describe("an address that is shortened for people", () => {
  const orders = `order_id,email,date,amount\n${Array.from({ length: 30 }, (_, at) => `${at},p${at % 10}@example.com,2026-01-${String(at + 1).padStart(2, "0")},10.00\n`).join("")}`;
  const shown = async (args: readonly string[]): Promise<string> =>
    inFolder({ "orders.csv": orders }, async (folder) => (await runRfm([...args, "--quiet"], folder)).stdout);

  it.each([
    [
      ["score", "orders.csv", "--format", "table"],
      ["--format", "csv"],
    ],
    [
      ["explain", "orders.csv", "--id", "p3@example.com"],
      ["--format", "json"],
    ],
    [["report", "orders.csv", "--full"], ["--show-customers"]],
    [["report", "orders.csv", "--full", "--format", "md"], ["--show-customers"]],
    [["report", "orders.csv", "--format", "html"], ["--show-customers"]],
  ] as const)("has the option beside it that shows it: %j", async (args, option) => {
    const short = await shown(args);
    expect(short).toContain("p…@example.com");
    expect(short).not.toContain("p3@example.com");
    expect(short.replace(/\s+/g, " ")).toContain(option.join(" "));
    expect(await shown([...args, ...option])).toContain("p3@example.com");
  });
});
