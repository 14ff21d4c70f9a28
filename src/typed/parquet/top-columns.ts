import type { FileMetaData, SchemaElement } from "hyparquet";
import { type ColumnKind, kindOf } from "./column-kind.ts";

/** A column at the top of the schema. */
export interface TopColumn {
  readonly name: string;
  readonly element: SchemaElement;
  readonly isFlat: boolean;
  readonly kind: ColumnKind;
}

/** The columns of the schema below its root; one with parts of its own, or with many values in a row, is not flat. */
export function topColumns({ schema }: FileMetaData): readonly TopColumn[] {
  const columns: TopColumn[] = [];
  for (let at = 1; at < schema.length; ) {
    const element = schema[at] as SchemaElement;
    const isFlat = element.num_children === undefined && element.repetition_type !== "REPEATED";
    columns.push({ name: element.name, element, isFlat, kind: kindOf(element) });
    at = afterElement(schema, at);
  }
  return columns;
}

function afterElement(schema: readonly SchemaElement[], at: number): number {
  let open = 1;
  let next = at;
  for (; open > 0 && next < schema.length; next += 1) open += (schema[next]?.num_children ?? 0) - 1;
  return Math.max(next, at + 1);
}
