/** Text that is HTML already. Only {@link html} makes it, so that no other text can get into a page unescaped. */
export class Markup {
  private readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** The one door: the literal parts of a template are this program's own, everything between them is escaped. */
  static fromTemplate(parts: readonly string[], values: readonly Insertable[]): Markup {
    let text = parts[0] ?? "";
    for (const [index, value] of values.entries()) text += insert(value) + (parts[index + 1] ?? "");
    return new Markup(text);
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand between the parts of a template; `null` is nothing, a list is its items one after another. */
export type Insertable = Markup | string | number | null | readonly Insertable[];

/**
 * HTML or SVG. Values are escaped unless they are markup, for element content and for attribute values in double quotes;
 * they must not stand anywhere else. The page has no scripts, and its only style sheet has no values from data.
 *
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  return Markup.fromTemplate(parts, values);
}

function insert(value: Insertable): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.toString();
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return value.map(insert).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Text that cannot end an element or an attribute. Characters that HTML does not allow become U+FFFD; a number and its
 * percent sign stay on one line.
 */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "")
    .replace(FORBIDDEN, "\u{FFFD}")
    .replace(/(?<=\d) %/g, "\u00A0%");
}

/** Control characters but for tab and line breaks, halves of a surrogate pair, and code points that are no characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
