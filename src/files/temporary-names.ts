import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { identityOf, type ProcessIdentity, startOfProcess } from "./process-identity.ts";

/** The part of a context that says which process this is. */
export interface ProcessContext {
  readonly processes: { readonly own: number; readonly isRunning: (id: number) => boolean };
}

/** What an unfinished file or folder is: `tmp` a file; `new` a set, `earlier` what the set takes the place of. */
export type TemporaryKind = "tmp" | "new" | "earlier";

const IDENTITY = "[0-9a-z]+-[0-9a-z]+-\\d+-\\d+";

/** Names have at most 255 bytes, and a name may be long already. */
const LONGEST_BASE = 40;

/**
 * A name beside a target for what is not finished. It says which process it belongs to, so that whatever a killed process
 * leaves behind can be told from the work of one that is running, and be removed.
 */
export function temporaryName(target: string, identity: ProcessIdentity, kind: TemporaryKind): string {
  const { machine, boot, pid, started } = identity;
  const owner = `${machine}-${boot}-${pid}-${started}`;
  return join(dirname(target), `${prefixOf(target)}${owner}-${randomBytes(6).toString("hex")}.${kind}`);
}

function prefixOf(target: string): string {
  return `.${basename(target).slice(0, LONGEST_BASE)}.rfm-`;
}

/** The same name with another kind. */
export function withKind(temporary: string, kind: TemporaryKind): string {
  return `${temporary.slice(0, temporary.lastIndexOf("."))}.${kind}`;
}

/** Something that a process left beside its target. */
export interface Leftover {
  readonly path: string;
  readonly kind: TemporaryKind;
}

/** A process of another machine or container counts as ended when its files did not change for this long. */
const FOREIGN_MS = 10 * 60_000;

/**
 * What processes that have ended left beside a target.
 *
 * @param now the present by the clock of the target's file system, in milliseconds
 */
export async function leftoversBeside(
  target: string,
  { disk, context, now }: { readonly disk: Disk; readonly context: ProcessContext; readonly now: number },
): Promise<readonly Leftover[]> {
  const prefix = prefixOf(target);
  const pattern = new RegExp(`^(${IDENTITY})-[0-9a-f]{12}\\.(tmp|new|earlier)$`);
  const found: Leftover[] = [];
  for (const name of await disk.list(dirname(target)).catch(() => [])) {
    const match = name.startsWith(prefix) ? pattern.exec(name.slice(prefix.length)) : null;
    if (match === null) continue;
    const path = join(dirname(target), name);
    const entry = await disk.look(path);
    const kind = match[2] as TemporaryKind;
    if (entry?.kind !== (kind === "tmp" ? "file" : "folder")) continue; // not what this program makes
    if (await hasEnded(match[1] ?? "", now - entry.changedAt, context)) found.push({ path, kind });
  }
  return found;
}

async function hasEnded(owner: string, age: number, { processes }: ProcessContext): Promise<boolean> {
  const [machine, boot, pid, started] = owner.split("-");
  const self = await identityOf(processes.own);
  if (machine !== self.machine) return age > FOREIGN_MS;
  if (boot !== self.boot) return true;
  return (await startOfProcess(Number(pid), processes.isRunning)) !== started;
}
