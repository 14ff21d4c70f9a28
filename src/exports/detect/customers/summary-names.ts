import { once } from "../../../basics/once.ts";
import { keysOfNormal, nameKeys, names } from "../names/name-form.ts";

/** What a column of a table of customers can say. */
export type SummaryRole = "count" | "last" | "recency" | "first" | "spend" | "other";

const summaryNames = (): Readonly<Record<SummaryRole, readonly string[]>> => ({
  count: names(
    "number of orders,orders count,order count,total orders,orders,nb orders,no of orders,orders no,purchase count,number of purchases,purchases,total purchases,payment count,transaction count,number of transactions,frequency,historic number of orders",
    "tilausten määrä,tilauksia,tilausmäärä,ostokerrat",
    "antal ordrar,antal beställningar,antal köp",
    "anzahl bestellungen,anzahl käufe,anzahl aufträge,bestellanzahl",
    "nombre commandes,nb commandes,nombre achats,fréquence",
    "número pedidos,pedidos,total pedidos,número compras,frecuencia",
    "aantal bestellingen,aantal orders,aantal aankopen",
  ),
  last: names(
    "last order,last order date,date of last order,last purchase,last purchase date,last active,last transaction date",
    "viimeisin tilaus,viimeisin osto,viimeinen tilaus",
    "senaste order,senaste köp,senaste beställning",
    "letzte bestellung,letzter kauf",
    "dernière commande,dernier achat",
    "último pedido,última compra",
    "laatste bestelling,laatste aankoop",
  ),
  recency: names(
    "recency,recency days,days since last order,days since last purchase,days since purchase",
    "päiviä viimeisestä tilauksesta,tage seit letzter bestellung,jours depuis dernière commande,récence,recencia",
  ),
  first: names(
    "first order,first order date,first purchase,first purchase date,ensimmäinen tilaus,första köp,erste bestellung,première commande,primer pedido,primera compra,eerste bestelling",
  ),
  spend: names(
    "total spent,total spend,lifetime spend,lifetime value,monetary,monetary value,total revenue,historic customer lifetime value,historic clv",
    "ostot yhteensä,totalt köp,gesamtumsatz,total dépensé,total gastado,gasto total,totaal besteed",
  ),
  other: names(
    "last order id,last seen,last visit,customer since,sign up,signup date,ltv,clv,average order value,avg order value,aov,average order,tenure,rfm score,rfm segment",
    "keskiostos,asiakkaana alkaen,kund sedan,snittorder,kunde seit,durchschnittlicher bestellwert,client depuis,panier moyen,cliente desde,klant sinds,gemiddelde bestelwaarde",
  ),
});

const roles = once((): ReadonlyMap<string, SummaryRole> => {
  const byRole = Object.entries(summaryNames()) as [SummaryRole, readonly string[]][];
  return new Map(byRole.flatMap(([role, list]) => list.flatMap(keysOfNormal).map((key) => [key, role] as const)));
});

/** What a name says of customers that no name of a column of orders says; `null` for any other. */
export function summaryRole(name: string): SummaryRole | null {
  for (const key of nameKeys(name)) {
    const role = roles().get(key);
    if (role !== undefined) return role;
  }
  return null;
}
