/**
 * A run that kills itself at one of its own file operations. A timer outside hits the few milliseconds in which a set is put
 * in place almost never; counting operations hits each of them.
 */

/** What a run has come to: it writes the first file aside, or `latest` leads to the new set. */
export type Event = "staging" | "swap";

/** Runs before the program: wraps what it asks of the file system. `RFM_KILL` is `EVENT:OPERATIONS:SIGNAL`, or `count:FILE`. */
const PRELOAD = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const [event, at, signal] = (process.env.RFM_KILL ?? "").split(":");
const since = { staging: -1, swap: -1 };
const begin = (name) => { if (since[name] < 0) since[name] = 0; };
const count = () => {
  for (const name of Object.keys(since)) {
    if (since[name] < 0) continue;
    if (event === name && since[name] === Number(at)) process.kill(process.pid, signal);
    since[name] += 1;
  }
};
const isSwap = (name, args) => name === "rename" && String(args[1]).endsWith("/latest");
for (const name of ["open", "rename", "rm", "rmdir", "unlink", "mkdir", "chmod", "link", "symlink", "lstat", "readdir", "readFile", "readlink"]) {
  const own = fs.promises[name];
  fs.promises[name] = async (...args) => {
    if (String(args[0]).includes("unfinished-set")) begin("staging");
    count();
    const result = await own(...args);
    if (isSwap(name, args)) { begin("swap"); count(); }
    return result;
  };
}
for (const name of ["unlinkSync", "rmdirSync", "renameSync", "lstatSync", "readdirSync"]) {
  const own = fs[name];
  fs[name] = (...args) => { count(); return own(...args); };
}
syncBuiltinESMExports();
process.on("exit", () => { if (event === "count") fs.writeFileSync(at, JSON.stringify(since)); });
`;

const OPTIONS = `--import=data:text/javascript,${encodeURIComponent(PRELOAD)}`;

/** The environment of a run that sends itself a signal so many operations after an event. */
export function killedAt(event: Event, operations: number, signal: "SIGKILL" | "SIGTERM"): Record<string, string> {
  return { NODE_OPTIONS: OPTIONS, RFM_KILL: `${event}:${operations}:${signal}` };
}

/** The environment of a run that writes to a file how many operations follow each event; its path holds no colon. */
export function countingOperations(file: string): Record<string, string> {
  return { NODE_OPTIONS: OPTIONS, RFM_KILL: `count:${file}` };
}
