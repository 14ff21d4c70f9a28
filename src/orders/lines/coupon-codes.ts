import type { KeptValues } from "../order-table.ts";

const PACKED_CODE = /(?:^|[|;])\s*code:([^|;]+)/g;

/** The codes in a cell that packs coupons as `id:3|code:spring|amount:5.00`, joined by `;`; `null` for any other cell. */
function packedCodes(cell: string): string | null {
  const codes = Array.from(cell.matchAll(PACKED_CODE), ([, code = ""]) => code.trim());
  return codes.length === 0 ? null : codes.join(";");
}

/** A column of coupons with the codes alone, so that one coupon is one value whatever it took off each order. */
export function withCouponCodes(kept: KeptValues): KeptValues {
  if (kept.values.every((value) => packedCodes(value) === null)) return kept;
  const numbers = new Map<string, number>();
  const numberOf = kept.values.map((value) => {
    const code = packedCodes(value) ?? value;
    if (!numbers.has(code)) numbers.set(code, numbers.size);
    return numbers.get(code) as number;
  });
  return { ...kept, values: [...numbers.keys()], codes: kept.codes.map((code) => numberOf[code] ?? -1) };
}
