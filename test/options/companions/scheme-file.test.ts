import { describe, expect, it } from "vitest";
import { compileScheme } from "../../../src/analysis/segments/scheme.ts";
import { RfmError } from "../../../src/errors.ts";
import { parseSchemeFile } from "../../../src/options/companions/scheme-file.ts";

function messageOf(text: string): string {
  try {
    compileScheme(parseSchemeFile(text, "my.yaml"));
  } catch (error) {
    if (error instanceof RfmError) return error.message;
    throw error;
  }
  return "";
}

describe("a scheme file", () => {
  it("tells every mistake at once, each with its line", () => {
    const text = [
      "name: my-shop",
      "colour: red",
      "segments:",
      "  - { name: Champions, r: 4-7 }",
      "  - { name: Odd  ones, cells: [156] }",
      "  - name: Odd ones",
      "    f: 2",
      "    colour: blue",
    ].join("\n");
    const lines = messageOf(text).split("\n");
    expect(lines[0]).toBe("my.yaml:");
    expect(lines.slice(1).map((line) => line.trim().split(" ").slice(0, 3).join(" "))).toEqual([
      "line 2: unknown",
      "line 4: r",
      'line 5: "156"',
      'line 6: "Odd',
      "line 8: unknown",
    ]);
  });

  it("reads JSON as well, with its lines", () => {
    expect(messageOf('{\n"name": "x",\n"levels": "five",\n"segments": [{"name": "A", "otherwise": true}]}')).toBe(
      "my.yaml: line 3: levels must be a whole number from 2 to 10",
    );
  });

  it("says where YAML itself cannot be read, and where a key is there twice", () => {
    expect(messageOf("name: x\nsegments: [a")).toContain("line 2: not valid YAML");
    expect(messageOf("name: x\nname: y\nsegments: []")).toContain("line 2: not valid YAML");
  });

  it("names the cells that no segment covers", () => {
    expect(messageOf("name: x\nlevels: 2\nsegments:\n  - { name: A, r: 2 }\n")).toBe(
      "scheme x: no segment for 4 cells: 111 112 121 122",
    );
  });

  it("wants names that give distinct file names, and otherwise last", () => {
    expect(messageOf("name: x\nsegments:\n  - { name: Café, r: 5 }\n  - { name: cafe!, otherwise: true }\n")).toContain(
      "would give the same file name, cafe",
    );
    expect(messageOf("name: x\nsegments:\n  - { name: A, otherwise: true }\n  - { name: B, r: 5 }\n")).toContain(
      "must come last",
    );
    expect(messageOf('name: x\nsegments:\n  - { name: "!!", otherwise: true }\n')).toContain("gives no file name");
  });

  it("counts halves in fm, and takes cells of ten levels with hyphens", () => {
    const scheme = compileScheme(
      parseSchemeFile(
        'name: x\nlevels: 10\nsegments:\n  - { name: A, cells: ["10-10-10"] }\n  - { name: B, fm: 9.5-10 }\n  - { name: C, otherwise: true }\n',
        "x.yaml",
      ),
    );
    const cells = [0, 1, 2].map((index) => scheme.segmentOfCell.filter((segment) => segment === index).length);
    expect(cells).toEqual([1, 29, 970]); // fm 9.5 or 10: three pairs, ten recency scores, less the one of A
  });
});
