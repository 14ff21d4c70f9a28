import { normaliseName } from "../names/name-form.ts";

/** What words begin with that name a part of an amount, or a number that is no money at all, in seven languages. */
const BEGINNINGS: readonly string[] = [
  // What is sent.
  "shipping,shipment,freight,postage,postal,delivery,carriage,courier,handling,toimitus,rahti,postikulu",
  "frakt,leverans,porto,versand,fracht,liefer,livraison,port,envio,flete,gastos,verzend,bezorg",
  // What the state and the bank take.
  "tax,vat,gst,hst,pst,duty,duties,alv,arvonlisavero,vero,moms,skatt,mwst,ust,steuer,zoll,tva,taxe,iva",
  "impuesto,btw,fee,fees,commission,provisio,gebuhr,avgift,frais,comision,comissao,kosten",
  // What is taken off or given.
  "discount,rebate,coupon,voucher,alennus,ale,rabatt,rabat,remise,reduction,descuento,korting,tip,tips",
  "gratuity,juomaraha,dricks,trinkgeld,pourboire,propina,fooi",
  // What is earned or owed.
  "cost,costs,cogs,kustannu,kulut,kostnad,margin,profit,kate,marginal,gewinn,marge,balance,deposit",
  "saldo,credit,points,pisteet,poang,punkte",
  // How many there are.
  "qty,quantity,quantities,quant,units,pieces,pcs,count,counts,antal,anzahl,menge,stuck,stk,maara,kpl",
  "cantidad,quantite,aantal,stuks,unidades",
  // What is no money.
  "rate,ratio,percent,percentage,pct,prosentti,procent,prozent,share,probability,weight,weights,kg",
  "grams,paino,vikt,gewicht,poids,peso,length,width,height,volume,size,distance,km,lat,latitude,lon,lng",
  "long,longitude,rating,ratings,score,stars,review,temperature,age,hours,minutes,seconds,duration,days",
].flatMap((words) => words.split(","));

/** Beginnings of this many letters stand for whole words only: `port` begins `portfolio`, too. */
const WHOLE_WORD = 5;

/** What words of German, Swedish and Finnish end with that name a part of an amount: `Mehrwertsteuer`, `fraktkostnad`. */
const ENDINGS = /(?:steuer|kosten|gebuhr|gebuhren|rabatt|kostnad|kostnader|avgift|kulut|maksut|alennus|skatt|korting)$/;

/**
 * Whether a name says that a column holds less than an amount, such as shipping, tax or a discount, or no money, such as a
 * weight or a rating: it is not taken for the amount because nothing else looks like one.
 */
export function isPartOfAmount(name: string): boolean {
  return normaliseName(name)
    .split(" ")
    .some((word) => ENDINGS.test(word) || BEGINNINGS.some((beginning) => begins(word, beginning)));
}

function begins(word: string, beginning: string): boolean {
  return beginning.length <= WHOLE_WORD ? word === beginning : word.startsWith(beginning);
}
