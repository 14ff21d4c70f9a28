/*
 * The report as one JSON document, for programs: `schemas/report.schema.json` describes it.
 */

import type { Ledger } from "../../../analysis/ledger/ledger.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import { type JsonTree, jsonText } from "../../tables/json-tree.ts";
import { placeOf } from "../../tables/ledger-table.ts";
import { leftOutNotes, type ReportInput, type ReportOrigin } from "../report-input.ts";
import { customersJson } from "./customers-json.ts";
import { firstScreenJson } from "./first-screen-json.ts";
import { loyaltyJson } from "./loyalty-json.ts";
import { outlookJson } from "./outlook-json.ts";
import { periodsJson } from "./periods-json.ts";
import { profileJson } from "./profile-json.ts";
import { treeWithoutMoney } from "./tree-without-money.ts";

/**
 * The version of the report's JSON. It rises when a key is renamed or taken away, or comes to mean something else; a key
 * that is added leaves it as it is.
 */
const SCHEMA_VERSION = 2;

/**
 * A report as one JSON document, with everything that its other forms say: `schemas/report.schema.json` describes it. Money
 * is in currency units with all its decimals, rates are fractions, what is not known is `null`.
 */
export function renderJsonReport(input: ReportInput): string {
  const { report, ledger, understanding, notes, definitions, version } = input;
  const { customers } = report.segmented;
  const document: JsonTree = {
    schema_version: SCHEMA_VERSION,
    rfm_version: version,
    as_of: formatDay(customers.asOf),
    window_start: customers.windowStart === null ? null : formatDay(customers.windowStart),
    currency: understanding.currency === "" ? null : understanding.currency,
    definitions: { ...definitions },
    ...originJson(understanding),
    ledger: ledgerJson(ledger, input),
    ...firstScreenJson(input),
    ...customersJson(input),
    ...periodsJson(input),
    ...outlookJson(input),
    profile: input.profile === null ? null : profileJson(input.profile, input.language),
    loyalty: input.loyalty === null ? null : loyaltyJson(input.loyalty),
    notes: [...notes, ...leftOutNotes(input)].map(({ level, text }) => ({ level, text })),
  };
  return `${jsonText(input.language.hasMoney ? document : treeWithoutMoney(document))}\n`;
}

function originJson({ files, table }: ReportOrigin): Readonly<Record<string, JsonTree>> {
  if (table === undefined) {
    return { files: files.map(({ name, bytes, rows, sha256 }) => ({ name, bytes, rows, sha256 })), table: null };
  }
  const { database, name } = table;
  return { files: [], table: { database, name, rows: files.reduce((sum, { rows }) => sum + rows, 0) } };
}

function ledgerJson(ledger: Ledger, { understanding: { currencies }, report }: ReportInput): JsonTree {
  const ofOrders = (value: number | bigint): JsonTree => (report.overTime === null ? null : value);
  return {
    rows: ledger.rows,
    money: ledger.money,
    used_rows: ledger.usedRows,
    used_money: ledger.usedMoney,
    orders: ofOrders(ledger.purchases),
    refunds: ofOrders(ledger.refunds),
    reduced_orders: ofOrders(ledger.reducedPurchases),
    taken_off_orders: ofOrders(ledger.takenOff),
    currencies: currencies.map(({ currency, rows, money }) => ({ currency: currency || null, rows, money })),
    set_aside: ledger.setAside.map(({ reason, rows, entries, money, file, line }) => ({
      reason,
      rows,
      entries,
      money,
      ...placeOf({ file, line }),
    })),
  };
}
