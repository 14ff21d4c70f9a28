/** Whether an order with this status counts as a purchase. */
export type StatusMeaning = "counts" | "does not count" | "test" | "unknown";

/** What order and payment systems call an order that was paid or fulfilled; lower case, words separated by one space. */
const COUNTS =
  "paid,paid in full,fully paid,partially paid,payment complete,payment completed,payment received,order complete,order completed,in transit,out for delivery,ready to ship,processing,processed,complete,completed,closed won,won,shipped,partially shipped,delivered," +
  "fulfilled,partially fulfilled,dispatched,sent,done,ok,success,successful,succeeded,captured,settled,invoiced,active,approved," +
  "confirmed,sales order,bestätigt,vahvistettu,bekräftad,confirmé,confirmée,confirmado,confirmada,bevestigd,payment accepted,awaiting fulfillment,awaiting shipment,awaiting pickup,ready for pickup,picked up,accepted," +
  "maksettu,toimitettu,käsittelyssä,valmis,lähetetty,bezahlt,abgeschlossen,versendet,geliefert,in bearbeitung,betald,levererad," +
  "skickad,slutförd,payé,payée,livré,livrée,expédié,expédiée,terminé,terminée,pagado,pagada,completado,completada,enviado,enviada," +
  "entregado,entregada,betaald,verzonden,afgerond,geleverd,voltooid";

/** What they call one that was not, or not any more. */
const DOES_NOT_COUNT =
  "pending,pending payment,cart,cancel,awaiting payment,authorized,authorised,unpaid,voided,void,expired,cancelled,canceled,cancellation,failed," +
  "failure,declined,refused,rejected,chargeback,charged back,draft,checkout draft,abandoned,incomplete,on hold," +
  "denied,error,payment error,suspected fraud,fraud,payment review,closed lost,lost,payment due,not paid,deleted,trash,reversed,open,new,created,quote,quotation,quotation sent,overdue,past due," +
  "peruttu,luonnos,tarjous,erääntynyt,peruutettu,odottaa,odottaa maksua,keskeytetty,maksamatta,ei maksettu,nicht bezahlt,unbezahlt,inte betald,ej betald,non payé,non payée,impayé,impayée,no pagado,no pagada,niet betaald,onbetaald,storniert,offen,überfällig,entwurf,angebot,ausstehend,wartend,fehlgeschlagen,abgebrochen," +
  "avbruten,förfallen,utkast,offert,annullerad,makulerad,obetald,väntar,väntande,annulé,annulée,en attente,échoué,échouée," +
  "cancelado,cancelada,pendiente,fallido,geannuleerd,mislukt,in afwachting";

/** What they call one that was paid and refunded in full: it does not count, unless refunds are ignored. */
const REFUNDED: ReadonlySet<string> = new Set(
  (
    "refunded,fully refunded,returned,hyvitetty,palautettu,erstattet,återbetald,remboursé,remboursée,reembolsado,reembolsada," +
    "terugbetaald"
  ).split(","),
);

/** What they call one of which a part of the money went back. */
const PARTLY_REFUNDED: ReadonlySet<string> = new Set(
  (
    "partially refunded,partial refund,partly refunded,part refunded,partial refunded,osittain hyvitetty,osittain palautettu," +
    "teilweise erstattet,teilerstattet,teilweise zurückerstattet,delvis återbetald,delvis återbetalad,partiellement remboursé," +
    "partiellement remboursée,remboursement partiel,parcialmente reembolsado,parcialmente reembolsada,gedeeltelijk terugbetaald"
  ).split(","),
);

const TEST = "test,test order,testbestellung,testitilaus";

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map([
  ...COUNTS.split(",").map((word) => [word, "counts"] as const),
  ...DOES_NOT_COUNT.split(",").map((word) => [word, "does not count"] as const),
  ...[...REFUNDED].map((word) => [word, "does not count"] as const),
  ...[...PARTLY_REFUNDED].map((word) => [word, "counts"] as const),
  ...TEST.split(",").map((word) => [word, "test"] as const),
]);

/** A status as it is compared: lower case, no `wc-` in front, words separated by one space; the sign of a number stays. */
export function normaliseStatus(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^wc-/, "")
    .replace(/(?<!^)[\s_-]+/g, " ");
}

/** Whether a status of an unknown system says that all of the order was refunded. */
export function isRefundedStatus(text: string): boolean {
  return REFUNDED.has(normaliseStatus(text));
}

/** Whether a status says that a part of the order's money went back. */
export function isPartlyRefunded(text: string): boolean {
  return PARTLY_REFUNDED.has(normaliseStatus(text));
}

/** A platform's own words, which win over the general lists. */
export interface StatusWords {
  readonly counts?: readonly string[] | undefined;
  readonly doesNotCount?: readonly string[] | undefined;
}

/** What a status means, by a platform's own words and then by the lists of words that count and words that do not. */
export function statusMeaning(text: string, words: StatusWords = {}): StatusMeaning {
  const status = normaliseStatus(text);
  if (words.counts?.includes(status)) return "counts";
  if (words.doesNotCount?.includes(status)) return "does not count";
  return MEANINGS.get(status) ?? "unknown";
}
