import { eachRecord } from "../../../csv/each-record.ts";
import type { ByteSource } from "../../../files/byte-source.ts";
import { planContacts } from "../contacts/contact-columns.ts";
import type { Layout } from "../layout.ts";

/** How far names tell the customers of the exports apart. */
export interface SameNames {
  /** The column, or columns, that hold the name. */
  readonly column: string;
  readonly names: number;
  /** Names that occur with different addresses; `null` where no file has an address, or countries alone. */
  readonly withDifferentAddresses: number | null;
}

interface NamedFile {
  readonly source: ByteSource;
  readonly layout: Layout;
}

/** The contact fields that tell people of one name apart, and next to which a country does, too. */
const TELLS_APART = new Set(["email", "phone", "city", "zip"]);
const ADDRESS = new Set([...TELLS_APART, "country"]);

/**
 * Counts the names in the files whose customers are known by name alone, and those that occur with different addresses
 * (postal code, city, e-mail address or telephone number, and the country beside them, as far as the files have them; a blank cell
 * differs from nothing). `null` without such a file.
 */
export async function countSameNames(all: readonly NamedFile[]): Promise<SameNames | null> {
  const files = all.filter(({ layout }) => layout.isKeyedByName);
  const [first] = files;
  if (first === undefined) return null;
  const { header, columns } = first.layout;
  const plan = planContacts(
    files.map(({ source, layout }) => ({ fileName: source.name, header: layout.header, preset: layout.preset })),
    {},
  );
  const slots = plan.slots.map(({ field }) => ADDRESS.has(field));
  const tally = new NameTally();
  for (const [index, file] of files.entries()) {
    await tallyFile(
      file,
      (plan.columns[index] ?? []).map((column, slot) => (slots[slot] === true ? column : null)),
      tally,
    );
  }
  return {
    column: (columns.customer[0] ?? []).map((column) => header[column]?.trim() ?? "").join(" + "),
    names: tally.names,
    withDifferentAddresses: plan.slots.some(({ field }) => TELLS_APART.has(field)) ? tally.differing : null,
  };
}

/** Takes in one file's names; the tolerant reader starts again where the scanner gives up, which counts nothing twice. */
async function tallyFile(
  { source, layout }: NamedFile,
  address: readonly (number | null)[],
  tally: NameTally,
): Promise<void> {
  const [key = []] = layout.columns.customer;
  const take = (text: (column: number) => string): void => {
    const name = key.map((column) => text(column).trim().toLowerCase()).join(" ");
    if (name.trim() !== "")
      tally.add(
        name,
        address.map((column) => (column === null ? "" : text(column).trim().toLowerCase())),
      );
  };
  const wanted = [...new Set([...key, ...address.filter((column) => column !== null)])];
  await eachRecord(source, { dialect: layout.dialect, columns: wanted }, () => {
    let toSkip = layout.recordsBeforeRows;
    return {
      take: ({ text }) => {
        toSkip -= 1;
        if (toSkip < 0) take(text);
        return true;
      },
    };
  });
}

/** Names with the address that each was first met with, and those that were met with another. */
class NameTally {
  private readonly addresses = new Map<string, string[]>();
  private readonly several = new Set<string>();

  get names(): number {
    return this.addresses.size;
  }

  get differing(): number {
    return this.several.size;
  }

  add(name: string, address: readonly string[]): void {
    const known = this.addresses.get(name);
    if (known === undefined) {
      this.addresses.set(name, [...address]);
      return;
    }
    for (const [index, cell] of address.entries()) {
      if (cell === "") continue;
      if ((known[index] ?? "") === "") known[index] = cell;
      else if (known[index] !== cell) this.several.add(name);
    }
  }
}
