import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { lend } from "../../src/files/chunks.ts";
import { wholeStream } from "../../src/files/whole-stream.ts";

describe("wholeStream", () => {
  it("writes to a file, and gives lent memory back as soon as it is written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rfm-stream-"));
    const path = join(folder, "out.csv");
    const fd = openSync(path, "w");
    try {
      const stream = wholeStream(Object.assign(new Writable(), { fd }));
      const memory = Buffer.alloc(3);
      const takenBack: string[] = [];
      for (const text of ["abc", "def"]) {
        memory.write(text);
        stream.write(lend(memory.subarray(), () => takenBack.push(readFileSync(path, "utf8"))));
      }
      stream.end();
      await finished(stream);
      expect(takenBack).toEqual(["abc", "abcdef"]);
    } finally {
      closeSync(fd);
      rmSync(folder, { recursive: true });
    }
  });
});
