import type { ByteSource } from "../../files/byte-source.ts";
import { otherKind } from "./workbook-parts.ts";
import { lockedWorkbook } from "./zip-archive.ts";

/** The stream in which a workbook stands that only a password opens. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");

/** @throws InputError always: it is a workbook with a password, or of Excel 97 to 2003 */
export async function refuseCompoundFile(source: ByteSource): Promise<never> {
  let before = Buffer.alloc(0);
  for await (const block of source.stored()) {
    const bytes = Buffer.concat([before, block]);
    if (bytes.includes(LOCKED)) throw lockedWorkbook(source.name);
    before = Buffer.from(bytes.subarray(-LOCKED.length));
  }
  throw otherKind(source.name, "an old spreadsheet workbook (.xls)");
}
