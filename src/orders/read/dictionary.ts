/** Gives each distinct text a number, 0, 1, 2 …, in the order of first appearance. */
export class Dictionary {
  private readonly codes = new Map<string, number>();
  readonly texts: string[] = [];

  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.codes.set(text, code);
    this.texts.push(text);
    return code;
  }
}
