import { InputError } from "../../errors.ts";
import { elementsIn } from "./elements.ts";
import { type Shows, styleFormats } from "./number-formats.ts";
import { OWN_VIEW } from "./own-view.ts";
import { attribute, runsText, tagsNamed } from "./xml.ts";
import { damagedArchive, type ZipArchive } from "./zip-archive.ts";

/** A sheet of a workbook that has cells. */
export interface SheetPlace {
  readonly name: string;
  /** Its part of the archive. */
  readonly path: string;
  readonly isHidden: boolean;
}

/** What the parts of a workbook say beside its sheets. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPlace[];
  /** The year from which dates are counted. */
  readonly system: 1900 | 1904;
  readonly formats: readonly Shows[];
  /** Where the texts of its cells stand; `null` where they stand in the cells. */
  readonly strings: string | null;
  /** Whether this program wrote it. */
  readonly isOwn: boolean;
}

/** @throws InputError where the archive is no workbook, or a damaged one */
export async function workbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const roots = archive.has("_rels/.rels") ? await archive.text("_rels/.rels") : "";
  const path = targets(roots, "").find(({ type }) => type.endsWith("/officeDocument"))?.path;
  if (path === undefined || !archive.has(path)) throw noWorkbook(archive);
  if (path.endsWith(".bin")) throw otherKind(archive.name, "a binary workbook (.xlsb)");
  const xml = await archive.text(path);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const parts = targets(await archive.text(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
  const partOf = (kind: string): string | null => parts.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? null;
  const styles = partOf("styles");
  const sheets = tagsNamed(xml, "sheet").flatMap((tag): SheetPlace[] => {
    const part = parts.find(({ id }) => id === attribute(tag, "id"));
    if (part === undefined || !part.type.endsWith("/worksheet")) return [];
    const isHidden = (attribute(tag, "state") ?? "visible") !== "visible";
    return [{ name: attribute(tag, "name") ?? "", path: part.path, isHidden }];
  });
  if (sheets.length === 0) throw damagedArchive(archive.name, "it lists no sheets");
  const is1904 = /^(?:1|true)$/.test(attribute(tagsNamed(xml, "workbookPr")[0] ?? "", "date1904") ?? "");
  return {
    sheets,
    system: is1904 ? 1904 : 1900,
    formats: styles === null ? [] : styleFormats(await archive.text(styles)),
    strings: partOf("sharedStrings"),
    isOwn: xml.includes(OWN_VIEW),
  };
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** What a part points to, by paths from the root of the archive. */
function targets(xml: string, folder: string): readonly Target[] {
  return tagsNamed(xml, "Relationship").map((tag) => {
    const target = attribute(tag, "Target") ?? "";
    const full = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
    const steps: string[] = [];
    for (const step of full.split("/")) {
      if (step === "..") steps.pop();
      else if (step !== "." && step !== "") steps.push(step);
    }
    return { id: attribute(tag, "Id") ?? "", type: attribute(tag, "Type") ?? "", path: steps.join("/") };
  });
}

/** More text than this is no list of a workbook's words. */
const MOST_TEXT = 1_000_000_000;

/** The texts that cells of all sheets refer to by their number. */
export async function sharedStrings(archive: ZipArchive, path: string | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === null || !archive.has(path)) return strings;
  let length = 0;
  for await (const elements of elementsIn(archive.part(path), { parent: "sst", child: "si", name: archive.name })) {
    for (const element of elements) {
      const text = runsText(element);
      length += text.length;
      strings.push(text);
    }
    if (length > MOST_TEXT) throw damagedArchive(archive.name, "its texts are longer than a billion characters");
  }
  return strings;
}

function noWorkbook(archive: ZipArchive): InputError {
  if (archive.has("mimetype")) return otherKind(archive.name, "an OpenDocument spreadsheet (.ods)");
  if (archive.has("Index/Document.iwa") || archive.some(/\.iwa$/))
    return otherKind(archive.name, "a Numbers spreadsheet");
  if (archive.has("[Content_Types].xml")) return damagedArchive(archive.name, "it does not say where its sheets are");
  return new InputError(`${archive.name}: this is a zip archive, not an order export`, {
    hint: "unpack it, and name the exports in it",
  });
}

/** The error for a spreadsheet of another kind. */
export function otherKind(name: string, what: string): InputError {
  return new InputError(`${name}: this is ${what}, which is not read`, {
    hint: "open it in a spreadsheet and save it as .xlsx or CSV",
  });
}
