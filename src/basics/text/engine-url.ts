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
