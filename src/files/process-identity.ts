import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { sha256Hex } from "./sha256.ts";

/** Which process one is, in words that no other process shares, not even one that gets the same number later. */
export interface ProcessIdentity {
  /** The machine, or the container on it. */
  readonly machine: string;
  /** The machine's present run: another after it was started anew. */
  readonly boot: string;
  readonly pid: number;
  /** When the process started, in ticks since the machine did; 0 where the system does not tell. */
  readonly started: string;
}

/** The process of this number. */
export async function identityOf(pid: number): Promise<ProcessIdentity> {
  const space = await readlink("/proc/self/ns/pid").catch(() => "");
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return {
    machine: sha256Hex(`${hostname()} ${space}`).slice(0, 8),
    boot: sha256Hex(boot).slice(0, 8),
    pid,
    started: (await startFromProc(pid)) ?? "0",
  };
}

/** The start of a running process, where the system has /proc; otherwise 0 for one that runs. `null` for none. */
export async function startOfProcess(pid: number, isRunning: (pid: number) => boolean): Promise<string | null> {
  if (!isRunning(pid)) return null;
  return (await startFromProc(pid)) ?? "0";
}

/** Field 22 of /proc/PID/stat; the command in field 2 may hold blanks and brackets. A zombie runs no more. */
async function startFromProc(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, start] = [fields[0], fields[19]];
  if (state === "Z" || state === "X") return "-";
  return start === undefined || !/^\d+$/.test(start) ? null : start;
}
