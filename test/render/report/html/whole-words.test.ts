import { describe, expect, it } from "vitest";
import { html } from "../../../../src/render/report/html/markup.ts";
import { keepWhole } from "../../../../src/render/report/html/whole-words.ts";

describe("keepWhole", () => {
  it("keeps days and options on one line, with the characters they have", () => {
    expect(keepWhole("<p>From 2025-03-05 to 2025-10-17; with --window 12m</p>")).toBe(
      '<p>From <span class="whole">2025-03-05</span> to <span class="whole">2025-10-17</span>; with <span class="whole">--window</span> 12m</p>',
    );
  });

  it("keeps so many of so many together, and an arrow with the word before it", () => {
    expect(keepWhole("<p>541 / 2\u00A0718; Tuoreus ↓ ostotiheys →</p>")).toBe(
      '<p><span class="whole">541 / 2\u00A0718</span>; <span class="whole">Tuoreus ↓</span> <span class="whole">ostotiheys →</span></p>',
    );
  });

  it("keeps a month together, in the name of a file too", () => {
    expect(keepWhole("<p>2010-12.csv.gz, 2011-01</p>")).toBe(
      '<p><span class="whole">2010-12</span>.csv.gz, <span class="whole">2011-01</span></p>',
    );
  });

  it("keeps a group's change with its name, of one word or two", () => {
    expect(keepWhole("<h3>31.3.2011: bästa −1\u00A0261, på glid +195, tysta ±0</h3>")).toBe(
      '<h3>31.3.2011: <span class="whole">bästa −1\u00A0261</span>, <span class="whole">på glid +195</span>, <span class="whole">tysta ±0</span></h3>',
    );
  });

  it("touches no attribute, no drawing, no command, and nothing that only looks like a day", () => {
    const page = `${html`<a title="2025-03-05">12025-03-051 a--b</a><svg><title>2025-03-05</title><text>2025-03-05</text></svg><code class="command"><span>--out 2025-03-05</span></code><title>2025-03-05</title>`}`;
    expect(keepWhole(page)).toBe(page);
  });

  it("knows where a drawing ends that has another in it", () => {
    const drawing = `${html`<svg><svg viewBox="0 0 1 1"><rect/></svg><text>2025-03-05</text></svg>`}`;
    expect(keepWhole(`${drawing}<p>2025-03-05</p>`)).toBe(`${drawing}<p><span class="whole">2025-03-05</span></p>`);
  });

  it("leaves every other character as it is", () => {
    const page = `${html`<td title="${`"2025-03-05">`}">${"<2025-03-05 & --as-of>"}</td>`}`;
    expect(keepWhole(page).replaceAll('<span class="whole">', "").replaceAll("</span>", "")).toBe(page);
  });
});
