import { tableNames } from "../../basics/text/place.ts";
import { normaliseName } from "../detect/names/name-form.ts";

/** What the name of a table says about its rows; `null` where it says nothing. */
export type NamedKind = "orders" | "refunds" | "no orders" | "people" | "payments" | "other";

/** Names of tables whose rows are orders, in normal form. */
const ORDERS = namesIn(
  "order,orders,sales order,sales orders,sale,sales,purchase,purchases,customer order,customer orders,invoice,invoices," +
    "bestellung,bestellungen,auftrag,auftrage,rechnung,rechnungen,bestallning,bestallningar,ordrar,faktura,fakturor," +
    "tilaus,tilaukset,lasku,laskut,commande,commandes,facture,factures,bestelling,bestellingen,factuur,facturen," +
    "pedido,pedidos,ordine,ordini,fattura,fatture,factura,facturas",
);

/** Names of what looks like orders, with days, customers and sums, and was never bought. */
const NO_ORDERS = namesIn(
  "cart,carts,basket,baskets,abandoned cart,abandoned carts,abandoned checkout,abandoned checkouts,checkout,checkouts," +
    "quote,quotes,quotation,quotations,offer,offers,draft,drafts,draft order,draft orders,lead,leads,wishlist,wishlists",
);

/** Names of tables whose rows are refunds: they begin or end with one. */
const REFUNDS = namesIn(
  "refund,refunds,return,returns,creditmemo,creditmemos,creditnote,creditnotes,orderslip,orderslips,hyvitys,hyvitykset,hyvityslasku," +
    "hyvityslaskut,palautus,palautukset,aterbetalning,aterbetalningar,retur,returer,kreditnota,kreditnotor,kreditfaktura,kreditfakturor," +
    "erstattung,erstattungen,ruckerstattung,ruckerstattungen,ruckzahlung,ruckzahlungen,gutschrift,gutschriften,storno,stornos,stornierung," +
    "stornierungen,retoure,retouren,stornorechnungen,remboursement,remboursements,avoir,avoirs,reembolso,reembolsos,devolucion,devoluciones," +
    "terugbetaling,terugbetalingen,retour,retours,creditnotas",
);

/** Words of a name that speak of orders with or without their refunds, or of why goods came back. */
const NOT_OF_REFUNDS = namesIn(
  "with,without,incl,including,excl,excluding,net,and,no,not,after,before,minus,less,of,plus,reason,reasons,policy,policies,mit,ohne,und," +
    "inkl,exkl,ilman,ja,med,utan,och,avec,sans,et,con,sin,y,met,zonder,en",
);

/** What the last word of a table of people begins with, or is. */
const PEOPLE = /^(?:cust|client|kund|asiak|klant|buyer|member|people|person|users?$|partners?$|contacts?$|accounts?$)/;

/** Names of tables of money that has been paid, which may be the sales of another channel. */
const PAYMENTS = namesIn("payment,payments,transaction,transactions,charge,charges");

/** Names of tables that have days and customers, too, and whose rows are orders only where no other table is of orders. */
const OTHERS = namesIn(
  "session,sessions,visit,visits,event,events,page view,page views,login,logins,click,clicks,log,logs," +
    "review,reviews,rating,ratings,ticket,tickets,message,messages,note,notes," +
    "favorite,favorites,favourite,favourites,subscription,subscriptions,membership,memberships," +
    "address,addresses,shipment,shipments,delivery,deliveries,fulfillment,fulfillments," +
    "payout,payouts,campaign,campaigns,email,emails,notification,notifications",
);

/** Words around the name of any table. */
const SAYING_NOTHING = namesIn(
  "export,exports,exported,entity,entities,lookup,table,data,dataset,dump,all,list,report,copy,final,new,master,utf,csv",
);
/** Words behind what a table is about that leave it what it is: the lines of refunds are refunds, and details of people are people. */
const PARTS = namesIn("item,items,line,lines,detail,details,profile,profiles,info");

/** Parts of names of sheets, which people give freely, that say that the rows are no orders that count. */
const NO_ORDERS_OF_A_SHEET =
  /return|refund|cancel|draft|\bcarts?\b|abandon|checkouts|wishlist|quot|palaut|hyvit|peruut|perutut|peruttu|luonno|tarjou|retur|retour|utkast|offert|entwurf|entwürf|angebot|ångr|avbok|annul|makul|storn|gutschrift|erstatt|rückgabe|avoir|rembours|devol|anul|reembol/i;

/** Whether the name of a workbook's sheet says that its rows are no orders that count. */
export function saysNoOrders(sheet: string): boolean {
  return NO_ORDERS_OF_A_SHEET.test(sheet);
}

function namesIn(list: string): ReadonlySet<string> {
  return new Set(list.split(","));
}

/** What the name of a file says, by its last words: `wp_orders.csv`, `2024-01 Orders.xlsx`, `public.carts`, `draft_orders.csv`. */
export function namedKind(fileName: string): NamedKind | null {
  for (const name of tableNames(fileName)) {
    const kind = kindOfName(name);
    if (kind !== null) return kind;
  }
  return null;
}

function kindOfName(name: string): NamedKind | null {
  const words = normaliseName(name)
    .split(/[ -]/)
    .filter((word) => !/^\d*$/.test(word) && !SAYING_NOTHING.has(word));
  const ends = words.map((_, from) => words.slice(from).join(" "));
  const is = (names: ReadonlySet<string>): boolean => ends.some((end) => names.has(end));
  const subject = words.filter((word) => !PARTS.has(word));
  if (is(NO_ORDERS)) return "no orders";
  if (isOfRefunds(subject)) return "refunds";
  if (PEOPLE.test(subject.at(-1) ?? "")) return "people";
  if (is(PAYMENTS)) return "payments";
  if (is(OTHERS)) return "other";
  return is(ORDERS) ? "orders" : null;
}

function isOfRefunds(words: readonly string[]): boolean {
  const joined = words
    .join(" ")
    .replace(/\b(credit|order) (memos?|notes?|slips?)\b/g, "$1$2")
    .replace(/\border(notes?|memos?)\b/g, "order $1")
    .replace(/\bcreditslip/g, "orderslip")
    .split(" ");
  if (joined.some((word) => NOT_OF_REFUNDS.has(word))) return false;
  return REFUNDS.has(joined[0] ?? "") || REFUNDS.has(joined.at(-1) ?? "");
}
