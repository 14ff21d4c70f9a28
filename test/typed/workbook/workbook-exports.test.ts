import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf, readFiles, setAside, spendOf } from "../../support/read-csv.ts";
import { type WrittenCell, type WrittenWorkbook, writeWorkbook } from "../../support/write-workbook.ts";

const HEADER = ["order_id", "customer_id", "order_date", "total"];
/** 2026-03-01 and the days after it, counted from 1900 as Excel does. */
const MARCH = 46_082;
const ROWS: readonly (readonly WrittenCell[])[] = [
  HEADER,
  [1, 17_850, { date: MARCH }, 10.5],
  [2, 17_851, { stamp: MARCH + 1.75 }, 20],
];

const orders = (...rows: readonly (readonly WrittenCell[])[]): Buffer =>
  writeWorkbook({ sheets: [{ name: "Orders", rows: [...ROWS, ...rows] }] });

function read(workbook: Buffer, options: Parameters<typeof readFiles>[1] = {}): ReturnType<typeof readFiles> {
  return readFiles({ "orders.xlsx": workbook }, options);
}

describe("the sheet that is read", () => {
  const customers = {
    name: "Customers",
    rows: [
      ["Customer ID", "E-mail", "Signed up", "Total spent"],
      [17_850, "a@example.com", { date: MARCH }, 10.5],
    ],
  };
  const products = {
    name: "Products",
    rows: [
      ["SKU", "Price"],
      ["M1", 10.5],
      ["T1", 4],
    ],
  };
  const sheets = [customers, products, { name: "Orders", rows: ROWS }];

  it("is the one whose columns name most of an order, wherever it stands", async () => {
    for (const order of [sheets, sheets.toReversed(), [products, { name: "Orders", rows: ROWS }, customers]]) {
      const history = await read(writeWorkbook({ sheets: order }));
      expect(spendOf(history)).toEqual({ "17850": "1 × 10.50", "17851": "1 × 20.00" });
    }
  });
});

describe("workbooks that cannot be read", () => {
  const compound = (text: string): Buffer =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Buffer.alloc(600), Buffer.from(text, "utf16le")]);
  const sheet = (xml: string): Buffer => writeWorkbook({ sheets: [{ name: "Orders", rows: [], xml }] });
  const without = (parts: WrittenWorkbook["parts"]): Buffer =>
    writeWorkbook({ sheets: [{ name: "Orders", rows: ROWS }], ...(parts === undefined ? {} : { parts }) });
  const head = '<row r="1"><c r="A1" t="str"><v>order_id</v></c></row>';
  const CASES: readonly (readonly [string, Buffer, RegExp, RegExp])[] = [
    ["with a password", compound("EncryptedPackage"), /the workbook is locked with a password/, /remove the password/],
    ["of Excel 97", compound("Workbook"), /this is an old spreadsheet workbook \(\.xls\)/, /save it as \.xlsx or CSV/],
    ["cut short", orders().subarray(0, 900), /the workbook is damaged: it is cut short/, /copy or download/],
    [
      "that are other zip archives",
      without({ "_rels/.rels": null, "[Content_Types].xml": null }),
      /this is a zip archive/,
      /unpack it/,
    ],
    [
      "of OpenDocument",
      without({ "_rels/.rels": null, mimetype: "x" }),
      /an OpenDocument spreadsheet/,
      /\.xlsx or CSV/,
    ],
    [
      "without its sheet",
      without({ "xl/worksheets/sheet1.xml": null }),
      /part xl\/worksheets\/sheet1\.xml is missing/,
      /copy/,
    ],
    ["without a list of sheets", without({ "xl/_rels/workbook.xml.rels": "" }), /it lists no sheets/, /copy/],
    [
      "with a row beyond the last",
      sheet(`${head}<row r="2000000"><c r="A2000000"><v>1</v></c></row>`),
      /it has a row 2000000; a worksheet has at most/,
      /copy/,
    ],
    [
      "with rows out of order",
      sheet(`<row r="5"><c r="A5"><v>1</v></c></row>${head}`),
      /row 1 comes after row 5/,
      /copy/,
    ],
    [
      "with a column beyond the last",
      sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
      /more than 16,384 columns/,
      /copy/,
    ],
    [
      "with a text that is not there",
      sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      /row 1 refers to text 7/,
      /copy/,
    ],
    ["with a sheet that ends early", sheet(`${head}<row r="2">`), /it ends inside a <sheetData>/, /copy/],
    ["without a filled cell", sheet('<row r="1"><c r="A1" s="1"/></row>'), /no sheet has a filled cell/, /export/],
  ];

  for (const [name, workbook, says, advises] of CASES) {
    it(`are refused: ${name}`, async () => {
      const refused = read(workbook);
      await expect(refused).rejects.toMatchObject({ kind: "input", message: expect.stringMatching(says) });
      await expect(refused).rejects.toMatchObject({ hint: expect.stringMatching(advises) });
    });
  }

  it("are refused where a part would unpack to far more than a spreadsheet saves", async () => {
    const blanks = `${head}${" ".repeat(100 * 1024 * 1024)}`;
    await expect(read(sheet(blanks))).rejects.toThrow(/sheet1\.xml would unpack to 105 MB from \d+ bytes/);
  });

  it("are refused where a single bit of a sheet is not what was saved", async () => {
    const bytes = Buffer.from(orders());
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    await expect(read(bytes)).rejects.toThrow(/the workbook is damaged/);
  });
});

describe("the cells of a workbook", () => {
  it("are dates, numbers and texts by their types, and an id has no .0", async () => {
    const history = await read(orders(["A-3", "anna", { stamp: MARCH + 3.5 }, 7.25]));
    expect(entriesOf(history)).toMatchObject([
      { order: "1", customer: "17850", day: "2026-03-01", net: 10.5, place: 'orders.xlsx, sheet "Orders":2' },
      { order: "2", customer: "17851", day: "2026-03-02", net: 20 },
      { order: "A-3", customer: "anna", day: "2026-03-04", net: 7.25 },
    ]);
    expect(history.understanding.files[0]?.formats).toMatchObject({
      dateEvidence: "the dates are typed",
      decimalEvidence: "the numbers are typed",
    });
  });

  it("need no decimal mark, whatever marks the texts beside them have", async () => {
    const history = await read(orders([3, 17_850, { date: MARCH }, 1.234], [4, 17_850, { date: MARCH }, "1.000,50"]));
    expect(spendOf(history)).toEqual({ "17850": "3 × 1012.234", "17851": "1 × 20.00" });
  });

  it("are counted from 1904 where the workbook says so", async () => {
    const sheets = [{ name: "Orders", rows: [HEADER, [1, 2, { date: MARCH - 1462 }, 5]] }];
    expect(entriesOf(await read(writeWorkbook({ sheets, is1904: true })))).toMatchObject([{ day: "2026-03-01" }]);
  });

  it("are unreadable dates before 1900 and on 1900-02-29, a day that never was", async () => {
    const dates: readonly WrittenCell[] = [
      { date: 0 },
      { date: 60 },
      { date: 61 },
      { date: 59 },
      { date: -3 },
      "1899-12-31",
    ];
    const rows = dates.map((date, at): readonly WrittenCell[] => [10 + at, 17_850, date, 1]);
    const history = await read(orders(...rows), { maxRejects: { share: 1 } });
    expect(history.rejects.map(({ line, value }) => `${line} ${value}`)).toEqual([
      "4 1900-01-00 00:00:00",
      "5 1900-02-29",
      "8 -3",
      "9 1899-12-31",
    ]);
    const days = entriesOf(history).map(({ day }) => day);
    expect(days).toContain("1900-03-01");
    expect(days).toContain("1900-02-28");
  });

  it("with an error are unreadable where they are needed and blank elsewhere; formulas count by their stored values", async () => {
    const history = await read(
      orders(
        [3, 17_850, { date: MARCH }, { error: "#N/A" }],
        [4, { error: "#REF!" }, { date: MARCH }, 5],
        [5, 17_850, { date: MARCH }, { formula: "A1*2", value: 0.30000000000000004 }],
      ),
      { maxRejects: { share: 1 } },
    );
    expect(history.rejects).toEqual([
      {
        file: 'orders.xlsx, sheet "Orders"',
        line: 4,
        column: "total",
        value: "error #N/A",
        reason: "unreadable amount",
      },
    ]);
    expect(setAside(history)).toMatchObject({ "no customer": "1 rows, 5.00" });
    expect(spendOf(history)).toMatchObject({ "17850": "2 × 10.80" });
    expect(history.understanding.roundedRows).toBe(0);
  });

  it("may be texts in a list, in runs, with escapes, marks of pronunciation, and true or false", async () => {
    const shared = [
      "<si><t>order_id</t></si>",
      "<si><r><t>cust</t></r><r><t>omer_id</t></r></si>",
      "<si/>",
      "<si><t>A&amp;B&#228;_x000D_</t><rPh><t>no</t></rPh></si>",
    ];
    const header = [{ shared: 0 }, { shared: 1 }, "order_date", "total", "vip"];
    const rows = [
      header,
      [{ shared: 3 }, { shared: 3 }, { date: MARCH }, 5, true],
      [{ shared: 2 }, "ben", { date: MARCH }, 5, false],
    ];
    const history = await read(writeWorkbook({ sheets: [{ name: "Orders", rows }], shared }), { keep: ["vip"] });
    expect(entriesOf(history)).toMatchObject([
      { order: "A&Bä", customer: "A&Bä" },
      { order: "", customer: "ben" },
    ]);
    expect(history.orders.kept?.[0]?.values).toEqual(["true", "false"]);
  });

  it("may be as long as Excel allows", async () => {
    const long = "ä".repeat(32_767);
    const history = await read(orders([3, long, { date: MARCH }, 5]));
    expect(spendOf(history)[long]).toBe("1 × 5.00");
  });

  it("are found whatever stands before the names of elements, and where cells and rows say no place", async () => {
    const sheets = [{ name: "Orders", rows: ROWS }];
    expect(spendOf(await read(writeWorkbook({ sheets, prefix: "x:" })))).toEqual({
      "17850": "1 × 10.50",
      "17851": "1 × 20.00",
    });
    const cells = (...all: readonly string[]): string =>
      `<row>${all.map((text) => `<c t="str"><v>${text}</v></c>`).join("")}</row>`;
    const xml = `${cells(...HEADER)}<row/>${cells("1", "anna", "2026-03-01", "4")}`;
    const history = await read(writeWorkbook({ sheets: [{ name: "Orders", rows: [], xml }] }));
    expect(entriesOf(history)).toMatchObject([{ customer: "anna", place: 'orders.xlsx, sheet "Orders":3' }]);
  });
});

describe("a workbook beside a CSV file of the same rows", () => {
  const csv = [
    HEADER.join(","),
    "1,17850,1/3/2026 0:00,10.50",
    "2,17851,1/3/2026 18:00,20.00",
    "2,17851,1/3/2026 18:00,20.00",
    "3,17852,31/3/2026 7:05,5.00",
  ];
  const book = writeWorkbook({
    sheets: [
      {
        name: "Orders",
        rows: [
          HEADER,
          [1, 17_850, { date: MARCH }, 10.5],
          [2, 17_851, { stamp: MARCH + 0.75 }, 20],
          [2, 17_851, { stamp: MARCH + 0.75 }, 20],
          [3, 17_852, { stamp: MARCH + 30 + 425 / 1440 }, 5],
          [4, 17_853, { date: MARCH + 31 }, 7],
        ],
      },
    ],
  });

  it("counts each row once, whatever the two write for it", async () => {
    for (const files of [
      { "a.csv": csv, "b.xlsx": book },
      { "b.csv": csv, "a.xlsx": book },
    ]) {
      const history = await readFiles(files, { amountPer: "line" });
      expect(spendOf(history)).toEqual({
        "17850": "1 × 10.50",
        "17851": "1 × 40.00",
        "17852": "1 × 5.00",
        "17853": "1 × 7.00",
      });
      expect(setAside(history)).toEqual({ duplicate: "4 rows, 55.50" });
    }
  });
});

describe("the rows of a workbook", () => {
  it("may stand below titles, beside notes, between blank rows, and above a total", async () => {
    const rows: readonly (readonly WrittenCell[])[] = [
      ["Sales of spring"],
      [null],
      HEADER,
      [1, 17_850, { date: MARCH }, 10, null, "a note"],
      [null, null, null, null],
      [2, 17_850, { date: MARCH }, 20],
      ["Total", null, null, { formula: "SUM(D6:D8)", value: 30 }],
    ];
    const history = await read(writeWorkbook({ sheets: [{ name: "Orders", rows, from: 3 }] }));
    expect(setAside(history)).toEqual({ "total row": "1 rows, 30.00" });
    expect(entriesOf(history).map(({ place }) => place)).toEqual(
      [6, 8, 9].map((row) => `orders.xlsx, sheet "Orders":${row}`),
    );
    expect(history.understanding.files[0]?.layout.headerLine).toBe(5);
  });

  it("are those of all visible sheets with the first one's columns, but for returns", async () => {
    const month = (order: number, customer: string): readonly (readonly WrittenCell[])[] => [
      ["Made in March"],
      [],
      HEADER,
      [order, customer, { date: MARCH + order }, 1],
    ];
    const workbook = writeWorkbook({
      sheets: [
        { name: "Returns", rows: month(7, "flo") },
        {
          name: "Read me",
          rows: [
            ["By", "Anna"],
            ["On", "Monday"],
            ["For", "Ben"],
          ],
        },
        { name: "January", rows: month(1, "anna") },
        { name: "February", rows: month(2, "ben") },
        { name: "Hidden", rows: month(3, "cy"), state: "hidden" },
        { name: "Palautukset", rows: month(4, "di") },
        { name: "Retouren", rows: month(6, "ed") },
        { name: "March", rows: month(5, "anna") },
        { name: "April", rows: month(6, "anna").slice(0, 3) }, // a header, and no row yet
        { name: "May", rows: [HEADER] },
      ],
    });
    const history = await read(workbook);
    expect(spendOf(history)).toEqual({ anna: "2 × 2.00", ben: "1 × 1.00" });
    expect(history.understanding.files.map(({ name }) => name)).toEqual(
      ["January", "February", "March"].map((sheet) => `orders.xlsx, sheet "${sheet}"`),
    );
    const [first, ...others] = history.understanding.files.map(({ layout }) => layout.table);
    expect(first?.sheetsTogether).toEqual(["January", "February", "March"]);
    expect(first?.otherSheets).toEqual(["Returns", "Read me", "Hidden", "Palautukset", "Retouren"]);
    expect(others.map((table) => [table?.sheetsTogether, table?.otherSheets])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(spendOf(await read(workbook, { sheet: "February" }))).toEqual({ ben: "1 × 1.00" });
  });

  it("are those of the first visible sheet that holds a table, or of the one asked for", async () => {
    const other = (customer: string): readonly (readonly WrittenCell[])[] => [
      HEADER,
      [9, customer, { date: MARCH }, 1],
    ];
    const workbook = writeWorkbook({
      sheets: [
        { name: "About", rows: [["Made in March"]] },
        { name: "Old", rows: other("old"), state: "hidden" },
        { name: "Orders", rows: other("first") },
        {
          name: "2",
          rows: [
            [...HEADER, "note"],
            [9, "second", { date: MARCH }, 1, "x"],
          ],
        },
        { name: "Empty", rows: [] },
      ],
    });
    expect(Object.keys(spendOf(await read(workbook)))).toEqual(["first"]);
    expect((await read(workbook)).understanding.files[0]?.layout.table?.otherSheets).toEqual(["About", "Old", "2"]);
    expect(Object.keys(spendOf(await read(workbook, { sheet: "orders" })))).toEqual(["first"]);
    expect(Object.keys(spendOf(await read(workbook, { sheet: "3" })))).toEqual(["first"]);
    expect(Object.keys(spendOf(await read(workbook, { sheet: "2" })))).toEqual(["second"]);
    await expect(read(workbook, { sheet: "Returns" })).rejects.toThrow(
      'orders.xlsx: no sheet "Returns" (found: "About", "Old"',
    );
    await expect(read(workbook, { sheet: "Empty" })).rejects.toThrow('the sheet "Empty" has no filled cell');
    const csv = readFiles({ "a.csv": ["order_id,customer_id,date,total", "1,anna,2026-03-01,5"] }, { sheet: "Orders" });
    await expect(csv).rejects.toMatchObject({
      kind: "usage",
      message: "--sheet Orders: none of the files is a workbook",
    });
  });

  it("have the day that they show, whatever the number", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 61, max: 109_573 }),
        fc.integer({ min: 0, max: 86_399 }),
        async (day, second) => {
          const history = await read(orders([3, 17_850, { stamp: day + second / 86_400 }, 1]), {
            maxRejects: { share: 1 },
          });
          const shown = new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
          expect(entriesOf(history).at(-1)).toMatchObject({ order: "3", day: shown });
        },
      ),
      { numRuns: 40 },
    );
  });
});
