import { parentPort, workerData } from "node:worker_threads";
import { sha256OfFileSync } from "./sha256.ts";

/** The SHA-256 of a file; `null` where it cannot be read, which whoever asks finds again, and can say. */
function hashOrNull(path: string): string | null {
  try {
    return sha256OfFileSync(path);
  } catch {
    return null;
  }
}

parentPort?.postMessage((workerData as readonly string[]).map(hashOrNull));
