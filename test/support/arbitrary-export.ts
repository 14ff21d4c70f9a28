import fc from "fast-check";
import { dayNumber } from "../../src/basics/calendar/days.ts";
import { DATE_FORMS, isOrderOpen } from "./date-forms.ts";
import { isMarkOpen, NUMBER_FORMS } from "./number-forms.ts";
import { encodeText, TEXT_ENCODINGS } from "./text-bytes.ts";
import {
  type ExportForm,
  exportTable,
  factored,
  type HeaderForm,
  type WrittenOrder,
  writeExport,
} from "./write-export.ts";

/** An order table and a way of writing it. */
export interface WrittenExport {
  readonly orders: readonly WrittenOrder[];
  readonly form: ExportForm;
  /** What the forms of amount and date are called. */
  readonly numberForm: string;
  readonly dateForm: string;
}

/** What a language calls the columns. */
interface Words {
  readonly order: readonly string[];
  readonly customer: readonly string[];
  readonly email: readonly string[];
  readonly date: readonly string[];
  /** Names of an order's total, and of amounts that may be an order's or a line's. */
  readonly total: readonly string[];
  readonly amount: readonly string[];
  readonly line: readonly string[];
  readonly quantity: readonly string[];
  readonly price: readonly string[];
  readonly notes: readonly string[];
  readonly totals: string;
}

const WORDS: readonly Words[] = [
  {
    order: ["Order ID", "Order No", "order_number", "InvoiceNo"],
    customer: ["Customer ID", "customer_no", "Client ID", "CustomerID"],
    email: ["Email", "Customer Email", "billing_email", "E-mail"],
    date: ["Order date", "Created at", "purchase_date", "Date"],
    total: ["Total", "Order Total", "grand_total"],
    amount: ["Amount", "Revenue"],
    line: ["Line total", "item_total"],
    quantity: ["Quantity", "qty"],
    price: ["Unit price", "Price"],
    notes: ["Notes"],
    totals: "Grand total",
  },
  {
    order: ["Tilausnumero", "Tilaus ID"],
    customer: ["Asiakasnumero", "Asiakas"],
    email: ["Sähköposti", "Sähköpostiosoite"],
    date: ["Tilauspäivä", "Päivämäärä", "Pvm"],
    total: ["Loppusumma", "Yhteensä"],
    amount: ["Summa"],
    line: ["Rivisumma"],
    quantity: ["Määrä", "Kpl"],
    price: ["Yksikköhinta", "Hinta"],
    notes: ["Huomautukset"],
    totals: "Yhteensä",
  },
  {
    order: ["Ordernummer"],
    customer: ["Kundnummer", "Kund"],
    email: ["E-post"],
    date: ["Orderdatum", "Datum"],
    total: ["Totalt", "Totalsumma"],
    amount: ["Summa", "Belopp"],
    line: ["Radsumma", "Radbelopp"],
    quantity: ["Antal"],
    price: ["Pris", "À-pris"],
    notes: ["Anteckningar"],
    totals: "Totalt",
  },
  {
    order: ["Bestellnummer", "Auftragsnummer", "Rechnungsnr."],
    customer: ["Kundennummer", "Kunden-ID"],
    email: ["E-Mail", "E-Mail-Adresse"],
    date: ["Bestelldatum", "Datum"],
    total: ["Gesamtbetrag", "Gesamtsumme"],
    amount: ["Betrag", "Summe", "Brutto"],
    line: ["Positionssumme"],
    quantity: ["Menge", "Anzahl", "Stück"],
    price: ["Einzelpreis", "Preis"],
    notes: ["Bemerkung"],
    totals: "Summe",
  },
  {
    order: ["N° de commande", "Référence"],
    customer: ["N° client", "ID client"],
    email: ["Adresse e-mail", "Courriel"],
    date: ["Date", "Date de commande"],
    total: ["Total", "Montant total"],
    amount: ["Montant", "Montant TTC"],
    line: ["Total ligne"],
    quantity: ["Quantité"],
    price: ["Prix unitaire", "Prix"],
    notes: ["Remarques"],
    totals: "Total",
  },
  {
    order: ["Nº de pedido", "Pedido"],
    customer: ["ID de cliente", "Cliente"],
    email: ["Correo electrónico"],
    date: ["Fecha", "Fecha de pedido"],
    total: ["Total", "Importe total"],
    amount: ["Importe"],
    line: ["Importe línea"],
    quantity: ["Cantidad"],
    price: ["Precio unitario", "Precio"],
    notes: ["Observaciones"],
    totals: "Suma",
  },
  {
    order: ["Bestelnummer"],
    customer: ["Klantnummer", "Klant"],
    email: ["E-mailadres"],
    date: ["Besteldatum", "Datum"],
    total: ["Totaalbedrag", "Totaal"],
    amount: ["Bedrag"],
    line: ["Regelbedrag", "Regeltotaal"],
    quantity: ["Aantal"],
    price: ["Stukprijs", "Prijs"],
    notes: ["Opmerkingen"],
    totals: "Totaal",
  },
];

/** The header of a file whose fields are separated by blanks: one word each. */
const ONE_WORD_HEADER: HeaderForm = {
  order: "order_id",
  customer: "customer_id",
  date: "order_date",
  amount: "total",
  quantity: "quantity",
  price: "unit_price",
  item: "sku",
  notes: "notes",
};

const CUSTOMERS = {
  ids: ["17850", "13047", "12583", "00042", "99999"],
  "ids of a data frame": ["17850.0", "13047.0", "12583.0", "42.0"],
  emails: [
    "Aino@Example.com",
    "ben.o'neil@example.co.uk",
    "käthe@müller.example",
    "d_d+tag@example.org",
    "eero@example.fi",
  ],
  names: [
    'Ann "Annie" Lee',
    "Smith, John",
    "Müller; Söhne",
    "Änne | Öz",
    "Tab\there",
    "Two\nlines",
    "Šárka",
    "日本 太郎",
  ],
} as const;
type CustomerKind = keyof typeof CUSTOMERS;

const NOTES: readonly (readonly string[])[] = [
  [],
  ["gift", "", "ring twice"],
  [
    'she said "hello"',
    "a,b;c|d\te",
    "first line\nsecond line",
    '"',
    '""',
    'ends with a quote"',
    "a\r\nb\r\n",
    "5 € – ok",
  ],
];

const FIRST_DAY = dayNumber(2009, 12, 1);
const LAST_DAY = dayNumber(2029, 12, 31);

const someAmount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 50_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 50_000, max: 2_000_000_00 }) },
  { weight: 2, arbitrary: fc.integer({ min: -300_000, max: 0 }) },
);

/** Days of a whole history, or days whose number could be a month's as well. */
const someDays: fc.Arbitrary<fc.Arbitrary<number>> = fc.constantFrom(
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  fc
    .record({
      year: fc.integer({ min: 2015, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ year, month, day }) => dayNumber(year, month, day)),
);

function someOrders(
  kind: CustomerKind,
  { whole, most }: { whole: boolean; most: number },
): fc.Arbitrary<readonly WrittenOrder[]> {
  const amount = whole ? someAmount.map((hundredths) => Math.trunc(hundredths / 100) * 100) : someAmount;
  return fc.tuple(someDays, fc.constantFrom("", "#", "FI-", "A 1/")).chain(([day, prefix]) =>
    fc
      .uniqueArray(
        fc.record({
          order: fc.integer({ min: 1, max: 9_999 }).map((number) => `${prefix}${String(number).padStart(4, "0")}`),
          customer: fc.constantFrom(...CUSTOMERS[kind]),
          day,
          lines: fc.array(amount, { minLength: 1, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: most, selector: ({ order }) => order },
      )
      .map((orders) => orders.map((order) => ({ ...order, amount: order.lines.reduce((sum, line) => sum + line, 0) }))),
  );
}

/** A header in one of seven languages, with names that fit the row model. */
function someHeader(
  kind: CustomerKind,
  model: ExportForm["model"],
): fc.Arbitrary<{ header: HeaderForm; totals: string }> {
  return fc.constantFrom(...WORDS).chain((words) => {
    const amounts = model === "D" ? words.line : model === "C" ? words.total : [...words.total, ...words.amount];
    return fc.record({
      header: fc.record({
        order: fc.constantFrom(...words.order),
        customer: fc.constantFrom(...(kind === "emails" ? words.email : words.customer)),
        date: fc.constantFrom(...words.date),
        amount: fc.constantFrom(...amounts),
        quantity: fc.constantFrom(...words.quantity),
        price: fc.constantFrom(...words.price),
        item: fc.constant("SKU"),
        notes: fc.constantFrom(...words.notes),
      }),
      totals: fc.constant(words.totals),
    });
  });
}

const someDialect = fc.record({
  delimiter: fc.constantFrom<ExportForm["delimiter"][]>(",", ",", ";", ";", "\t", "|"),
  quoting: fc.constantFrom<ExportForm["quoting"][]>("minimal", "all"),
  lineEnd: fc.constantFrom<ExportForm["lineEnd"][]>("\n", "\r\n"),
  lastLineEnd: fc.boolean(),
  blankRows: fc.constantFrom(0, 0, 1, 3),
  blankRowsAre: fc.constantFrom<ExportForm["blankRowsAre"][]>("empty", "delimiters"),
  trailingDelimiters: fc.boolean(),
  preamble: fc.constantFrom<string[][]>(
    [],
    [],
    ["Orders of the web shop", ""],
    ["My Shop Oy", "Report made on 31.12.2026", ""],
  ),
  separatorLine: fc.boolean(),
  encoding: fc.constantFrom(...TEXT_ENCODINGS),
  gzip: fc.boolean(),
});

function delimited(most: number): fc.Arbitrary<WrittenExport> {
  return fc
    .record({
      kind: fc.constantFrom(...(Object.keys(CUSTOMERS) as CustomerKind[])),
      model: fc.constantFrom<ExportForm["model"][]>("A", "B", "C", "D"),
      numberForm: fc.constantFrom(...Object.keys(NUMBER_FORMS)),
      dateForm: fc.constantFrom(...Object.keys(DATE_FORMS)),
      dialect: someDialect,
      product: fc.boolean(),
      blankContinuation: fc.boolean(),
      notes: fc.constantFrom(...NOTES),
      hasTotals: fc.boolean(),
    })
    .chain(({ kind, model, numberForm, dateForm, dialect, hasTotals, ...rest }) => {
      const number = NUMBER_FORMS[numberForm] ?? fail(numberForm);
      const date = DATE_FORMS[dateForm] ?? fail(dateForm);
      return fc
        .tuple(someOrders(kind, { whole: number.decimals === "none", most }), someHeader(kind, model))
        .map(([orders, { header, totals }]) => {
          const totalsWord = hasTotals && !(model === "D" && rest.product) ? totals : null;
          const form = { ...rest, ...dialect, model, header, number, date, totalsWord };
          return inEncoding({ orders, form, numberForm, dateForm });
        });
    });
}

/** Runs of blanks stand between fields only where no field has a blank, is blank, or is quoted. */
function separatedByBlanks(most: number): fc.Arbitrary<WrittenExport> {
  const order: WrittenOrder = { order: "1", customer: "2", day: FIRST_DAY, amount: -123_456_700 };
  const hasNoBlank = (text: string): boolean => !/\s/.test(text);
  const formOf = (numberForm: string, dateForm: string): ExportForm => ({
    delimiter: "blanks",
    quoting: "minimal",
    lineEnd: "\n",
    lastLineEnd: true,
    blankRows: 0,
    blankRowsAre: "empty",
    trailingDelimiters: false,
    preamble: [],
    separatorLine: false,
    encoding: "utf-8",
    gzip: false,
    header: ONE_WORD_HEADER,
    number: NUMBER_FORMS[numberForm] ?? fail(numberForm),
    date: DATE_FORMS[dateForm] ?? fail(dateForm),
    model: "A",
    product: false,
    blankContinuation: false,
    notes: [],
    totalsWord: null,
  });
  const cellsOf = (form: ExportForm): readonly string[] => exportTable([order], form).rows[0] ?? [];
  const numbers = Object.keys(NUMBER_FORMS).filter((name) =>
    hasNoBlank(cellsOf(formOf(name, "2026-03-04")).at(-1) ?? " "),
  );
  const dates = Object.keys(DATE_FORMS).filter((name) => hasNoBlank(cellsOf(formOf("plain", name))[2] ?? " "));
  return fc
    .record({
      numberForm: fc.constantFrom(...numbers),
      dateForm: fc.constantFrom(...dates),
      lineEnd: fc.constantFrom<ExportForm["lineEnd"][]>("\n", "\r\n"),
      lastLineEnd: fc.boolean(),
      blankRows: fc.constantFrom(0, 1, 3),
      encoding: fc.constantFrom(...TEXT_ENCODINGS),
      gzip: fc.boolean(),
    })
    .chain(({ numberForm, dateForm, ...dialect }) => {
      const form = { ...formOf(numberForm, dateForm), ...dialect };
      return someOrders("ids", { whole: form.number.decimals === "none", most }).map((orders) => {
        const named = orders.map((one) => ({ ...one, order: one.order.replaceAll(" ", "") }));
        return inEncoding({ orders: named, form, numberForm, dateForm });
      });
    });
}

/** Falls back to UTF-8 where the encoding lacks a character. */
function inEncoding(written: WrittenExport): WrittenExport {
  if (writeExport(written.orders, written.form) !== null) return written;
  return { ...written, form: { ...written.form, encoding: "utf-8" } };
}

function fail(name: string): never {
  throw new Error(`there is no form "${name}"`);
}

/** Any order table of up to `most` orders in any of the forms. */
export function someExport(most = 12): fc.Arbitrary<WrittenExport> {
  return fc.oneof({ weight: 8, arbitrary: delimited(most) }, { weight: 1, arbitrary: separatedByBlanks(most) });
}

/** The questions that nothing in an export settles. */
export interface OpenQuestions {
  readonly dates: boolean;
  readonly numbers: boolean;
  /** Bytes that mean other characters in Windows-1252, with no euro sign to tell. */
  readonly encoding: boolean;
}

/** What the values of an export leave open. */
export function openQuestions({ orders, form }: WrittenExport): OpenQuestions {
  const { header, rows } = exportTable(orders, form);
  const text = [...header, ...rows.flat()].join("");
  const days = orders.map(({ day }) => day);
  return {
    dates: isOrderOpen(days, form.date),
    numbers: isMarkOpen(writtenAmounts(orders, form), form.number),
    encoding: form.encoding === "iso-8859-15" && !text.includes("€") && encodeText(text, "iso-8859-1") === null,
  };
}

/** The amounts or prices that stand in the export. */
function writtenAmounts(orders: readonly WrittenOrder[], form: ExportForm): readonly number[] {
  const { model, product, number, totalsWord } = form;
  if (model === "D" && product) {
    return orders.flatMap(({ lines = [] }) => lines.map((line, at) => factored(line, at, number).price));
  }
  const amounts = orders.flatMap(({ amount, lines }) => (model === "D" && lines !== undefined ? lines : [amount]));
  return totalsWord === null ? amounts : [...amounts, orders.reduce((sum, { amount }) => sum + amount, 0)];
}
