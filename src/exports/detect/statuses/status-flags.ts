import type { StatusRule } from "../columns/columns.ts";
import { looksLikeDates, statusWords } from "../header/column-values.ts";
import { normaliseName } from "../names/name-form.ts";

/** What a column of yes and no says of an order. */
type Flag = "paid" | "cancelled" | "refunded" | "test";

const NAMES: Readonly<Record<Flag, ReadonlySet<string>>> = {
  paid: wordsOf(
    "paid,payed,captured,completed,success,successful,maksettu,betald,bezahlt,paye,payee,pagado,pagada,betaald,voldaan",
  ),
  cancelled: wordsOf(
    "cancelled,canceled,cancellation,void,voided,failed,declined,rejected,abandoned,chargeback,fraud,fraudulent," +
      "peruttu,peruutettu,avbruten,annullerad,makulerad,storniert,storno,annule,annulee,cancelado,cancelada,anulado,anulada,geannuleerd",
  ),
  refunded: wordsOf(
    "refunded,returned,hyvitetty,palautettu,aterbetald,returnerad,erstattet,ruckerstattet,retourniert,rembourse,remboursee,reembolsado,reembolsada,devuelto,terugbetaald,geretourneerd",
  ),
  test: wordsOf("test,testi"),
};

/** Words around the one that tells: `Order is paid?`, `cancelled_flag`, `Ist bezahlt`. */
const AROUND = wordsOf(
  "is,was,has,been,order,orders,flag,y,n,yn,yes,no,on,ist,wurde,est,esta,es,fue,ar,ja,nein,tilaus,bestellung,commande,pedido",
);
/** Words of a column that says when: it is filled where it happened. */
const WHEN = wordsOf("at,on,date,time,datum,am,le,pvm");

const YES = "yes,y,true,t,1,x,ja,j,kylla,kyllä,k,oui,o,vrai,si,sí,s,verdadero,wahr,waar".split(",");
const NO = "no,n,false,f,0,nein,nej,nee,ei,e,non,faux,falso,falsch,onwaar,-".split(",");
const YES_OR_NO = new Set([...YES, ...NO]);

/** What an order is that the flag leaves out, and one that it does not. */
const WORDS: Readonly<Record<Flag, { readonly out: string; readonly counts: string }>> = {
  paid: { out: "unpaid", counts: "paid" },
  cancelled: { out: "cancelled", counts: "not cancelled" },
  refunded: { out: "refunded", counts: "not refunded" },
  test: { out: "test", counts: "not a test" },
};

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(","));
}

/**
 * What a column says of its orders by a name such as `Is Paid` or `Cancelled?` above nothing but yes and no, true and false,
 * or 1 and 0; also a day or nothing where the name asks when. `null` for all other columns.
 */
export function flagOf(name: string, values: readonly string[]): Flag | null {
  const words = normaliseName(name.replace(/[?!*]/g, " ")).split(" ");
  const telling = words.filter((word) => !AROUND.has(word) && !WHEN.has(word));
  const [first = ""] = telling;
  const flag = (Object.keys(NAMES) as Flag[]).find((one) => NAMES[one].has(first));
  if (flag === undefined || !telling.every((word) => NAMES[flag].has(word))) return null;
  const found = statusWords(values);
  if (found.length === 0) return flag === "cancelled" ? flag : null;
  if (found.every((word) => YES_OR_NO.has(word))) return flag;
  const saysWhen = flag === "cancelled" && looksLikeDates(values);
  return saysWhen ? flag : null;
}

/**
 * The rules for a file's columns of yes and no; those that leave an order out come first. A flag that an order counts is a
 * rule only where no status column has the say. A refund's flag counts only where no column says how much was refunded.
 *
 * @param valuesOf the cells of a column in the first rows
 */
export function flagRules(
  header: readonly string[],
  {
    valuesOf,
    hasRefunds,
    hasStatus,
  }: {
    readonly valuesOf: (column: number) => readonly string[];
    readonly hasRefunds: boolean;
    readonly hasStatus: boolean;
  },
): readonly StatusRule[] {
  const found = header.flatMap((name, column) => {
    const values = valuesOf(column);
    const flag = flagOf(name, values);
    return flag === null || (flag === "refunded" && hasRefunds) ? [] : [{ flag, column, values }];
  });
  const counting = hasStatus ? [] : found.map(countingRule);
  return [...found.flatMap(leavingOutRules), ...counting];
}

interface FoundFlag {
  readonly flag: Flag;
  readonly column: number;
  readonly values: readonly string[];
}

/** Where an order must have been paid, all but a yes leaves it out, and so does a blank where nothing but yes is written. */
function leavingOutRules({ flag, column, values }: FoundFlag): readonly StatusRule[] {
  const rule = {
    column,
    means: flag === "test" ? "test" : "does not count",
    word: WORDS[flag].out,
  } as const;
  if (flag !== "paid") return [{ ...rule, when: { isNot: NO }, shown: seen(NO, values) }];
  const strict: StatusRule = { ...rule, when: { isNot: YES }, shown: seen(YES, values) };
  const onlyYes =
    statusWords(values).every((word) => YES.includes(word)) && values.some((value) => value.trim() === "");
  return onlyYes ? [strict, { ...rule, when: "blank" }] : [strict];
}

function countingRule({ flag, column, values }: FoundFlag): StatusRule {
  const words = flag === "paid" ? YES : NO;
  return { column, when: { is: words }, means: "counts", word: WORDS[flag].counts, shown: seen(words, values) };
}

/** Those of some words that the first rows have; the most usual one where they have none. */
function seen(words: readonly string[], values: readonly string[]): readonly string[] {
  const found = statusWords(values);
  const some = words.filter((word) => found.includes(word));
  return some.length === 0 ? words.slice(0, 1) : some;
}
