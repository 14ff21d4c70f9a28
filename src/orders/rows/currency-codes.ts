import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { InputError } from "../../errors.ts";
import { mainAmount } from "../../exports/detect/columns/columns.ts";
import type { Layout } from "../../exports/detect/layout.ts";

/** No history has so many; a column with more holds something else, and its codes would not fit into the rows' column of them. */
export const MOST_CURRENCIES = 1000;

/** The codes of currencies, as rows carry them. */
export class CurrencyCodes {
  private readonly fileName: string;
  private readonly layout: Pick<Layout, "header" | "columns">;
  private readonly texts: TextCodes;

  constructor(fileName: string, layout: Pick<Layout, "header" | "columns">, texts: TextCodes) {
    this.fileName = fileName;
    this.layout = layout;
    this.texts = texts;
  }

  /** @throws InputError where there are more than any history has */
  code(currency: string): number {
    const code = this.texts.code(currency);
    if (code > MOST_CURRENCIES) throw this.tooMany();
    return code;
  }

  /** The error for a column that is none of currencies, most likely. */
  tooMany(): InputError {
    const { header, columns } = this.layout;
    const column = header[columns.currency ?? mainAmount(columns.amount) ?? -1]?.trim() ?? "";
    return new InputError(`${this.fileName}: column "${column}" has over ${MOST_CURRENCIES} different currencies`, {
      hint:
        columns.currency === null
          ? "name the column of the amount with --amount"
          : "name the column of currencies with --currency-column",
    });
  }
}
