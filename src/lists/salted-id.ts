import { createHash } from "node:crypto";

/** The salt where the user gives none. */
export const DEFAULT_SALT = "rfm";

/** SHA-256 of text as UTF-8, in hexadecimal; "" stays "". */
export function sha256(text: string): string {
  return text === "" ? "" : createHash("sha256").update(text, "utf8").digest("hex");
}

/** SHA-256 of salt, colon and customer id: `printf 'rfm:17850' | sha256sum`. */
export function saltedId(salt: string, id: string): string {
  return sha256(`${salt}:${id}`);
}

/** As many hexadecimal digits as a double holds exactly. */
const DIGITS = 13;

/** Whether a customer belongs to the control group: the same people every time, for a share 0 … 1 of all. */
export function isHeldOut(id: string, { salt, share }: { readonly salt: string; readonly share: number }): boolean {
  return Number.parseInt(saltedId(salt, id).slice(0, DIGITS), 16) < share * 16 ** DIGITS;
}
