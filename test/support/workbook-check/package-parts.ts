import { childrenOf, type XmlElement } from "./xml-tree.ts";

/** The files inside a workbook, by their paths. */
export type Parts = ReadonlyMap<string, XmlElement>;

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly kind: string;
  /** The path of what it names. */
  readonly path: string;
}

/** What a part names, empty where it has no relationships; the package itself is "". */
export function relationsOf(parts: Parts, path: string): readonly Relation[] {
  const slash = path.lastIndexOf("/") + 1;
  const root = parts.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  return childrenOf(root, "Relationship").map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    kind: attributes["Type"]?.split("/").at(-1) ?? "",
    path: new URL(attributes["Target"] ?? "", `file:///${path}`).pathname.slice(1),
  }));
}

/** The part that a relationship of this kind and number leads to. */
export function related(parts: Parts, path: string, { id, kind }: Pick<Relation, "id" | "kind">): string | null {
  return relationsOf(parts, path).find((one) => one.id === id && one.kind === kind)?.path ?? null;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a relationship of a kind leads to: the root of the part, and the type of its content. */
const KINDS: Readonly<Record<string, readonly [root: string, type: string]>> = {
  officeDocument: ["workbook", `${OFFICE}.spreadsheetml.sheet.main+xml`],
  worksheet: ["worksheet", `${OFFICE}.spreadsheetml.worksheet+xml`],
  styles: ["styleSheet", `${OFFICE}.spreadsheetml.styles+xml`],
  table: ["table", `${OFFICE}.spreadsheetml.table+xml`],
  drawing: ["xdr:wsDr", `${OFFICE}.drawing+xml`],
  chart: ["c:chartSpace", `${OFFICE}.drawingml.chart+xml`],
};

/** The namespaces that prefixes stand for, those without one by the root. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "xmlns:r": RELATIONSHIPS,
  "xmlns:a": `${DRAWING}/main`,
  "xmlns:c": `${DRAWING}/chart`,
  "xmlns:xdr": `${DRAWING}/spreadsheetDrawing`,
};
const DEFAULT_NAMESPACES: Readonly<Record<string, string>> = {
  Types: `${PACKAGE}/content-types`,
  Relationships: `${PACKAGE}/relationships`,
  ...Object.fromEntries(["workbook", "worksheet", "styleSheet", "table"].map((root) => [root, MAIN])),
};

/** Parts without a type, that nothing names, of another kind than their relationship says; relationships that lead nowhere. */
export function packageProblems(parts: Parts): readonly string[] {
  const own = [...parts].filter(([path]) => path !== "[Content_Types].xml");
  const named = ["", ...parts.keys()].flatMap((path) =>
    relationsOf(parts, path).map((relation) => ({ path, relation })),
  );
  const reached = new Set(named.map(({ relation }) => relation.path));
  return [
    ...contentTypeProblems(parts),
    ...named.flatMap(({ path, relation }) => relationProblems(parts, path, relation)),
    ...["", ...parts.keys()].flatMap((path) =>
      repeated(relationsOf(parts, path).map(({ id }) => id)).map((id) => `${path} has two relationships ${id}`),
    ),
    ...own.flatMap(([path]) => (path.endsWith(".rels") || reached.has(path) ? [] : [`nothing names ${path}`])),
    ...[...parts].flatMap(([path, root]) => [...namespaceProblems(root, new Set())].map((one) => `${path}: ${one}`)),
  ];
}

function contentTypeProblems(parts: Parts): readonly string[] {
  const types = parts.get("[Content_Types].xml");
  const defaults = childrenOf(types, "Default").map(({ attributes }) => attributes["Extension"] ?? "");
  const overrides = childrenOf(types, "Override").map(({ attributes }) => attributes["PartName"] ?? "");
  return [
    ...repeated([...defaults, ...overrides]).map((name) => `${name} has two content types`),
    ...overrides.flatMap((name) => (parts.has(name.slice(1)) ? [] : [`a content type of ${name}, which is not there`])),
    ...[...parts.keys()].flatMap((path) =>
      defaults.includes(path.split(".").at(-1) ?? "") ? [] : [`${path} has no content type`],
    ),
  ];
}

function relationProblems(parts: Parts, from: string, { kind, path }: Relation): readonly string[] {
  const [root, type] = KINDS[kind] ?? [];
  const target = parts.get(path);
  if (target === undefined) return [`${from} names ${path}, which is not there`];
  const override = childrenOf(parts.get("[Content_Types].xml"), "Override").find(
    ({ attributes }) => attributes["PartName"] === `/${path}`,
  );
  return [
    ...(target.name === root ? [] : [`${path} is <${target.name}>, not ${kind}`]),
    ...(override?.attributes["ContentType"] === type ? [] : [`${path} has not the content type of ${kind}`]),
  ];
}

/** Values that are there more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}

/** Prefixes that nothing declares, and declarations that are not the known ones. */
function* namespaceProblems(element: XmlElement, above: ReadonlySet<string>): Generator<string> {
  const { name, attributes, children } = element;
  const declared = new Set([...above, ...Object.keys(attributes).filter((one) => one.startsWith("xmlns"))]);
  for (const one of declared) {
    const expected = one === "xmlns" ? (DEFAULT_NAMESPACES[name] ?? attributes[one]) : NAMESPACES[one];
    if (attributes[one] !== undefined && attributes[one] !== expected) yield `${one} is ${attributes[one]}`;
  }
  for (const used of [name, ...Object.keys(attributes)].filter((one) => /^(?!xml)[^:]*:/.test(one))) {
    if (!declared.has(`xmlns:${used.split(":")[0]}`)) yield `nothing declares the prefix of ${used}`;
  }
  for (const child of children) yield* namespaceProblems(child, declared);
}
