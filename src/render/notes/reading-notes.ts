import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { withoutSheet } from "../../basics/text/place.ts";
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import type { RejectedRow } from "../../orders/rows/row-table.ts";
import type { Understanding } from "../../orders/understanding.ts";
import { sheetText } from "../../typed/typed-table.ts";
import type { Language } from "../language/language.ts";
import { type Note, note, warning } from "./note.ts";
import { strayBytesOf } from "./stray-bytes-found.ts";

const LONGEST_VALUE = 40;

/** What the reading of the exports should tell. */
export function readingNotes(
  { understanding, rejects, rows }: { understanding: Understanding; rejects: readonly RejectedRow[]; rows: number },
  { words, hasMoney }: Language,
): readonly Note[] {
  const { reading } = words;
  const notes: Note[] = [];
  const [first] = rejects;
  if (first !== undefined) {
    const value = maskPersonal(first.value.slice(0, LONGEST_VALUE));
    const where = { file: first.file, line: first.line, reason: words.ledger.names[first.reason], value };
    notes.push(warning(reading.rejects(rejects.length, rows, where)));
  }
  for (const { name, why, as } of understanding.passedOver) {
    if (why === "same bytes") notes.push(note(reading.sameBytes(name, as ?? null)));
    else if (why === "own output") notes.push(note(reading.ownOutput(name)));
    else if (why === "no export name") notes.push(note(reading.notText(name)));
  }
  const unneeded = understanding.passedOver.filter(({ why }) => why === "not needed");
  if (unneeded.length > 0) notes.push(note(reading.notNeeded(unneeded.map(({ name }) => withoutSheet(name)))));
  notes.push(
    ...tableNotes(understanding, words),
    ...typedNotes(understanding, words),
    ...pageNotes(understanding, words),
  );
  const ofCustomers = understanding.files.find(({ layout }) => layout.columns.summary !== null);
  if (ofCustomers !== undefined) notes.push(note(reading.ofCustomers(ofCustomers.name)));
  notes.push(
    ...moneyNotes(understanding, words, hasMoney),
    ...unitNotes(understanding, words),
    ...discountNotes(understanding, words),
  );
  if (!understanding.hasStatus) notes.push(note(reading.noStatus));
  const blank = understanding.statuses.find((status) => status.status === "");
  if (understanding.hasStatus && blank !== undefined) notes.push(note(reading.blankStatus(blank.rows)));
  notes.push(...statusNotes(understanding, words));
  const { withoutOrderId } = understanding;
  if (withoutOrderId !== null) {
    const isRisk = withoutOrderId.sharing > 0;
    notes.push((isRisk ? warning : note)(reading.noOrderId(withoutOrderId)));
  }
  notes.push(...platformNotes(understanding, words), ...keyNotes(understanding, words));
  const { splitLines } = understanding;
  if (splitLines !== null) notes.push(warning(reading.splitLines(splitLines)));
  if (understanding.pointZeroIds) notes.push(note(reading.pointZero));
  const { blankMargins } = understanding;
  if (blankMargins !== null) notes.push(warning(reading.blankMargins(blankMargins)));
  const { partlyRefunded } = understanding;
  if (partlyRefunded !== null && hasMoney) notes.push(warning(reading.partlyRefunded(partlyRefunded)));
  const { refundedTooMuch } = understanding;
  if (refundedTooMuch !== null) notes.push(warning(reading.refundedTooMuch(refundedTooMuch)));
  if (understanding.roundedRows > 0) notes.push(note(reading.rounded(understanding.roundedRows)));
  return notes;
}

/** That nothing is known of money, and what amounts are good for all the same. */
function moneyNotes({ files }: Understanding, { withoutMoney }: Language["words"], hasMoney: boolean): readonly Note[] {
  if (hasMoney) return [];
  const isRead = files.some(({ layout }) => layout.columns.amount.kind !== "uncounted");
  return [note(isRead ? withoutMoney.only.presetNote : withoutMoney.only.note)];
}

/** Which amounts were read as cents because their names say so. */
function unitNotes({ files }: Understanding, { reading }: Language["words"]): readonly Note[] {
  const names = files.flatMap(({ formats: { unitNamedBy } }) => (unitNamedBy === null ? [] : [unitNamedBy]));
  return [...new Set(names)].map((name) => note(reading.inCents(name)));
}

/** Which discounts are not taken off amounts that are quantity × price: the price may be before or after them. */
function discountNotes({ files }: Understanding, { reading }: Language["words"]): readonly Note[] {
  const texts = files.flatMap(({ layout: { header, columns, preset }, lines }) => {
    const discount = lines.find(({ role }) => role === "discount");
    if (discount === undefined || columns.amount.kind !== "product" || preset !== null) return [];
    const { quantity, price } = columns.amount;
    return [reading.discountStays(optionNameOf(header, quantity), optionNameOf(header, price), discount.column)];
  });
  return [...new Set(texts)].map(note);
}

/** What an option about statuses did not reach. */
function statusNotes({ statusGaps }: Understanding, { reading }: Language["words"]): readonly Note[] {
  if (statusGaps === null) return [];
  const { files, words } = statusGaps;
  return [
    ...(files.length === 0 ? [] : [note(reading.noStatusIn(files[0] ?? "", files.length))]),
    ...words.map((unmet) => note(reading.unmetStatuses(unmet.flag, unmet.words.join(", "), unmet.words.length))),
  ];
}

/** Which tables were joined to the orders, and which amounts are not counted. */
function tableNotes({ joined }: Understanding, { reading }: Language["words"]): readonly Note[] {
  if (joined === null) return [];
  const tables = joined.tables.map(({ files, key }) => reading.joinedTable(files.join(", "), key)).join(", ");
  const uncounted = joined.tables.filter(({ role }) => role === "lines");
  const known = joined.tables.flatMap(({ role, files, agreement, sameAs }) =>
    role !== "refunds" || agreement === null
      ? []
      : [note(reading.refundsElsewhere(files.join(", "), agreement, sameAs))],
  );
  return [
    ...(tables === "" ? [] : [note(reading.joinedTables(joined.orders.join(", "), tables))]),
    ...uncounted.map(({ files, agreement }) => note(reading.amountsElsewhere(files.join(", "), agreement))),
    ...known,
  ];
}

/** That the exports are pages of which the last ones are not there. */
function pageNotes({ files }: Understanding, { reading }: Language["words"]): readonly Note[] {
  const said = files.filter(({ layout: { table } }) => table?.hasMore !== undefined);
  const isWhole = said.some(({ layout: { table } }) => table?.hasMore === false);
  const last = said.at(-1);
  return last === undefined || isWhole ? [] : [warning(reading.morePages(last.name))];
}

/** What was not read of tables with types. */
function typedNotes({ files }: Understanding, { reading }: Language["words"]): readonly Note[] {
  return files.flatMap(({ name, layout: { table, preset } }) => {
    if (table === null) return [];
    const { kind, nested, otherSheets, lists, sheetsTogether } = table;
    const others = kind === "json" ? reading.otherLists : reading.otherSheets;
    return [
      ...(nested.length === 0 ? [] : [note(reading.nested(name, nested))]),
      ...(lists.length === 0 || preset !== null ? [] : [note(reading.passedLists(name, lists))]),
      ...(sheetsTogether.length === 0
        ? []
        : [note(reading.sheetsTogether(name.slice(0, name.length - sheetText(table).length), sheetsTogether))]),
      ...(otherSheets.length === 0 ? [] : [note(others(name, otherSheets))]),
    ];
  });
}

/** What is to be said about each platform that was met, once. */
function platformNotes({ files }: Understanding, { platforms }: Language["words"]): readonly Note[] {
  const texts = files.flatMap(({ layout: { preset } }) =>
    preset?.note === undefined ? [] : [`${preset.title}: ${platforms[preset.name] ?? preset.note}`],
  );
  return [...new Set(texts)].map(warning);
}

/** What is to be said about the customers' keys. */
function keyNotes(
  { files, destroyedIds, garbled, linked, sameNames, excluded, excludedLines }: Understanding,
  { reading }: Language["words"],
): readonly Note[] {
  const notes: Note[] = [];
  const isSaid = files.every(({ layout }) => !layout.isKeyedByName || layout.preset?.note !== undefined);
  if (sameNames !== null && !(isSaid && (sameNames.withDifferentAddresses ?? 0) === 0)) {
    const { names, withDifferentAddresses, column } = sameNames;
    notes.push(warning(reading.sameNames(names, withDifferentAddresses, column)));
  }
  if (destroyedIds !== null) notes.push(warning(reading.destroyedIds(destroyedIds)));
  const strays = strayBytesOf(files);
  if (strays !== null) notes.push(warning(reading.strays(strays)));
  if (garbled !== null) notes.push(warning(reading.garbled(garbled.file, garbled.line)));
  if (linked !== null && linked.groups > 0) {
    notes.push(note(reading.linked(linked.groups, linked.largeGroups, linked.largest)));
  }
  if (excluded !== null) notes.push((excluded.entriesMet === 0 ? warning : note)(reading.excluded(excluded)));
  if (excludedLines === 0) notes.push(warning(reading.noExcludedLine));
  return notes;
}
