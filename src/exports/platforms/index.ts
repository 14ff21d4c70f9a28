import { amazonAllOrders } from "./amazon-all-orders.ts";
import { amazonIndia } from "./amazon-india.ts";
import { amazonNewOrders } from "./amazon-new-orders.ts";
import { amazonTransactionsGerman } from "./amazon-transactions-german.ts";
import { bigcommerce } from "./bigcommerce.ts";
import { cdnow } from "./cdnow.ts";
import { ebay } from "./ebay.ts";
import { ecwidApi } from "./ecwid-api.ts";
import { etsyItems } from "./etsy-items.ts";
import { etsyOrders } from "./etsy-orders.ts";
import { instacartOrders } from "./instacart-orders.ts";
import { magento } from "./magento.ts";
import { magentoTables } from "./magento-tables.ts";
import { odooTables } from "./odoo-tables.ts";
import { olistOrders } from "./olist-orders.ts";
import { paypal } from "./paypal.ts";
import type { Preset } from "./preset.ts";
import { prestashop } from "./prestashop.ts";
import { prestashopTables } from "./prestashop-tables.ts";
import { shopify } from "./shopify.ts";
import { shopifyApi } from "./shopify-api.ts";
import { shopifyCustomers } from "./shopify-customers.ts";
import { shopware5 } from "./shopware-5.ts";
import { shopware6 } from "./shopware-6.ts";
import { squareItems } from "./square-items.ts";
import { squareTransactions } from "./square-transactions.ts";
import { squarespace } from "./squarespace.ts";
import { stripe } from "./stripe.ts";
import { stripeApi } from "./stripe-api.ts";
import { superstore } from "./superstore.ts";
import { uciOnlineRetail } from "./uci-online-retail.ts";
import { uciOnlineRetail2 } from "./uci-online-retail-2.ts";
import { wix } from "./wix.ts";
import { woocommerceAdvancedOrderExport } from "./woocommerce-advanced-order-export.ts";
import { woocommerceAnalytics } from "./woocommerce-analytics.ts";
import { woocommerceApi } from "./woocommerce-api.ts";
import { woocommerceCustomers } from "./woocommerce-customers.ts";
import { woocommerceOther } from "./woocommerce-other.ts";
import { woocommerceSkyverge } from "./woocommerce-skyverge.ts";
import { woocommerceTables } from "./woocommerce-tables.ts";

/** Every platform that is recognised; where two fit a header, the one with the longer signature is taken. */
export const PRESETS: readonly Preset[] = [
  shopify,
  shopifyApi,
  shopifyCustomers,
  woocommerceAnalytics,
  woocommerceSkyverge,
  woocommerceAdvancedOrderExport,
  woocommerceOther,
  woocommerceApi,
  woocommerceTables,
  woocommerceCustomers,
  ecwidApi,
  magento,
  magentoTables,
  bigcommerce,
  prestashop,
  prestashopTables,
  squarespace,
  wix,
  shopware6,
  shopware5,
  squareItems,
  squareTransactions,
  stripe,
  stripeApi,
  paypal,
  amazonNewOrders,
  amazonAllOrders,
  amazonIndia,
  amazonTransactionsGerman,
  ebay,
  etsyOrders,
  etsyItems,
  uciOnlineRetail,
  uciOnlineRetail2,
  cdnow,
  superstore,
  odooTables,
  olistOrders,
  instacartOrders,
];
