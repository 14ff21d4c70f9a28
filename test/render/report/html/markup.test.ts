import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../../src/render/report/html/markup.ts";

describe("html", () => {
  it("keeps its own text and escapes every value", () => {
    const name = `<b>"Tom" & 'Jerry'</b> \`x\``;
    expect(`${html`<td title="${name}">${name}</td>`}`).toBe(
      '<td title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt; &#96;x&#96;">&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt; &#96;x&#96;</td>',
    );
  });

  it("takes markup as it is, lists one after another, and nothing for null", () => {
    const items = ["<a>", "b"].map((item) => html`<li>${item}</li>`);
    expect(`${html`<ul>${items}${null}${3}</ul>`}`).toBe("<ul><li>&lt;a&gt;</li><li>b</li>3</ul>");
  });

  it("replaces what HTML does not allow, and keeps emoji whole", () => {
    expect(`${html`${"a\u0000b\u001Bc\uD800d\uFFFE👩‍👧\t\n"}`}`).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFD👩‍👧\t\n");
  });

  it("keeps a number and its percent sign together", () => {
    expect(`${html`${"59.1 % of 100 %"}`}`).toBe("59.1\u00A0% of 100\u00A0%");
  });

  it("never lets a value open or close a tag, an attribute or an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const inside = `${html`${text}`}`;
        expect(inside).not.toMatch(/[<>"'`]/);
        expect(inside.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, "")).not.toContain("&");
      }),
    );
  });
});
