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

  it("keeps a number with what it counts, and so many of so many", () => {
    expect(
      keepWhole("<p>last ordered 35 days ago, 6 orders: 111 of 345, 1.509 von 2.808 Kunden, 12.2% of it</p>"),
    ).toBe(
      '<p>last ordered <span class="whole">35 days</span> ago, <span class="whole">6 orders</span>: <span class="whole">111 of 345</span>, <span class="whole">1.509 von 2.808 Kunden</span>, 12.2% of it</p>',
    );
  });

  it("leaves a word behind a number that is too long for a narrow page, and one that is none", () => {
    const page = "<p>12 Kundenbindungsprogramme, 2 × 3, 4 – 5, 7 a, v2 is, 1,2 Monate</p>";
    expect(keepWhole(page)).toBe(page.replace("1,2 Monate", '<span class="whole">1,2 Monate</span>'));
  });

  it("keeps a group with its number in a list, of up to three words", () => {
    expect(keepWhole("<p>(I riskzonen 1\u00A0240, Can&#39;t Lose Them 168, andra 7) worth 7,500, net 3,5</p>")).toBe(
      '<p>(<span class="whole">I riskzonen 1\u00A0240</span>, <span class="whole">Can&#39;t Lose Them 168</span>, <span class="whole">andra 7</span>) worth 7,500, net 3,5</p>',
    );
  });

  it("keeps a parameter with its value and its error", () => {
    expect(keepWhole("<p>α = 99.1749 ± 9.751, b = -0,7</p>")).toBe(
      '<p><span class="whole">α = 99.1749 ± 9.751</span>, <span class="whole">b = -0,7</span></p>',
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
