/** Names that try to become something else: markup, a script, a formula; or are hard to show. */
export const AWKWARD_NAMES: readonly string[] = [
  "<script>window.hacked=1</script>",
  '"><img src=x onerror=window.hacked=1>',
  "</style><script>window.hacked=1</script>",
  "</title><svg onload=window.hacked=1>",
  "javascript:window.hacked=1",
  "=cmd|' /C calc'!A0",
  "' onmouseover='window.hacked=1",
  "` onfocus=`window.hacked=1",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
  "${window.hacked=1}",
  "&lt;b&gt; &amp;amp;",
  "]]><!--",
  "👩‍👩‍👧‍👦 perhe",
  "عميل مميز",
  "לקוח \u202Eהפוך",
  "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 zalgo",
  "\uFFFD nothing",
  "x".repeat(10_000),
];

/** An export whose customers have these names, each with a few orders over half a year. */
export function awkwardExport(): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = AWKWARD_NAMES.flatMap((name, index) =>
    Array.from({ length: 1 + (index % 4) }, (_, order) => {
      const day = new Date(Date.UTC(2024, 0, 5 + index * 7 + order * 20)).toISOString().slice(0, 10);
      return `${quoted(name)},${day},${(AWKWARD_NAMES.length - index) * 10 + order}.50,${quoted("<b>")}`;
    }),
  );
  return `customer,date,amount,currency\n${rows.join("\n")}\n`;
}

/** A scheme of fifty segments, some of them with such names. */
export const AWKWARD_SCHEME = awkwardScheme();

function awkwardScheme(): string {
  const cells = Array.from(
    { length: 125 },
    (_, index) => `${1 + Math.floor(index / 25)}${1 + (Math.floor(index / 5) % 5)}${1 + (index % 5)}`,
  );
  const names = AWKWARD_NAMES.slice(0, 14).map((name) => name.slice(0, 80));
  const segments = Array.from({ length: 50 }, (_, index) => {
    const own = cells.filter((_cell, at) => at % 50 === index);
    const text = JSON.stringify(`${names[index] ?? "Segment with a rather long name, number"} ${index}`);
    return `  - { name: ${text}, cells: [${own.map((cell) => `"${cell}"`).join(", ")}], meaning: ${text}, action: ${text}, avoid: ${text} }`;
  });
  return `name: ${JSON.stringify('awk"<b>ward')}\nlevels: 5\nsegments:\n${segments.join("\n")}\n`;
}
