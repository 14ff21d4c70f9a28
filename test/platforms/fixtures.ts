import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadOptions } from "../../src/orders/read-orders.ts";
import type { Reader } from "../../src/orders/understanding.ts";

/** What one fixture must come to, worked out by hand from its input. */
export interface Expected {
  /** What the fixture shows. */
  readonly covers: string;
  /** The preset that takes it; `null` for none. */
  readonly preset: string | null;
  readonly reader: Reader;
  readonly options?: ReadOptions;
  readonly rows: number;
  readonly used_rows: number;
  /** Rows and money for each reason. */
  readonly set_aside: Readonly<Record<string, readonly [number, string]>>;
  readonly money: string;
  readonly customers: number;
  readonly orders: number;
  readonly revenue: string;
  /** Purchases and net spend of each customer. */
  readonly per_customer: Readonly<Record<string, readonly [number, string]>>;
  /** The newest day. */
  readonly as_of: string;
  readonly first_order?: Readonly<Record<string, string>>;
  readonly last_order?: Readonly<Record<string, string>>;
  /** The ids of the orders that count, by code unit. */
  readonly order_ids?: readonly string[];
  /** Words of the note about the platform. */
  readonly note?: string;
}

/** A fixture that must be refused: parts of the message and of the hint. */
export interface ExpectedRefusal {
  readonly covers: string;
  readonly preset: string;
  readonly options?: ReadOptions;
  readonly refused: { readonly message: string; readonly hint: string };
}

export interface Fixture {
  /** `platform/case`. */
  readonly name: string;
  readonly directory: string;
  readonly inputs: readonly string[];
  readonly expected: Expected | ExpectedRefusal;
}

const ROOT = fileURLToPath(new URL("../../fixtures/platforms/", import.meta.url));

/** Every fixture below `fixtures/platforms/`, by name. */
export function platformFixtures(): readonly Fixture[] {
  return foldersOf(ROOT).flatMap((platform) =>
    foldersOf(join(ROOT, platform)).map((name) => fixtureIn(join(ROOT, platform, name), `${platform}/${name}`)),
  );
}

export function isRefusal(expected: Fixture["expected"]): expected is ExpectedRefusal {
  return "refused" in expected;
}

function fixtureIn(directory: string, name: string): Fixture {
  const files = readdirSync(directory).sort();
  const inputs = files.filter((file) => basename(file).startsWith("input")).map((file) => join(directory, file));
  const expected = JSON.parse(readFileSync(join(directory, "expected.json"), "utf8")) as Fixture["expected"];
  return { name, directory, inputs, expected };
}

function foldersOf(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
