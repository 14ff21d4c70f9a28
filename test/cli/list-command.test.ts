import { describe, expect, it } from "vitest";
import { exportNames, listCommand, listOf } from "../../src/cli/list-command.ts";

describe("listCommand", () => {
  it("reads and scores as the report did, and names no folder of the machine", () => {
    const written = new Map([
      ["where", ["land=Sweden", "payment=paid"]],
      ["window", ["6m", "12m"]],
      ["no-color", []],
      ["top", ["3"]],
      ["lang", ["fi"]],
    ]);
    expect(
      listCommand(
        ["exports/", "/home/anna/more orders.csv"],
        written,
        listOf(0, () => "At Risk"),
      ),
    ).toBe(
      "rfm lists exports/ 'more orders.csv' --where land=Sweden --where payment=paid --window 12m --segment \"At Risk\" --out lists/at-risk/",
    );
  });

  it("leaves out whoever is not to be written to", () => {
    const only = [
      ["consent", "accepts marketing=yes"],
      ["exclude", "never.csv"],
    ] as const;
    expect(listCommand(["a.csv"], new Map(), { ...listOf("lapsed", () => ""), only })).toBe(
      "rfm lists a.csv --consent 'accepts marketing=yes' --exclude never.csv --lapsed --out lists/lapsed/",
    );
  });

  it("quotes names as shells need it", () => {
    const segmentOf = (name: string): string =>
      listCommand(
        ["a.csv"],
        new Map(),
        listOf(0, () => name),
      ).replace(/.*--segment (.*) --out.*/, "$1");
    expect(segmentOf("Champions")).toBe("Champions");
    expect(segmentOf("Isot & hiljaiset")).toBe('"Isot & hiljaiset"');
    expect(segmentOf("5 $ club")).toBe("'5 $ club'");
  });
});

describe("listOf", () => {
  it("names the lists of groups that are no segments, each in a folder of its own", () => {
    const command = (group: "lapsed" | "best fifth" | "ordered once"): string =>
      listCommand(
        ["a.csv"],
        new Map(),
        listOf(group, () => ""),
      );
    expect(command("lapsed")).toBe("rfm lists a.csv --lapsed --out lists/lapsed/");
    expect(command("best fifth")).toBe("rfm lists a.csv --like-best --out lists/like-best/");
    expect(command("ordered once")).toBe("rfm lists a.csv --ordered-once --out lists/ordered-once/");
  });
});

describe("exportNames", () => {
  it("leaves out folders, and all but five", () => {
    expect(exportNames(["a/b/one.csv", "/c/two/", "-"], "standard input")).toBe("one.csv, two, standard input");
    expect(exportNames(["1", "2", "3", "4", "5", "6"], "")).toBe("1, 2, 3, 4, 5, …");
  });
});
