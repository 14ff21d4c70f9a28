import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { Product } from "./line-table.ts";

/** What one line says of its product; empty texts are blank cells. */
export interface NamedProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly day: number;
}

/** A text with the day of the line that said it. */
interface Dated {
  readonly text: string;
  readonly day: number;
}

/**
 * The products of all lines, numbered as they are met. The code identifies a product, its name where a line has no code;
 * shown are the name and the category of its newest line that has one (of one day, the last by code unit).
 */
export class ProductCatalogue {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];
  private readonly names: (Dated | null)[] = [];
  private readonly categories: (Dated | null)[] = [];

  /** The number of a line's product; −1 where it names none. */
  add({ code, name, category, day }: NamedProduct): number {
    const key = code === "" ? name : code;
    if (key === "") return -1;
    const product = this.numbers.get(key) ?? this.codes.push(key) - 1;
    this.numbers.set(key, product);
    this.names[product] = newer(this.names[product], code === "" ? "" : name, day);
    this.categories[product] = newer(this.categories[product], category, day);
    return product;
  }

  products(): readonly Product[] {
    return this.codes.map((code, product) => ({
      code,
      name: this.names[product]?.text ?? null,
      category: this.categories[product]?.text ?? null,
    }));
  }
}

function newer(known: Dated | null | undefined, text: string, day: number): Dated | null {
  if (text === "") return known ?? null;
  if (known == null) return { text, day };
  const isNewer = day > known.day || (day === known.day && compareCodeUnits(text, known.text) > 0);
  return isNewer ? { text, day } : known;
}
