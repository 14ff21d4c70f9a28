/** `rfm run` as a cron job meets it. */
import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { dayNumber, formatDay } from "../../src/basics/calendar/days.ts";
import { runRfm } from "../support/in-process.ts";
import { latestName, readLatest, setNames, workLeft } from "../support/output-sets.ts";
import { type Folder, finish, it, startRfm } from "../support/run-rfm.ts";

const OUTPUTS = `outputs:
  - { command: score, file: scores.csv }
  - { command: segments, file: tables/segments.csv }
  - { command: rejects, file: rejects.csv }
`;

function configOf(more = "", outputs = OUTPUTS): string {
  return `version: 1\nexports: exports/\n${outputs}${more}`;
}

/** An export whose newest order is of a day, with this many customers, each with two orders. */
function exportOf(customers: number, newest = "2025-06-30"): string {
  const last = dayNumber(...(newest.split("-").map(Number) as [number, number, number]));
  const rows = Array.from({ length: customers }, (_, at) => [
    `${2 * at},c${at},${formatDay(last - 100 - (at % 90))},${10 + (at % 50)}.00`,
    `${2 * at + 1},c${at},${formatDay(last - (at % 100))},${20 + (at % 70)}.00`,
  ]);
  return `order_id,customer_id,date,amount\n${rows.flat().join("\n")}\n`;
}

async function prepare(folder: Folder, more = "", customers = 200): Promise<void> {
  await folder.write({ "rfm.config.yaml": configOf(more), "exports/orders.csv": exportOf(customers) });
}

describe("rfm run", () => {
  it("without a config says where one comes from", async ({ folder }) => {
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toContain(
      "rfm: no rfm.config.yaml in this folder\nhint: name a config file, or write one with rfm init FILE…",
    );
    expect(status).toBe(2);
  });

  it("refuses two configs, and one that is not there", async ({ folder }) => {
    await folder.write({ "rfm.config.yaml": configOf(), "rfm.config.json": "{}" });
    expect((await folder.rfm("run")).stderr).toContain(
      "two configs in this folder: rfm.config.yaml and rfm.config.json",
    );
    expect((await folder.rfm("run other.yaml")).stderr).toContain("other.yaml: no such file");
  });

  it("says everything that is wrong with a config, contradictions between options too, before it reads", async ({
    folder,
  }) => {
    const outputs = `outputs:
  - { command: score, file: scores.csv, sort: colour }
  - { command: compare, file: compare.csv }
  - { command: report, file: report.doc }
`;
    await folder.write({
      "rfm.config.yaml": configOf("scoring: { window-for: fm }\nreading: { rates: r.csv }\n", outputs),
    });
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toMatch(/line 4: --sort colour: unknown column/);
    expect(stderr).toMatch(/line 5: --from is missing/);
    expect(stderr).toMatch(/line 6: -o report\.doc: cannot infer a format from the extension/);
    expect(stderr).toMatch(/line 7: --window-for needs --window: it says what the window limits/);
    expect(stderr).toMatch(/line 8: --rates needs --currency: it says how to convert, but not into what/);
    expect(status).toBe(2);
    expect(await folder.list()).toEqual(["rfm.config.yaml"]);
  });

  it("writes what the commands write, byte for byte, in one reading", async ({ folder }) => {
    await prepare(folder);
    const { status, stdout } = await folder.rfm("run");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    const set = readLatest(join(folder.path, "rfm-out")) ?? {};
    expect(set["scores.csv"]).toBe((await folder.rfm("score exports/")).stdout);
    expect(set["tables/segments.csv"]).toBe((await folder.rfm("segments exports/ --format csv")).stdout);
    const manifest: unknown = JSON.parse(set["manifest.json"] ?? "");
    expect(manifest).toMatchObject({
      rfm_run: 1,
      as_of: "2025-06-30",
      options: { exports: ["exports/"], outputs: [{ command: "score", file: "scores.csv" }, {}, {}] },
      inputs: [{ role: "export", name: join("exports", "orders.csv"), rows: 400 }],
      ledger: { rows: 400, used_rows: 400, rejected_rows: 0, set_aside: [] },
      scheme: "standard",
      outputs: [
        { file: "scores.csv", rows: 200 },
        { file: "tables/segments.csv", rows: 11 },
        { rows: 0 },
        { file: "digest.json" },
        { file: "digest.md" },
        { file: "digest.txt" },
      ],
    });
    expect(set["manifest.json"]).not.toMatch(/\d\d:\d\d/);
  });

  it("writes the lists that rfm lists writes, and a column of its own for each output that keeps one", async ({
    folder,
  }) => {
    const people = exportOf(60).replace(/c(\d+)/g, "person$1@example.com,Town$1");
    await folder.write({
      "exports/orders.csv": people.replace("customer_id", "email,city"),
      "rfm.config.yaml": configOf(
        "",
        `outputs:
  - { command: lists, folder: lists, for: [csv, mailchimp], holdout: 10% }
  - { command: score, file: scores.csv }
  - { command: score, file: towns.csv, keep: city }
`,
      ),
    });
    expect((await folder.rfm("run")).status).toBe(0);
    const set = readLatest(join(folder.path, "rfm-out")) ?? {};
    await folder.rfm("lists exports/ --for csv,mailchimp --holdout 10% --out plain");
    const written = (await folder.list()).filter((name) => /^plain.*\.csv$/.test(name));
    expect(written.length).toBeGreaterThan(20);
    for (const name of written) expect(set[name.replace("plain", "lists")]).toBe(await folder.read(name));
    expect(set["scores.csv"]).toBe((await folder.rfm("score exports/")).stdout);
    expect(set["towns.csv"]).toBe((await folder.rfm("score exports/ --keep city")).stdout);
  });

  it("refuses lists that find their people in different columns, as the exports are read once", async ({ folder }) => {
    const outputs = `outputs:
  - { command: lists, folder: a, email: email }
  - { command: lists, folder: b, email: other }
`;
    await folder.write({ "rfm.config.yaml": configOf("", outputs), "exports/orders.csv": exportOf(20) });
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toContain("line 5: the contact columns of b differ from those of a: name the same columns in both");
    expect(status).toBe(2);
  });

  it("says that nothing changed the second time, and leaves the folder as it is", async ({ folder }) => {
    await prepare(folder);
    await folder.rfm("run");
    const before = await folder.list();
    const { status, stderr } = await folder.rfm("run");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^nothing changed: rfm-out\/2025-06-30-[0-9a-f]{12} already has the same 6 files$/m);
    expect(await folder.list()).toEqual(before);
  });

  it("gives the same set wherever and whenever it runs", async ({ folder }) => {
    await prepare(folder);
    await folder.rfm("run");
    const name = latestName(join(folder.path, "rfm-out"));
    await folder.spawn(["run", join(folder.path, "rfm.config.yaml"), "--out", "elsewhere"], {
      env: { TZ: "Pacific/Kiritimati", LANG: "fi_FI.UTF-8" },
      cwd: join(folder.path, "exports"),
    });
    expect(latestName(join(folder.path, "exports", "elsewhere"))).toBe(name);
  });

  it("lets options of the command line win, and writes them down", async ({ folder }) => {
    await prepare(folder, "scoring: { levels: 4, as-of: 2025-05-31 }\n");
    await folder.rfm("run --levels 3 --as-of 2025-06-15 --where customer_id=c1,c2,c3,c4,c5,c6,c7");
    const set = readLatest(join(folder.path, "rfm-out")) ?? {};
    const { stdout } = await folder.rfm(
      "score exports/ --levels 3 --as-of 2025-06-15 --where customer_id=c1,c2,c3,c4,c5,c6,c7",
    );
    expect(set["scores.csv"]).toBe(stdout);
    expect(JSON.parse(set["manifest.json"] ?? "")).toMatchObject({
      as_of: "2025-06-15",
      options: { scoring: { levels: "4" }, command_line: { levels: ["3"], "as-of": ["2025-06-15"] } },
    });
  });

  it("has its files for the owner only, or as the config says", async ({ folder }) => {
    await prepare(folder);
    const modeOf = async (path: string): Promise<number> => (await stat(join(folder.path, path))).mode & 0o777;
    await folder.rfm("run");
    expect(await modeOf("rfm-out/latest/scores.csv")).toBe(0o600);
    expect(await modeOf("rfm-out/latest")).toBe(0o700);
    await prepare(folder, "output: { mode: group }\n");
    await folder.rfm("run");
    expect(await modeOf("rfm-out/latest/tables/segments.csv")).toBe(0o640);
    expect(await modeOf("rfm-out/latest/tables")).toBe(0o750);
  });

  it("refuses to read what it wrote", async ({ folder }) => {
    await folder.write({
      "rfm.config.yaml": "version: 1\nexports: '**/*.csv'\noutputs:\n  - { command: orders, file: orders.csv }\n",
      "orders.csv": exportOf(20),
    });
    expect((await folder.rfm("run")).status).toBe(0);
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toContain("is in the output folder: it is the output of a run, not an export");
    expect(status).toBe(2);
  });

  it("stops at once while another run is writing there", async ({ folder }) => {
    await prepare(folder);
    const child = startRfm("run", { cwd: folder.path });
    const first = finish(child);
    await new Promise((resolve) => child.stderr.once("data", resolve));
    while (workLeft(join(folder.path, "rfm-out")).every((name) => !name.startsWith("lock-"))) {
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    child.kill("SIGSTOP");
    const { status, stderr } = await folder.rfm("run");
    child.kill("SIGCONT");
    expect((await first).status).toBe(0);
    expect(stderr).toMatch(/another run is writing there \(PID \d+\)/);
    expect(status).toBe(5);
  });

  it("cleans up when it is told to end", async ({ folder }) => {
    await prepare(folder);
    const child = startRfm("run", { cwd: folder.path });
    child.stderr.on("data", (text: Buffer) => {
      if (text.toString().includes("output:")) child.kill("SIGTERM");
    });
    const { status } = await finish(child);
    const out = join(folder.path, "rfm-out");
    expect([143, 0, null]).toContain(status); // it may have been done, or about to exit, when nothing listens any more
    expect(workLeft(out).filter((name) => name !== "order")).toEqual([]);
  });

  it.each(["ulimit -f 1; rfm run", "chmod 500 rfm-out; rfm run"])(
    "leaves the old set where it cannot write: %s",
    async (line) => {
      const { withFolder } = await import("../support/run-rfm.ts");
      await withFolder(async (folder) => {
        await prepare(folder);
        await folder.rfm("run");
        const before = readLatest(join(folder.path, "rfm-out"));
        await folder.write({ "exports/orders.csv": exportOf(300) });
        const { status, stderr } = await folder.shell(line);
        await chmod(join(folder.path, "rfm-out"), 0o700);
        if (line.includes("chmod") && process.getuid?.() === 0) return; // root may write everywhere
        expect(status).toBe(5);
        expect(stderr).toMatch(/hint: the previous set is unchanged/);
        expect(readLatest(join(folder.path, "rfm-out"))).toEqual(before);
        expect(workLeft(join(folder.path, "rfm-out"))).toEqual(["order"]);
      });
    },
  );

  it("says so where the output folder is a file", async ({ folder }) => {
    await prepare(folder);
    await folder.write({ "rfm-out": "a file" });
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toMatch(/^rfm: .*rfm-out: /m);
    expect(status).toBe(5);
  });
});

describe("the guards of a run", () => {
  const GUARDS =
    "guards: { newest-order-days: 3, rows-percent: 90, segment-change-percent: 30, rejects-percent: 0.5 }\n";
  const clock = (day: string) => () => new Date(`${day}T12:00:00`);

  it("pass on the first run, and say so", async ({ folder }) => {
    await prepare(folder, GUARDS);
    const { status, stderr } = await runRfm(["run"], folder.path, { clock: clock("2025-07-02") });
    expect(stderr).toContain(
      "guard newest-order-days: passed: the newest order is dated 2025-06-30, 2 days old (at most 3)",
    );
    expect(stderr).toContain("guard rows-percent: passed: there is no last run to compare with");
    expect(status).toBe(0);
  });

  it.each([
    ["2025-07-04", /newest-order-days: FAILED: the newest order is dated 2025-06-30, 4 days old \(at most 3\)/],
    ["1970-01-01", /20,269 days after the machine's date, 1970-01-01: one of the two is wrong/],
  ])("fail on %s: exit code 6, and nothing is written", async (day, message) => {
    const { withFolder } = await import("../support/run-rfm.ts");
    await withFolder(async (folder) => {
      await prepare(folder, GUARDS);
      const { status, stderr } = await runRfm(["run"], folder.path, { clock: clock(day) });
      expect(stderr).toMatch(message);
      expect(stderr).toContain(
        "failed: exit code 6; 1 guard failed: newest-order-days; no set exists yet, and none was made\n",
      );
      expect(status).toBe(6);
      expect(setNames(join(folder.path, "rfm-out"))).toEqual([]);
    });
  });

  it("fail where rows or segments went, keep the old set, name every one; --ignore-guards goes on", async ({
    folder,
  }) => {
    await prepare(folder, GUARDS, 400);
    const parts = { clock: clock("2025-07-01") };
    await runRfm(["run"], folder.path, parts);
    const out = join(folder.path, "rfm-out");
    const before = readLatest(out);
    await folder.write({ "exports/orders.csv": exportOf(200) });
    const { status, stderr } = await runRfm(["run"], folder.path, parts);
    expect(stderr).toMatch(/guard rows-percent: FAILED: 400 rows, 50% of the 800 of the last run \(at least 90%\)/);
    expect(stderr).toContain(
      "guard segment-change-percent: FAILED: 200 customers, 400 in the last run: 50% less (at most 30%)\n",
    );
    expect(stderr).toContain("rfm: 2 guards failed: rows-percent, segment-change-percent\n");
    expect(stderr.match(/50% of the 800 of the last run/g)).toHaveLength(1);
    expect(stderr).toContain(
      "failed: exit code 6; 2 guards failed: rows-percent, segment-change-percent; the previous set is unchanged\n",
    );
    expect(stderr).toContain("run once with --ignore-guards");
    expect(status).toBe(6);
    expect(readLatest(out)).toEqual(before);
    const forced = await runRfm(["run", "--ignore-guards"], folder.path, parts);
    expect(forced.status).toBe(0);
    expect(forced.stderr).toContain("failed guards ignored, as --ignore-guards asks");
    expect(readLatest(out)).not.toEqual(before);
  });

  it("fail where the last run's manifest cannot be read", async ({ folder }) => {
    await prepare(folder, GUARDS);
    const parts = { clock: clock("2025-07-01") };
    await runRfm(["run"], folder.path, parts);
    await folder.write({ "rfm-out/latest/manifest.json": "{" });
    const { status, stderr } = await runRfm(["run"], folder.path, parts);
    expect(stderr).toContain("the last run's manifest.json cannot be read");
    expect(status).toBe(6);
  });

  it("stop at a status, a column and a currency that the last set did not have, and at other revenue", async ({
    folder,
  }) => {
    const header = "order_id,customer_id,date,amount,status,currency";
    const rows = (count: number, status: string, amount = "10.00") =>
      Array.from(
        { length: count },
        (_, at) => `${status}${at},c${at},2025-06-${10 + (at % 20)},${amount},${status},EUR`,
      );
    const guards = "guards: { stop-at-new: [statuses, columns, currencies], revenue-change-percent: 20 }\n";
    const write = (lines: readonly string[], head = header) =>
      folder.write({ "rfm.config.yaml": configOf(guards), "exports/orders.csv": `${[head, ...lines].join("\n")}\n` });
    await write(rows(20, "paid"));
    expect((await folder.rfm("run")).status).toBe(0);
    await write([...rows(20, "paid"), ...rows(4, "completed")]);
    const atLimit = await folder.rfm("run");
    expect(atLimit.stderr).toContain('guard stop-at-new: FAILED: 1 new status since the last run: "completed"\n');
    expect(atLimit.stderr).toContain("guard revenue-change-percent: passed: revenue 240.00 EUR, 200.00 EUR");
    expect(atLimit.status).toBe(6);
    await write(
      [...rows(20, "paid"), "x1,c1,2025-06-29,41.00,paid,EUR"].map((row) => `${row},web`),
      `${header},source`,
    );
    const over = await folder.rfm("run");
    expect(over.stderr).toContain('guard stop-at-new: FAILED: 1 new column since the last run: "source"\n');
    expect(over.stderr).toContain(
      "revenue-change-percent: FAILED: revenue 241.00 EUR, 200.00 EUR in the last run: 20.5%",
    );
    expect(over.stderr).toContain("rfm: 2 guards failed: stop-at-new, revenue-change-percent\n");
    await write(rows(20, "paid").map((row) => row.replace("EUR", "SEK")));
    const other = await folder.rfm("run");
    expect(other.stderr).toContain('1 new currency since the last run: "SEK"');
    expect(other.stderr).toContain("revenue is in SEK, and was in EUR in the last run");
    expect((await folder.rfm("run --ignore-guards")).status).toBe(0);
    expect((await folder.rfm("run")).status).toBe(0);
  });

  it("name a new status safely: addresses masked, and nothing that moves the cursor", async ({ folder }) => {
    const of = (status: string) => `order_id,customer_id,date,amount,status\n1,a,2025-06-01,5.00,${status}\n`;
    const config = configOf("reading: { unknown-status: include }\nguards: { stop-at-new: statuses }\n");
    await folder.write({ "rfm.config.yaml": config, "exports/orders.csv": of("paid") });
    await folder.rfm("run");
    await folder.write({ "exports/orders.csv": of("paid by anna@example.com\u001b[2J") });
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toContain('1 new status since the last run: "paid by ');
    expect(stderr).not.toContain("anna@example.com");
    expect(stderr).not.toContain("\u001b");
    expect(status).toBe(6);
  });

  it("stop at rows without a customer, at lists that emptied, and at too little consent, before they write", async ({
    folder,
  }) => {
    const outputs = `outputs:
  - { command: lists, folder: lists, for: mailchimp, consent: newsletter=yes }
`;
    const guards =
      "guards: { no-customer-rows-percent: 10, no-customer-money-percent: 10, empty-lists: new, consent-percent: 50 }\n";
    const header = "order_id,email,date,amount,newsletter";
    const rows = Array.from(
      { length: 20 },
      (_, at) =>
        `${at},p${at}@example.com,2025-${at < 10 ? "01" : "06"}-${10 + (at % 20)},10.00,${at % 2 ? "yes" : "no"}`,
    );
    const write = (lines: readonly string[]) =>
      folder.write({
        "rfm.config.yaml": configOf(guards, outputs),
        "exports/orders.csv": `${[header, ...lines].join("\n")}\n`,
      });
    await write(rows);
    const first = await folder.rfm("run");
    expect(first.stderr).toContain(
      "consent-percent: passed: lists: 10 of 20 customers have consented, 50% (at least 50%)",
    );
    expect(first.status).toBe(0);
    await write([...rows, "90,,2025-06-20,10.00,yes", "91,,2025-06-20,10.00,yes"]);
    expect((await folder.rfm("run")).stderr).toContain(
      "no-customer-rows-percent: passed: 2 rows of 22 that would count have no customer, 9.09% (at most 10%)",
    );
    await write([...rows, "90,,2025-06-20,10.00,yes", "91,,2025-06-20,10.00,yes", "92,,2025-06-20,10.00,yes"]);
    const without = await folder.rfm("run");
    expect(without.stderr).toContain("rfm: 2 guards failed: no-customer-rows-percent, no-customer-money-percent\n");
    await write(rows.map((row, at) => (at < 19 ? row.replace("yes", "no") : row)));
    const before = readLatest(join(folder.path, "rfm-out"));
    const less = await folder.rfm("run");
    expect(less.stderr).toContain(
      "consent-percent: FAILED: lists: 1 of 20 customers have consented, 5% (at least 50%)",
    );
    expect(less.stderr).toMatch(
      /empty-lists: FAILED: \d+ lists? (?:is|are) now empty: lists\/\S+\.csv \(\d+ in the last run\)/,
    );
    expect(less.stderr).toContain("rfm: 2 guards failed: empty-lists, consent-percent\n");
    expect(less.status).toBe(6);
    expect(readLatest(join(folder.path, "rfm-out"))).toEqual(before);
    expect((await folder.rfm("run --dry-run")).status).toBe(6);
  });

  it("count the rows that cannot be read", async ({ folder }) => {
    await prepare(folder, GUARDS);
    const text = exportOf(200)
      .replace("c7,2025", "c7,20x5")
      .replace("c8,2025", "c8,20x5")
      .replace("c9,2025", "c9,20x5");
    await folder.write({ "exports/orders.csv": text });
    const { status, stderr } = await runRfm(["run"], folder.path, { clock: clock("2025-07-01") });
    expect(stderr).toMatch(/rejects-percent: FAILED: 3 rows of 400 cannot be read, 0\.75% \(at most 0\.5%\)/);
    expect(status).toBe(6);
  });
});

describe("the last line of a run", () => {
  it("says in a sentence what was published where, how many customers, and how many more", async ({ folder }) => {
    await prepare(folder);
    expect((await folder.rfm("run")).stderr).toMatch(
      /^done: 200 customers, revenue [\d,.]+\. This is the first set: [^.]+\. 6 files in rfm-out\/2025-06-30-[0-9a-f]{12}; rfm-out\/latest points to it\n$/m,
    );
    await folder.write({ "exports/orders.csv": `${exportOf(200)}x1,new,2025-07-01,25.00\n` });
    expect((await folder.rfm("run")).stderr).toMatch(
      /^done: Since the last set, of 2025-06-30: 201 customers \(1 more\), revenue [\d,.]+ \(25\.00 more\)\. 6 files in /m,
    );
  });

  it("says with -q only that a run failed, by which guard, and that the set before stays", async ({ folder }) => {
    await prepare(folder, "guards: { rows-percent: 90 }\n");
    await folder.rfm("run");
    await folder.write({ "exports/orders.csv": exportOf(40) });
    const { stderr } = await folder.rfm("run -q");
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(
      "failed: exit code 6; 1 guard failed: rows-percent; the previous set is unchanged",
    );
  });
});

describe("rfm run --dry-run", () => {
  it("says what would be written, and writes nothing", async ({ folder }) => {
    await prepare(folder);
    const { status, stdout, stderr } = await folder.rfm("run --dry-run");
    expect(stdout).toMatch(/^scores\.csv +new +– +200/m);
    expect(stderr).toMatch(/^dry run: 6 of 6 files would change; nothing was written$/m);
    expect(status).toBe(0);
    expect(await folder.list()).toEqual(["exports", join("exports", "orders.csv"), "rfm.config.yaml"]);
  });

  it("says how it differs from what is there", async ({ folder }) => {
    await prepare(folder);
    await folder.rfm("run");
    const before = await folder.list();
    const more = configOf("", `${OUTPUTS.replace("rejects, file: rejects.csv", "orders, file: orders.csv")}`);
    await folder.write({ "rfm.config.yaml": more, "exports/orders.csv": exportOf(210) });
    const { stdout } = await folder.rfm("run --dry-run");
    expect(stdout).toMatch(/^scores\.csv +changed +200 +210/m);
    expect(stdout).toMatch(/^orders\.csv +new +– +420/m);
    expect(stdout).toMatch(/^rejects\.csv +gone +0 +–/m);
    expect(await folder.list()).toEqual(before);
  });

  it("says so too where a guard fails, with its exit code", async ({ folder }) => {
    await prepare(folder);
    await folder.write({ "rfm.config.yaml": configOf("guards: { rows-percent: 90 }\n") });
    await folder.rfm("run");
    await folder.write({ "exports/orders.csv": exportOf(40) });
    const { status, stdout, stderr } = await folder.rfm("run --dry-run");
    expect(status).toBe(6);
    expect(stdout).toMatch(/^scores\.csv +changed +200 +40/m);
    expect(stderr).toContain("rows-percent");
  });
});

describe("rfm run --check", () => {
  it("says that all is fine, reads no orders and writes nothing", async ({ folder }) => {
    await prepare(folder);
    const before = await folder.list();
    const { status, stdout, stderr } = await folder.rfm("run --check");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toBe(
      "checked: rfm.config.yaml is fine: 1 export, 3 outputs, into rfm-out; no orders were read, nothing was written\n",
    );
    expect(await folder.list()).toEqual(before);
  });

  it("takes a row that no run could read: it is not read", async ({ folder }) => {
    await prepare(folder, "reading: { max-rejects: 0 }\n");
    await folder.write({ "exports/orders.csv": `${exportOf(200)}1,2,never,x\n` });
    expect((await folder.rfm("run")).status).toBe(4);
    expect((await folder.rfm("run --check")).status).toBe(0);
  });

  it("says everything at once, with lines: options, files they name, exports, columns and the folder", async ({
    folder,
  }) => {
    await folder.write({
      "exports/orders.csv": exportOf(20),
      taken: "a file",
      "rfm.config.yaml": `version: 1
exports:
  - exports/
  - archive/*.csv
reading: { exclude-customers: staff.txt }
outputs:
  - { command: score, file: scores.csv, levls: 4 }
  - { command: lists, folder: lists, exclude: gone.txt }
  - { command: score, file: cells.csv, sort: colour }
output: { folder: taken/out }
`,
    });
    const { status, stderr } = await folder.rfm("run --check");
    const lines = stderr.split("\n").flatMap((text) => /line (\d+): (.*)/.exec(text)?.slice(1).join(" ") ?? []);
    expect(lines.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "4 archive/*.csv: no",
      "5 staff.txt: no",
      "7 unknown key",
      "8 gone.txt: no",
      "9 --sort colour:",
      `10 ${join(folder.path, "taken:")} is`,
    ]);
    expect(status).toBe(2);
    expect(await folder.list()).toEqual(["exports", join("exports", "orders.csv"), "rfm.config.yaml", "taken"]);
  });

  it("names columns that no export has, each at the line that asks for it, and unknown segments", async ({
    folder,
  }) => {
    await folder.write({
      "exports/orders.csv": exportOf(20),
      "rfm.config.yaml": configOf(
        "reading: { where: Land=Finland }\n",
        `outputs:
  - { command: score, file: scores.csv, keep: Colour }
  - { command: lists, folder: lists, consent: Newsletter=yes, email: Mail }
`,
      ),
    });
    const { status, stderr } = await folder.rfm("run --check");
    expect(stderr).toMatch(/line 4: .*"Colour"/);
    expect(stderr).toMatch(/line 5: .*"Newsletter"/);
    expect(stderr).toMatch(/line 5: .*"Mail"/);
    expect(stderr).toMatch(/line 6: .*"Land"/);
    expect(stderr).toContain("failed: exit code 3; nothing was read\n");
    expect(status).toBe(3);
    const outputs = "outputs:\n  - { command: lists, folder: lists, segment: Champoins }\n";
    await folder.write({ "rfm.config.yaml": configOf("", outputs) });
    const unknown = await folder.rfm("run --check");
    expect(unknown.stderr).toMatch(/line 4: --segment Champoins: unknown segment \(did you mean "Champions"\?/);
    expect(unknown.status).toBe(2);
  });

  it("refuses exports that are no orders with 3, a folder that cannot be written with 5, and options that do nothing", async ({
    folder,
  }) => {
    await folder.write({ "rfm.config.yaml": configOf(), "exports/orders.csv": "a,b\n1,2\n" });
    expect((await folder.rfm("run --check")).status).toBe(3);
    await prepare(folder);
    await folder.write({ "rfm-out": "a file" });
    const { status, stderr } = await folder.rfm("run --check");
    expect(stderr).toMatch(/rfm-out: is a file, not a folder$/m);
    expect(status).toBe(5);
    expect((await folder.rfm("run --check --dry-run")).status).toBe(2);
    expect((await folder.rfm("run --check --ignore-guards")).status).toBe(2);
  });
});

describe("the log of a run", () => {
  it("names files as output only where they were put in place", async ({ folder }) => {
    await prepare(folder);
    expect((await folder.rfm("run")).stderr).toMatch(/^output: scores\.csv, 200 rows$/m);
    const again = await folder.rfm("run");
    expect(again.stderr).not.toMatch(/^output: /m);
    expect(again.stderr).toMatch(/^nothing changed: rfm-out\/\S+ already has the same 6 files$/m);
  });

  it("speaks of no set before where nothing was read", async ({ folder }) => {
    await folder.write({ "rfm.config.yaml": "version: 1\n" });
    const { status, stderr } = await folder.rfm("run");
    expect(stderr).toMatch(/^failed: exit code 2; nothing was read$/m);
    expect(status).toBe(2);
  });

  it("is one line of JSON an event, with a summary at its end", async ({ folder }) => {
    await prepare(folder);
    const { stderr } = await folder.rfm("run --log json");
    const events = stderr
      .trimEnd()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(["start", "read", "output", "summary"]));
    expect(events.at(-1)).toMatchObject({ event: "summary", status: "done", exit_code: 0, files: 6 });
  });

  it("tells failures in the same form, with the exit code", async ({ folder }) => {
    await folder.write({ "rfm.config.yaml": configOf(), "exports/orders.csv": "a,b\n1,2\n" });
    const { status, stderr } = await folder.rfm("run --log json");
    const events = stderr
      .trimEnd()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(events.at(-2)).toMatchObject({ event: "error", kind: "input" });
    expect(events.at(-1)).toMatchObject({ event: "summary", status: "failed", exit_code: 3 });
    expect(status).toBe(3);
  });

  it("says nothing with -q when all is well", async ({ folder }) => {
    const outputs = "outputs:\n  - { command: rejects, file: rejects.csv }\n";
    await folder.write({ "rfm.config.yaml": configOf("", outputs), "exports/orders.csv": exportOf(20) });
    expect(await folder.rfm("run -q")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("names nobody", async ({ folder }) => {
    const people = exportOf(60)
      .replace(/c(\d+)/g, "person$1@example.com")
      .replace("2025-06-30", "yesterday@example.com");
    await folder.write({ "rfm.config.yaml": configOf(), "exports/orders.csv": people });
    const { stderr } = await folder.rfm("run");
    expect(stderr).not.toMatch(/person\d+@|yesterday@/);
  });
});
