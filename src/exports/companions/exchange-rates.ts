import type { Decimal } from "../values/decimals.ts";

/** Units of the target currency per 1 unit of each currency, by code. */
export type ExchangeRates = ReadonlyMap<string, Decimal>;
