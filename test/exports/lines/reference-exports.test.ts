/**
 * The lines and traits of one order in each platform's export. The headers are those of the vendors' documentation and of
 * real files, and each cell says what its column holds, so that a column taken for another shows.
 */
import { describe, expect, it } from "vitest";
import { readFiles } from "../../support/read-csv.ts";

interface Case {
  readonly platform: string;
  readonly header: string;
  /** The cells of an order's rows, by column; columns that are not named are blank. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Each line: product code, name, category, quantity and amount. */
  readonly lines: readonly (readonly [string | null, string | null, string | null, number | null, number | null])[];
  readonly traits: Readonly<Record<string, string>>;
}

const SHOPIFY =
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number";
const SKYVERGE =
  "order_id,order_number,date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,billing_email,billing_phone,billing_country,shipping_country,customer_note,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax,item_refunded,item_refunded_qty,item_meta,shipping_items,fee_items,tax_items,coupon_items,refunds,order_notes";

const CASES: readonly Case[] = [
  {
    platform: "shopify",
    header: SHOPIFY,
    rows: [
      {
        ...{ Name: "#1", Email: "a@example.com", "Financial Status": "paid", Currency: "EUR", Total: "54.90" },
        ...{ "Created at": "2026-03-30 09:15:01 +0300", "Discount Code": "SPRING", "Discount Amount": "5.00" },
        ...{ "Lineitem quantity": "2", "Lineitem name": "Mug", "Lineitem price": "12.50", "Lineitem sku": "M-1" },
        ...{ "Billing Country": "FI", "Payment Method": "Klarna", Source: "pos", Vendor: "Maker" },
      },
      {
        ...{ Name: "#1", Email: "a@example.com", "Created at": "2026-03-30 09:15:01 +0300" },
        ...{ "Lineitem quantity": "1", "Lineitem name": "Tea", "Lineitem price": "30.00", "Lineitem sku": "T-1" },
      },
    ],
    lines: [
      ["M-1", "Mug", null, 2, 25],
      ["T-1", "Tea", null, 1, 30],
    ],
    traits: { country: "FI", channel: "pos", coupon: "SPRING", payment: "Klarna", discount: "yes" },
  },
  {
    platform: "squarespace",
    header:
      "Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Address1,Billing City,Billing Country,Shipping Country,Cancelled at,Private Notes,Payment Method,Payment Reference,Channel Type,Channel Name",
    rows: [
      {
        ...{ "Order ID": "00012", Email: "a@example.com", "Financial Status": "PAID", Currency: "USD", Total: "30" },
        ...{ "Created at": "2026-03-04 14:05:09 -0500", "Discount Code": "SPRING", "Discount Amount": "1" },
        ...{ "Lineitem quantity": "1", "Lineitem name": "Coffee", "Lineitem price": "10", "Lineitem sku": "C-1" },
        ...{ "Billing Country": "US", "Payment Method": "Stripe", "Channel Name": "Shop" },
      },
      { "Order ID": "00012", "Lineitem quantity": "2", "Lineitem name": "Cup", "Lineitem price": "10" },
    ],
    lines: [
      ["C-1", "Coffee", null, 1, 10],
      ["Cup", null, null, 2, 20],
    ],
    traits: { country: "US", channel: "Shop", coupon: "SPRING", payment: "Stripe", discount: "yes" },
  },
  {
    platform: "woocommerce-skyverge",
    header: SKYVERGE,
    rows: [
      {
        ...{ order_id: "501", order_number: "501", date: "2026-03-04 14:05:09", status: "completed" },
        ...{ order_total: "54.90", refunded_total: "0.00", discount_total: "5.00", order_currency: "EUR" },
        ...{ payment_method: "bacs", customer_id: "7", billing_email: "a@example.com", billing_country: "FI" },
        ...{ item_id: "9", item_product_id: "12", item_name: "Mug", item_sku: "MUG", item_quantity: "2" },
        ...{ item_subtotal: "20.00", item_total: "18.00", item_total_tax: "4.00" },
        coupon_items: "id:3|code:spring|description:Spring|amount:5.00",
      },
      {
        ...{ order_id: "501", order_number: "501", date: "2026-03-04 14:05:09", status: "completed" },
        ...{ order_total: "54.90", refunded_total: "0.00", discount_total: "5.00", order_currency: "EUR" },
        ...{ payment_method: "bacs", customer_id: "7", billing_email: "a@example.com", billing_country: "FI" },
        ...{ item_id: "10", item_product_id: "13", item_name: "Tea", item_quantity: "1" },
        ...{ item_total: "26.00", item_total_tax: "5.00" },
        coupon_items: "id:3|code:spring|description:Spring|amount:5.00",
      },
    ],
    lines: [
      ["MUG", "Mug", null, 2, 22],
      ["Tea", null, null, 1, 31],
    ],
    traits: { country: "FI", coupon: "spring", payment: "bacs", discount: "yes" },
  },
  {
    platform: "woocommerce-advanced-order-export",
    header:
      "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Country Code (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount,Discount Amount Tax",
    rows: [
      {
        ...{ "Order Number": "7", "Order Status": "Completed", "Order Date": "2026-03-04 14:05" },
        ...{ "Country Code (Billing)": "FI", "Email (Billing)": "a@example.com", "Payment Method Title": "Card" },
        ...{ "Cart Discount Amount": "5.00", "Order Total Amount": "55.00", SKU: "M-1", "Item #": "1" },
        ...{ "Item Name": "Mug", Quantity: "2", "Item Cost": "15.00", "Coupon Code": "SPRING" },
      },
      { SKU: "T-1", "Item #": "2", "Item Name": "Tea", Quantity: "1", "Item Cost": "30.00" },
    ],
    lines: [
      ["M-1", "Mug", null, 2, 30],
      ["T-1", "Tea", null, 1, 30],
    ],
    traits: { country: "FI", coupon: "SPRING", payment: "Card", discount: "yes" },
  },
  {
    platform: "woocommerce-other",
    header:
      "order_number,order_date,paid_date,completed_date,status,order_currency,shipping_total,tax_total,discount_total,order_total,customer_email,payment_method,product_name,sku,quantity,item_total",
    rows: [
      {
        ...{ order_number: "8", order_date: "2026-03-04 14:05:09", status: "completed", order_currency: "EUR" },
        ...{ discount_total: "2.00", order_total: "48.00", customer_email: "a@example.com", payment_method: "bacs" },
        ...{ product_name: "Mug", sku: "M-1", quantity: "2", item_total: "38.00" },
      },
      {
        ...{ order_number: "8", order_date: "2026-03-04 14:05:09", customer_email: "a@example.com" },
        ...{ status: "completed", product_name: "Tea", sku: "T-1", quantity: "1", item_total: "10.00" },
      },
    ],
    lines: [
      ["M-1", "Mug", null, 2, 38],
      ["T-1", "Tea", null, 1, 10],
    ],
    traits: { payment: "bacs", discount: "yes" },
  },
  {
    platform: "wix",
    header:
      "Order number,Date created,Time,Fulfill by,Total order quantity,Contact email,Note from customer,Item,Variant,SKU,Qty,Quantity refunded,Price,Weight,Custom text,Delivery country,Billing name,Billing country,Payment status,Payment method,Coupon code,Gift card amount,Shipping rate,Total tax,Total,Currency,Refunded amount,Net amount,Additional fees,Fulfillment status",
    rows: [
      {
        ...{ "Order number": "20001", "Date created": "Mar 4, 2026", Time: "9:15:51 AM", "Total order quantity": "3" },
        ...{ "Contact email": "a@example.com", Item: "Mug", SKU: "M-1", Qty: "1", Price: "25.00", Variant: "blue" },
        ...{ "Billing country": "FI", "Payment status": "Paid", "Payment method": "Card", "Coupon code": "SPRING" },
        ...{ Total: "70.00", Currency: "EUR", "Refunded amount": "0.00", "Net amount": "70.00" },
      },
      {
        ...{ "Order number": "20001", "Date created": "Mar 4, 2026", Time: "9:15:51 AM", "Total order quantity": "3" },
        ...{ "Contact email": "a@example.com", Item: "Bowl", Qty: "2", Price: "20.00" },
        ...{ "Billing country": "FI", "Payment status": "Paid", "Payment method": "Card", "Coupon code": "SPRING" },
        ...{ Total: "70.00", Currency: "EUR", "Refunded amount": "0.00", "Net amount": "70.00" },
      },
    ],
    lines: [
      ["M-1", "Mug", null, 1, 25],
      ["Bowl", null, null, 2, 40],
    ],
    traits: { country: "FI", coupon: "SPRING", payment: "Card", discount: "yes" },
  },
  {
    platform: "square-items",
    header:
      "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix",
    rows: [
      {
        ...{ Date: "2026-03-04", Time: "13:03:14", "Time Zone": "Eastern Time (US & Canada)", Category: "Drinks" },
        ...{ Item: "Latte", Qty: "1.0", "Price Point Name": "Large", SKU: "L-1", "Gross Sales": "$5.00" },
        ...{ Discounts: "$0.00", "Net Sales": "$5.00", "Transaction ID": "TX1", "Payment ID": "PAY1" },
        ...{ "Event Type": "Payment", "Customer ID": "C1", GTIN: "0123", Channel: "Register", "Card Brand": "Visa" },
      },
      {
        ...{ Date: "2026-03-04", Time: "13:03:14", "Time Zone": "Eastern Time (US & Canada)", Category: "Beans" },
        ...{ Item: "Beans", Qty: "2.0", "Gross Sales": "$1,040.00", Discounts: "-$40.00", "Net Sales": "$1,000.00" },
        ...{ "Transaction ID": "TX1", "Payment ID": "PAY1", "Event Type": "Payment", "Customer ID": "C1" },
      },
    ],
    lines: [
      ["L-1", "Latte", "Drinks", 1, 5],
      ["Beans", null, "Beans", 2, 1000],
    ],
    traits: { channel: "Register", discount: "yes" },
  },
  {
    platform: "paypal",
    header:
      "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,Sales Tax,Option 1 Name,Option 1 Value,Option 2 Name,Option 2 Value,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance,Address Line 1,Town/City,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Country Code,Balance Impact",
    rows: [
      {
        ...{ Date: "14/03/2026", Time: "14:05:09", TimeZone: "CET", Type: "Express Checkout Payment" },
        ...{ Status: "Completed", Currency: "EUR", Gross: "25.00", Fee: "-1.00", Net: "24.00" },
        ...{ "From Email Address": "a@example.com", "To Email Address": "shop@example.com", "Transaction ID": "1AB" },
        ...{ "Item Title": "Mug", "Item ID": "M-1", Quantity: "2", "Country Code": "FI", Country: "Finland" },
        "Balance Impact": "Credit",
      },
    ],
    lines: [["M-1", "Mug", null, 2, 25]],
    traits: { country: "FI" },
  },
  {
    platform: "paypal in German",
    header:
      "Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Absender E-Mail-Adresse,Empfänger E-Mail-Adresse,Transaktionscode,Artikelbezeichnung,Artikelnummer,Zugehöriger Transaktionscode,Rechnungsnummer,Anzahl,Ländervorwahl,Auswirkung auf Guthaben",
    rows: [
      {
        ...{ Datum: "14.03.2026", Uhrzeit: "14:05:09", Zeitzone: "CET", Typ: "Website-Zahlung" },
        ...{ Status: "Abgeschlossen", Währung: "EUR", Brutto: "25,00", Gebühr: "-1,00", Netto: "24,00" },
        ...{ "Absender E-Mail-Adresse": "a@example.com", Transaktionscode: "1AB", Artikelbezeichnung: "Mug" },
        ...{ Artikelnummer: "M-1", Anzahl: "2", "Auswirkung auf Guthaben": "Haben" },
      },
    ],
    lines: [["M-1", "Mug", null, 2, 25]],
    traits: {},
  },
  {
    platform: "amazon-new-orders",
    header:
      "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\trecipient-name\tship-country\titem-promotion-discount\titem-promotion-id\tsales-channel",
    rows: [
      {
        ...{ "order-id": "303-0000001-0000001", "order-item-id": "77", "purchase-date": "2026-03-04T14:05:09+00:00" },
        ...{ "payments-date": "2026-03-04T14:05:09+00:00", "buyer-email": "a@example.com", sku: "M-1" },
        ...{ "product-name": "Mug", "quantity-purchased": "2", currency: "EUR", "item-price": "50.00" },
        ...{ "ship-country": "DE", "item-promotion-discount": "5.00", "item-promotion-id": "SPRING" },
        "sales-channel": "Amazon.de",
      },
    ],
    lines: [["M-1", "Mug", null, 2, 45]],
    traits: { country: "DE", channel: "Amazon.de", coupon: "SPRING", discount: "yes" },
  },
  {
    platform: "ebay",
    header:
      "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Country,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,eBay Collected Tax Included in Total,Payment Method,Sale Date,Paid On Date,Transaction ID,Variation Details",
    rows: [
      {
        ...{ "Sales Record Number": "119", "Order Number": "20-1", "Buyer Username": "aino_ex", Quantity: "3" },
        ...{ "Sold For": "$40.00", "Total Price": "$43.20", "Sale Date": "Mar-04-26", "Paid On Date": "Mar-04-26" },
        ...{ "Buyer Country": "US", "Payment Method": "PayPal" },
      },
      {
        ...{ "Sales Record Number": "119", "Order Number": "20-1", "Buyer Username": "aino_ex", Quantity: "1" },
        ...{ "Item Number": "300000000001", "Item Title": "Mug", "Sold For": "$25.00", "Sale Date": "Mar-04-26" },
        ...{ "Paid On Date": "Mar-04-26" },
      },
      {
        ...{ "Sales Record Number": "119", "Order Number": "20-1", "Buyer Username": "aino_ex", Quantity: "2" },
        ...{ "Item Number": "300000000002", "Item Title": "Bowl", "Sold For": "$7.50", "Sale Date": "Mar-04-26" },
        ...{ "Paid On Date": "Mar-04-26" },
      },
    ],
    lines: [
      ["300000000001", "Mug", null, 1, 25],
      ["300000000002", "Bowl", null, 2, 15],
    ],
    traits: { country: "US", payment: "PayPal" },
  },
  {
    platform: "etsy-items",
    header:
      "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU",
    rows: [
      {
        ...{ "Sale Date": "03/14/26", "Item Name": "Mug", Buyer: "Aino", Quantity: "2", Price: "10.00" },
        ...{ "Coupon Code": "SPRING", "Discount Amount": "2.00", "Item Total": "20.00", Currency: "USD" },
        ...{ "Transaction ID": "91", "Listing ID": "92", "Ship Country": "Finland", "Order ID": "3001" },
        ...{ "Order Type": "online", "Payment Type": "online_cc", SKU: "M-1" },
      },
    ],
    lines: [["M-1", "Mug", null, 2, 20]],
    traits: { country: "Finland", coupon: "SPRING", payment: "online_cc", discount: "yes" },
  },
  {
    platform: "uci-online-retail",
    header: "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    rows: [
      {
        ...{ InvoiceNo: "600001", StockCode: "10001A", Description: "RED MUG", Quantity: "6", UnitPrice: "2.55" },
        ...{ InvoiceDate: "3/14/2026 8:26", CustomerID: "20001", Country: "United Kingdom" },
      },
    ],
    lines: [["10001A", "RED MUG", null, 6, 15.3]],
    traits: { country: "United Kingdom" },
  },
  {
    platform: "uci-online-retail-2",
    header: "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
    rows: [
      {
        ...{ Invoice: "600001", StockCode: "10001A", Description: "RED MUG", Quantity: "6", Price: "2.55" },
        ...{ InvoiceDate: "3/14/2026 8:26", "Customer ID": "20001", Country: "United Kingdom" },
      },
    ],
    lines: [["10001A", "RED MUG", null, 6, 15.3]],
    traits: { country: "United Kingdom" },
  },
  {
    platform: "superstore",
    header:
      "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit",
    rows: [
      {
        ...{ "Row ID": "1", "Order ID": "CA-1", "Order Date": "11/18/2016", "Ship Date": "11/21/2016" },
        ...{ "Ship Mode": "Second Class", "Customer ID": "CG-1", Segment: "Consumer", Country: "United States" },
        ...{ "Product ID": "FUR-1", Category: "Furniture", "Sub-Category": "Chairs", "Product Name": "Chair" },
        ...{ Sales: "261.96", Quantity: "2", Discount: "0.2", Profit: "41.91" },
      },
    ],
    lines: [["FUR-1", "Chair", "Furniture", 2, 261.96]],
    traits: { country: "United States", discount: "yes" },
  },
];

/** Exports of one row per order: no lines, and what they say of the order. */
const ORDERS_ONLY: readonly Omit<Case, "lines">[] = [
  {
    platform: "magento",
    header:
      "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded",
    rows: [
      {
        ...{ ID: "000000123", "Purchase Point": "Main Website", "Purchase Date": "Mar 4, 2026 14:05:09 PM" },
        ...{ "Grand Total (Base)": "154.0000", "Grand Total (Purchased)": "154.0000", Status: "Complete" },
        ...{ "Customer Email": "a@example.com", "Payment Method": "checkmo" },
      },
    ],
    traits: { channel: "Main Website", payment: "checkmo" },
  },
  {
    platform: "woocommerce-analytics",
    header:
      "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution",
    rows: [
      {
        ...{ Date: "2026-03-04 14:05:09", "Order #": "9", "N. Revenue (formatted)": "€50.00", Status: "completed" },
        ...{ Customer: "Aino Example", "Customer type": "new", "Product(s)": "2× Mug", "Items sold": "2" },
        ...{ "Coupon(s)": "spring", "Net Sales": "50", Attribution: "Organic: Google" },
      },
    ],
    traits: { channel: "Organic: Google", coupon: "spring", discount: "yes" },
  },
  {
    platform: "bigcommerce",
    header:
      "Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Coupon Details,Order Total (inc tax),Order Total (ex tax),Payment Method,Total Quantity,Total Shipped,Order Currency Code,Billing Country,Product Details",
    rows: [
      {
        ...{ "Order ID": "701", "Customer ID": "31", "Customer Email": "a@example.com", "Order Date": "13/02/2026" },
        ...{ "Order Status": "Shipped", "Order Total (inc tax)": "50.00", "Payment Method": "Card" },
        ...{ "Total Quantity": "2", "Order Currency Code": "EUR", "Coupon Details": "SPRING" },
        "Product Details": "Product ID: 7; Product Qty: 2; Product SKU: M-1",
      },
    ],
    traits: { coupon: "SPRING", payment: "Card", discount: "yes" },
  },
  {
    platform: "etsy-orders",
    header:
      "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Ship City,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,SKU",
    rows: [
      {
        ...{ "Sale Date": "03/14/26", "Order ID": "3001", "Buyer User ID": "ainoex", "Number of Items": "2" },
        ...{ "Payment Method": "Card", "Ship Country": "Finland", Currency: "USD", "Order Value": "50.00" },
        ...{ "Coupon Code": "SPRING", "Discount Amount": "5.00", Shipping: "4.00", "Order Net": "42.80", SKU: "A;B" },
      },
    ],
    traits: { country: "Finland", coupon: "SPRING", payment: "Card", discount: "yes" },
  },
  {
    platform: "square-transactions",
    header:
      "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Transaction ID,Payment ID,Card Brand,Event Type,Location,Customer ID,Customer Name",
    rows: [
      {
        ...{ Date: "2026-03-04", Time: "13:03:14", "Time Zone": "Eastern Time (US & Canada)", "Net Sales": "$5.00" },
        ...{ "Gross Sales": "$6.00", Discounts: "-$1.00", "Total Collected": "$5.00", Source: "Point of Sale" },
        ...{ "Transaction ID": "TX1", "Payment ID": "PAY1", "Event Type": "Payment", "Customer ID": "C1" },
      },
    ],
    traits: { channel: "Point of Sale", discount: "yes" },
  },
];

describe("a platform's export", () => {
  it.each(CASES.map((one) => [one.platform, one] as const))("of lines: %s", async (_, { lines, ...one }) => {
    expect(await linesAndTraits(one)).toEqual({ lines, traits: one.traits });
  });

  it.each(ORDERS_ONLY.map((one) => [one.platform, one] as const))("of orders: %s", async (_, one) => {
    expect(await linesAndTraits(one)).toEqual({ lines: null, traits: one.traits });
  });
});

/** The lines, and what is known of the one order, without its hour. */
async function linesAndTraits({ platform, header, rows }: Omit<Case, "lines">): Promise<unknown> {
  const separator = header.includes("\t") ? "\t" : ",";
  const names = header.split(separator);
  for (const name of rows.flatMap(Object.keys)) if (!names.includes(name)) throw new Error(`no column ${name}`);
  const quoted = (cell: string): string => (separator === "," && cell.includes(",") ? `"${cell}"` : cell);
  const text = rows.map((row) => names.map((name) => quoted(row[name] ?? "")).join(separator));
  const { orders, understanding } = await readFiles({ "orders.csv": [header, ...text] }, { lines: true });
  expect(understanding.files[0]?.layout.preset?.name).toBe(platform.split(/[ ,]/)[0]);
  const { lines, traits = [] } = orders;
  return {
    lines:
      lines == null
        ? null
        : Array.from({ length: lines.length }, (_, line) => {
            const { code = null, name = null, category = null } = lines.products[lines.product[line] as number] ?? {};
            const amount = lines.amount[line] as number;
            const quantity = lines.quantities[lines.quantity[line] as number] ?? null;
            return [code, name, category, quantity, Number.isNaN(amount) ? null : amount / 10_000];
          }),
    traits: Object.fromEntries(
      traits.flatMap(({ trait, values, codes }) => (trait === "hour" ? [] : [[trait, values[codes[0] as number]]])),
    ),
  };
}
