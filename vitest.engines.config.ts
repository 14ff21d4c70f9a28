import { defineConfig, mergeConfig } from "vitest/config";
import shared from "./vitest.config.ts";

const { test, ...rest } = shared;

/** The tests on real engines, which `npm run test:engines` starts: one after the other, for each engine takes what there is. */
export default mergeConfig(
  defineConfig({ ...rest, test: { ...test, include: [] } }),
  defineConfig({
    test: {
      include: ["test/engines/**/*.engine.ts"],
      fileParallelism: false,
      testTimeout: 900_000,
      hookTimeout: 300_000,
    },
  }),
);
