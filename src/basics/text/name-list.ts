/** A name in double quotes, with quotes inside it doubled, or everything up to the next comma; then the comma. */
const NAME = /\s*(?:"((?:[^"]|"")*)"\s*|([^,]*)),/g;

/**
 * Names separated by commas, without the blanks around them, as people type them into an option: `Champions,At Risk`.
 *
 * A name with a comma stands in double quotes, and a quote in it is doubled, as in CSV: `"Big, new",Lost`. Quotes that
 * do not enclose a whole name are part of it. An empty text is one empty name.
 */
export function namesIn(text: string): readonly string[] {
  const found = `${text},`.matchAll(NAME);
  return Array.from(found, ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain.trim());
}

/** A name as `namesIn` reads it: in quotes where it has a comma or begins with a quote. */
export function listedName(name: string): string {
  return name.includes(",") || name.startsWith('"') ? `"${name.replaceAll('"', '""')}"` : name;
}
