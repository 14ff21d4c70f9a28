/**
 * WooCommerce's order statuses: the slugs (a `wc-` in front is dropped), the English labels, and labels of other languages
 * from memory.
 */
export const WOOCOMMERCE_STATUSES = {
  counts: [
    ...["processing", "completed"],
    ...["in bearbeitung", "abgeschlossen", "fertiggestellt", "käsittelyssä", "valmis", "suoritettu"],
    ...["behandlas", "bearbetas", "färdigbehandlad", "slutförd", "en cours", "terminée", "procesando", "completado"],
    ...["in verwerking", "afgerond", "voltooid"],
  ],
  doesNotCount: [
    ...["pending", "pending payment", "on hold", "cancelled", "failed", "checkout draft", "draft"],
    ...[
      "zahlung ausstehend",
      "ausstehende zahlung",
      "in wartestellung",
      "wartend",
      "storniert",
      "fehlgeschlagen",
      "entwurf",
    ],
    ...["odottaa maksua", "jonossa", "pidossa", "peruttu", "epäonnistui", "luonnos"],
    ...["väntar på betalning", "inväntar betalning", "pausad", "avbruten", "misslyckades", "utkast"],
    ...["attente paiement", "en attente", "annulée", "échouée", "brouillon"],
    ...["pendiente de pago", "en espera", "cancelado", "fallido", "borrador"],
    ...["wachtend op betaling", "in de wacht", "geannuleerd", "mislukt", "concept"],
  ],
} as const;

/** The same for orders that were refunded in full. */
export const WOOCOMMERCE_REFUNDED = [
  ...["refunded", "erstattet", "rückerstattet", "zurückerstattet", "hyvitetty", "återbetald", "återbetalad"],
  ...["remboursée", "reembolsado", "terugbetaald"],
] as const;
