import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { InputError } from "../../errors.ts";

/**
 * The place of a customer among the keys, spelled as a person may: as the reader has it, trimmed, e-mail addresses in lower
 * case, `17850.0` as 17850.
 *
 * @throws InputError where no customer has that key
 */
export function findKey(keys: readonly string[], wanted: string): number {
  const trimmed = wanted.trim();
  for (const spelling of [trimmed, trimmed.toLowerCase(), trimmed.replace(/\.0$/, "")]) {
    const found = keys.indexOf(spelling);
    if (found >= 0) return found;
  }
  const digits = /^\d+$/.test(trimmed) ? "" : " (ids are compared letter by letter, e-mail addresses without case)";
  throw new InputError(`no customer "${maskPersonal(trimmed)}" in these exports${digits}`, {
    hint: "rfm inspect shows which column holds the customers (--customer); rfm score FILE… lists their ids",
  });
}
