import type { Preset } from "./preset.ts";

/** PrestaShop's order list. The English header was read in its source; the other languages are translations from memory. */
export const prestashop: Preset = {
  name: "prestashop",
  title: "PrestaShop order list export",
  signatures: [
    ["Reference", "New client", "Delivery", "Customer"],
    ["Référence", "Nouveau client", "Livraison", "Client"],
    ["Referenz", "Neukunde", "Lieferung", "Kunde"],
    ["Bestellnummer", "Neuer Kunde", "Lieferung", "Kunde"],
    ["Referencia", "Nuevo cliente", "Entrega", "Cliente"],
    ["Riferimento", "Nuovo cliente", "Consegna", "Cliente"],
    ["Viite", "Uusi asiakas", "Toimitus", "Asiakas"],
  ],
  rowModel: "one row per order",
  order: ["ID", "Identifiant"],
  orderFallback: ["Reference", "Référence", "Referenz", "Bestellnummer", "Referencia", "Riferimento", "Viite"],
  date: ["Date", "Datum", "Fecha", "Data", "Päivämäärä", "Päiväys"],
  customer: [[["Customer", "Client", "Kunde", "Cliente", "Asiakas"]]],
  amounts: [{ per: "order", plus: [["Total", "Gesamt", "Gesamtbetrag", "Summe", "Totale", "Yhteensä", "Summa"]] }],
  status: ["Status", "État", "Estado", "Stato", "Tila"],
  statuses: {
    counts: [
      ...["payment accepted", "remote payment accepted", "processing in progress", "shipped", "delivered"],
      ...["on backorder (paid)", "paiement accepté", "paiement à distance accepté", "en cours de préparation"],
      ...[
        "zahlung eingegangen",
        "zahlung akzeptiert",
        "vorbereitung",
        "bestellung in vorbereitung",
        "versandt",
        "ausgeliefert",
      ],
      ...["pago aceptado", "preparación en proceso", "preparación en curso"],
      ...["pagamento accettato", "preparazione in corso", "in corso di preparazione", "spedito", "consegnato"],
      ...["maksu hyväksytty", "käsittelyssä", "lähetetty", "toimitettu"],
    ],
    doesNotCount: [
      ...["awaiting check payment", "awaiting bank wire payment", "awaiting cash on delivery validation"],
      ...["on backorder (not paid)", "canceled", "payment error"],
      ...["en attente du paiement par chèque", "en attente de virement bancaire", "erreur de paiement"],
      ...[
        "warten auf scheckzahlung",
        "warten auf zahlungseingang per scheck",
        "warten auf zahlungseingang banküberweisung",
      ],
      ...["warten auf banküberweisung", "zahlungsfehler", "fehler bei der bezahlung"],
      ...[
        "en espera de pago por cheque",
        "en espera de pago por transferencia bancaria",
        "error en pago",
        "error de pago",
      ],
      ...[
        "in attesa di pagamento con assegno",
        "in attesa di pagamento con bonifico bancario",
        "annullato",
        "errore di pagamento",
      ],
      ...["odottaa tilisiirtoa", "odottaa maksua", "maksuvirhe"],
    ],
  },
  refundedStatuses: ["refunded", "remboursé", "erstattet", "reembolsado", "rimborsato", "hyvitetty", "palautettu"],
  note: "this list names customers by an initial and a surname: people who share them count as one; a query with e-mail addresses (the SQL manager) tells them apart",
};
