import { existsSync, readFileSync, statfsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { MODULE_PATHS, modulePath } from "./scripts/modules.js";

/** The files that take longest come first, so that none of them is alone at the end; vitest knows by itself only from its second run on. */
const LONGEST = [
  "test/browser/report-page.test.ts",
  "test/options/every-option.test.ts",
  "test/package.test.ts",
  "test/cli/process.test.ts",
  "test/docs/examples.test.ts",
  "test/cli/golden.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(relative(this.ctx.config.root, moduleId).replaceAll("\\", "/"));
      return place === -1 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

const IN_MEMORY = "/dev/shm";
const ROOM = 4 * 1024 ** 3;

/** Where there is room in memory, temporary files go there: the tests write some hundred thousand, and the program waits for the disk. */
function temporaryFolder(): Readonly<Record<string, string>> {
  if (process.env["TMPDIR"] !== undefined || !existsSync("/proc/mounts") || !existsSync(IN_MEMORY)) return {};
  const [mount] = readFileSync("/proc/mounts", "utf8").match(new RegExp(`^\\S+ ${IN_MEMORY} tmpfs .*$`, "m")) ?? [];
  if (mount === undefined || /\bnoexec\b/.test(mount)) return {}; // some tests write a script and run it
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM ? { TMPDIR: IN_MEMORY } : {};
}

export default defineConfig({
  plugins: [
    {
      name: "modules-of-the-sources",
      enforce: "pre",
      resolveId: (source, importer) =>
        source.startsWith(".") && importer !== undefined ? modulePath(resolve(dirname(importer), source)) : null,
    },
  ],
  test: {
    include: ["test/**/*.test.ts"],
    env: { TZ: "UTC", ...temporaryFolder() },
    globalSetup: ["test/support/modules.ts"],
    setupFiles: ["test/support/seed.ts"],
    server: { deps: { external: [MODULE_PATHS] } },
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    isolate: false,
    // fewer collections, by the thread that makes the objects, since both processors have work; and no code is compiled again
    execArgv: ["--max-semi-space-size=64", "--single-threaded-gc", "--no-flush-bytecode"],
    watch: false,
    experimental: { fsModuleCache: true },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
