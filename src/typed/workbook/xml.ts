const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML as it was meant: entities in place of what cannot stand there. */
export function xmlText(written: string): string {
  if (!written.includes("&")) return written;
  return written.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text of a cell: XML's, with the characters that Excel writes as `_x000D_`. */
export function cellText(written: string): string {
  const text = xmlText(written);
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** An attribute of a tag, by its name without a prefix; `null` where there is none. */
export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? null : xmlText(match[1] ?? match[2] ?? "");
}

/** The opening tags of elements, by their name without a prefix. */
export function tagsNamed(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];
}

const RUN = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g;
const PHONETIC = /<(\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g;

/** The text of a string with its runs put together, without how it is pronounced. */
export function runsText(xml: string): string {
  const spoken = xml.includes("rPh") ? xml.replace(PHONETIC, "") : xml;
  let text = "";
  for (const [, run = ""] of spoken.matchAll(RUN)) text += cellText(run);
  return text;
}
