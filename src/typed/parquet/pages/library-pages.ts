import type { Page, Pages } from "./cells.ts";

/** A column that the library decoded, in the runs that it gives. */
export class LibraryPages implements Pages {
  private readonly pages: Page[] = [];

  add(page: Page): void {
    this.pages.push(page);
  }

  pageAt(record: number): Page {
    const found = this.pages.find(({ first, length }) => record >= first && record < first + length);
    return found ?? { first: record, length: 1, cells: { values: [] } };
  }
}
