import type { Sale } from "./sales.ts";

/** A column of a generated file: what its cells hold, by their kind; `null` and empty text are blank cells. */
export type Column = { readonly name: string } & (
  | { readonly kind: "text"; readonly of: (sale: Sale) => string }
  | { readonly kind: "whole"; readonly of: (sale: Sale) => number }
  | { readonly kind: "money"; readonly of: (sale: Sale) => number | null }
  | { readonly kind: "moment"; readonly where: (sale: Sale) => boolean }
);

export function text(name: string, of: (sale: Sale) => string): Column {
  return { name, kind: "text", of };
}

export function whole(name: string, of: (sale: Sale) => number): Column {
  return { name, kind: "whole", of };
}

/** Cents. */
export function money(name: string, of: (sale: Sale) => number | null): Column {
  return { name, kind: "money", of };
}

/** The sale's date and time, blank where `where` says no. */
export function moment(name: string, where: (sale: Sale) => boolean = () => true): Column {
  return { name, kind: "moment", where };
}
