import { asciiLabel } from "./punycode.ts";

/** A domain is of letters, digits and hyphens, in any script; an underscore stands in some. */
const ADDRESS = /^[^\s@,;:"<>()[\]\\]+@(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;
/** Addresses that are in their one form already; nearly all. */
const PLAIN = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

const AT = /[@＠﹫]|%40/;

/** Whether a text can hold an address at all. */
export function mayHoldAddress(text: string): boolean {
  return AT.test(text);
}

/** An at sign as web pages write it, to hide it from programs or for a program: `[at]`, ` at `, `&#64;`. */
const HIDDEN_AT = /&(?:#0*64|#x0*40|commat);|[[({<]\s*at\s*[\])}>]|\S\s+at\s+\S+\.\S/i;

/** Whether somebody meant a text as an address, be it one or not. */
export function isMeantAsAddress(text: string): boolean {
  return mayHoldAddress(text) || HIDDEN_AT.test(text);
}

/** Characters that nobody sees: control and formatting characters, marks of direction, joiners, fillers. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
/** What people and programs put around an address. */
const AROUND = /^[\s"'“”„‟‘’‚‛«»‹›<>()[\]{}`´.,;:\\]+|[\s"'“”„‟‘’‚‛«»‹›<>()[\]{}`´.,;:\\|]+$/g;

/**
 * The one form of an e-mail address, by which addresses are compared wherever they come from or go to: an export's key or
 * contact column, a list of people who are left out, a list that is written. "" where a text is no address, or may be
 * another one than it seems.
 *
 * Taken away are quotes, brackets and points around it, `mailto:`, a name before `<…>`, blanks around the @ and all that
 * nobody sees (control characters, zero-width and bidi marks). Letters are in lower case and in the form NFKC, so that
 * full-width ones are plain; the domain is written as DNS has it (`bücher.example` is `xn--bcher-kva.example`). A dot, a
 * plus and what follows it belong to the address: `a+b@example.com` is not `a@example.com`.
 *
 * @example normaliseEmail("Aino <mailto:Aino@Example.com.>") // "aino@example.com"
 */
export function normaliseEmail(text: string): string {
  if (PLAIN.test(text)) return text;
  if (!mayHoldAddress(text)) return "";
  const address = unwrapped(text).replace(/\s*@\s*/g, "@");
  if (!ADDRESS.test(address)) return "";
  const [local = "", domain = ""] = address.split("@");
  const labels = domain.split(".").map((label) => asciiLabel(label));
  return `${local}@${labels.join(".")}`;
}

/**
 * Every address that a text may mean: that of {@link normaliseEmail}, each of several, and what is left without blanks. For
 * those who must not be written to, a reading too many is better than one too few.
 */
export function addressesIn(text: string): readonly string[] {
  const whole = normaliseEmail(text);
  if (whole === text || !mayHoldAddress(text)) return whole === "" ? [] : [whole];
  const parts = [...text.split(/[\s,;<>()[\]|/]+/), text.replace(/\s+/g, "")].map(normaliseEmail);
  return [...new Set([whole, ...parts])].filter((address) => address !== "");
}

/** Text without what stands around an address, in the form NFKC and lower case. */
function unwrapped(text: string): string {
  let before = "";
  let inner = text;
  while (inner !== before) {
    before = inner;
    inner = plainLetters(inner)
      .replace(/^="/, '"')
      .replace(/^"([^"\\\s]+)"@/, "$1@");
    inner = bracketed(inner).replace(AROUND, "");
    if (!inner.includes("@")) inner = decoded(inner);
    if (/^(?:mailto|e-?mail|smtp)\s*:/.test(inner))
      inner = decoded(inner.replace(/^[^:]*:\s*/, "").replace(/\?.*$/, ""));
  }
  return inner;
}

function plainLetters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\t\n\v\f\r]/g, " ")
    .replace(UNSEEN, "") // before blanks, for one of them is the byte order mark
    .replace(/\s+/gu, " ")
    .replaceAll("。", ".")
    .toLowerCase()
    .normalize("NFKC");
}

/** What stands in angle brackets behind a name, where it is one address. */
function bracketed(text: string): string {
  const found = [...text.matchAll(/<([^<>]*@[^<>]*)>/g)];
  const rest = text.replace(/<[^<>]*>/g, "");
  return found.length === 1 && !rest.includes("@") ? (found[0]?.[1] ?? "") : text;
}

/** An address in a link may be written with percent signs. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
