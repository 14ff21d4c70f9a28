import { InputError } from "../../errors.ts";
import type { InputFile } from "../../files/find-inputs.ts";
import { type ColumnRoles, NO_ROLES } from "../detect/columns/columns.ts";
import type { HeaderSample } from "../detect/header/header-sample.ts";
import { detectLayout, type Layout, type LayoutOptions } from "../detect/layout.ts";
import { namedKind } from "./table-names.ts";

/** A table that may belong to others: the files with one header, and the first rows of the first. */
export interface Table extends HeaderSample {
  readonly files: readonly TableFile[];
}

/** One file of a table, which is not understood yet. */
export interface TableFile {
  readonly input: InputFile;
  readonly layout: Layout;
}

/**
 * The tables among files, told apart by their headers, and of one header those of refunds and of what was never bought from
 * orders, as their names say; `null` where a file has no header.
 */
export async function findTables(
  inputs: readonly InputFile[],
  options: LayoutOptions,
): Promise<readonly Table[] | null> {
  const tables = new Map<string, { sample: HeaderSample; files: TableFile[] }>();
  for (const input of inputs) {
    const file = await lookAtFile(input, options);
    if (file === null) return null;
    const header = file.sample.header.map((cell) => cell.trim().toLowerCase());
    const key = [namedApart(input.source.name), ...header].join("\u0000");
    const table = tables.get(key) ?? { sample: file.sample, files: [] };
    table.files.push({ input, layout: file.layout });
    tables.set(key, table);
  }
  return [...tables.values()].map(({ sample, files }) => ({ ...sample, files }));
}

/** What a name says that keeps a file out of a table of orders with the same header; empty where it says nothing. */
function namedApart(fileName: string): string {
  const kind = namedKind(fileName);
  return kind === "refunds" || kind === "no orders" ? kind : "";
}

async function lookAtFile(
  input: InputFile,
  options: LayoutOptions,
): Promise<{ readonly sample: HeaderSample; readonly layout: Layout } | null> {
  let sample: HeaderSample | null = null;
  const rolesOf = (found: HeaderSample): ColumnRoles => {
    sample = found;
    return NO_ROLES;
  };
  try {
    const layout = await detectLayout(input.source, { ...options, rolesOf });
    return sample === null ? null : { sample, layout };
  } catch (error) {
    if (error instanceof InputError) return null; // which reading the files one by one tells
    throw error;
  }
}
