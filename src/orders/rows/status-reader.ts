import { InputError } from "../../errors.ts";
import type { StatusRule } from "../../exports/detect/columns/columns.ts";
import type { Layout } from "../../exports/detect/layout.ts";
import { normaliseStatus } from "../../exports/values/statuses.ts";
import type { RowTexts } from "./row-table.ts";
import { statusKeyText } from "./status-key.ts";

/** More distinct statuses than any shop has. */
export const MOST_STATUSES = 1000;

/** Reads the statuses of one file's rows: the first rule of the platform that matches, or the status cell. */
export class StatusReader {
  private readonly fileName: string;
  private readonly layout: Layout;
  private readonly texts: Pick<RowTexts, "statuses">;
  private readonly platform: string;

  constructor(fileName: string, layout: Layout, texts: Pick<RowTexts, "statuses">) {
    this.fileName = fileName;
    this.layout = layout;
    this.texts = texts;
    this.platform = layout.preset?.name ?? "";
  }

  /** Code of the row's status in the table's dictionary; 0 where it is blank. */
  read(cells: readonly string[]): number {
    const { rules, status } = this.layout.columns;
    const words = status === null ? "" : (cells[status] ?? "").trim();
    const rule = rules.find((one) => matches(one, (cells[one.column] ?? "").trim()));
    const key =
      rule === undefined
        ? { platform: this.platform, means: null, words, weak: false }
        : { platform: this.platform, means: rule.means, words: rule.word, weak: rule.when === "blank" };
    const code = this.texts.statuses.code(statusKeyText(key));
    if (code > MOST_STATUSES) throw this.tooMany();
    return code;
  }

  /** The error for a column that is no status, most likely. */
  tooMany(): InputError {
    const name = this.layout.header[this.layout.columns.status ?? 0]?.trim() ?? "";
    return new InputError(
      `${this.fileName}: column "${name}" has over ${MOST_STATUSES} different values: it does not look like a status`,
      { hint: "name the status column with --status" },
    );
  }
}

function matches({ when }: StatusRule, cell: string): boolean {
  if (when === "filled") return cell !== "";
  if (when === "blank") return cell === "";
  if (cell === "") return false;
  const value = normaliseStatus(cell);
  return "is" in when ? when.is.includes(value) : !when.isNot.includes(value);
}
