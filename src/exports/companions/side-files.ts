/*
 * Companions: files beside the exports that options name. Lists of people to leave out or not to contact, and exchange rates.
 */
import { readNamedText } from "../../csv/named-text.ts";
import { type CellRecord, parseCells } from "../../csv/parse-cells.ts";
import { InputError } from "../../errors.ts";
import { type Decimal, parseDecimal } from "../values/decimals.ts";
import type { ExchangeRates } from "./exchange-rates.ts";

/** Reads the small files that options name, without blank lines; `name` is how messages call them. */
export async function readCellRecords(path: string, name: string): Promise<readonly CellRecord[]> {
  const text = await readNamedText(path, name);
  const delimiter = text.includes(";") && !text.includes(",") ? ";" : text.includes("\t") ? "\t" : ",";
  return parseCells(text, name, { delimiter, relax_quotes: true, trim: true });
}

/**
 * Reads exchange rates, `currency,rate`: units of the target currency per 1 unit. A header is passed by.
 *
 * @throws InputError with the line of the first that cannot be read
 */
export async function readRates(path: string, name: string): Promise<ExchangeRates> {
  const rates = new Map<string, Decimal>();
  for (const [index, { cells, line }] of (await readCellRecords(path, name)).entries()) {
    const [currency = "", text = ""] = cells;
    const rate = parseDecimal(text, ".");
    if (rate === null && index === 0) continue;
    if (rate === null || rate.mantissa <= 0n) {
      throw new InputError(`${name}: line ${line} has no rate ("${text.slice(0, 40)}")`, {
        hint: "write currency,rate with a decimal point, for example USD,0.92",
      });
    }
    rates.set(currency.toUpperCase(), rate);
  }
  if (rates.size > 0) return rates;
  throw new InputError(`${name}: the file has no rates`, { hint: "write currency,rate, one per line" });
}
