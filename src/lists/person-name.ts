/** A person's name in two parts; "" where a part is not known. */
export interface PersonName {
  readonly first: string;
  readonly last: string;
}

/** What stands before a name and is none of it. */
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau)\.?\s+(?=\S)/i;

/** A name without the title before it. */
export function withoutTitle(name: string): string {
  return name.replace(TITLE, "");
}

/** Splits a full name: `Aino Maria Example` at the first blank, `Example, Aino` at its comma; titles are left out. */
export function splitName(fullName: string): PersonName {
  const name = withoutTitle(fullName.trim().replace(/\s+/g, " "));
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma !== null) return { first: (comma[2] ?? "").trim(), last: (comma[1] ?? "").trim() };
  const blank = name.indexOf(" ");
  return blank < 0 ? { first: name, last: "" } : { first: name.slice(0, blank), last: name.slice(blank + 1) };
}
