import { extname } from "node:path";
import type { Worker } from "node:worker_threads";
import { type ByteSource, sha256Of } from "./byte-source.ts";
import type { InputFile } from "./find-inputs.ts";
import { lazyPackage } from "./lazy-package.ts";

const workerThreads = lazyPackage<typeof import("node:worker_threads")>("node:worker_threads");

/** Where the program of the thread lies: in the same folder, whatever is bundled around it. */
const HASH_WORKER = new URL(`./hash-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * The SHA-256 of files. A thread of its own takes them while the files are read; whatever it cannot, streams among them, this
 * thread takes when it is asked.
 */
export class FileHashes {
  private readonly inputs: readonly InputFile[];
  private worker: Worker | null = null;
  private taken: Promise<readonly (string | null)[]> = Promise.resolve([]);

  /** @param program what the thread runs; for tests */
  constructor(inputs: readonly InputFile[], { inThread, program = HASH_WORKER }: HashOptions) {
    this.inputs = inputs.filter(({ path }) => path !== null);
    if (inThread && this.inputs.length > 0) this.start(program);
  }

  private start(program: URL): void {
    try {
      const worker = new (workerThreads().Worker)(program, { workerData: this.inputs.map(({ path }) => path) });
      this.worker = worker;
      this.taken = new Promise((resolve) => {
        worker.on("message", resolve);
        worker.on("error", () => resolve([]));
        worker.on("exit", () => resolve([]));
      });
    } catch {
      this.worker = null; // a limit on threads, most likely
    }
  }

  /**
   * The SHA-256 of a source's stored bytes, in hexadecimal.
   *
   * @throws InputError when it cannot be read
   */
  async of(source: ByteSource): Promise<string> {
    const hashes = await this.taken;
    const at = this.inputs.findIndex((input) => input.source === source);
    return hashes[at] ?? sha256Of(source);
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }
}

interface HashOptions {
  readonly inThread: boolean;
  readonly program?: URL | undefined;
}
