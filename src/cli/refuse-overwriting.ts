import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { FILES_WRITTEN, filesWritten, type NamedFile } from "../options/files-written.ts";
import { type AnyOption, attributeOf, flagOf, type OptionValues } from "../options/option.ts";
import type { OrderHistory } from "../orders/history.ts";

/**
 * Refuses two outputs with one file, and an output that would replace a file that the call itself names to be read, also
 * through links. Nothing has been read or written then.
 *
 * @throws UsageError that names both
 */
export async function refuseOneFileForTwo(
  options: OptionValues,
  {
    consumes,
    operands,
    cwd,
  }: { readonly consumes: readonly AnyOption[]; readonly operands: readonly string[]; readonly cwd: string },
): Promise<void> {
  const outputs = await reallyAt(filesWritten(options), cwd);
  if (outputs.length === 0) return;
  for (const [at, { flag, path, real }] of outputs.entries()) {
    const other = outputs.slice(0, at).find((one) => one.real === real);
    if (other !== undefined) throw new UsageError(`${other.flag} and ${flag} both name ${path}`, "name two files");
  }
  const written = new Set(FILES_WRITTEN.map(({ name }) => name as string));
  const read = consumes
    .filter(({ kind, name }) => kind === "file" && !written.has(name))
    .flatMap((option): NamedFile[] => {
      const path = options[attributeOf(option)];
      return typeof path === "string" ? [{ flag: flagOf(option), path }] : [];
    });
  const inputs = await reallyAt([...operands.map((path) => ({ flag: "", path })), ...read], cwd);
  for (const { flag, path, real } of outputs) {
    const input = inputs.find((one) => one.real === real);
    if (input !== undefined) {
      const what = input.flag === "" ? path : `${path}, the file of ${input.flag}`;
      throw new UsageError(`${flag} would replace ${what}, which is being read`, "name another file");
    }
  }
}

/**
 * Refuses an output that would replace an export that was read, also through links: a folder or a glob may have held it.
 *
 * @throws UsageError; nothing has been written then
 */
export async function refuseOverwriting(history: OrderHistory, options: OptionValues, cwd: string): Promise<void> {
  const outputs = await reallyAt(filesWritten(options), cwd);
  if (outputs.length === 0) return;
  const exports = new Set((await realExports(history)).keys());
  for (const { flag, path, real } of outputs) {
    if (exports.has(real)) {
      throw new UsageError(`${flag} ${path} would replace an export that is being read`, "name another file");
    }
  }
}

/**
 * Where the exports really are, with how messages call each: those that were read, their copies, which count by them, and the
 * tables of a folder that were not needed. A copy of this program's own file is an output like that file.
 */
export async function realExports({
  understanding: { files, passedOver },
}: OrderHistory): Promise<ReadonlyMap<string, string>> {
  const own = new Set(passedOver.flatMap(({ name, why }) => (why === "own output" ? [name] : [])));
  const others = passedOver.filter(({ as }) => as === undefined || !own.has(as));
  const found = new Map<string, string>();
  for (const { path, name } of [...others, ...files]) {
    if (path !== null && path !== undefined) found.set(await realPathOf(path), name);
  }
  return found;
}

interface RealFile extends NamedFile {
  readonly real: string;
}

function reallyAt(files: readonly NamedFile[], cwd: string): Promise<readonly RealFile[]> {
  return Promise.all(files.map(async (file) => ({ ...file, real: await realPathOf(resolve(cwd, file.path)) })));
}

/** Where a path leads through links; the path itself where nothing is there. */
export async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
