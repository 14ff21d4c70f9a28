/** A strict reader of XML, small on purpose: what it does not know no part of a workbook may have. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<\?xml [^?]*\?>)/gy;
const ATTRIBUTE = /([\w.:-]+)="([^"]*)"/g;
/** What XML 1.0 has no place for. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The root of a document.
 *
 * @throws Error where it is not well-formed
 */
export function xmlTree(xml: string): XmlElement {
  if (!xml.startsWith("<?xml ")) throw new Error("it does not begin with <?xml");
  const illegal = ILLEGAL.exec(xml);
  if (illegal !== null) throw new Error(`illegal character ${illegal[0].codePointAt(0)?.toString(16)}`);
  const top: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [top];
  let end = 0;
  for (const token of xml.matchAll(TOKEN)) {
    end = token.index + token[0].length;
    takeToken(token, open);
  }
  if (end !== xml.length) throw new Error(`not well-formed at: ${xml.slice(end, end + 40)}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [root, ...others] = top.children;
  if (root === undefined || others.length > 0 || top.text.trim() !== "") throw new Error("there is not one root");
  return root;
}

function takeToken(token: RegExpExecArray, open: OpenElement[]): void {
  const [, slash, name, attributes = "", empty, text] = token;
  const parent = open.at(-1) as OpenElement;
  if (text !== undefined) parent.text += decoded(text);
  if (name === undefined) return;
  if (slash === "/") {
    if (open.length === 1 || parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
    open.pop();
    return;
  }
  const element = { name, attributes: attributesOf(attributes, name), children: [], text: "" };
  parent.children.push(element);
  if (empty !== "/") open.push(element);
}

function attributesOf(text: string, element: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (found[name] !== undefined) throw new Error(`<${element}> has ${name} twice`);
    found[name] = decoded(value.replace(/[\t\n\r]/g, " ")); // as every reader of XML does
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (text.includes("]]>")) throw new Error("]]> stands in a text");
  return text.replace(/&([^;\s]{0,9};)?/g, (whole, name: string | undefined) => {
    const character = ENTITIES[name?.slice(0, -1) ?? ""];
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The only child of a name; the child of that one by the next name. */
export function descendant(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((parent, name) => childrenOf(parent, name)[0], element);
}

/** Every element of a name, at any depth. */
export function everyElement(element: XmlElement, name: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => everyElement(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** Text of a workbook: `_x0007_` stands for a character that XML has no place for. */
export function cellText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
