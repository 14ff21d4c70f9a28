import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { removeNow } from "../../src/cli/remove-now.ts";
import { it } from "../support/run-rfm.ts";

/** Makes the folder and files in it for a fifth of a second, as writes do that the system has not come to yet. */
const WRITER = `
const { mkdirSync, writeFileSync } = require("node:fs");
const end = Date.now() + 200;
for (let file = 0; Date.now() < end; file += 1) {
  try {
    mkdirSync(process.argv[1] + "/tables", { recursive: true });
    writeFileSync(process.argv[1] + "/tables/" + file, "x");
  } catch {}
  if (file === 0) console.log("begun");
}`;

describe("removeNow", () => {
  it("removes a folder while writes to it are still under way", async ({ folder }) => {
    const staging = join(folder.path, "staging");
    const writer = spawn(process.execPath, ["-e", WRITER, staging], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(writer, "exit");
    await once(writer.stdout, "data");
    removeNow([staging]);
    await ended;
    expect(existsSync(staging)).toBe(false);
  });

  it("removes a file, and does nothing where there is none", async ({ folder }) => {
    await folder.write({ lock: "" });
    removeNow([join(folder.path, "lock")]);
    removeNow([join(folder.path, "lock")]);
    expect(existsSync(join(folder.path, "lock"))).toBe(false);
  });
});
