import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Threads run the built program, so what starts them is the built one, too. `npm test` builds first. */
const BUILT_THREADS = fileURLToPath(new URL("./dist/orders/scan/worker-url.js", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^\.\/worker-url\.ts$/, replacement: BUILT_THREADS }] },
  test: {
    include: ["test/**/*.test.ts"],
    env: { TZ: "UTC" },
    setupFiles: ["test/support/seed.ts"],
    maxWorkers: 2,
    isolate: false,
    experimental: { fsModuleCache: true },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
