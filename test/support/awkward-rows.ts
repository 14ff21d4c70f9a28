import fc from "fast-check";
import type { ExportFiles, Options } from "./both-readers.ts";
import { encodeText, type TextEncoding } from "./text-bytes.ts";

/** Cells as an export or a careless hand might write them; the first few of each are what most rows have. */
const CELLS = {
  order: [
    "1001",
    "1002",
    "#1003",
    "2026-0004",
    "A 1/5",
    "",
    "0007",
    "0",
    "9999999",
    "10000000",
    "'1008",
    '="1009"',
  ].concat([" 1010 ", "1,2E+13", "1.2e+13", "1E5", "123456789012345", "1234567890123456789", "ä1", "1.5", "x\u00a0"]),
  customer: ["17850", "13047", "anna@example.com", "12583", "Anna@Example.com", "ben", "0", "", "0.0", " ", "007"]
    .concat(["17850.0", "x.0", "'358", "'", '="12"', '=""', "9.E+13", "2E+5", "1E", "1e+", " 17850", "13047\t", "-"])
    .concat([
      "Ångström 7",
      " Ångström 7 ",
      "Жанна",
      "田中  ",
      "Âme",
      "a\u0301",
      "ä\u3000",
      "\u3000ä",
      "😀",
      "ﬁ",
      "17850 ",
      "ben  ",
    ])
    .concat(["KÄTHE@MÜLLER.example", "Ã¤nne", "日本 太郎", "\u00a0anna", "12583\u00a0", "000", "9999999", "10000000"]),
  email: ["anna@example.com", "Ben@Example.com", "", "BEN@example.com", "'anna@example.com", "käthe@example.org", "@"],
  date: ["2026-03-04", "2026-03-05 14:05:09", "04.03.2026", "2026-02-28", "4.3.2026 9:05", "05/03/2026", "5-3-2026"]
    .concat([
      "2026-03-04T14:05:09Z",
      "2026-03-04T14:05:09.123+02:00",
      "2026-03-05 14:05:09 +0200",
      "2026/03/04 2:05 PM",
    ])
    .concat(["2026.03.04", "4/3/2026 2:05:09 pm", "4 Mar 2026", "4. maaliskuuta 2026", "04.03.26", "'2026-03-04"])
    .concat([" 2026-03-04", "2026-03-04 ", "2026-02-29", "2026-13-01", "31.02.2026", "", " ", "2026-3-4", "46085"])
    .concat(["20260304", "1899-12-31", "2200-01-01", "2026-03-04T", "2026-03-04 14", "2026-03-04 14:5", "2026-03-0"])
    .concat([
      "2026-03-04 14:05:09.12",
      "2026-03-04 14:05 UTC",
      "2026-03-04 14:05 CET",
      "04.03.202",
      "04.03/2026",
      "now",
    ]),
  amount: ["10.00", "25.50", "7", "100", "0.99", "1,234.50", "-10.00", "-5", "0", "0.00", "", "-", " ", "n/a", "-0"]
    .concat(["€10.00", "10.00 EUR", "$5", "(5.00)", "5.00-", "1e3", "12.34567", "0.00005", "'5.00", " 5.00", "5.00 "])
    .concat([
      "€25.50",
      "€1,234.50",
      "-€10.00",
      "€-10.00",
      "-€-1",
      "$10.00",
      "-$10.00",
      "$ 10.00",
      "10.00€",
      "€",
      "€5€",
      " €5 ",
      "$5.00 USD",
    ])
    .concat(["99999999999.9999", "123456789012", "999999999999999999", "5.", ".5", "1,234", "1,23", "12,34,567.00"])
    .concat(["0,123", "1,2345", "1,234,5", "1 234.50", "1\u00a0234.50", "--5", "+5", "5 5", "five", "12,-", "gratis"]),
  refunded: ["", "0.00", "", "5.00", "10.00", "-5.00", "1.234", "x", " "],
  status: ["paid", "paid", "Paid", "", "refunded", "cancelled", "paid ", " ", "PAID", "maksettu", "test", "Päätetty"],
  currency: ["EUR", "EUR", "eur", "", "€", " EUR", "Eur", "USD"],
  quantity: ["1", "2", "3", "-1", "0", "1.5", "", "x", "2.0", "1,000"],
  note: [
    "",
    "gift",
    "ring twice",
    "5 € – ok",
    "a,b;c|d\te",
    'she said "hello"',
    "two\nlines",
    "a\r\nb",
    "a\rb",
    '"',
    "ä",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Column = keyof typeof CELLS;

/** What the columns are called, and which exports have them. */
const HEADERS: readonly (readonly (readonly [Column, string])[])[] = [
  [
    ["order", "order_id"],
    ["customer", "customer_id"],
    ["date", "order_date"],
    ["amount", "total"],
  ],
  [
    ["customer", "customer_id"],
    ["date", "date"],
    ["amount", "amount"],
  ],
  [
    ["note", "notes"],
    ["amount", "total"],
    ["date", "order_date"],
    ["customer", "customer_id"],
    ["order", "order_id"],
  ],
  [
    ["order", "order_id"],
    ["customer", "customer_id"],
    ["email", "email"],
    ["date", "order_date"],
    ["amount", "total"],
    ["refunded", "refunded_amount"],
    ["status", "status"],
    ["currency", "currency"],
    ["note", "notes"],
  ],
  [
    ["order", "InvoiceNo"],
    ["note", "Description"],
    ["quantity", "Quantity"],
    ["date", "InvoiceDate"],
    ["amount", "UnitPrice"],
    ["customer", "CustomerID"],
    ["status", "status"],
  ],
];

/** Text that a careless program leaves in a file, where a cell is expected. */
const STRAY = [
  'a"b',
  '"" x',
  '"ab"c',
  '"a""b"c',
  '""',
  '""""',
  '"a""b"',
  '"x" ',
  ' "x"',
  "'\"'",
  '"line\nline"',
  '"\r\n"',
];
/** Text whose quotes run on into other cells. */
const RUNNING = ['"', '"open', '"""', 'a""', '"a"b"'];

type Writing = "as needed" | "quoted" | "stray" | "running";

const someWriting: fc.Arbitrary<Writing> = fc.oneof(
  { weight: 60, arbitrary: fc.constant<Writing>("as needed") },
  { weight: 20, arbitrary: fc.constant<Writing>("quoted") },
  { weight: 1, arbitrary: fc.constant<Writing>("stray") },
);

interface RawCell {
  /** Picks the cell; small numbers pick what most rows have. */
  readonly pick: number;
  readonly writing: Writing;
}

const someCell: fc.Arbitrary<RawCell> = fc.record({
  pick: fc.oneof({ weight: 7, arbitrary: fc.nat(5) }, { weight: 2, arbitrary: fc.nat(80) }),
  writing: someWriting,
});

type Shape = "row" | "fewer" | "more" | "empty" | "blank" | "total" | "blanks after" | "running quote" | "plain";

const someShape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Shape>("row") },
  { weight: 40, arbitrary: fc.constant<Shape>("plain") },
  { weight: 3, arbitrary: fc.constantFrom<Shape>("fewer", "more", "empty", "blank", "total", "blanks after") },
);

const someRow = fc.record({
  shape: someShape,
  cells: fc.array(someCell, { minLength: 9, maxLength: 9 }),
  lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
});

/** Rows that stand one after another in one or several files, and how they are written. */
const someFile = fc.record({
  rows: fc.array(someRow, { minLength: 1, maxLength: 25 }),
  delimiter: fc.constantFrom(",", ",", ";", "\t", "|"),
  lineEnds: fc.constantFrom("mixed", "\n", "\r\n", "\r"),
  lastLineEnd: fc.boolean(),
  encoding: fc.constantFrom<TextEncoding>("utf-8", "utf-8", "utf-8 with a mark", "windows-1252", "iso-8859-15"),
  runningQuote: fc.constantFrom(...Array<boolean>(15).fill(false), true),
  firstOrder: fc.constantFrom(null, null, 1, 95, 99_990),
});
type AwkwardFile = typeof someFile extends fc.Arbitrary<infer File> ? File : never;

/** Options that make the reader look at more than it must, or at less. */
const someOptions: fc.Arbitrary<Options> = fc.constantFrom<Options>(
  {},
  {},
  { keep: ["order_date"] },
  { keep: ["notes", "status"], contacts: {} },
  { where: [{ column: "status", values: ["paid"] }] },
  { where: [{ column: "customer_id", values: ["17850", "13047"] }] },
  { where: [{ column: "status", comparison: "!=", values: ["paid", ""] }] },
  { where: [{ column: "total", comparison: ">=", values: ["7"] }] },
  { where: [{ column: "order_date", comparison: ">", values: ["2026-03-04"] }], timeZone: "America/New_York" },
  {
    where: [
      { column: "notes", values: [""] },
      { column: "total", comparison: "!=", values: ["10"] },
    ],
  },
  { excludeLines: [{ column: "notes", values: ["gift"] }], amountPer: "line" },
  { excludeLines: [{ column: "Description", comparison: "!=", values: ["", "ä"] }] },
  { since: 20_516, until: 20_517 },
  { linkCustomers: true },
  { timeZone: "America/New_York" },
  { refunds: "ignore" },
  { excludeCustomers: new Set(["17850", "anna@example.com"]) },
  { margin: "total" },
  { cost: "total", keep: ["status"] },
  { amountPer: "line" },
);

/** Exports with much that is awkward, and options that settle what such data leaves open. */
export interface AwkwardExports {
  readonly files: ExportFiles;
  readonly options: Options;
}

export const someAwkwardExports: fc.Arbitrary<AwkwardExports> = fc
  .record({
    header: fc.constantFrom(...HEADERS),
    files: fc.array(someFile, { minLength: 1, maxLength: 3 }),
    several: fc.nat(3).map((number) => number === 0),
    overlap: fc.boolean(),
    options: someOptions,
    settled: fc.nat(9).map((number) => number > 0),
  })
  .map(({ header, files, several, overlap, options, settled }) => {
    const used = several ? files : files.slice(0, 1);
    const [first] = used;
    const delimiter = first?.delimiter ?? ",";
    const shared = overlap ? (first?.rows.slice(0, 4) ?? []) : [];
    const written = used.map((file, index) => {
      const rows = index === 0 ? file.rows : [...shared, ...file.rows];
      return [`part-${index}.csv`, writeFile({ ...file, rows, delimiter }, header)] as const;
    });
    const names = new Set(header.map(([, name]) => name));
    return {
      files: Object.fromEntries(written),
      options: { ...(settled ? settledFor(header) : {}), ...known(options, names), delimiter },
    };
  });

/** Options that settle what is open in such a file, without those that have nothing to work on in it and are refused. */
function settledFor(header: (typeof HEADERS)[number]): Options {
  const has = (column: Column): boolean => header.some(([own]) => own === column);
  return {
    dateFormat: { notation: "calendar", order: "dmy" },
    decimal: ".",
    currency: "EUR",
    maxRejects: { rows: 1000 },
    ...(has("status") ? { unknownStatus: "include" } : {}),
    ...(has("quantity") ? {} : { amountPer: "order" }),
  };
}

/** The options without those that name a column which the header lacks. */
function known(options: Options, names: ReadonlySet<string>): Options {
  const columns = [
    ...(options.keep ?? []),
    ...[...(options.where ?? []), ...(options.excludeLines ?? [])].map(({ column }) => column),
  ];
  if (options.margin !== undefined) columns.push(options.margin);
  if (options.cost !== undefined) columns.push(options.cost);
  return columns.every((column) => names.has(column)) ? options : {};
}

function writeFile(file: AwkwardFile, header: (typeof HEADERS)[number]): Buffer {
  const { delimiter, lineEnds, rows } = file;
  const lineEnd = (own: string): string => (lineEnds === "mixed" ? own : lineEnds);
  const lines = rows.map(({ shape, cells, lineEnd: own }, index) => {
    const runs = file.runningQuote && index === Math.floor(rows.length / 2);
    return `${writeRow({ shape: runs ? "running quote" : shape, cells, index, file }, header)}${lineEnd(own)}`;
  });
  const text = `${header.map(([, name]) => name).join(delimiter)}${lineEnd("\n")}${lines.join("")}`;
  const ended = file.lastLineEnd ? text : text.replace(/\r?\n$|\r$/, "");
  const known = lineEnds === "\r" ? ended.replaceAll("\n", " ") : ended;
  return encodeText(known, file.encoding) ?? Buffer.from(known);
}

function writeRow(
  { shape, cells, index, file }: { shape: Shape; cells: readonly RawCell[]; index: number; file: AwkwardFile },
  header: (typeof HEADERS)[number],
): string {
  const { delimiter, firstOrder } = file;
  if (shape === "empty") return "";
  if (shape === "blank") return delimiter.repeat(header.length - 1);
  const written = header.map(([column], at) => {
    const { pick, writing } = cells[at] as RawCell;
    if (shape === "total" && at === 0) return "Total";
    if (shape === "total" && column !== "amount") return "";
    if (shape === "running quote" && at === header.length - 1) return RUNNING[pick % RUNNING.length] ?? "";
    if (column === "order" && firstOrder !== null && pick < 50) return String(firstOrder + index);
    const of: readonly string[] = CELLS[column];
    if (shape === "plain") return of[pick % 3] ?? "";
    if (writing === "stray") return STRAY[pick % STRAY.length] ?? "";
    const cell = of[pick % of.length] ?? "";
    const isLegalAsItIs = cell.indexOf('"') > 0 && !cell.includes(delimiter) && !/[\r\n]/.test(cell);
    if (isLegalAsItIs && at % 2 === 0) return cell; // quotes that do not stand first, as in ="1009"
    const needsQuotes = writing === "quoted" || cell.includes(delimiter) || /["\r\n]/.test(cell);
    return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  if (shape === "fewer") written.pop();
  if (shape === "more") written.push("x");
  if (shape === "blanks after") written.push("", " ");
  return written.join(delimiter);
}
