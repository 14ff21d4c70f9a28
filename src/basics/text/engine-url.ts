const ENGINE_URL = /^(?:postgres|postgresql|clickhouse|duckdb|spark):/i;

/** Whether an operand names a database instead of a file. */
export function isEngineUrl(operand: string): boolean {
  return ENGINE_URL.test(operand);
}

/**
 * A database's URL as messages may show it: without user, password and parameters, in which a password can stand as well.
 * A password may hold any character, so all up to the last `@` is left out.
 *
 * @example shownEngineUrl("postgres://me:secret@db.example.com/shop?sslmode=require") // "postgres://db.example.com/shop"
 */
export function shownEngineUrl(url: string): string {
  const [, scheme = "", rest = ""] = /^([^:/]*:(?:\/\/)?)([\s\S]*)$/.exec(url) ?? [];
  if (!scheme.endsWith("//")) return url;
  const [host = ""] = rest.slice(rest.lastIndexOf("@") + 1).split(/[?#&=]/, 1);
  return `${scheme}${host}`;
}

/** What a config writes for a value of the environment. */
const VARIABLE = /\$\{[^}]*\}/g;

/**
 * Whether a URL has a password in plain text: one that is not a variable of the environment, as `${NAME}`.
 *
 * @example writesPassword("postgres://me:secret@db/shop") // true
 * @example writesPassword("postgres://me:${PASSWORD}@db/shop") // false
 */
export function writesPassword(url: string): boolean {
  const [, login = ""] = /^[^:/]*:\/\/([\s\S]*)@/.exec(url) ?? [];
  const [, password = ""] =
    /^[^:]*:([\s\S]*)$/.exec(login.replaceAll(VARIABLE, (name) => " ".repeat(name.length))) ?? [];
  const named = [...url.matchAll(/[?&](?:password|sslpassword)=([^&]*)/gi)].map(([, value = ""]) => value);
  return [password, ...named.map((value) => value.replaceAll(VARIABLE, ""))].some((text) => text.trim() !== "");
}
