/** Numbers for distinct texts, 0, 1, 2 …, in the order of first appearance. */
export interface TextCodes {
  readonly length: number;
  readonly texts: readonly string[];
  /** The number of a text, a new one where it was not met before. */
  readonly code: (text: string) => number;
  /** The text of a number; empty where there is none. */
  readonly text: (code: number) => string;
}

/** Numbers for texts of which there are few, such as statuses. */
export class Dictionary implements TextCodes {
  private readonly codes = new Map<string, number>();
  readonly texts: string[] = [];

  /** @param first texts that have the first numbers, whether they are met or not */
  constructor(...first: readonly string[]) {
    for (const text of first) this.code(text);
  }

  get length(): number {
    return this.texts.length;
  }

  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.codes.set(text, code);
    this.texts.push(text);
    return code;
  }

  text(code: number): string {
    return this.texts[code] ?? "";
  }
}
