import { normaliseName } from "../detect/names/name-form.ts";

/** What the name of a table says about its rows; `null` where it says nothing. */
export type NamedKind = "orders" | "other";

/** Names of tables whose rows are orders, in normal form. */
const ORDERS = new Set(
  (
    "order,orders,sales order,sales orders,sale,sales,purchase,purchases,customer order,customer orders,invoice,invoices," +
    "bestellung,bestellungen,auftrag,auftrage,rechnung,rechnungen,bestallning,bestallningar,ordrar,faktura,fakturor," +
    "tilaus,tilaukset,lasku,laskut,commande,commandes,facture,factures,bestelling,bestellingen,factuur,facturen," +
    "pedido,pedidos,ordine,ordini,fattura,fatture,factura,facturas"
  ).split(","),
);

/** Names of tables that have a day and a customer, too, and whose rows are no orders. */
const OTHERS = new Set(
  (
    "cart,carts,basket,baskets,abandoned cart,abandoned carts,abandoned checkout,abandoned checkouts,checkout,checkouts," +
    "quote,quotes,quotation,quotations,offer,offers,draft,drafts,draft order,draft orders,lead,leads," +
    "session,sessions,visit,visits,event,events,page view,page views,login,logins,click,clicks,log,logs," +
    "review,reviews,rating,ratings,ticket,tickets,support ticket,support tickets,message,messages,note,notes," +
    "wishlist,wishlists,favorite,favorites,favourite,favourites,subscription,subscriptions,membership,memberships," +
    "user,users,customer,customers,account,accounts,address,addresses,contact,contacts,shipment,shipments,delivery,deliveries," +
    "fulfillment,fulfillments,refund,refunds,return,returns,credit memo,credit memos,credit note,credit notes," +
    "payment,payments,transaction,transactions,charge,charges,payout,payouts,campaign,campaigns,email,emails,notification,notifications"
  ).split(","),
);

/** What the name of a file says: `wp_orders.csv`, `2024-01 Orders.xlsx`, `public.carts`. */
export function namedKind(fileName: string): NamedKind | null {
  const base = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/(?:\.(?:csv|tsv|txt|xlsx|parquet|ndjson|jsonl|json|gz))+$/i, "");
  const words = normaliseName(base.replace(/\./g, " ")).split(" ");
  const named = words.filter((word) => !/^\d+$/.test(word) && !SAYING_NOTHING.has(word));
  const ends = named.map((_, from) => named.slice(from).join(" "));
  if (ends.some((end) => OTHERS.has(end))) return "other";
  return ends.some((end) => ORDERS.has(end)) ? "orders" : null;
}

/** Words beside the name of a table. */
const SAYING_NOTHING = new Set(
  "export,exports,exported,table,data,dataset,dump,all,list,copy,final,new,utf,csv".split(","),
);
