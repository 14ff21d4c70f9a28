import { once } from "../../../basics/once.ts";
import { remembered } from "../../../basics/text/remembered.ts";
import { currencyNamed } from "../../values/currency-name.ts";
import { withoutLineList } from "./line-lists.ts";

/** Letters that a decomposition leaves whole, as people type them without the key. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ð: "d" };

const WHOLE_LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const ACCENT = /\p{M}/gu;

/** Stands for any currency in a name: `Summa (€)` and `summa_eur` are `summa ¤`. */
export const CURRENCY = "¤";

const CURRENCIES = new Set(
  "eur,euro,euros,usd,gbp,sek,nok,dkk,isk,chf,pln,czk,huf,ron,bgn,cad,aud,nzd,jpy,cny,inr,brl,mxn,ars,clp,cop,zar,sgd,hkd,aed,sar,krw,thb,idr,myr,php,twd,ils,uah,rub,kr,zl".split(
    ",",
  ),
);

/** Words in names that are no code of a currency themselves. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = { euro: "eur", euros: "eur", zl: "pln" };

/** Dollars and reals with the country before the sign. */
const SIGNS_WITH_COUNTRY: Readonly<Record<string, string>> = {
  US$: "usd",
  CA$: "cad",
  C$: "cad",
  AU$: "aud",
  A$: "aud",
  NZ$: "nzd",
  HK$: "hkd",
  S$: "sgd",
  R$: "brl",
};

/** Words that number something: `num_client`, `N° client`, `Client #` and `Client Number` are one name. */
const NUMBER_WORDS = ["no", "nr", "num", "numero", "number", "nummer", "nro", "n"] as const;
const NUMBERS: ReadonlySet<string> = new Set(NUMBER_WORDS);

/** Words that say nothing: `date de commande` is `date commande`. */
const FILLERS = new Set("of,the,de,du,des,d,la,le,les,l,del,el,der,die,das,van,von,het".split(","));

/**
 * A header name as it is compared: words without accents in lower case, separated by one space; `InvoiceNo` and
 * `INVOICE_NO` are `invoice no`, `Sähköposti` is `sahkoposti`, any currency is {@link CURRENCY}.
 */
export const normaliseName = remembered(normalFormOf);

function normalFormOf(name: string): string {
  const words = withoutLineList(name)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[nN][°º]/g, "no ")
    .normalize("NFKD")
    .replace(ACCENT, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(WHOLE_LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/#/g, " no ")
    .replace(/\p{Sc}/gu, ` ${CURRENCY} `)
    .split(/[\s_.,;:/()[\]{}'’"|–-]+/)
    .filter((word) => word !== "");
  return withCurrencies(words);
}

function withCurrencies(words: readonly string[]): string {
  return words.map((word) => (CURRENCIES.has(word) ? CURRENCY : word)).join(" ");
}

/** A list of names that {@link normaliseName} would leave as they are, unless a word is a currency. */
const PLAIN_LIST = /^[a-z¤]+(?:[ ,][a-z¤]+)*$/;
const CURRENCY_WORD = new RegExp(`\\b(?:${[...CURRENCIES].join("|")})\\b`, "g");

/**
 * The names in lists separated by commas, as they are compared. Each list is written anew as a whole: names one by one take a
 * tenth of a short run.
 */
export function names(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => {
    const plain = list
      .normalize("NFKD")
      .replace(ACCENT, "")
      .replace(WHOLE_LETTER, (letter) => LETTERS[letter] ?? letter);
    return PLAIN_LIST.test(plain)
      ? plain.replace(CURRENCY_WORD, CURRENCY).split(",")
      : list.split(",").map(normaliseName);
  });
}

/** The currencies that a header name spells out, as codes or symbols, each once: `Total (EUR)`, `Summa €`, `amount_usd`. */
export function currenciesIn(name: string): readonly string[] {
  const spelled = name.replace(/\b[A-Z]{1,2}\$/g, (sign) => SIGNS_WITH_COUNTRY[sign] ?? sign);
  const words = spelled.split(/[^\p{L}\p{Sc}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Sc})|(?=\p{Sc})/u);
  const named = words.flatMap((word) => {
    const lower = word.toLowerCase().replace("ł", "l");
    return CURRENCIES.has(lower) || /^\p{Sc}$/u.test(word) ? [currencyNamed(CURRENCY_WORDS[lower] ?? lower)] : [];
  });
  return [...new Set(named.filter((currency) => currency !== CURRENCY))];
}

/**
 * What a name is looked up by: its words in any order, without those that say nothing, and its words run together, so that
 * `ID_Client`, `client id`, `IDclient` and `ClientID` are one, and so are `Bestell-Nr.` and `bestellnr`.
 */
export const nameKeys = remembered((name: string) => keysOfNormal(normaliseName(name)));

/** The same of a name in normal form. */
export function keysOfNormal(normal: string): readonly string[] {
  if (isOnePlainWord(normal)) return [normal];
  return [wordKey(normal), normal.replaceAll(" ", "")];
}

function isOnePlainWord(normal: string): boolean {
  return !normal.includes(" ") && !NUMBERS.has(normal);
}

/**
 * Whether a name is one of these, in any spelling and word order.
 *
 * @param list names in normal form
 */
export function isOneOf(list: () => readonly string[]): (name: string) => boolean {
  return isAnyOf(list, keysOfKnown);
}

/** As {@link isOneOf}, but number words as they stand, and words that are run together in their own order only. */
export function isNearlyOneOf(list: () => readonly string[]): (name: string) => boolean {
  return isAnyOf(list, keysOfNormal);
}

/** The keys of the list are found when they are first asked for, because most runs never ask. */
function isAnyOf(
  list: () => readonly string[],
  keysOfListed: (normal: string) => readonly string[],
): (name: string) => boolean {
  const keys = once(() => new Set(list().flatMap(keysOfListed)));
  return (name) => nameKeys(name).some((key) => keys().has(key));
}

/**
 * Every key that a known name in normal form goes by: those of {@link nameKeys}, and its number words and two words in each form
 * run together.
 */
export function keysOfKnown(normal: string): readonly string[] {
  if (isOnePlainWord(normal)) return [normal];
  const words = meaningful(normal);
  const numbered = words.includes("no")
    ? NUMBER_WORDS.map((number) => words.map((word) => (word === "no" ? number : word)))
    : [words];
  const ordered = numbered.flatMap((some) => (some.length === 2 ? [some, some.toReversed()] : [some]));
  return [wordKey(normal), normal.replaceAll(" ", ""), ...ordered.map((some) => some.join(""))];
}

function wordKey(normal: string): string {
  return meaningful(normal).toSorted().join(" ");
}

function meaningful(normal: string): string[] {
  const words = normal.split(" ").map((word) => (NUMBERS.has(word) ? "no" : word));
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length === 0 ? words : telling;
}

/** What a name says beside what the column is: the unit of its numbers, and whether they hold the tax. */
export interface NameUnits {
  /** The name without them. */
  readonly bare: string;
  readonly currency: boolean;
  /** The name counts hundredths or the smallest unit. */
  readonly cents: boolean;
  readonly pieces: boolean;
  /** `without` is said by the name; nothing is said of most. */
  readonly tax: "with" | "without" | null;
}

const TAX = "vat|tax|taxes|gst|mwst|ust|moms|alv|tva|btw|iva|impuestos";
const WITH_TAX = new RegExp(
  ` (?:(?:incl|inc|including|inclusive|inkl|inklusive|sis|sisaltaa|avec|con|met|mit) (?:${TAX})|brutto|gross|verollinen|ttc|(?:toutes )?taxes comprises|(?:${TAX}) (?:incl|inkl|included|inclus|incluido|comprise))$`,
);
const WITHOUT_TAX = new RegExp(
  ` (?:(?:excl|ex|excluding|exkl|exklusive|ilman|sans|sin|zonder|ohne|without|before|zzgl|utan) (?:${TAX})|netto|net|ht|hors taxes?|veroton|alv 0(?: ?%)?|(?:${TAX}) (?:excl|exkl|no incluido|excluded))$`,
);
const IN_CURRENCY = new RegExp(` (?:in |en |i )?${CURRENCY}$`);
/** Words that count hundredths of a unit of money, and for the smallest unit of a currency, which is a hundredth in most. */
export const CENTS: readonly string[] =
  "cent,cents,pence,pennies,ore,oren,sentit,sentteina,centimes,centimos,centavos,paise".split(",");
export const SMALLEST_UNITS: readonly string[] = ["minor", "minor unit", "minor units", "subunit", "subunits"];
const IN_CENTS = new RegExp(` (?:in |en |i )?(?:${[...CENTS, ...SMALLEST_UNITS].join("|")})$`);
const IN_PIECES = / (?:kpl|pcs|pc|pieces|st|stk|stuck|stuks|uds|unidades|units)$/;

/** Takes the units off the end of a normal name, in whatever order they stand. */
export function withoutUnits(normal: string): NameUnits {
  let units: NameUnits = { bare: normal, currency: false, cents: false, pieces: false, tax: null };
  for (;;) {
    const { bare } = units;
    const cut = (end: RegExp): string => bare.replace(end, "");
    if (WITHOUT_TAX.test(bare)) units = { ...units, bare: cut(WITHOUT_TAX), tax: "without" };
    else if (WITH_TAX.test(bare)) units = { ...units, bare: cut(WITH_TAX), tax: units.tax ?? "with" };
    else if (IN_CURRENCY.test(bare)) units = { ...units, bare: cut(IN_CURRENCY), currency: true };
    else if (IN_CENTS.test(bare)) units = { ...units, bare: cut(IN_CENTS), cents: true };
    else if (IN_PIECES.test(bare)) units = { ...units, bare: cut(IN_PIECES), pieces: true };
    else return units;
  }
}
