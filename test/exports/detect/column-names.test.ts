import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, normaliseName, type Role } from "../../../src/exports/detect/column-names.ts";

describe("normaliseName", () => {
  it.each([
    ["InvoiceNo", "invoice no"],
    ["CustomerID", "customer id"],
    ["customerId", "customer id"],
    ["customer_id", "customer id"],
    ["Customer-ID", "customer id"],
    ["CUSTOMER_ID", "customer id"],
    [" Customer  ID ", "customer id"],
    ["\ufeffCustomerID", "customer id"],
    ["UnitPrice", "unit price"],
    ["Email (Billing)", "email billing"],
    ["E-Mail", "e mail"],
    ["Rechnungsnr.", "rechnungsnr"],
    ["Order #", "order #"],
    ["N° de commande", "n° de commande"],
    ["TilausNumero", "tilaus numero"],
    ["HTTPStatus", "http status"],
    ["Line1Total", "line1 total"],
    ["Sähköposti", "sähköposti"],
    ["Sa\u0308hko\u0308posti", "sähköposti"], // decomposed, as macOS writes it
    ["SÄHKÖPOSTI", "sähköposti"],
    ["", ""],
    ["Order\u00a0Date", "order date"],
  ])("%j is %j", (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it("leaves a normal name as it is", () => {
    for (const name of Object.values(COLUMN_NAMES).flat()) expect(normaliseName(name)).toBe(name);
  });
});

describe("COLUMN_NAMES", () => {
  it("has each name once in a role", () => {
    for (const [role, names] of Object.entries(COLUMN_NAMES)) expect(new Set(names).size, role).toBe(names.length);
  });

  it("has each name in one role only", () => {
    const all = Object.values(COLUMN_NAMES).flat();
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  // The names that exports of shops in English, German, French, Spanish, Finnish and Swedish go by.
  it.each<readonly [Role, string]>([
    ["order", "order id|order number|order no|Order #|invoice|InvoiceNo|Bestellnummer|Auftragsnummer|Rechnungsnr."],
    ["order", "N° de commande|Référence|Nº de pedido|Tilausnumero|Ordernummer"],
    ["email", "email|E-mail|Customer Email|Billing Email|Contact email|Buyer Email|E-Mail-Adresse|Adresse e-mail"],
    ["email", "Courriel|Correo electrónico|Sähköposti|E-post"],
    ["customer", "customer id|CustomerID|Customer no|Customer code|Client ID|user id|Kundennummer|Kunden-ID"],
    ["customer", "N° client|ID de cliente|Asiakasnumero|Kundnummer"],
    ["date", "Order Date|Purchase Date|Sale Date|InvoiceDate|Date|Created at|Bestelldatum|Datum|Date de commande"],
    ["date", "Fecha|Päivämäärä|Tilauspäivä|Pvm|Orderdatum"],
    ["orderTotal", "Total|Order Total|Grand Total|Gesamtbetrag|Total TTC|Loppusumma|Yhteensä|Totalt"],
    ["amount", "Amount|Revenue|Gross|Betrag|Summe|Brutto|Montant|Importe|Summa|Belopp"],
    ["quantity", "Quantity|Qty|Menge|Anzahl|Quantité|Cantidad|Määrä|Kpl|Antal"],
    ["price", "UnitPrice|Price|Einzelpreis|Prix unitaire|Precio|Yksikköhinta|Pris"],
    ["status", "Status|Financial Status|Order Status|Tila|Statut|Estado"],
    ["currency", "Currency|Valuutta|Währung|Devise|Moneda|Valuta"],
    ["refunded", "Refunded Amount|Amount Refunded|Total Refunded|Erstattung|Remboursement|Hyvitys"],
  ])("%s goes by %s", (role, names) => {
    for (const name of names.split("|")) expect(COLUMN_NAMES[role], name).toContain(normaliseName(name));
  });
});
