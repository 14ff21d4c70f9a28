import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { isOwnOutput } from "../../../src/render/tables/own-outputs.ts";
import { withFiles } from "../../support/both-readers.ts";
import { runRfm } from "../../support/in-process.ts";
import { readBytes } from "../../support/read-bytes.ts";
import { entriesOf, ledgerNow, readFiles, setAside, spendOf } from "../../support/read-csv.ts";

const RECORDS = [
  '{"order_id":"1","customer_id":"anna","order_date":"2026-03-01","total":10.5}',
  '{"order_id":"2","customer_id":"ben","order_date":"2026-03-02","total":20}',
];

const lines = (...records: readonly string[]): Buffer => Buffer.from(records.join("\n"));

describe("files that hold no records", () => {
  const OWN = '{"rfm_version":"1.0.0","segments":[]}';
  const CASES: readonly (readonly [string, string, RegExp, RegExp])[] = [
    [
      "a list of lists",
      '[["a","b"],[1,2]]',
      /orders\.json: line 1: \["a","b"\] is not a record with keys/,
      /each record/,
    ],
    ["one object over several lines", '{\n  "name": "shop"\n}', /this is one JSON object/, /a list of records/],
    ["an object with an empty list", '{\n"orders": []\n}', /this is one JSON object/, /a list of records/],
    [
      "two lists of records",
      `{"orders":[${RECORDS[0]}],\n"customers":[{"id":1}]}`,
      /orders\.json: this object holds 2 lists of records: "orders" \(line 1\), "customers" \(line 2\)/,
      /--sheet orders or --sheet customers/,
    ],
    ["a wrapped list with a record that is none", '{\n"orders": [\n{"a":1},\n7]}', /line 4: 7 is not a record/, /./],
    [
      "a wrapped list that is cut short",
      `{"orders":\n[${RECORDS[0]},`,
      /the file ends before the object that begins on line 1 is closed/,
      /cut short/,
    ],
    [
      "an object behind the first",
      `{"orders":\n[${RECORDS[0]}]}\n{"order_id":3}`,
      /line 3: something follows the first object/,
      /one list/,
    ],
    [
      "a second page that is cut short",
      `{"orders":\n[${RECORDS[0]}]}\n{"orders":[{"a"`,
      /line 3: something follows/,
      /page/,
    ],
    ["a wrapper that is no JSON", `{"orders":[${RECORDS[0]}] 7}`, /is not valid JSON/, /export/],
    ["one object in another", '{"orders":{"a":1}}', /things are not clear .*found: orders\.a/, /--date/],
    ["a list of numbers", "[1,2,3]", /this is JSON without records/, /a list of records/],
    ["a text", '"orders"', /this is JSON without records/, /one record per line/],
    ["a list that is cut short", `[${RECORDS[0]},\n{"order_id":"2","custo`, /the list of records is cut short/, /copy/],
    ["a list that goes on", `[${RECORDS[0]}]\n{"order_id":3}`, /line 1: the file goes on after the end/, /one list/],
    ["a comma too many", `[${RECORDS[0]},\n]`, /orders\.json: line 2 is not valid JSON/, /./],
    ["an empty list", "[]", /there are no records in it/, /export/],
    ["records without keys", "{}\n{}", /the records have no keys/, /export/],
    ["a record that is cut short", `${RECORDS[0]}\n{"order_id":"2","custo`, /line 2 is not valid JSON/, /cut short/],
    ["a record that is none", `${RECORDS[0]}\n42\n`, /line 2: 42 is not a record/, /each record looks like/],
    ["a number with a leading zero", `${RECORDS[0]}\n{"order_id":007}`, /line 2 is not valid JSON/, /./],
    ["a number as a key", `${RECORDS[0]}\n{7:1}`, /line 2 is not valid JSON/, /./],
    ["a result of this program", OWN, /this is JSON that rfm wrote/, /name the exports themselves/],
  ];

  for (const [name, text, says, advises] of CASES) {
    it(`are refused: ${name}`, async () => {
      const refused = readFiles({ "orders.json": Buffer.from(text) });
      await expect(refused).rejects.toMatchObject({ kind: "input", message: expect.stringMatching(says) });
      await expect(refused).rejects.toMatchObject({ hint: expect.stringMatching(advises) });
    });
  }

  it("are refused where the text is not UTF-8", async () => {
    const bytes = Buffer.concat([lines(...RECORDS), Buffer.from([0x0a, 0x22, 0xff, 0xfe])]);
    await expect(readFiles({ "orders.ndjson": bytes })).rejects.toThrow("orders.ndjson: the text is not UTF-8");
  });

  it("are refused where a value that is needed is nested, with its line and key", async () => {
    const nested = '{"order_id":"3","customer_id":{"id":7},"order_date":"2026-03-03","total":5}';
    await expect(readFiles({ "orders.ndjson": lines(...RECORDS, nested) })).rejects.toThrow(
      'orders.ndjson: "customer_id" at line 3 has nested values, and it is needed',
    );
  });

  it("hide who the buyers are", async () => {
    const cut = '{"customer":"anna@example.com","tot';
    await expect(readFiles({ "o.ndjson": lines(RECORDS[0] ?? "", cut) })).rejects.toThrow(/a…@example\.com|\*/);
  });
});

describe("flat records", () => {
  it("give the same customers one per line, in a list, and in a list over many lines", async () => {
    const list = JSON.stringify(
      RECORDS.map((record): unknown => JSON.parse(record)),
      null,
      2,
    );
    for (const text of [RECORDS.join("\n"), `[${RECORDS.join(",")}]`, list]) {
      const history = await readFiles({ "orders.json": Buffer.from(text) });
      expect(spendOf(history)).toEqual({ anna: "1 × 10.50", ben: "1 × 20.00" });
    }
  });

  it.each([
    ["a record per line", `[\n${RECORDS.join(",\n")}\n]\n`],
    [
      "each record over many lines",
      `${JSON.stringify(
        RECORDS.map((record): unknown => JSON.parse(record)),
        null,
        2,
      )}\n`,
    ],
    [
      "the list inside an object, after a byte order mark",
      `\ufeff{\r\n"orders": [\r\n${RECORDS.join(",\r\n")}\r\n]\r\n}\r\n`,
    ],
  ])("are read from standard input as a list: %s, in blocks of any size", async (_, text) => {
    for (const block of [1, 7, 65_536]) {
      const history = await readBytes(Buffer.from(text), {}, block);
      expect(spendOf(history), `blocks of ${block}`).toEqual({ anna: "1 × 10.50", ben: "1 × 20.00" });
      expect(ledgerNow(history)).toMatchObject({ rows: 2, usedRows: 2, usedMoney: 305_000n });
    }
    const { status, stdout } = await runRfm(["orders", "-", "-q"], ".", { input: text });
    expect(stdout.split("\n").map((row) => row.split(",").slice(0, 4).join(","))).toEqual([
      "order_id,customer_id,day,gross",
      "1,anna,2026-03-01,10.50",
      "2,ben,2026-03-02,20.00",
      "",
    ]);
    expect(status).toBe(0);
  });

  it("on standard input are refused where a list over several lines is cut short", async () => {
    const input = `[\n${RECORDS.join(",\n")},\n{"order_id":"3"`;
    const { status, stdout, stderr } = await runRfm(["score", "-"], ".", { input });
    expect(stderr).toMatch(/^rfm: standard input: the list of records is cut short: its end is missing$/m);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
  });

  it("keep every digit of a number: long ids, and amounts to a ten-thousandth", async () => {
    const record = '{"order_id":1234567890123456789,"customer_id":9007199254740993,"date":"2026-03-01","total":0.0001}';
    const history = await readFiles({ "o.ndjson": lines(record) });
    expect(entriesOf(history)).toMatchObject([
      { order: "1234567890123456789", customer: "9007199254740993", net: 0.0001 },
    ]);
  });

  it("need no decimal mark: 1.234 is a number, and so it is beside texts with a comma", async () => {
    const record = (id: number, total: string): string =>
      `{"order_id":"${id}","customer_id":"anna","date":"2026-03-0${id}","total":${total}}`;
    expect(spendOf(await readFiles({ "o.ndjson": lines(record(1, "1.234")) }))).toEqual({ anna: "1 × 1.234" });
    const mixed = lines(record(1, "1.234"), record(2, '"2,50"'), record(3, '"1.000,25"'));
    expect(spendOf(await readFiles({ "o.ndjson": mixed }))).toEqual({ anna: "3 × 1003.984" });
  });

  it("tell a text of digits that JSON wrote as a text from a number", async () => {
    const open = '{"order_id":"1","customer_id":"anna","date":"2026-03-01","total":"1.234"}';
    await expect(readFiles({ "o.ndjson": lines(open) })).rejects.toThrow(/no row decides it/);
  });

  it("may have a list inside each record, be the first one ever so long", async () => {
    const nested = RECORDS.map((record, at) =>
      record.replace("}", `,"items":[{"name":"${"x".repeat(at === 0 ? 300_000 : 1)}"}]}`),
    );
    expect(spendOf(await readFiles({ "orders.ndjson": lines(...nested) }))).toEqual({
      anna: "1 × 10.50",
      ben: "1 × 20.00",
    });
  });

  it("may lack keys, which are blank, and have others that come late", async () => {
    const late = '{"total":7,"order_date":"2026-03-04","status":"cancelled","order_id":"3","customer_id":"anna"}';
    const history = await readFiles({ "o.ndjson": lines(...RECORDS, late, '{"order_date":"2026-03-05","total":1}') });
    expect(setAside(history)).toEqual({ status: "1 rows, 7.00", "no customer": "1 rows, 1.00" });
    expect(ledgerNow(history)).toMatchObject({ rows: 4, usedRows: 2 });
  });

  it("are read with a byte order mark, CRLF, blank lines, in UTF-16, and gzipped", async () => {
    const text = `\uFEFF${RECORDS.join("\r\n\r\n")}\r\n`;
    for (const bytes of [Buffer.from(text), Buffer.from(text, "utf16le"), gzipSync(text)]) {
      const history = await readFiles({ "o.jsonl": bytes });
      expect(entriesOf(history).map(({ place }) => place)).toEqual(["o.jsonl:1", "o.jsonl:3"]);
    }
  });

  it("name the line of a row that cannot be read, in lines and in a list", async () => {
    const bad = '{"order_id":"9","customer_id":"eve","order_date":"soon","total":1}';
    const options = { maxRejects: { share: 1 } };
    const inLines = await readFiles({ "o.ndjson": lines(RECORDS[0] ?? "", "", bad) }, options);
    expect(inLines.rejects).toEqual([
      { file: "o.ndjson", line: 3, column: "order_date", value: "soon", reason: "unreadable date" },
    ]);
    const list = await readFiles({ "o.json": Buffer.from(`[\n${RECORDS[0]}, {\n"a":\n1}, ${bad}\n]`) }, options);
    expect(list.rejects.map(({ line }) => line)).toContain(4);
  });

  it("leave nested values blank where they are not needed, and say which", async () => {
    const nested =
      '{"order_id":"3","customer_id":"cleo","order_date":"2026-03-03","total":5,"tags":["a"],"lines":[{"sku":1}]}';
    const history = await readFiles({ "o.ndjson": lines(...RECORDS, nested) });
    expect(history.understanding.files[0]?.layout.table).toMatchObject({ nested: ["tags"], lists: ["lines"] });
    expect(ledgerNow(history).usedRows).toBe(3);
  });

  it("may hold any text: marks, quotes, digits and control characters", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        async (notes) => {
          const texts = [...notes, "\u0001", "\u000112", '"', "\\", '12"3', "1e5"];
          const records = texts.map((note, at) =>
            JSON.stringify({ order_id: `${at}`, customer_id: "anna", date: "2026-03-01", total: 1, note }),
          );
          const history = await readFiles({ "o.ndjson": lines(...records) }, { keep: ["note"] });
          const { kept } = history.orders;
          const values = new Set(kept?.[0]?.values);
          for (const text of texts) {
            const trimmed = text.trim();
            if (trimmed !== "" && !/^['=]/.test(trimmed)) expect(values).toContain(trimmed);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("JSON beside other files", () => {
  it("is found in folders, without settings and what this program wrote", async () => {
    const files = {
      "a.ndjson.gz": gzipSync(RECORDS.join("\n")),
      "b.json": Buffer.from(`[${RECORDS[1]?.replace('"2"', '"3"')}]`),
      "settings.json": Buffer.from('{\n  "name": "shop"\n}'),
      "scores.ndjson": Buffer.from('{"customer_id":"anna","first_order":"2026-03-01","rfm_cell":"555"}\n'),
      "orders.json": Buffer.from(
        '[{"order_id":"1","customer_id":"anna","day":"2026-03-01","gross":1,"refund":0,"net":1,"purchase":true,"reason":"","file":"a","line":1}]',
      ),
    };
    const { understanding } = await withFiles(files, (folder) =>
      readOrders([folder], { isOwnOutput }, { cwd: folder }),
    );
    expect(understanding.files.map(({ name }) => basename(name))).toEqual(["a.ndjson.gz", "b.json"]);
    expect(understanding.passedOver.map(({ name, why }) => [basename(name), why])).toEqual([
      ["orders.json", "own output"],
      ["scores.ndjson", "own output"],
      ["settings.json", "no export name"],
    ]);
  });

  it("is one history with CSV of the same columns", async () => {
    const csv = ["order_id,customer_id,order_date,total", "2,ben,2026-03-02,20", "3,cleo,2026-03-05,7"];
    const history = await readFiles({ "a.ndjson": lines(...RECORDS), "b.csv": csv });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.50", ben: "1 × 20.00", cleo: "1 × 7.00" });
  });
});
