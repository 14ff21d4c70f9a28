const ENGINE_URL = /^(?:postgres|postgresql|clickhouse|duckdb|spark):/i;

/** Whether an operand names a database instead of a file. */
export function isEngineUrl(operand: string): boolean {
  return ENGINE_URL.test(operand);
}

/**
 * A database's URL as messages may show it: without user, password and parameters, in which a password can stand as well.
 * A password may hold any character, so all up to the last `@` is left out, also where that is written as `%40`, or slashes are
 * missing.
 *
 * @example shownEngineUrl("postgres://me:secret@db.example.com/shop?sslmode=require") // "postgres://db.example.com/shop"
 */
export function shownEngineUrl(url: string): string {
  const [, scheme = "", slashes = "", rest = ""] = /^([^:/]*:)(\/*)([\s\S]*)$/.exec(url) ?? [];
  if (!hasLogin(scheme)) return url.split("?", 1)[0] ?? "";
  const parts = loginParts(rest);
  if (parts.length === 1 && slashes !== "//") return `${scheme}//…`;
  const [host = ""] = (parts.at(-1) ?? "").split(/[?#&=]/, 1);
  return `${scheme}//${host}`;
}

/** Whether a URL of this scheme names a user; files and clusters do not. */
function hasLogin(scheme: string): boolean {
  return /^(?:postgres|postgresql|clickhouse):$/i.test(scheme);
}

/** The pieces between every `@`; where there is none before the parameters, between every `%40` that was written for it. */
function loginParts(rest: string): readonly string[] {
  return rest.includes("@") ? rest.split("@") : (rest.split("?", 1)[0] ?? "").split(/%40/i);
}

/** What a config writes for a value of the environment. */
const VARIABLE = /\$\{[^}]*\}/g;

/** Parameters whose values are secrets. */
const SECRET_PARAMETER = /[?&][^=&]*(?:password|passwd|pwd|token|secret|key)[^=&]*=([^&]*)/gi;

/**
 * Whether a URL has a password or another secret in plain text: one that is not a variable of the environment, as `${NAME}`.
 *
 * @example writesPassword("postgres://me:secret@db/shop") // true
 * @example writesPassword("postgres://me:${PASSWORD}@db/shop") // false
 */
export function writesPassword(url: string): boolean {
  const [, scheme = "", rest = ""] = /^([^:/]*:)\/*([\s\S]*)$/.exec(url) ?? [];
  const login = hasLogin(scheme) ? loginParts(rest).slice(0, -1).join("@") : "";
  const [, password = ""] =
    /^[^:]*:([\s\S]*)$/.exec(login.replaceAll(VARIABLE, (name) => " ".repeat(name.length))) ?? [];
  const named = [...url.matchAll(SECRET_PARAMETER)].map(([, value = ""]) => value.replaceAll(VARIABLE, ""));
  return [password, ...named].some((text) => text.trim() !== "");
}
