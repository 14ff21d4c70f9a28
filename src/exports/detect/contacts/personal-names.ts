import { once } from "../../../basics/once.ts";
import { COLUMN_NAMES } from "../names/column-names.ts";
import { keysOfKnown, nameKeys, normaliseName } from "../names/name-form.ts";
import { genericContact } from "./contact-names.ts";

/** Parts of names of columns that hold a street, a person, an address or a number to call. */
const PERSONAL_WORD =
  /(?:^| )(?:address(?: ?\d)?|street|strasse|str|adresse?|adress|osoite|katuosoite|gata|rue|calle|straat|direccion|adres|e ?mails?|mail|phone|telephone|mobile|puhelin|telefon|telefoon|telefono|surname|lastname|firstname)(?: |$)/;

/** A bare name: in a list of what customers have in common it is a person's. */
const BARE_NAMES = ["name", "nimi", "namn", "nom", "nombre", "naam"];

const knownKeys = once((): ReadonlySet<string> => {
  const { phone, name } = genericContact();
  const people = name.flatMap(({ first, last, full }) => [...first, ...last, ...full]);
  return new Set([COLUMN_NAMES.email, phone.flat(), people, BARE_NAMES].flat().flatMap(keysOfKnown));
});

/** Whether a column's name says that it holds people's names, e-mail addresses, telephone numbers or streets. */
export function isPersonalName(name: string): boolean {
  return nameKeys(name).some((key) => knownKeys().has(key)) || PERSONAL_WORD.test(normaliseName(name));
}
