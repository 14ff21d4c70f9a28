import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, DOUBTFUL_NAMES, type Role } from "../../../../src/exports/detect/names/column-names.ts";
import { knownName } from "../../../../src/exports/detect/names/known-names.ts";
import { nameKeys, normaliseName } from "../../../../src/exports/detect/names/name-form.ts";

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
    ["Order #", "order no"],
    ["N° de commande", "no de commande"],
    ["Nº de pedido", "no de pedido"],
    ["TilausNumero", "tilaus numero"],
    ["HTTPStatus", "http status"],
    ["Größe", "grosse"],
    ["Date d’achat", "date d achat"],
    ["Summa (€)", "summa ¤"],
    ["total_eur", "total ¤"],
    ["Ｔｏｔａｌ", "total"],
    ["Line1Total", "line1 total"],
    ["Sähköposti", "sahkoposti"],
    ["Sa\u0308hko\u0308posti", "sahkoposti"], // decomposed, as macOS writes it
    ["SÄHKÖPOSTI", "sahkoposti"],
    ["", ""],
    ["Order\u00a0Date", "order date"],
  ])("%j is %j", (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it("makes the same of plain names, which it leaves nearly as they are, as of their spellings in capitals", () => {
    const plain = Object.values(COLUMN_NAMES)
      .flat()
      .concat("total eur", "usd", "amount in euro")
      .filter((name) => /^[a-z ]+$/.test(name));
    expect(plain.length).toBeGreaterThan(300);
    expect(plain.map(normaliseName)).toEqual(plain.map((name) => normaliseName(name.toUpperCase())));
    expect(normaliseName("amount in euro")).toBe("amount in ¤");
  });

  it("leaves a normal name as it is", () => {
    for (const name of Object.values(COLUMN_NAMES).flat()) expect(normaliseName(name)).toBe(name);
  });
});

describe("COLUMN_NAMES", () => {
  it("has each name in one role, and each once, however it is spelled", () => {
    const roles = new Map<string, string>();
    const all = [...Object.entries(COLUMN_NAMES), ...Object.entries(DOUBTFUL_NAMES)];
    for (const [role, names] of all) {
      for (const name of names) {
        for (const key of new Set(nameKeys(name))) {
          expect(roles.get(key), `${name} of ${role}`).toSatisfy((other) => other === undefined || other === name);
          roles.set(key, name);
        }
      }
    }
  });

  it("finds each name in its own role", () => {
    for (const [role, names] of Object.entries(COLUMN_NAMES)) {
      for (const name of names) expect([name, knownName(name)?.role]).toEqual([name, role]);
    }
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
    for (const name of names.split("|")) expect(knownName(name)?.role, name).toBe(role);
  });
});

describe("knownName", () => {
  it.each([
    ["ID_Client", "customer"],
    ["client_id", "customer"],
    ["IdClient", "customer"],
    ["num_client", "customer"],
    ["Client #", "customer"],
    ["numero_commande", "order"],
    ["N° commande", "order"],
    ["ID Commande", "order"],
    ["Bestell-Nr.", "order"],
    ["Bestellung", "order"],
    ["Tilaus", "order"],
    ["montant_total_paye", "orderTotal"],
    ["Total (incl. VAT)", "orderTotal"],
    ["Total HT", "orderTotal"],
    ["Loppusumma (sis. alv)", "orderTotal"],
    ["Summa (€)", "amount"],
    ["amount_in_usd", "amount"],
    ["Belopp (SEK)", "amount"],
    ["Määrä (€)", "amount"],
    ["Määrä", "quantity"],
    ["Määrä (kpl)", "quantity"],
    ["Menge (Stk.)", "quantity"],
    ["Prix unitaire HT (€)", "price"],
    ["à-pris", "price"],
    ["Gesamtbetrag brutto", "orderTotal"],
    ["Summa (netto)", "amount"],
    ["Laskun numero", "order"],
    ["Laskun pvm", "date"],
    ["state_of_payment", "status"],
    // None of these is what a part of its name says.
    ["Anzahl (€)", null],
    ["number_of_orders", null],
    ["Number of items", null],
    ["Unit cost", null],
    ["ID_Produit", null],
    ["Product ID", null],
    ["€", null],
    // Cells of rows, which are taken for a header by way of trial; digits in a name count unless they say nothing.
    ["2024-01-05", null],
    ["12,50 €", null],
    ["Amount 2", null],
    ["Summa (alv 0 %)", "amount"],
    ["line_items.2.price", null],
    ["order2.line_items.price", "price"],
  ])("%s is %s", (name, role) => {
    expect(knownName(name)?.role ?? null).toBe(role);
  });
});
