/**
 * What amounts of one kind add up to, without their sign: a number with at most four decimals. An amount that is no plain
 * number, or has another sign than the others, is the answer instead, so that it cannot be read as one and is told.
 */
export function summedMoney(texts: readonly string[]): number | string {
  const parts = texts.map(tenThousandths);
  const odd = parts.findIndex((part) => Number.isNaN(part));
  if (odd >= 0) return texts[odd] ?? "";
  const isMixed = parts.some((part) => part > 0) && parts.some((part) => part < 0);
  return isMixed ? texts.join(" and ") : Math.abs(parts.reduce((a, b) => a + b, 0)) / 10_000;
}

/** Whole 1/10,000, rounded half away from zero. */
function tenThousandths(text: string): number {
  if (!/^-?\d{1,11}(?:\.\d{1,12})?$/.test(text)) return Number.NaN;
  const number = Number(text);
  return Math.sign(number) * Math.round(Math.abs(number) * 10_000);
}
