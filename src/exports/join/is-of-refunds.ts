import { tableNames } from "../../basics/text/place.ts";
import { isOwnOrdersFile } from "../detect/header/own-orders.ts";
import { knownName } from "../detect/names/known-names.ts";
import { normaliseName } from "../detect/names/name-form.ts";
import { recognisePreset } from "../platforms/recognise.ts";
import { isKnownRefunds } from "./known-tables.ts";
import { namedKind } from "./table-names.ts";

/** What tells a table of refunds: the name of its file, and its header. */
export interface NamedTable {
  readonly fileName: string;
  readonly header: readonly string[];
}

/**
 * Whether each row of a table is a refund of an order: a platform's table of refunds, or one that says so by its first
 * column, by the only amount that it has, or by the name of its file or sheet. An export of orders that a platform is known
 * for is none, whatever its name.
 */
export function isOfRefunds({ fileName, header }: NamedTable): boolean {
  if (isKnownRefunds(header)) return true;
  if (isOwnOrdersFile(header) || recognisePreset(header) !== null) return false;
  return isRefundId(header[0] ?? "") || hasOnlyRefunded(header) || isNamedForRefunds(fileName);
}

function isRefundId(name: string): boolean {
  return /^(?:id )?(?:refund|return|credit ?memo|credit note|credit slip|order slip)(?: (?:id|no|number|key|uuid))?$/.test(
    normaliseName(name),
  );
}

const AMOUNTS: ReadonlySet<string> = new Set(["orderTotal", "lineTotal", "amount", "price"]);

/** Whether a column holds refunded money, and none an amount of another kind. */
function hasOnlyRefunded(header: readonly string[]): boolean {
  const roles = header.map((name) => knownName(name)?.role ?? "");
  return roles.includes("refunded") && !roles.some((role) => AMOUNTS.has(role));
}

const REFUNDS = words(
  "refund,refunds,return,returns,creditmemo,creditmemos,creditnote,creditnotes,orderslip,orderslips,hyvitys,hyvitykset,hyvityslasku," +
    "hyvityslaskut,palautus,palautukset,aterbetalning,aterbetalningar,retur,returer,kreditnota,kreditnotor,kreditfaktura,kreditfakturor," +
    "erstattung,erstattungen,ruckerstattung,ruckerstattungen,ruckzahlung,ruckzahlungen,gutschrift,gutschriften,storno,stornos,stornierung,stornierungen,retoure,retouren,stornorechnungen," +
    "remboursement,remboursements,avoir,avoirs,reembolso,reembolsos,devolucion,devoluciones,terugbetaling,terugbetalingen,retour,retours,creditnotas",
);
/** Words of a name that speak of orders with or without their refunds, or of why goods came back. */
const OTHERS = words(
  "with,without,incl,including,excl,excluding,net,and,no,not,after,before,minus,less,of,plus,reason,reasons,policy,policies,mit,ohne,und," +
    "inkl,exkl,ilman,ja,med,utan,och,avec,sans,et,con,sin,y,met,zonder,en",
);
/** Words around the name that say nothing. */
const AROUND = words("export,exports,dataset,table,data,list,report,all,csv,item,items,line,lines,detail,details");

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(","));
}

/** Whether the name of a file, or of its sheet or list, begins or ends with a word for refunds. */
export function isNamedForRefunds(fileName: string): boolean {
  const [inner = "", file = ""] = tableNames(fileName);
  return isNameOfRefunds(inner) || (namedKind(inner) === null && isNameOfRefunds(file));
}

function isNameOfRefunds(name: string): boolean {
  const all = normaliseName(name)
    .replace(/\b(credit|order) (memos?|notes?|slips?)\b/g, "$1$2")
    .replace(/\border(notes?|memos?)\b/g, "order $1")
    .replace(/\bcreditslip/g, "orderslip")
    .split(/[ -]/)
    .filter((word) => !/^\d*$/.test(word) && !AROUND.has(word));
  if (all.some((word) => OTHERS.has(word))) return false;
  return REFUNDS.has(all[0] ?? "") || REFUNDS.has(all.at(-1) ?? "");
}
