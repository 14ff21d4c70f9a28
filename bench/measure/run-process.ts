import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

/** A process to be started. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** The file that standard output goes to; nowhere where left out. */
  readonly stdout?: string;
}

/** What one run of a process took; processor time and memory are `null` where there is no /proc (all but Linux). */
export interface Cost {
  /** Seconds from start to exit. */
  readonly wall: number;
  /** Seconds of processor time, user and system, of all threads. */
  readonly cpu: number | null;
  /** The most memory that was resident at a time, in bytes. */
  readonly memory: number | null;
}

const SAMPLED_EVERY_MS = 5;
const TICKS_A_SECOND = 100; // what Linux reports to programs on every machine

/**
 * Runs a process to its end and measures it the same way whatever it is written in: the kernel's own high-water mark of
 * memory and count of processor time, read from /proc every few milliseconds while it runs. Both only rise, so all that can
 * be missed is what happens in the last of them.
 *
 * @throws Error with what the process wrote on standard error where it fails
 */
export function runProcess({ program, args, stdout }: Command): Promise<Cost> {
  const output = stdout === undefined ? ("ignore" as const) : openSync(stdout, "w");
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", output, "pipe"] });
  const usage = sampleUsage(child.pid);
  const said: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    let wall = 0;
    child.on("exit", () => {
      wall = (performance.now() - start) / 1000;
      usage.stop();
    });
    child.on("error", (error) => {
      usage.stop();
      reject(error);
    });
    child.on("close", (status, signal) => {
      if (typeof output === "number") closeSync(output);
      if (status === 0) resolve({ wall, cpu: usage.cpu, memory: usage.memory });
      else reject(new Error(`${program} ended with ${status ?? signal}\n${Buffer.concat(said).toString().trim()}`));
    });
  });
}

/** The usage of a process so far, kept up to date until `stop`. */
interface Usage {
  cpu: number | null;
  memory: number | null;
  readonly stop: () => void;
}

function sampleUsage(pid: number | undefined): Usage {
  const timer = setInterval(() => sample(), SAMPLED_EVERY_MS);
  const usage: Usage = { cpu: null, memory: null, stop: () => clearInterval(timer) };
  const sample = (): void => {
    if (pid === undefined || process.platform !== "linux") return;
    usage.cpu = cpuOf(pid) ?? usage.cpu;
    const memory = memoryOf(pid);
    if (memory !== null) usage.memory = Math.max(memory, usage.memory ?? 0);
  };
  return usage;
}

/** The seconds of processor time of a process; `null` once it is gone. */
function cpuOf(pid: number): number | null {
  const stat = readProc(pid, "stat");
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may have blanks
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function memoryOf(pid: number): number | null {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(pid, "status") ?? "");
  return found === null ? null : Number(found[1]) * 1024;
}

function readProc(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return null; // it has ended
  }
}
