import { describe, expect, it } from "vitest";
import { normaliseStatus, statusMeaning } from "../../../src/exports/values/statuses.ts";

describe("normaliseStatus", () => {
  it("compares without case, hyphens, underscores and the prefix of WooCommerce", () => {
    expect(
      ["Partially_Refunded", "PARTIALLY REFUNDED", "partially-refunded", " partially  refunded "].map(normaliseStatus),
    ).toEqual(Array.from({ length: 4 }, () => "partially refunded"));
    expect(normaliseStatus("wc-on-hold")).toBe("on hold");
  });
});

describe("statusMeaning", () => {
  it.each([
    "Payment complete",
    "Paid in full",
    "Out for delivery",
    // Shopify's financial status
    "paid",
    "partially_paid",
    "partially_refunded",
    // WooCommerce
    "processing",
    "completed",
    "wc-completed",
    // Magento
    "Processing",
    "Complete",
    // labels of other languages
    "Maksettu",
    "Toimitettu",
    "Bezahlt",
    "Abgeschlossen",
    "Betald",
    "Levererad",
    "Payée",
    "Pagado",
    "Betaald",
  ])("%s counts", (status) => {
    expect(statusMeaning(status)).toBe("counts");
  });

  it.each([
    "pending",
    "authorized",
    "voided",
    "expired",
    "refunded",
    "on-hold",
    "cancelled",
    "Canceled",
    "failed",
    "checkout-draft",
    "Pending Payment",
    "Suspected Fraud",
    "Payment Review",
    "Peruttu",
    "Odottaa",
    "Odottaa maksua",
    "Keskeytetty",
    "Väntande",
    "Wartend",
    "Storniert",
    "Obetald",
    "Annulée",
    "Cancelado",
    "Geannuleerd",
  ])("%s does not count", (status) => {
    expect(statusMeaning(status)).toBe("does not count");
  });

  it("knows test orders", () => {
    expect(["test", "Test order", "Testitilaus"].map((text) => statusMeaning(text))).toEqual(["test", "test", "test"]);
  });

  it.each(["", "flarbled", "paid?", "completed in part"])("does not guess what %j means", (status) => {
    expect(statusMeaning(status)).toBe("unknown");
  });
});
