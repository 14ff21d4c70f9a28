import { readdir, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { inFolder, ONLINE_RETAIL, runRfm, shopExport } from "../support/in-process.ts";

/** One month of real data: reading all six for every run would take most of the time. */
const ONE_MONTH = `${ONLINE_RETAIL}2011-05.csv.gz`;

/** The option lines that the note on empty scores proposes. */
function proposals(stderr: string): readonly string[] {
  const line = stderr.split("\n").find((one) => one.includes("to leave no score empty: "));
  return line?.split("to leave no score empty: ")[1]?.split("  or  ") ?? [];
}

function words(line: string): readonly string[] {
  return line
    .replaceAll('"', "")
    .split(" ")
    .filter((word) => word !== "");
}

describe("empty scores", () => {
  it.each([
    ["real data", [ONE_MONTH], []],
    ["a shop of one-time buyers, seven levels", ["orders.csv"], ["--levels", "7"]],
    ["a shop of one-time buyers", ["orders.csv"], []],
    ["a shop of one-time buyers, another scheme", ["orders.csv"], ["--scheme", "pymc"]],
  ])("%s: the lines that are proposed leave none, run as they are printed", async (_name, exports, options) => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      const first = await runRfm(["score", ...exports, ...options], folder);
      expect(first.stderr).toMatch(/no customer has frequency scores? \d/);
      const lines = proposals(first.stderr);
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^--levels /);
      expect(lines[1]).toMatch(/--cut-points /);
      const scheme = options.includes("--scheme") ? options : [];
      for (const line of lines) {
        const again = await runRfm(["score", ...exports, ...scheme, ...words(line)], folder);
        expect(again.status).toBe(0);
        expect(again.stderr).not.toContain("no customer has");
      }
    });
  });
});

describe("models", () => {
  it.each([
    ["defaults, on real data", []],
    ["a window, nested, another scheme", ["--window", "3m", "--method", "nested", "--scheme", "putler"]],
    ["averages, natural and fixed", ["--monetary", "average", "--method", "natural", "--cut-points", "r=7,30,60,90"]],
  ])("saved and used again on the same data give identical bytes: %s", async (_name, options) => {
    await inFolder({ "orders.csv": shopExport() }, async (folder, read) => {
      const exports = options.length === 0 ? ONE_MONTH : "orders.csv";
      const saved = await runRfm(["score", exports, ...options, "--save-model", "m.json"], folder);
      expect(saved.status).toBe(0);
      const definitions = options.filter((_, index) =>
        /^--(window|monetary)$/.test(options[index - (index % 2)] ?? ""),
      );
      const again = await runRfm(["score", exports, ...definitions, "--model", "m.json"], folder);
      expect(again.status).toBe(0);
      expect(again.stdout).toBe(saved.stdout);
      expect(JSON.parse(await read("m.json"))).toMatchObject({ rfm_model: 1 });
      expect(saved.stderr.includes("a --window that is long enough")).toBe(!options.includes("--window"));
      expect(again.stderr.includes("a --window that is long enough")).toBe(!options.includes("--window"));
    });
  });
});

describe("bad input", () => {
  const hole = "name: gappy\nsegments:\n  - { name: A, r: 4-5 }\n";
  const cases: readonly (readonly [what: string, args: readonly string[], status: number, says: RegExp])[] = [
    ["cut points that do not ascend", ["--cut-points", "r=30,90,60,180"], 2, /recency do not ascend: number 3/],
    ["too few cut points", ["--cut-points", "r=30,90"], 2, /2 cut points and 5 levels, which take 4 .*--levels r=3/],
    ["cut points that are words", ["--cut-points", "r=soon"], 2, /"soon" is not a cut point/],
    ["fixed without cut points", ["--method", "r=fixed"], 2, /recency has method fixed and no cut points/],
    [
      "cut points of another method",
      ["--method", "r=natural", "--cut-points", "r=1,2,3,4"],
      2,
      /cut points go with fixed/,
    ],
    ["an unknown method", ["--method", "median"], 2, /quantile, ntile, fixed, natural or nested/],
    ["levels out of range", ["--levels", "11"], 2, /2 to 10/],
    [
      "more natural levels than values",
      ["--method", "f=natural", "--levels", "f=10"],
      3,
      /distinct values cannot make 10/,
    ],
    ["a scheme with a hole", ["--scheme", "hole.yaml"], 2, /gappy: no segment for 75 cells: 111 112/],
    ["a scheme that is not there", ["--scheme", "mine.yaml"], 2, /neither a built-in scheme nor a file/],
    ["a model that is not there", ["--model", "none.json"], 2, /no such file/],
    ["a model that is none", ["--model", "hole.yaml"], 2, /it is not JSON/],
    ["a model of another version", ["--model", "v9.json"], 2, /its version is 9/],
    [
      "a model of other definitions",
      ["--model", "model.json", "--window", "3m"],
      2,
      /--window \(model: all history, here: 3m\)/,
    ],
    ["a model and levels", ["--model", "model.json", "--levels", "4"], 2, /--levels cannot be used with --model/],
    ["a model of another currency", ["--model", "usd.json"], 3, /money in USD, and these orders are in EUR/],
    [
      "ntile to be saved",
      ["--method", "f=ntile", "--save-model", "out.json"],
      2,
      /frequency is scored with ntile.*no cut points/,
    ],
  ];

  it.each(cases)("%s: in words, and nothing is written", async (_what, options, status, says) => {
    const files = {
      "orders.csv": shopExport("EUR"),
      "usd.csv": shopExport("USD"),
      "hole.yaml": hole,
      "v9.json": '{"rfm_model":9}',
    };
    await inFolder(files, async (folder) => {
      await runRfm(["score", "orders.csv", "--save-model", "model.json", "-o", "first.csv"], folder);
      await runRfm(["score", "usd.csv", "--save-model", "usd.json", "-o", "first.csv"], folder);
      const there = (await readdir(folder)).sort();
      const run = await runRfm(["score", "orders.csv", ...options, "-o", "result.csv"], folder);
      expect(run.stderr).toMatch(says);
      expect({ status: run.status, stdout: run.stdout }).toEqual({ status, stdout: "" });
      expect((await readdir(folder)).sort()).toEqual(there);
    });
  });

  it.each([
    ["not in the exports", "zoe@example.com", /no customer "z…@example\.com"/],
    ["without a purchase", "ben@example.com", /"b…@example\.com" is in the exports, but has no purchase/],
  ])("a customer who is %s: how to look, and no other id", async (_what, id, says) => {
    const rows = ["order_id,email,date,amount", "1,anna@example.com,2024-01-01,10", "2,ben@example.com,2024-03-01,10"];
    await inFolder({ "orders.csv": `${rows.join("\n")}\n` }, async (folder) => {
      const args = ["explain", "orders.csv", "--customer", "email", "--id", id, "--as-of", "2024-02-01"];
      const run = await runRfm(args, folder);
      expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 3, stdout: "" });
      expect(run.stderr).toMatch(says);
      expect(run.stderr).toContain("hint: ");
      expect(run.stderr).not.toContain("anna");
    });
  });
});

describe("schemes", () => {
  it("lists them, shows each as a grid, and checks a file", async () => {
    const list = await runRfm(["schemes", "--format", "csv"]);
    const names = list.stdout
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
    expect(names).toEqual(["standard", "putler", "seg-map", "rfm-r", "pymc", "braze"]);
    for (const name of names) {
      const grid = await runRfm(["schemes", name ?? "", "--width", "80"]);
      expect(grid.stdout).toContain("recency 1");
      expect(grid.stdout.split("\n").every((line) => line.length <= 80)).toBe(true);
    }
    const putler = await runRfm(["schemes", "putler", "--format", "json"]);
    await inFolder(
      { "p.json": putler.stdout, "hole.yaml": "name: h\nsegments: [{ name: A, r: 4-5 }]\n" },
      async (folder) => {
        const check = await runRfm(["schemes", "check", "p.json", "--format", "csv"], folder);
        expect(check.status).toBe(0);
        expect(check.stdout.split("\n")[1]).toBe("overlap,145,Can't Lose Them > At Risk");
        const holed = await runRfm(["schemes", "check", "hole.yaml"], folder);
        expect(holed.status).toBe(2);
        expect(holed.stdout).toContain("of 125 cells, 75 without a segment");
      },
    );
  });

  it("has a scheme's own levels as the default", async () => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      const run = await runRfm(["score", "orders.csv", "--scheme", "braze", "--method", "ntile"], folder);
      const scores = run.stdout
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[7]);
      expect([...new Set(scores)].sort()).toEqual(["1", "2", "3", "4"]);
    });
  });
});

describe("compare", () => {
  it("moves nobody from a day to itself, nor between a score file and itself", async () => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      const same = await runRfm(["compare", "orders.csv", "--from", "2024-06-30", "--to", "2024-06-30"], folder);
      expect(same.status).toBe(0);
      expect(same.stdout).toContain("No customer moved.");
      await runRfm(["score", "orders.csv", "-o", "scores.csv"], folder);
      const files = await runRfm(["compare", "scores.csv", "scores.csv"], folder);
      expect(files.stdout).toContain("No customer moved.");
    });
  });

  it.each([
    ["from", "2024-05-31", "2024-06-30", ["may.csv", "june.csv"]],
    ["to", "2024-06-30", "2024-05-31", ["june.csv", "may.csv"]],
  ] as const)(
    "of two score files with the cut points of one day says what it says of the two days: %s",
    async (which, own, other, [first, second]) => {
      await inFolder({ "orders.csv": shopExport() }, async (folder, read) => {
        await runRfm(["score", "orders.csv", "--as-of", own, "--save-model", "m.json", "-o", first], folder);
        await runRfm(["score", "orders.csv", "--as-of", other, "--model", "m.json", "-o", second], folder);
        const line = ["compare", "orders.csv", "--from", "-1m", "--to", "2024-06-30", "--format", "csv"];
        const days = await runRfm([...line, "--cut-points-of", which, "--moves", "moves.csv"], folder);
        expect(days.stderr).toContain(`both days are scored with the cut points of ${own}`);
        if (which === "to") expect((await runRfm(line, folder)).stdout).toBe(days.stdout);
        const files = await runRfm(["compare", "may.csv", "june.csv", "--format", "csv"], folder);
        expect(files.stdout).toBe(days.stdout);
        expect(files.stderr).not.toMatch(/warning/);
        const moved = days.stdout
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split(","));
        const count = moved.filter(([from, to]) => from !== to).reduce((sum, row) => sum + Number(row[2]), 0);
        expect((await read("moves.csv")).trim().split("\n")).toHaveLength(count + 1);
      });
    },
  );

  it("says of the last month what the report says of it", async () => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      const compared = await runRfm(["compare", "orders.csv", "--from", "-1m", "--format", "json"], folder);
      const reported = await runRfm(["report", "orders.csv", "--format", "json"], folder);
      const { flows, moved } = JSON.parse(compared.stdout) as { flows: unknown; moved: unknown };
      const { movement } = JSON.parse(reported.stdout) as { movement: { flows: unknown; moved: unknown } };
      expect(movement.flows).toEqual(flows);
      expect(movement.moved).toEqual(moved);
    });
  });

  it("of two score files with cut points of their own warns that the cut points moved", async () => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      await runRfm(["score", "orders.csv", "--as-of", "2024-03-31", "-o", "march.csv"], folder);
      await runRfm(["score", "orders.csv", "--as-of", "2024-06-30", "-o", "june.csv"], folder);
      const english = await runRfm(["compare", "march.csv", "june.csv", "-q"], folder);
      expect(english.stderr).toMatch(
        /^warning: the files were scored with different cut points of .*recency.*: .* --from$/m,
      );
      expect(english.status).toBe(0);
      const finnish = await runRfm(["compare", "march.csv", "june.csv", "--lang", "fi"], folder);
      expect(finnish.stderr).toMatch(/^varoitus: tiedostot on pisteytetty eri raja-arvoin \(.*tuoreus/m);
    });
  });

  it.each([
    ["no --from", [], /--from is missing/],
    ["--from after --to", ["--from", "2024-06-01", "--to", "2024-05-01"], /is after/],
    [
      "whose cut points, where each day has its own",
      ["--from", "-1m", "--no-freeze", "--cut-points-of", "to"],
      /--cut-points-of to cannot be used here: --no-freeze/,
    ],
    [
      "cut points of each day's own beside a saved model's",
      ["--from", "-1m", "--no-freeze", "--model", "model.json"],
      /--no-freeze cannot be used here: --model model.json has the cut points of both days/,
    ],
    ["ntile to be frozen", ["--from", "-1m", "--method", "ntile"], /add --no-freeze/],
  ])("refuses %s", async (_what, options, says) => {
    await inFolder({ "orders.csv": shopExport() }, async (folder) => {
      const run = await runRfm(["compare", "orders.csv", ...options], folder);
      expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: "" });
      expect(run.stderr).toMatch(says);
    });
  });
});

describe("explain, through files", () => {
  it("is true: each order it suggests, appended to the export and scored with the saved model, leads where it said", async () => {
    const history = shopExport();
    await inFolder({ "orders.csv": history }, async (folder) => {
      await runRfm(["score", "orders.csv", "--save-model", "m.json", "-o", "scores.csv"], folder);
      for (const id of ["c1", "c2", "c5", "c9", "c31"]) {
        const run = await runRfm(["explain", "orders.csv", "--id", id, "--format", "json"], folder);
        const said = JSON.parse(run.stdout) as {
          order_events: readonly { at_least: number; at_most: number | null; by: string; segment: string }[];
          silence_events: readonly { by: string; until: string; segment: string }[];
        };
        for (const event of said.order_events) {
          for (const amount of [event.at_least, event.at_most ?? event.at_least + 100_000]) {
            await writeFile(`${folder}/more.csv`, `${history}9999,${id},${event.by},${amount}\n`);
            expect(await segmentOf(folder, { file: "more.csv", id, day: event.by })).toBe(event.segment);
          }
        }
        for (const event of said.silence_events) {
          expect(await segmentOf(folder, { file: "orders.csv", id, day: event.by })).toBe(event.segment);
          expect(await segmentOf(folder, { file: "orders.csv", id, day: event.until })).toBe(event.segment);
        }
        expect(said.order_events.length + said.silence_events.length).toBeGreaterThan(0);
      }
    });
  });
});

async function segmentOf(folder: string, at: { file: string; id: string; day: string }): Promise<string> {
  const run = await runRfm(["score", at.file, "--model", "m.json", "--as-of", at.day], folder);
  const row = run.stdout.split("\n").find((line) => line.startsWith(`${at.id},`));
  return row?.split(",").at(-1) ?? "";
}
