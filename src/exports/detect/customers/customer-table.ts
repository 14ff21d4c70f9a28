import { InputError } from "../../../errors.ts";
import type { KeyChain } from "../columns/columns.ts";
import { columnFor, type HeaderSample, nameOf } from "../header/header-sample.ts";
import { names } from "../names/column-names.ts";
import { isNearlyOneOf } from "../names/name-form.ts";

/** What only a table with one row per customer says: how many orders, how long ago the last one, since when. */
const isSummary = isNearlyOneOf(
  names(
    "number of orders,orders count,order count,total orders,orders,nb orders,no of orders,orders no,purchase count,number of purchases,purchases,total purchases,payment count,transaction count,number of transactions,frequency,recency,recency days,days since last order,days since last purchase,days since purchase,last order,last order date,last order id,last purchase,last purchase date,last seen,last active,last visit,first order date,first purchase date,first purchase,first order,customer since,sign up,signup date,total spent,total spend,lifetime spend,lifetime value,ltv,clv,average order value,avg order value,aov,average order,tenure,rfm score,rfm segment",
    "tilausten määrä,tilauksia,tilausmäärä,ostokerrat,viimeisin tilaus,viimeisin osto,viimeinen tilaus,ensimmäinen tilaus,päiviä viimeisestä tilauksesta,keskiostos,ostot yhteensä,asiakkaana alkaen",
    "antal ordrar,antal beställningar,antal köp,senaste order,senaste köp,senaste beställning,första köp,kund sedan,snittorder,totalt köp",
    "anzahl bestellungen,anzahl käufe,anzahl aufträge,bestellanzahl,letzte bestellung,letzter kauf,erste bestellung,kunde seit,gesamtumsatz,durchschnittlicher bestellwert,tage seit letzter bestellung",
    "nombre commandes,nb commandes,nombre achats,dernière commande,dernier achat,première commande,client depuis,total dépensé,panier moyen,jours depuis dernière commande,récence,fréquence",
    "número pedidos,pedidos,total pedidos,número compras,último pedido,última compra,primer pedido,primera compra,cliente desde,total gastado,gasto total,recencia,frecuencia",
    "aantal bestellingen,aantal orders,aantal aankopen,laatste bestelling,laatste aankoop,eerste bestelling,klant sinds,totaal besteed,gemiddelde bestelwaarde",
  ),
);

/**
 * Refuses a table with one row per customer: read as orders, everybody would have bought once. It is told by columns that
 * sum customers up, where no column holds order ids and no customer stands on two rows of the sample.
 *
 * @throws InputError that says what the file is, and by which columns
 */
export function refuseCustomerTable(sample: HeaderSample, customer: KeyChain, hasOrderOption: boolean): void {
  if (hasOrderOption || columnFor(sample, "order") !== null) return;
  const found = sample.header.flatMap((name, column) => (isSummary(name) ? [`"${nameOf(sample, column)}"`] : []));
  if (found.length === 0 || isAnyoneTwice(sample, customer)) return;
  if (isRepeatSummary(sample.header)) {
    throw new InputError(
      `${sample.fileName}: "frequency", "recency" and "T" are those of a summary for a purchase model (BTYD): frequency counts repeat purchases only, and recency is the customer's age at the last one`,
      { hint: "export the orders that the summary was made from, one row per order" },
    );
  }
  throw new InputError(
    `${sample.fileName}: this is a table of customers, one row per customer (${found.slice(0, 5).join(", ")}), not of orders`,
    {
      hint: "export the orders, one row per order or per line of an order, and name both files; if each row is an order, name the column of its id with --order NAME",
    },
  );
}

/** Whether a header is that of a summary for a purchase model, whose words mean something else here. */
function isRepeatSummary(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim().toLowerCase());
  return ["frequency", "recency", "t"].every((name) => names.includes(name));
}

function isAnyoneTwice({ rows }: HeaderSample, [first]: KeyChain): boolean {
  if (first === undefined) return false;
  const keys = rows.map((cells) => first.map((column) => (cells[column] ?? "").trim().toLowerCase()).join("\u0000"));
  const filled = keys.filter((key) => key.replaceAll("\u0000", "") !== "");
  return new Set(filled).size < filled.length;
}
