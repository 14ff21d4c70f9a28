import { describe, expect, it } from "vitest";
import { LIST_FORMATS } from "../../src/lists/formats/index.ts";
import { withExtraColumns } from "../../src/lists/list-format.ts";

describe("a property that only some runs write", () => {
  it.each([
    ["csv", "next_level"],
    ["mailchimp", "RFM Next level"],
    ["klaviyo", "RFM Next level"],
    ["activecampaign", "RFM Next level"],
    ["hubspot", "RFM Next level"],
    ["omnisend", "RFM Next level"],
    ["brevo", "RFM_NEXT_LEVEL"],
    ["google-ads", null],
    ["meta", null],
  ])("%s names its own way", (tool, header) => {
    const format = LIST_FORMATS.find(({ name }) => name === tool);
    if (format === undefined) throw new Error(`no ${tool}`);
    const { columns } = withExtraColumns(format, [["Next level", "reason"]]);
    expect(columns.slice(format.columns.length)).toEqual(header === null ? [] : [[header, "reason"]]);
  });
});
