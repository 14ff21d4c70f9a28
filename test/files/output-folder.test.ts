import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import type { CliContext } from "../../src/cli/context.ts";
import { openOutputFolder } from "../../src/files/output-folder.ts";
import { type Folder, it } from "../support/run-rfm.ts";

/** A context in a folder, and what an interruption would undo. */
function contextIn(folder: Pick<Folder, "path">): {
  readonly context: Pick<CliContext, "cwd" | "onInterrupt" | "processes">;
  readonly interrupt: () => void;
} {
  const undoes = new Set<() => void>();
  const context = {
    cwd: folder.path,
    processes: { own: process.pid, isRunning: () => true },
    onInterrupt: (undo: () => void) => {
      undoes.add(undo);
      return () => undoes.delete(undo);
    },
  };
  return {
    context,
    interrupt: () => {
      for (const undo of undoes) undo();
    },
  };
}

describe("an output folder", () => {
  it("gets back what stood there when a later file cannot be put in its place", async ({ folder }) => {
    await folder.write({ "out/a.csv": "earlier a\n" });
    const out = await openOutputFolder("out", contextIn(folder).context);
    const written = out.write([
      { path: "a.csv", chunks: () => ["new a\n"] },
      { path: "b.csv", chunks: () => ["new b\n"] },
      {
        path: "c.csv",
        chunks: function* () {
          mkdirSync(join(folder.path, "out/c.csv/inside"), { recursive: true }); // after it was seen that nothing stands there
          yield "new c\n";
        },
      },
    ]);
    await expect(written).rejects.toThrow("c.csv: a folder is in the way of a list");
    expect(await folder.read("out/a.csv")).toBe("earlier a\n");
    expect(readdirSync(join(folder.path, "out")).sort()).toEqual(["a.csv", "c.csv"]);
  });

  it("has nothing new in it when making a file fails", async ({ folder }) => {
    await folder.write({ "out/a.csv": "earlier a\n" });
    const out = await openOutputFolder("out", contextIn(folder).context);
    const written = out.write([
      { path: "a.csv", chunks: () => ["new a\n"] },
      {
        path: "b.csv",
        chunks: function* () {
          yield "half of b";
          throw new Error("the data ended");
        },
      },
    ]);
    await expect(written).rejects.toThrow("the data ended");
    expect(await folder.read("out/a.csv")).toBe("earlier a\n");
    expect(await folder.list()).toEqual(["out", "out/a.csv"]);
  });

  it("has no temporary files left when the run is interrupted", async ({ folder }) => {
    await folder.makeFolder("out");
    const { context, interrupt } = contextIn(folder);
    const out = await openOutputFolder("out", context);
    let during: readonly string[] = [];
    const written = out.write([
      { path: "a.csv", chunks: () => ["new a\n"] },
      {
        path: "b.csv",
        chunks: function* () {
          interrupt(); // a process would end here
          during = readdirSync(folder.path, { recursive: true }).map(String);
          yield "";
        },
      },
    ]);
    await expect(written).rejects.toThrow();
    expect(during).toEqual(["out"]);
    expect(await folder.list()).toEqual(["out"]);
  });

  it("is made, with folders in it, where it is not there", async ({ folder }) => {
    const out = await openOutputFolder("new/out", contextIn(folder).context);
    expect(await folder.list()).toEqual([]);
    await out.write([{ path: "meta/a.csv", chunks: () => ["a\n"] }]);
    expect(await folder.read("new/out/meta/a.csv")).toBe("a\n");
  });

  it.each(["", "  "])("needs a name: %j", async (name) => {
    const { context } = contextIn({ path: "/" });
    await expect(openOutputFolder(name, context)).rejects.toThrow("--out needs the name of a folder");
  });
});
