/*
 * Leaving the result in the engine: its tables are made under other names and take their place when all is well.
 */

import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { LARGEST_AMOUNT } from "../../basics/money/amount.ts";
import { shownEngineUrl } from "../../basics/text/engine-url.ts";
import { InputError, OutputError, RfmError, UsageError } from "../../errors.ts";
import type { Publishing } from "../dialects/dialect.ts";
import { DIALECTS } from "../dialects/index.ts";
import { publishedTable, quoteName, quoteTable } from "../dialects/quote.ts";
import { type ConnectedEngine, InDoubtError, UnansweredError } from "../engines/connect.ts";
import { confirmUnchanged } from "../read/confirm-unchanged.ts";
import type { Tally } from "../read/judge-overview.ts";
import { type CustomersRequest, type LookedAtTable, lookAtTable } from "../read/look-at-table.ts";
import { noCustomers } from "../read/read-customers.ts";
import { ledgerOfTable } from "../read/table-ledger.ts";
import type { ScoreRule } from "../score-rule.ts";
import { scoreSteps } from "../script.ts";
import { MADE_BY, tablesInto } from "../tables.ts";

/** What was left in an engine. */
export interface ScoredTable extends Omit<LookedAtTable, "days"> {
  readonly customers: number;
  readonly ledger: Ledger;
}

/** Where the result goes. */
export interface Into {
  readonly into: string;
  /** Whether tables of these names that something else made are dropped. */
  readonly replace: boolean;
  readonly rule: ScoreRule;
  /** The table, where it was looked at already. */
  readonly lookedAt?: LookedAtTable;
}

/** The tables that are left; they take their places the other way around, what people read last. */
const MADE = ["scores", "customers", "cutPoints"] as const;

/** What stands behind the name of a table until it takes its place. */
const FRESH = "_new";

/**
 * Scores the customers of a table inside the engine, and leaves the result there in one step or not at all.
 *
 * @throws OutputError where a table of the name exists that this program did not make
 * @throws InputError, EmptyInputError as for reading
 */
export async function scoreInto(engine: ConnectedEngine, request: CustomersRequest, into: Into): Promise<ScoredTable> {
  const { publishing } = engine.dialect;
  if (publishing === null) throw cannotReplace(engine.shown);
  const lookedAt = into.lookedAt ?? (await lookAtTable(engine, request));
  const targets = MADE.map((key) => tablesInto(into.into)[key]);
  const there = new Map<string, boolean>();
  for (const target of targets) there.set(target, await isThere(engine, publishing, { target, ...into }));
  return publishing.isTransactional
    ? inTransaction(engine, () => made(engine, publishing, { lookedAt, into, there }))
    : cleaningUp(engine, into.into, () => made(engine, publishing, { lookedAt, into, there }));
}

/** Refuses an engine in which no table takes the place of another in one step, before it is asked. */
export function refuseIntoIn(url: string): void {
  const scheme = url.split(":", 1)[0]?.toLowerCase();
  const dialect =
    scheme === "postgresql" ? DIALECTS.postgres : Object.values(DIALECTS).find(({ name }) => name === scheme);
  if (dialect?.publishing === null) throw cannotReplace(shownEngineUrl(url));
}

function cannotReplace(shown: string): UsageError {
  return new UsageError(
    `${shown}: --into cannot replace a table in one step there`,
    "rfm sql --dialect spark writes the statements",
  );
}

/** Whether a table of this name exists; refuses one that something else made. */
async function isThere(
  { dialect, rows }: ConnectedEngine,
  { commentOf }: Publishing,
  { target, replace }: { readonly target: string; readonly replace: boolean },
): Promise<boolean> {
  const [found] = await rows(commentOf(publishedTable(dialect, target)), "looking for an older result");
  if (found === undefined || replace || String(found[0] ?? "").startsWith(MADE_BY)) return found !== undefined;
  throw new OutputError(`the table ${target} exists, and rfm did not make it`, {
    hint: "choose another name with --into, or add --replace to drop it",
  });
}

async function inTransaction<Value>(engine: ConnectedEngine, work: () => Promise<Value>): Promise<Value> {
  await engine.run("BEGIN", "beginning a transaction");
  try {
    const value = await work();
    await engine.run("COMMIT", "putting the tables in place");
    return value;
  } catch (error) {
    await engine.run("ROLLBACK", "taking back").catch(() => {});
    throw error;
  }
}

async function cleaningUp<Value>(engine: ConnectedEngine, into: string, work: () => Promise<Value>): Promise<Value> {
  const clean = async (): Promise<void> => {
    for (const key of MADE) {
      const table = quoteTable(engine.dialect, tablesInto(freshName(into))[key]);
      await engine.run(`DROP TABLE IF EXISTS ${table}`, "taking back");
    }
  };
  await clean();
  try {
    return await work();
  } catch (error) {
    await clean().catch(() => {});
    throw error;
  }
}

interface Work {
  readonly lookedAt: LookedAtTable;
  readonly into: Into;
  readonly there: ReadonlyMap<string, boolean>;
}

async function made(
  engine: ConnectedEngine,
  publishing: Publishing,
  { lookedAt, into, there }: Work,
): Promise<ScoredTable> {
  const { dialect } = engine;
  const fresh = freshName(into.into);
  const steps = scoreSteps(dialect, { query: lookedAt.query, rule: into.rule, into: fresh, replace: false });
  const [first, ...rest] = steps;
  for (const statement of first?.statements ?? []) await engine.run(statement, "adding up the customers");
  const sums = await customerSums(engine, { fresh, lookedAt });
  await confirmUnchanged(engine, lookedAt);
  for (const { statements } of rest) {
    for (const statement of statements) await engine.run(statement, "scoring the customers");
  }
  await putInPlace(engine, publishing, { into: into.into, there, hasCuts: steps.length === 3 });
  return { ...lookedAt, ...sums };
}

/** Puts the tables in the places of older ones, what people read last. */
async function putInPlace(
  engine: ConnectedEngine,
  { moveTo, isTransactional }: Publishing,
  { into, there, hasCuts }: Pick<Work, "there"> & { readonly into: string; readonly hasCuts: boolean },
): Promise<void> {
  const { dialect } = engine;
  const [made, targets] = [tablesInto(freshName(into)), tablesInto(into)];
  const waiting = MADE.toReversed().map((key) => targets[key]);
  const replaced: string[] = [];
  for (const key of MADE.toReversed()) {
    const target = publishedTable(dialect, targets[key]);
    const isThere = there.get(targets[key]) === true;
    const isMade = key !== "cutPoints" || hasCuts;
    const outdated = isThere ? [`DROP TABLE ${target.quoted}`] : [];
    const moves = isMade ? moveTo(quoteTable(dialect, made[key]), target, isThere) : outdated;
    for (const [at, statement] of moves.entries()) {
      await engine.run(statement, "putting the tables in place").catch((error: unknown) => {
        if (isTransactional) throw error;
        const unknown = at === 0 && error instanceof UnansweredError ? waiting.splice(0, 1) : [];
        throw partlyReplaced(error, { replaced, unknown, waiting });
      });
      if (at === 0) replaced.push(...waiting.splice(0, 1)); // what follows takes the old one away
    }
  }
}

/** Says which tables hold the new scores and which the old ones, where that is not the same for all or not known of one. */
function partlyReplaced(
  error: unknown,
  { replaced, unknown, waiting }: Readonly<Record<"replaced" | "unknown" | "waiting", readonly string[]>>,
): unknown {
  if (!(error instanceof RfmError) || replaced.length + unknown.length === 0) return error;
  const parts = [
    ...replaced.slice(0, 1).map(() => `already replaced: ${replaced.join(", ")}`),
    ...unknown.map((table) => `it is not known whether ${table} was replaced`),
    waiting.length === 0 && unknown.length === 0 ? "none is left to replace" : "",
    waiting.length === 0 ? "" : `not replaced: ${waiting.join(", ")}`,
  ];
  const message = [error.message, ...parts.filter((part) => part !== "")].join("; ");
  const hint = "remove the cause and run again, which makes all of them anew";
  return unknown.length > 0
    ? new InDoubtError(message, { hint, cause: error })
    : new RfmError(message, { kind: error.kind, hint, cause: error });
}

/** How many customers there are, and what their rows add up to; refuses a spend that is not exact. */
async function customerSums(
  engine: ConnectedEngine,
  { fresh, lookedAt }: { readonly fresh: string; readonly lookedAt: LookedAtTable },
): Promise<Pick<ScoredTable, "customers" | "ledger">> {
  const { dialect } = engine;
  const [orders, entries, spend] = ["orders", "entries", "spend"].map((column) => quoteName(dialect, column));
  const [row = []] = await engine.rows(
    `SELECT count(*), ${dialect.total(orders as string)}, ${dialect.total(entries as string)}, ${dialect.text(`sum(${spend})`)}, max(abs(${spend})) FROM ${quoteTable(dialect, tablesInto(fresh).customers)}`,
    "counting the customers",
  );
  const [customers, purchases, rows, money, largest] = row;
  if (Number(customers) === 0) throw noCustomers(lookedAt, 0);
  if (Number(largest) > LARGEST_AMOUNT) {
    throw new InputError("one customer's spend is too large to add up exactly", {
      hint: "check the amounts of the largest orders",
    });
  }
  const { tallies } = lookedAt;
  const counted = tallies.get(null) as Tally;
  const noPurchase = { rows: counted.rows - Number(rows), money: counted.money - BigInt(String(money)) };
  return { customers: Number(customers), ledger: ledgerOfTable(tallies, { noPurchase, purchases: Number(purchases) }) };
}

function freshName(table: string): string {
  return table.endsWith('"') ? `${table.slice(0, -1)}${FRESH}"` : `${table}${FRESH}`;
}
