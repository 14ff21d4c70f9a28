import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../src/analysis/customers/customers-at.ts";
import { type Ledger, ledgerOf } from "../../src/analysis/ledger/ledger.ts";
import { reasonsAt } from "../../src/analysis/ledger/reasons-at.ts";
import { scoreCustomers } from "../../src/analysis/scores/score-customers.ts";
import { assignSegments } from "../../src/analysis/segments/assign-segments.ts";
import { standardScheme } from "../../src/analysis/segments/standard.ts";
import { formatDay } from "../../src/basics/calendar/days.ts";
import { formatAmount } from "../../src/basics/money/amount.ts";
import { compareCodeUnits } from "../../src/basics/text/compare-code-units.ts";
import { RfmError } from "../../src/errors.ts";
import { columnOf } from "../../src/exports/detect/header/named-columns.ts";
import { PRESETS } from "../../src/exports/platforms/index.ts";
import { defaultAsOf, type OrderHistory } from "../../src/orders/history.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { renderData } from "../../src/render/tables/formats.ts";
import { scoreTable } from "../../src/render/tables/score-table.ts";
import { chunkText } from "../support/chunk-text.ts";
import { ENGLISH } from "../support/languages.ts";
import { type Expected, isRefusal, platformFixtures } from "./fixtures.ts";

const FIXTURES = platformFixtures();

describe("an export of each platform", () => {
  for (const { name, directory, inputs, expected } of FIXTURES) {
    if (isRefusal(expected)) {
      it(`${name} is refused: ${expected.covers}`, async () => {
        const error = await readOrders(inputs, expected.options).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (!(error instanceof RfmError)) throw new Error("was read", { cause: error });
        expect(error.message).toContain(expected.refused.message);
        expect(error.hint).toContain(expected.refused.hint);
      });
      continue;
    }
    it(`${name}: ${expected.covers}`, async () => {
      const history = await readOrders(inputs, expected.options);
      const asOf = defaultAsOf(history);
      const reasons = reasonsAt(history.entries, { asOf });
      const ledger = ledgerOf(history.entries, reasons);
      const customers = customersAt(history.orders, { asOf });
      expect(asFound(history, { asOf, reasons, ledger, expected })).toEqual(withoutInputs(expected));
      const scores = renderData(
        scoreTable(assignSegments(scoreCustomers(customers, { levels: 5 }), standardScheme), ENGLISH),
        "csv",
      );
      await expect(ledgerText(ledger)).toMatchFileSnapshot(join(directory, "ledger.csv"));
      await expect(chunkText(scores)).toMatchFileSnapshot(join(directory, "scores.csv"));
    });
  }
});

/** The parts of an expectation that say how to read, not what is found. */
function withoutInputs({ covers: _covers, options: _options, ...found }: Expected): Omit<Expected, "covers"> {
  return found;
}

/** What a run found, in the form of an expectation. */
function asFound(
  history: OrderHistory,
  run: { asOf: number; reasons: Uint8Array; ledger: Ledger; expected: Expected },
): Omit<Expected, "covers" | "options"> {
  const { ledger, expected } = run;
  const [file] = history.understanding.files;
  const customers = customersAt(history.orders, { asOf: run.asOf });
  const byCustomer = <Value>(value: (index: number) => Value): Record<string, Value> =>
    Object.fromEntries(customers.ids.map((id, index) => [id, value(index)]));
  const days = (column: Int32Array, wanted: Readonly<Record<string, string>> | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.keys(wanted ?? {}).map((id) => [id, formatDay(column[customers.ids.indexOf(id)] as number)]),
    );
  const note = file?.layout.preset?.note ?? "";
  return {
    preset: file?.layout.preset?.name ?? null,
    reader: file?.reader ?? "tolerant",
    rows: ledger.rows,
    used_rows: ledger.usedRows,
    set_aside: Object.fromEntries(ledger.setAside.map((line) => [line.reason, [line.rows, formatAmount(line.money)]])),
    money: formatAmount(ledger.money),
    customers: customers.length,
    orders: ledger.purchases,
    revenue: formatAmount(ledger.usedMoney),
    per_customer: byCustomer((index) => [
      customers.orders[index] as number,
      formatAmount(customers.spend[index] as number),
    ]),
    as_of: formatDay(history.newest.day),
    ...(expected.first_order === undefined ? {} : { first_order: days(customers.firstOrderDay, expected.first_order) }),
    ...(expected.last_order === undefined ? {} : { last_order: days(customers.lastOrderDay, expected.last_order) }),
    ...(expected.order_ids === undefined ? {} : { order_ids: orderIds(history, run.reasons) }),
    ...(expected.note === undefined ? {} : { note: note.includes(expected.note) ? expected.note : note }),
  };
}

function orderIds({ entries }: OrderHistory, reasons: Uint8Array): readonly string[] {
  const ids: string[] = [];
  for (let entry = 0; entry < entries.length; entry += 1) if (reasons[entry] === 0) ids.push(entries.orderId(entry));
  return ids.sort(compareCodeUnits);
}

/** The account of every row, as a file to read over. */
function ledgerText({ rows, money, usedRows, usedMoney, setAside }: Ledger): string {
  const lines = [
    ["what", "rows", "money", "first_line"],
    ["read", rows, formatAmount(money), ""],
    ["used", usedRows, formatAmount(usedMoney), ""],
    ...setAside.map((line) => [line.reason, line.rows, formatAmount(line.money), line.line]),
  ];
  return lines.map((line) => `${line.join(",")}\n`).join("");
}

describe("the presets", () => {
  it("have distinct names", () => {
    expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
    for (const { name } of PRESETS) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("have a fixture each, in a folder of their name", () => {
    const shown = new Set(FIXTURES.map(({ expected }) => expected.preset));
    expect(PRESETS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
    const misplaced = FIXTURES.filter(({ name, expected }) => !name.startsWith(`${expected.preset ?? "generic"}/`));
    expect(misplaced.map(({ name }) => name)).toEqual([]);
  });

  it("never have a signature that another's includes: one header is one platform's", () => {
    const signatures = PRESETS.flatMap((preset) => preset.signatures.map((names) => ({ preset, names })));
    const clashes = signatures.flatMap((one) =>
      signatures
        .filter((other) => other.preset !== one.preset && fits(other.names, one.names))
        .map((other) => `${other.preset.name} fits a header of ${one.preset.name}`),
    );
    expect(clashes).toEqual([]);
  });

  it("fit no fixture's header but their own platform's", async () => {
    for (const { name, inputs, expected } of FIXTURES) {
      if (isRefusal(expected)) continue;
      const history = await readOrders(inputs, expected.options);
      const header = history.understanding.files[0]?.layout.header ?? [];
      const fitting = PRESETS.filter((preset) => preset.signatures.some((names) => fits(names, header)));
      expect(
        fitting.map((preset) => preset.name),
        name,
      ).toEqual(expected.preset === null ? [] : [expected.preset]);
    }
  });

  it("write status words as they are compared: lower case, single spaces", () => {
    for (const { name, statuses, refundedStatuses, rules } of PRESETS) {
      const named = (rules ?? []).flatMap(({ when }) => {
        if (typeof when === "string") return [];
        return "is" in when ? when.is : when.isNot;
      });
      const words = [
        ...(statuses?.counts ?? []),
        ...(statuses?.doesNotCount ?? []),
        ...(refundedStatuses ?? []),
        ...named,
      ];
      for (const word of words)
        expect(word, name).toBe(
          word
            .toLowerCase()
            .replace(/(?<=\w)[\s_-]+/g, " ") // the minus of a number stays
            .trim(),
        );
    }
  });

  it("never say of one word both that it counts and that it does not", () => {
    for (const { statuses, refundedStatuses } of PRESETS) {
      const not = new Set([...(statuses?.doesNotCount ?? []), ...(refundedStatuses ?? [])]);
      expect((statuses?.counts ?? []).filter((word) => not.has(word))).toEqual([]);
    }
  });
});

describe("an export with tens of thousands of blank rows", () => {
  it("sets them aside as blank lines and reads the orders before and after", async () => {
    const blank = ";;;\r\n".repeat(40_000);
    const text = `Order no;Order date;Customer no;Order total\r\n1;2026-03-01;C1;10,00\r\n${blank}2;2026-03-02;C1;20,00\r\n`;
    const history = await readOrders(["-"], {}, { stdin: () => Readable.from([Buffer.from(text)]) });
    const ledger = ledgerOf(history.entries, reasonsAt(history.entries, { asOf: defaultAsOf(history) }));
    expect(ledger.rows).toBe(40_002);
    expect(ledger.usedRows).toBe(2);
    expect(formatAmount(ledger.usedMoney)).toBe("30.00");
    expect(ledger.setAside.map(({ reason, rows, line }) => [reason, rows, line])).toEqual([["blank line", 40_000, 3]]);
  });
});

function fits(signature: readonly string[], header: readonly string[]): boolean {
  return signature.every((name) => columnOf(header, [name]) !== null);
}
