import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";

const HEADER = "order_id,customer,date,amount";

/** The lines of a result, without the header. */
function dataLines(csv: string): readonly string[] {
  return csv.split("\n").slice(1, -1);
}

describe.concurrent("ways of writing one and the same export", () => {
  const ROWS = [
    ["order_id", "customer", "date", "amount"],
    ["1", "Köpmän", "2026-01-03", "1234.50"],
    ["2", "b", "2026-01-04", "0.75"],
  ] as const;
  const EXPECTED = ["1,Köpmän,2026-01-03,1234.50,0.00,1234.50,true,", "2,b,2026-01-04,0.75,0.00,0.75,true,"];

  const plain = ROWS.map((row) => `${row.join(",")}\n`).join("");
  const decimalComma = ROWS.map((row) => row.join(";").replace(/\.(\d\d)$/, ",$1"));

  const WRITTEN: Readonly<Record<string, string | Uint8Array>> = {
    "commas and UTF-8": plain,
    "a byte order mark": `\ufeff${plain}`,
    gzip: gzipSync(plain),
    "Windows line ends": plain.replaceAll("\n", "\r\n"),
    "the line ends of old Macs": plain.replaceAll("\n", "\r"),
    "no line end at the end": plain.trimEnd(),
    "blank lines at the end": `${plain}\n\n`,
    "quotes around everything": ROWS.map((row) => `${row.map((cell) => `"${cell}"`).join(",")}\n`).join(""),
    "tabs and UTF-16LE with a byte order mark": Buffer.from(`\ufeff${plain.replaceAll(",", "\t")}`, "utf16le"),
    "tabs and UTF-16LE without one": Buffer.from(plain.replaceAll(",", "\t"), "utf16le"),
    "UTF-16BE": Buffer.from(`\ufeff${plain}`, "utf16le").swap16(),
    "Windows-1252": Buffer.from(plain, "latin1"),
    "semicolons and decimal commas": `${decimalComma.join("\n")}\n`,
    "grouped thousands": `${decimalComma.join("\n").replace("1234,50", "1.234,50")}\n`,
    "a sep=; line": `sep=;\r\n${decimalComma.join("\r\n")}\r\n`,
    "a delimiter at the end of every line": ROWS.map((row) => `${row.join(",")},\n`).join(""),
  };

  for (const [how, content] of Object.entries(WRITTEN)) {
    it(`reads ${how}`, async ({ folder }) => {
      await folder.write({ "orders.csv": content });
      const { status, stdout, stderr } = await folder.rfm("orders orders.csv");
      expect(stderr).toMatch(/^note: 2 of \d rows used as of 2026-01-04/);
      expect(dataLines(stdout).map((line) => line.replace(/,orders\.csv,\d$/, ""))).toEqual(
        EXPECTED.map((line) => line.replace(/,$/, ",")),
      );
      expect(status).toBe(0);
    });
  }

  it("reads gzip from standard input", async ({ folder }) => {
    const { status, stdout } = await folder.rfm("orders -", { stdin: gzipSync(plain) });
    expect(dataLines(stdout)).toEqual(EXPECTED.map((line, index) => `${line},standard input,${index + 2}`));
    expect(status).toBe(0);
  });

  it("reads UTF-16 from standard input", async ({ folder }) => {
    const { status, stdout } = await folder.rfm("orders -", { stdin: Buffer.from(`\ufeff${plain}`, "utf16le") });
    expect(dataLines(stdout)).toEqual(EXPECTED.map((line, index) => `${line},standard input,${index + 2}`));
    expect(status).toBe(0);
  });

  it("counts the lines of the file, sep= line and line breaks in quotes included", async ({ folder }) => {
    await folder.write({ "orders.csv": `sep=,\n${HEADER}\n1,"a\nb",2026-01-03,5\n2,c,2026-01-04,6\n` });
    const { stdout } = await folder.rfm("orders orders.csv --format ndjson");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => /"line":(\d+)/.exec(line)?.[1])).toEqual(["3", "5"]);
  });
});

describe.concurrent("several files", () => {
  const JANUARY = `${HEADER}\n1,a,2026-01-05,10\n2,b,2026-01-20,20\n`;
  const FEBRUARY = `${HEADER}\n3,a,2026-02-05,30\n`;

  it("are one history", async ({ folder }) => {
    await folder.write({ "exports/january.csv": JANUARY, "exports/february.csv": FEBRUARY });
    const { status, stdout } = await folder.rfm("score exports/");
    expect(dataLines(stdout).map((line) => line.split(",").slice(0, 6).join(","))).toEqual([
      "a,2026-01-05,2026-02-05,0,2,40.00",
      "b,2026-01-20,2026-01-20,16,1,20.00",
    ]);
    expect(status).toBe(0);
  });

  it("give the same result in whatever order they are named, and a file named twice counts once", async ({
    folder,
  }) => {
    await folder.write({ "exports/january.csv": JANUARY, "exports/february.csv": FEBRUARY });
    const whole = await folder.rfm("orders exports");
    expect(await folder.rfm("orders exports/january.csv exports/february.csv exports/january.csv")).toEqual(whole);
    expect(await folder.rfm("orders exports/february.csv exports/*.csv exports")).toEqual(whole);
  });

  it("count once when they are the same byte for byte, with a note", async ({ folder }) => {
    await folder.write({ "exports/january.csv": JANUARY, "exports/january (1).csv": JANUARY });
    const { status, stdout, stderr } = await folder.rfm("orders exports");
    expect(dataLines(stdout)).toHaveLength(2);
    expect(stderr).toMatch(
      /^note: exports.january\.csv is identical to exports.january \(1\)\.csv and was read once$/m,
    );
    expect(stderr).toContain("2 of 2 rows used");
    expect(status).toBe(0);
  });

  for (const [command, name] of [
    ["score", "scores.csv"],
    ["segments", "segments.csv"],
    ["retention", "retention.csv"],
    ["orders", "orders-understood.csv"],
  ] as const) {
    it(`are passed over with a note where rfm ${command} wrote them into the folder`, async ({ folder }) => {
      await folder.write({ "exports/january.csv": JANUARY, "exports/february.csv": FEBRUARY });
      const first = await folder.rfm(`${command} exports -o exports/${name}`);
      const result = await folder.read(`exports/${name}`);
      expect(first.status).toBe(0);

      const second = await folder.rfm(`${command} exports -o exports/${name}`);
      expect(second.stderr).toMatch(new RegExp(`^note: exports.${name} was written by rfm and was skipped$`, "m"));
      expect(await folder.read(`exports/${name}`)).toBe(result);
      expect(second.status).toBe(0);
    });
  }

  it("are refused where rfm wrote all of them", async ({ folder }) => {
    await folder.write({ "january.csv": JANUARY });
    await folder.makeFolder("results");
    await folder.rfm("score january.csv -o results/scores.csv");
    const { status, stderr } = await folder.rfm("score results");
    expect(stderr).toContain("only has files that this program wrote");
    expect(status).toBe(3);
  });

  it("say what they are where a result of rfm is named as an export", async ({ folder }) => {
    await folder.write({ "january.csv": JANUARY });
    await folder.rfm("score january.csv -o scores.csv");
    const { status, stderr } = await folder.rfm("score scores.csv");
    expect(stderr).toMatch(/scores\.csv.*(written|wrote).*rfm|rfm.*(written|wrote).*scores\.csv/);
    expect(status).toBe(3);
  });

  it("may be hidden or half downloaded, and are then left alone", async ({ folder }) => {
    await folder.write({
      "exports/january.csv": JANUARY,
      "exports/.february.csv": FEBRUARY,
      "exports/~$february.csv": "lock",
      "exports/february.csv.part": FEBRUARY,
    });
    const { stdout } = await folder.rfm("orders exports");
    expect(dataLines(stdout)).toHaveLength(2);
  });
});

describe.concurrent("exports that overlap", () => {
  const TOTALS = `${HEADER},status,refunded`;

  it("use the newest version of each order where rows are orders", async ({ folder }) => {
    await folder.write({
      // the newer export by its newest row, though its name comes first
      "exports/a-later.csv": `${TOTALS}\n2,b,2026-01-20,25,paid,0\n3,c,2026-01-28,30,paid,5\n4,d,2026-02-10,40,paid,0\n`,
      "exports/b-earlier.csv": `${TOTALS}\n1,a,2026-01-05,10,paid,0\n2,b,2026-01-20,20,paid,0\n3,c,2026-01-28,30,paid,0\n`,
    });
    const { status, stdout, stderr } = await folder.rfm("orders exports");
    const [a, b] = ["exports/a-later.csv", "exports/b-earlier.csv"];
    expect(dataLines(stdout.replaceAll("\\", "/"))).toEqual([
      `2,b,2026-01-20,25.00,0.00,25.00,true,,${a},2`,
      `3,c,2026-01-28,30.00,5.00,25.00,true,,${a},3`,
      `4,d,2026-02-10,40.00,0.00,40.00,true,,${a},4`,
      `1,a,2026-01-05,10.00,0.00,10.00,true,,${b},2`,
      `2,b,2026-01-20,20.00,0.00,20.00,false,duplicate,${b},3`,
      `3,c,2026-01-28,30.00,0.00,30.00,false,duplicate,${b},4`,
    ]);
    expect(stderr).toContain("4 of 6 rows used");
    expect(stderr).toContain("2 repeated in another file (50.00)");
    expect(status).toBe(0);
  });

  it("set an order aside with its money where its newest version was cancelled", async ({ folder }) => {
    await folder.write({
      "exports/a.csv": `${TOTALS}\n1,a,2026-01-05,10,paid,0\n2,b,2026-01-20,20,paid,0\n`,
      "exports/b.csv": `${TOTALS}\n2,b,2026-01-20,20,cancelled,0\n4,d,2026-02-10,40,paid,0\n`,
    });
    const { status, stdout, stderr } = await folder.rfm("orders exports");
    expect(dataLines(stdout.replaceAll("\\", "/"))).toEqual([
      "1,a,2026-01-05,10.00,0.00,10.00,true,,exports/a.csv,2",
      "2,b,2026-01-20,20.00,0.00,20.00,false,duplicate,exports/a.csv,3",
      "2,b,2026-01-20,20.00,0.00,20.00,false,status,exports/b.csv,2",
      "4,d,2026-02-10,40.00,0.00,40.00,true,,exports/b.csv,3",
    ]);
    expect(stderr).toContain("1 with a status that does not count (20.00)");
    expect(status).toBe(0);
  });

  it("use each line as often as the file has it that has most of it where rows are lines", async ({ folder }) => {
    const header = "order_id,customer,date,item,quantity,price";
    await folder.write({
      "exports/1.csv": `${header}\n1,a,2026-01-05,mug,1,10\n1,a,2026-01-05,mug,1,10\n2,b,2026-01-06,tea,1,5\n`,
      "exports/2.csv": `${header}\n1,a,2026-01-05,mug,1,10\n2,b,2026-01-06,tea,1,5\n2,b,2026-01-06,pot,2,3\n3,c,2026-01-07,tea,1,5\n`,
    });
    const { status, stdout, stderr } = await folder.rfm("score exports");
    expect(dataLines(stdout).map((line) => line.split(",").slice(0, 6).join(","))).toEqual([
      "a,2026-01-05,2026-01-05,2,1,20.00", // two mugs: the first file has the line twice
      "b,2026-01-06,2026-01-06,1,1,11.00", // tea once and two pots
      "c,2026-01-07,2026-01-07,0,1,5.00",
    ]);
    expect(stderr).toContain("5 of 7 rows used");
    expect(stderr).toContain("2 repeated in another file (15.00)");
    expect(status).toBe(0);
  });
});
