/*
 * Kinds of rows: a column that tells sales from returns, or purchases from what a shop's visitors did before.
 */
import { once } from "../../../basics/once.ts";
import { normaliseStatus } from "../../values/statuses.ts";
import type { StatusRule } from "../columns/columns.ts";
import { statusWords } from "../header/column-values.ts";
import { keysOfKnown, nameKeys, names, normaliseName } from "../names/name-form.ts";

/** Names of columns that may say what kind of thing a row is. */
const kindNames = once(
  (): ReadonlySet<string> =>
    new Set(
      names(
        "type,kind,order type,transaction type,trans type,txn type,record type,row type,line type,entry type,document type,doc type,invoice type,receipt type,sale type,sales type,movement type,event type,event name,event,action,action type",
        "tyyppi,laji,tapahtuma,tapahtumatyyppi,tapahtumalaji,rivityyppi,tositetyyppi,tositelaji,tilaustyyppi,typ,ordertyp,transaktionstyp,händelse,händelsetyp,dokumenttyp,radtyp",
        "art,belegart,belegtyp,transaktionsart,vorgang,vorgangsart,buchungsart,bestellart,auftragsart,type transaction,type document,type commande,type ligne,nature,tipo,tipo transacción,tipo documento,tipo pedido,tipo movimiento,soort,transactietype,documenttype,ordertype,type transactie",
      ).flatMap(keysOfKnown),
    ),
);

/** What brings money back to the customer: taken off where its amount is negative, and asked about where it is not. */
const RETURNS = words(
  "return,returns,refund,refunds,sales return,sale return,customer return,credit,credit note,credit memo,credit invoice,creditnote,reversal,exchange,rma," +
    "palautus,hyvitys,hyvityslasku,retur,återbetalning,kreditnota,kreditfaktura,kreditering," +
    "retoure,rückgabe,rücksendung,gutschrift,erstattung,rechnungskorrektur,stornorechnung," +
    "retour,avoir,remboursement,devolución,devolucion,reembolso,abono,nota de crédito,creditnota,terugbetaling,retourzending",
);

/** A kind that is none of these words, and has one: a `Sales credit note`, a `Partial refund`. */
const RETURN_PART =
  /(?:^| )(?:returns?|returned|refunds?|refunded|credit note|credit memo|creditnote|reversal|palautus|hyvitys|hyvityslasku|retur|återbetalning|kreditnota|kreditfaktura|retoure|gutschrift|erstattung|retour|avoir|remboursement|devolución|devolucion|reembolso|nota de crédito|creditnota|terugbetaling)(?: |$)/;

/** What visitors do before they buy, or instead. */
const VISITS = words(
  "view,views,viewed,page view,pageview,page viewed,view item,view product,view content,product view,product viewed,detail,product detail," +
    "cart,add to cart,addtocart,added to cart,product added,remove from cart,removed from cart,product removed,view cart,cart viewed," +
    "wishlist,add to wishlist,favorite,fav,like,click,search,impression,session start,first visit,scroll,login,sign up,signup," +
    "begin checkout,checkout started,add payment info,add shipping info",
);

const PURCHASES = words(
  "sale,sales,purchase,purchases,purchased,buy,bought,order,orders,order completed,order placed,transaction,invoice,receipt,charge," +
    "myynti,osto,tilaus,lasku,kauppa,försäljning,köp,faktura,verkauf,kauf,bestellung,rechnung,vente,achat,commande,facture," +
    "venta,compra,pedido,verkoop,aankoop,bestelling,factuur",
);

const KNOWN: ReadonlySet<string> = new Set([...RETURNS, ...VISITS, ...PURCHASES]);

function words(list: string): readonly string[] {
  return list.split(",").map(normaliseStatus);
}

/**
 * The rules of a column whose name and words say what kind of thing each row is. A visit is no order. Whether a return
 * counts depends on the sign of its amount, which is known once all rows are read. A column of which no word is known
 * has no rules.
 *
 * @param status the status column, which speaks for itself
 */
export function kindRules(
  header: readonly string[],
  { valuesOf, status }: { readonly valuesOf: (column: number) => readonly string[]; readonly status: number | null },
): readonly StatusRule[] {
  return header.flatMap((name, column) => {
    if (column === status || !nameKeys(normaliseName(name)).some((key) => kindNames().has(key))) return [];
    const found = statusWords(valuesOf(column));
    return found.some((word) => KNOWN.has(word) || isReturn(word)) ? rulesOf(column, found, status === null) : [];
  });
}

function isReturn(word: string): boolean {
  return !VISITS.includes(word) && RETURN_PART.test(word);
}

/** Words of the first rows keep their own name; others of the same kind that come later share one. */
function rulesOf(column: number, found: readonly string[], decidesAlone: boolean): readonly StatusRule[] {
  const returns = [...new Set([...RETURNS, ...found.filter(isReturn)])];
  const kinds = [
    { known: returns, means: "unknown", word: "return" },
    { known: VISITS, means: "does not count", word: "visit" },
  ] as const;
  const leavingOut = kinds.flatMap(({ known, means, word }): readonly StatusRule[] => {
    const seen = found.filter((one) => known.includes(one));
    return [
      ...seen.map((one) => ({ column, when: { is: [one] }, means, word: one })),
      { column, when: { is: known.filter((one) => !seen.includes(one)) }, means, word, shown: [] },
    ];
  });
  const others = found.filter((one) => !returns.includes(one) && !VISITS.includes(one));
  const counting: StatusRule = {
    column,
    when: { isNot: [...returns, ...VISITS] },
    means: "counts",
    word: others.length === 1 ? (others[0] ?? "sale") : "sale",
    shown: found.filter((one) => !others.includes(one)),
  };
  return decidesAlone ? [...leavingOut, counting] : leavingOut;
}
