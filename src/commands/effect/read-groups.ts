/*
 * What rfm effect reads beside the exports: the lists that got the campaign, and the control group.
 */
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { CliContext } from "../../cli/context.ts";
import { peekHeader } from "../../csv/detect/sample.ts";
import { InputError } from "../../errors.ts";
import { readPeopleList } from "../../exports/companions/people-list.ts";
import { fileSource } from "../../files/byte-source.ts";
import type { NamedList } from "../../lists/campaign-groups.ts";
import { CONTROL_GROUP_FILE, HOLDOUT_FILE } from "../../lists/control-group.ts";
import { isOwnListHeader } from "../../lists/own-lists.ts";

/** The two lists as options name them: each a file, or a folder that `rfm lists --holdout` wrote. */
interface GroupNames {
  readonly treated: string;
  readonly control: string;
}

/**
 * Reads both groups. Of a folder, the treated are everybody on its lists, and the control group is its file.
 *
 * @throws InputError where a folder holds no lists, and for lists that cannot be read
 */
export async function readGroups(
  { treated, control }: GroupNames,
  { cwd }: CliContext,
): Promise<{ readonly treated: NamedList; readonly control: NamedList }> {
  const [first, second] = [resolve(cwd, treated), resolve(cwd, control)];
  return {
    treated: (await isFolder(first)) ? await listsIn(first, treated) : await oneList(first, treated),
    control: (await isFolder(second))
      ? await oneList(join(second, CONTROL_GROUP_FILE), join(control, CONTROL_GROUP_FILE))
      : await oneList(second, control),
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function oneList(path: string, name: string): Promise<NamedList> {
  return { name, slug: basename(path).replace(/\.csv$/i, ""), people: await readPeopleList(path, name) };
}

async function listsIn(folder: string, name: string): Promise<NamedList> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".csv")).sort();
  const people = [];
  for (const file of files) {
    if (file === CONTROL_GROUP_FILE || file === HOLDOUT_FILE || !(await hasPeople(join(folder, file)))) continue;
    people.push(...(await readPeopleList(join(folder, file), join(name, file))));
  }
  if (people.length > 0) return { name, slug: null, people };
  throw new InputError(`${name}: the folder contains no lists with people`, {
    hint: "name a folder that rfm lists wrote; with several tools, one tool's folder in it",
  });
}

/** Whether a file is a list with a row below its header; the lists of empty segments have none. */
async function hasPeople(path: string): Promise<boolean> {
  const { size } = await stat(path);
  const header = size === 0 ? null : await peekHeader(fileSource(path, path, size));
  return header !== null && isOwnListHeader(header) && size > Buffer.byteLength(header.join(",")) + 2;
}
