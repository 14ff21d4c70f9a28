import type { Names, PresetTotal } from "../../platforms/preset.ts";
import { normaliseName } from "../names/name-form.ts";

/** Names of the columns that a total is often made of. */
const PARTS = {
  subtotal: [
    "subtotal",
    "sub total",
    "subtotal amount",
    "order subtotal",
    "välisumma",
    "delsumma",
    "zwischensumme",
    "sous total",
  ],
  shipping: [
    "shipping",
    "shipping cost",
    "shipping total",
    "shipping amount",
    "postage",
    "delivery",
    "toimituskulut",
    "frakt",
    "versand",
    "frais de port",
  ],
  tax: [
    "tax",
    "taxes",
    "tax total",
    "total tax",
    "tax amount",
    "vat",
    "sales tax",
    "alv",
    "vero",
    "moms",
    "mwst",
    "tva",
  ],
  discount: ["discount", "discount amount", "discount total", "total discount", "alennus", "rabatt", "remise"],
  net: ["net", "net amount", "netto", "net total"],
  fee: ["fee", "fees", "processing fee", "transaction fee"],
  quantity: ["quantity", "qty", "määrä", "kpl", "antal", "menge", "quantité"],
  price: ["unit price", "price", "item price", "yksikköhinta", "styckpris", "einzelpreis", "prix unitaire"],
} as const;

type Part = keyof typeof PARTS;

const SUMS: readonly { readonly plus: readonly Part[]; readonly minus?: readonly Part[] }[] = [
  { plus: ["subtotal", "shipping", "tax"], minus: ["discount"] },
  { plus: ["subtotal", "shipping", "tax"] },
  { plus: ["subtotal", "shipping"], minus: ["discount"] },
  { plus: ["subtotal", "shipping"] },
  { plus: ["subtotal", "tax"], minus: ["discount"] },
  { plus: ["subtotal", "tax"] },
  { plus: ["subtotal"], minus: ["discount"] },
  { plus: ["net", "tax"] },
  { plus: ["net", "fee"] },
  { plus: ["net"], minus: ["fee"] },
];

/** What the amount of an export of unknown make may be made of, by the names of its columns. */
export function totalFormulas(header: readonly string[]): readonly PresetTotal[] {
  const named = (part: Part): Names => {
    const known = new Set(PARTS[part].map(normaliseName));
    return header.filter((name) => known.has(normaliseName(name))).map((name) => name.trim());
  };
  const sums = SUMS.map(({ plus, minus = [] }) => ({ plus: plus.map(named), minus: minus.map(named) }));
  return [...sums, { quantity: named("quantity"), price: named("price") }];
}
