import { ELEMENTS, type ElementRule, TYPES } from "./schema.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Where an element, or one below it, is not as the schemas want it: unknown, out of order, without a value, of another type. */
export function elementProblems(element: XmlElement, parent = ""): readonly string[] {
  const { name, children } = element;
  const rule = ELEMENTS[`${parent}>${name}`] ?? ELEMENTS[name];
  if (rule === undefined) return [`<${name}> is not known`];
  return [
    ...orderProblems(element, rule),
    ...attributeProblems(element, rule),
    ...textProblems(element, rule),
    ...children.flatMap((child) => elementProblems(child, name)),
  ];
}

const patterns = new Map<string, RegExp>();

/** The order of children as a pattern of their names, each with a blank behind. */
function patternOf(children: string): RegExp {
  const known = patterns.get(children);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^${children.replace(/[\w:]+/g, "(?:$& )").replace(/\s(?!\))/g, "")}$`);
  patterns.set(children, pattern);
  return pattern;
}

function orderProblems({ name, children }: XmlElement, rule: ElementRule): readonly string[] {
  const names = children.map((child) => `${child.name} `).join("");
  return patternOf(rule.children).test(names)
    ? []
    : [`<${name}> has not its children in order: ${names.slice(0, 200)}`];
}

interface AttributeRule {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

function attributeRules({ attributes }: ElementRule): readonly AttributeRule[] {
  const words = attributes.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => {
    const end = word.lastIndexOf(":");
    const type = word.slice(end + 1);
    return { name: word.slice(0, end), type: type.replace("!", ""), isRequired: type.endsWith("!") };
  });
}

function attributeProblems({ name, attributes }: XmlElement, rule: ElementRule): readonly string[] {
  const rules = attributeRules(rule);
  const missing = rules.filter((one) => one.isRequired && attributes[one.name] === undefined);
  const wrong = Object.entries(attributes).flatMap(([attribute, value]) => {
    const type = rules.find((one) => one.name === attribute)?.type;
    if (type === undefined) return [`<${name}> has no attribute ${attribute}`];
    return isOfType(value, type) ? [] : [`<${name} ${attribute}="${value}"> is not ${type}`];
  });
  return [...missing.map((one) => `<${name}> is without ${one.name}`), ...wrong];
}

function isOfType(value: string, type: string): boolean {
  return TYPES[type]?.test(value) ?? type.split("|").includes(value);
}

function textProblems({ name, text }: XmlElement, rule: ElementRule): readonly string[] {
  if (rule.text === undefined) return text.trim() === "" ? [] : [`<${name}> has the text ${text.slice(0, 40)}`];
  return isOfType(text, rule.text) ? [] : [`<${name}>${text.slice(0, 40)}</${name}> is not ${rule.text}`];
}
