import type { InputFile } from "../files/find-inputs.ts";
import { type MoneyNames, moneyNames } from "./detect/amounts/unit-of-amounts.ts";
import { NO_COLUMN } from "./detect/columns/columns.ts";
import { type ColumnProfile, profileColumns } from "./detect/formats/column-profile.ts";
import { askFormats, type Formats } from "./detect/formats/resolve-formats.ts";
import type { Layout } from "./detect/layout.ts";
import type { PlanOptions } from "./plan-options.ts";
import { OpenQuestions } from "./told-together.ts";

/** Resolves the formats, pooled over files of one platform or, of unknown make, with the same header line. */
export async function resolveAll(
  inputs: readonly InputFile[],
  { layouts, origins, options }: { layouts: readonly Layout[]; origins: readonly number[]; options: PlanOptions },
): Promise<readonly Formats[]> {
  const questions = { dates: options.dateFormat === undefined, numbers: options.decimal === undefined };
  const profiles: ColumnProfile[] = [];
  for (const [file, input] of inputs.entries()) {
    const layout = layouts[file] as Layout;
    const dates = questions.dates && layout.columns.date !== NO_COLUMN;
    profiles.push(await profileColumns(input.source, layout, { ...questions, dates }));
  }
  const formats: Formats[] = [];
  const open = new OpenQuestions();
  const pools = layouts.map(({ preset, header }, file) => (preset === null ? header.join("\u0000") : origins[file]));
  for (const files of filesByKey(pools).values()) {
    const named = files.map((file) => ({
      name: inputs[file]?.source.name ?? "",
      profile: profiles[file] as ColumnProfile,
      platformOrder: layouts[file]?.preset?.dateOrder ?? null,
      money: moneyOf(layouts[file] as Layout),
    }));
    const resolved = askFormats(named, options, open);
    for (const [index, file] of files.entries()) formats[file] = resolved[index] as Formats;
  }
  open.refuse();
  return formats;
}

/** The names of the money columns; those of a known platform count what it says they count. */
function moneyOf({ header, columns, preset }: Layout): MoneyNames {
  return preset === null ? moneyNames(header, columns) : { names: [], withPieces: false };
}

/** The files that share a key, by their index. */
export function filesByKey<Key>(keys: readonly Key[]): ReadonlyMap<Key, readonly number[]> {
  const files = new Map<Key, number[]>();
  for (const [file, key] of keys.entries()) {
    const known = files.get(key);
    if (known === undefined) files.set(key, [file]);
    else known.push(file);
  }
  return files;
}

/** Numbers the sources: files of one platform's layout, or with the same columns for what is needed, are one. */
export function originsOf(layouts: readonly Layout[]): readonly number[] {
  const known = new Map<string, number>();
  return layouts.map(({ platform }) => {
    const origin = known.get(platform) ?? known.size;
    known.set(platform, origin);
    return origin;
  });
}
