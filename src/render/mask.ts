/** A customer's key as a message may show it: an e-mail address keeps its first letter and its domain. */
export function maskKey(key: string): string {
  const at = key.indexOf("@");
  return at < 1 ? key : `${[...key][0] ?? ""}…${key.slice(at)}`;
}
