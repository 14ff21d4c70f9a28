import { isEngineUrl, shownEngineUrl, writesPassword } from "../../basics/text/engine-url.ts";
import type { ConfigNode } from "../../basics/yaml/config-node.ts";
import { isStreamName } from "../../files/regular-file.ts";

/** Where the orders of a run are. */
export interface ConfigInput {
  /** Files, folders and globs, relative to the config file; or the URL of one database, variables filled in. */
  readonly names: readonly string[];
  /** The line of each of them. */
  readonly lines: readonly number[];
  /** The same as it is written; of a URL without what stands for user, password and parameters. */
  readonly written: { readonly exports: readonly string[] } | { readonly input: string };
}

/** The exports of a config, or the database that it names instead; the rest are problems. */
export function readInput(
  exports: ConfigNode | undefined,
  input: ConfigNode | undefined,
  root: ConfigNode,
): ConfigInput {
  if (input === undefined) return readExportNames(exports, root);
  if (exports !== undefined)
    input.complain("input and exports cannot be used together: a run reads files or one database");
  return readDatabase(input);
}

function readExportNames(node: ConfigNode | undefined, root: ConfigNode): ConfigInput {
  if (node === undefined) root.complain("no exports: list the files, folders or globs to read");
  const items = node?.items() ?? [];
  if (node !== undefined && items.length === 0) node.complain("exports is an empty list");
  for (const item of items) {
    const written = item.written() ?? "";
    if (isStreamName(written)) item.complain("exports: a run cannot read standard input");
    if (isEngineUrl(written)) item.complain(`exports: ${shownEngineUrl(written)} is a database: write it under input`);
  }
  return {
    names: items.map((item) => item.text() ?? ""),
    lines: items.map(({ line }) => line),
    written: { exports: items.map((item) => item.written() ?? "") },
  };
}

/** A password in a file that is copied, mailed and kept in a repository is no longer one; so it is refused. */
function readDatabase(node: ConfigNode): ConfigInput {
  const written = node.written() ?? "";
  const url = node.text() ?? "";
  if (writesPassword(written)) {
    node.complain(
      `input: ${shownEngineUrl(written)} has its password in plain text: write \${NAME} for a variable of the environment, or leave it to the driver's own variables`,
    );
  } else if (!isEngineUrl(url)) {
    node.complain(
      "input must be the URL of a database (postgres:, clickhouse:, duckdb: or spark:); files go under exports",
    );
  }
  return { names: [url], lines: [node.line], written: { input: shownEngineUrl(written) } };
}
