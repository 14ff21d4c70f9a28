import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { peekHeader } from "../../../src/csv/detect/sample.ts";
import { InputError, MissingColumnError } from "../../../src/errors.ts";
import { NO_ROLES } from "../../../src/exports/detect/columns/columns.ts";
import { detectLayout, type Layout, type LayoutOptions } from "../../../src/exports/detect/layout.ts";
import { memorySource } from "../../../src/files/byte-source.ts";
import { readFiles, spendOf } from "../../support/read-csv.ts";

function layoutOf(content: string | Buffer, options: LayoutOptions = {}): Promise<Layout> {
  return detectLayout(memorySource([Buffer.from(content)], "a.csv"), options);
}

const ROWS = ["order id,customer,date,amount", "1,anna,2026-03-01,10", "2,ben,2026-03-02,5"];

describe("the delimiter", () => {
  it.each([",", ";", "\t", "|"])("%j is found", async (delimiter) => {
    const { dialect, header } = await layoutOf(ROWS.map((row) => row.replaceAll(",", delimiter)).join("\n"));
    expect(dialect.delimiter).toBe(delimiter);
    expect(header).toEqual(["order id", "customer", "date", "amount"]);
  });

  it("is the semicolon in a file full of decimal commas", async () => {
    const { dialect } = await layoutOf(
      ["tilausnumero;asiakas;pvm;summa;alv", "1;anna;1.3.2026;10,00;2,40", "2;ben;2.3.2026;5,50;1,32"].join("\n"),
    );
    expect(dialect.delimiter).toBe(";");
  });

  it("is the run of blanks above which the names stand, though every row has the same number of decimal commas", async () => {
    const { dialect, header } = await layoutOf(
      [
        "Order   Customer  Date         Total",
        "0001    17850     40148,39246  0,01",
        "0002    17851     40149,5      3,50",
      ].join("\n"),
    );
    expect(dialect.delimiter).toBe("blanks");
    expect(header).toEqual(["Order", "Customer", "Date", "Total"]);
  });

  it("is the comma between names that nobody knows, though every line has the same number of blanks", async () => {
    const { dialect } = await layoutOf(["alpha one,beta two,gamma", "x y,z a,b", "c d,e f,g"].join("\n"), {
      rolesOf: () => NO_ROLES,
    });
    expect(dialect.delimiter).toBe(",");
  });

  it("is not taken from inside quotes", async () => {
    const rows = [
      '"order id","customer","date","amount"',
      '"1","a;b;c;d","2026-03-01","10"',
      '"2","e;f;g;h","2026-03-02","5"',
    ];
    expect((await layoutOf(rows.join("\n"))).dialect.delimiter).toBe(",");
  });

  it("is what the first line says, sep=", async () => {
    for (const first of ["sep=;", '"sep=;"', "SEP=;"]) {
      const { dialect, header, headerLine } = await layoutOf(
        [first, ...ROWS.map((row) => row.replaceAll(",", ";"))].join("\r\n"),
      );
      expect(dialect.delimiter).toBe(";");
      expect(header[0]).toBe("order id");
      expect(headerLine).toBe(2);
    }
  });

  it("is what the option says", async () => {
    const { dialect, delimiterEvidence } = await layoutOf(ROWS.join("\n").replaceAll(",", "~"), { delimiter: "~" });
    expect(dialect.delimiter).toBe("~");
    expect(delimiterEvidence).toMatch(/--delimiter/);
  });
});

describe("line ends", () => {
  it.each([
    ["\n", "\n"],
    ["\r\n", "\n"],
    ["\r", "\r"],
  ])("%j are read", async (lineEnd, expected) => {
    const { dialect, header } = await layoutOf(ROWS.join(lineEnd));
    expect(dialect.lineEnd).toBe(expected);
    expect(header).toEqual(["order id", "customer", "date", "amount"]);
  });

  it.each(["\n", "\r\n", "\r"])("%j give the same customers", async (lineEnd) => {
    const history = await readFiles({ "a.csv": Buffer.from(ROWS.join(lineEnd)) });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 5.00" });
  });
});

describe("the header", () => {
  it("is the first line of an ordinary file", async () => {
    expect(await layoutOf(ROWS.join("\n"))).toMatchObject({ headerLine: 1, recordsBeforeRows: 1 });
  });

  it("is found below a title, a range of dates and blank lines", async () => {
    const preamble = ["Sales report", "Shop: Example, from 2026-03-01 to 2026-03-31", ""];
    const { headerLine, header, dialect } = await layoutOf([...preamble, ...ROWS].join("\n"));
    expect(headerLine).toBe(4);
    expect(header).toEqual(["order id", "customer", "date", "amount"]);
    expect(dialect.delimiter).toBe(",");
    const history = await readFiles({ "a.csv": [...preamble, ...ROWS] });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 5.00" });
    expect(history.rows).toBe(2);
    expect(history.newest.line).toBe(6);
  });

  it("is found by its physical line below a quoted line break", async () => {
    const { headerLine } = await layoutOf(['"Sales', 'report"', ...ROWS].join("\n"));
    expect(headerLine).toBe(3);
  });

  it("loses its byte order mark, also inside quotes", async () => {
    expect((await layoutOf(`\ufeff${ROWS.join("\n")}`)).header[0]).toBe("order id");
    expect((await layoutOf(`\ufeff"order id",customer,date,amount\n1,anna,2026-03-01,10`)).header[0]).toBe("order id");
  });

  it("is read in the file's encoding", async () => {
    const text = "tilausnumero;sähköposti;päivämäärä;summa\n1;a@b.fi;1.3.2026;10,00\n";
    for (const content of [Buffer.from(text), Buffer.from(text, "latin1"), Buffer.from(text, "utf16le")]) {
      expect((await layoutOf(content)).header).toEqual(["tilausnumero", "sähköposti", "päivämäärä", "summa"]);
    }
  });

  it("is found in gzip", async () => {
    const { dialect, header } = await layoutOf(gzipSync(ROWS.join("\n")));
    expect(dialect.gzip).toBe(true);
    expect(header[0]).toBe("order id");
  });

  it("may have trailing spaces and blank names", async () => {
    const { columns } = await layoutOf(
      ["Unnamed: 0,Order ID ,Customer , Date,Amount,", "0,1,anna,2026-03-01,10,"].join("\n"),
    );
    expect(columns).toMatchObject({
      order: [1],
      customer: [[2]],
      date: 3,
      amount: { kind: "sum", plus: [4], minus: [] },
    });
  });

  it("without a name that is known is refused with what was found", async () => {
    const reading = layoutOf("a,b,c\n1,2,3");
    await expect(reading).rejects.toThrow(MissingColumnError);
    await expect(reading).rejects.toThrow(/found: a, b, c/);
  });

  it("is missing where there are blank lines only", async () => {
    await expect(layoutOf("\n\n\n")).rejects.toThrow(InputError);
  });
});

describe("the encoding", () => {
  it("is what the option says", async () => {
    const { dialect, encodingEvidence } = await layoutOf(ROWS.join("\n"), { encoding: "iso-8859-1" });
    expect(dialect.encoding).toBe("iso-8859-1");
    expect(encodingEvidence).toMatch(/--encoding/);
  });
});

describe("peekHeader", () => {
  it("reads the first line of a file, gzip or not", async () => {
    const source = (content: string | Buffer) => memorySource([Buffer.from(content)], "a.csv");
    expect(await peekHeader(source("\ufeffa,b;c\r\n1,2,3"))).toEqual(["a", "b", "c"]);
    expect(await peekHeader(source(gzipSync("a\tb\n1\t2")))).toEqual(["a", "b"]);
  });
});
