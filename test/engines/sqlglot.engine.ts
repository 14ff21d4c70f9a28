/**
 * BigQuery and Snowflake cannot run here: a parser of their SQL reads the statements, those with hostile names too. It reads the
 * others as well. Without Python's sqlglot nothing is tested, which is said.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIALECT_NAMES } from "../../src/warehouse/dialects/dialect.ts";
import { DIALECTS } from "../../src/warehouse/dialects/index.ts";
import { hostileNames, safeNames } from "../warehouse/hostile-names.ts";
import { PLACES, scriptsWith } from "../warehouse/script-with.ts";

const run = promisify(execFile);

/** Prints, for each script of a JSON file, the kinds of its statements and the names of the tables that they make. */
const PARSE = `
import json, sys, sqlglot
from sqlglot import exp
for script in json.load(open(sys.argv[1])):
    parsed = sqlglot.parse(script, dialect=sys.argv[2], error_level=sqlglot.ErrorLevel.RAISE)
    print(json.dumps([[type(one).__name__, sorted({table.name for table in one.find_all(exp.Table)})] for one in parsed if one]))
`;

let folder = "";
let version = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-sqlglot-"));
  await writeFile(join(folder, "parse.py"), PARSE);
  const found = await run("python3", ["-c", "import sqlglot; print(sqlglot.__version__)"]).catch(() => null);
  version = found?.stdout.trim() ?? "";
  if (version === "") process.stdout.write("figures: sqlglot was not there: BigQuery and Snowflake were not parsed\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

type Statement = readonly [kind: string, tables: readonly (string | undefined)[]];

async function parsed(dialect: string, scripts: readonly string[]): Promise<readonly (readonly Statement[])[]> {
  const file = join(folder, `${dialect}.json`);
  await writeFile(file, JSON.stringify(scripts));
  const { stdout } = await run("python3", [join(folder, "parse.py"), file, dialect], { maxBuffer: 1e8 });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Statement[]);
}

describe.each(DIALECT_NAMES)("sqlglot on the SQL of %s", (name) => {
  it("finds the same statements whatever the names are", async ({ skip }) => {
    if (version === "") return skip("sqlglot is not installed");
    const hostile = safeNames(DIALECTS[name], hostileNames(name === "spark" ? 4000 : 1001));
    const plain = Array.from({ length: PLACES }, (_, place) => `plain${place}`);
    const lists = Array.from({ length: Math.floor(hostile.length / PLACES) }, (_, at) =>
      hostile.slice(at * PLACES, (at + 1) * PLACES),
    );
    const scripts = [plain, ...lists].map((names) => scriptsWith(DIALECTS[name], names));
    const [expected = [], ...found] = await parsed(name, scripts);
    expect(expected).toHaveLength(16);
    expect(found).toHaveLength(lists.length);
    expect(found.map((statements) => statements.map(([kind]) => kind))).toEqual(
      lists.map(() => expected.map(([kind]) => kind)),
    );
    expect(found.map(([first]) => first?.[1].toSorted())).toEqual(
      lists.map((names) => [names[0], `${names[10]}_customers`].toSorted()),
    );
    process.stdout.write(`figures: sqlglot ${version} read ${scripts.length} scripts of ${name}\n`);
  });

  it("reads the statements that are asked of a table", async ({ skip }) => {
    if (version === "") return skip("sqlglot is not installed");
    const script = await readFile(new URL(`../../fixtures/sql/read/${name}.sql`, import.meta.url), "utf8");
    const [statements = []] = await parsed(name, [script]);
    expect(statements.map(([kind]) => kind)).toEqual(Array.from({ length: 17 }, () => "Select"));
    expect(statements.every(([, tables]) => tables.includes("orders"))).toBe(true);
  });
});
