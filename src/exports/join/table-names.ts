import { tableNames } from "../../basics/text/place.ts";
import { normaliseName } from "../detect/names/name-form.ts";

/** What the name of a table says about its rows; `null` where it says nothing. */
export type NamedKind = "orders" | "no orders" | "other";

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

/** Names of tables that have days and customers, too, and whose rows are orders only where no other table is of orders. */
const OTHERS = namesIn(
  "session,sessions,visit,visits,event,events,page view,page views,login,logins,click,clicks,log,logs," +
    "review,reviews,rating,ratings,ticket,tickets,support ticket,support tickets,message,messages,note,notes," +
    "favorite,favorites,favourite,favourites,subscription,subscriptions,membership,memberships," +
    "user,users,customer,customers,account,accounts,address,addresses,contact,contacts,shipment,shipments,delivery,deliveries," +
    "fulfillment,fulfillments,refund,refunds,return,returns,credit memo,credit memos,credit note,credit notes," +
    "payment,payments,transaction,transactions,charge,charges,payout,payouts,campaign,campaigns,email,emails,notification,notifications",
);

/** Words next to the name of a table. */
const SAYING_NOTHING = namesIn(
  "export,exports,exported,entity,entities,lookup,table,data,dataset,dump,all,list,copy,final,new,utf,csv",
);

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
    .split(" ")
    .filter((word) => !/^\d*$/.test(word) && !SAYING_NOTHING.has(word));
  const ends = words.map((_, from) => words.slice(from).join(" "));
  const is = (names: ReadonlySet<string>): boolean => ends.some((end) => names.has(end));
  if (is(NO_ORDERS)) return "no orders";
  if (is(OTHERS)) return "other";
  return is(ORDERS) ? "orders" : null;
}
