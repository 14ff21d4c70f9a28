import { InputError, MissingColumnError } from "../../../errors.ts";
import { columnsNamed, differingFrom, type HeaderSample } from "../header/header-sample.ts";
import { type FileHeader, listedNames, optionColumn, optionKey, optionNameOf } from "../header/named-columns.ts";
import type { Role } from "../names/column-names.ts";
import type { OpenColumns } from "./columns.ts";

/** Something about a file's columns that only the user can settle. */
export interface ColumnQuestion {
  /** What is not clear, with the columns that could be meant and what speaks for each. */
  readonly text: string;
  readonly hint: string;
  /** The role or name for which no column was found; left out where there are too many. */
  readonly missing?: string;
  /** Columns that the user may answer with, by the role that they would play. */
  readonly candidates?: Partial<OpenColumns>;
}

/** Collects what is not clear about one file's columns, so that all of it is asked at once. */
export class ColumnQuestions {
  private readonly file: FileHeader;
  private readonly questions: ColumnQuestion[] = [];

  constructor(file: FileHeader) {
    this.file = file;
  }

  get isOpen(): boolean {
    return this.questions.length > 0;
  }

  ask(question: ColumnQuestion): void {
    this.questions.push(question);
  }

  /** The columns that the user may answer with. */
  get open(): OpenColumns {
    const of = (role: keyof OpenColumns): readonly number[] => [
      ...new Set(this.questions.flatMap(({ candidates }) => candidates?.[role] ?? [])),
    ];
    return { amounts: of("amounts"), orders: of("orders") };
  }

  /** Whether all that is asked is an amount, and no column could be it. */
  get hasNoAmount(): boolean {
    return this.isOpen && this.questions.every(({ candidates }) => candidates?.amounts?.length === 0);
  }

  /** The column that an option names, where it is given; `undefined` where the file has no such column, which is asked about. */
  named(option: string | undefined, flag: string): number | null | undefined {
    if (option === undefined) return null;
    try {
      return optionColumn(this.file, option, flag);
    } catch (error) {
      if (!(error instanceof MissingColumnError)) throw error;
      this.ask({ text: `no column "${option}" for ${flag}`, hint: error.hint ?? "", missing: option });
      return undefined;
    }
  }

  /** The columns of a key that an option names; the same where there are none. */
  namedKey(option: string | undefined, flag: string): readonly number[] | null | undefined {
    if (option === undefined) return null;
    try {
      return optionKey(this.file, option, flag);
    } catch (error) {
      if (!(error instanceof MissingColumnError)) throw error;
      this.ask({ text: `no column "${error.column}" for ${flag}`, hint: error.hint ?? "", missing: error.column });
      return undefined;
    }
  }

  /** The column with the most telling name of a role; asks where two of them are as telling and differ. */
  columnFor(sample: HeaderSample, role: Role, flag: string): number | null {
    const [found, ...others] = columnsNamed(sample, role).filter(({ isDoubtful }) => !isDoubtful);
    if (found === undefined) return null;
    const same = others.filter(({ rank }) => rank === found.rank).map(({ column }) => column);
    const twins = differingFrom(sample, found.column, same);
    const [twin] = twins;
    if (twin !== undefined) {
      const candidates = candidatesFor(flag, [found.column, ...twins]);
      this.ask({ ...twinQuestion(sample.header, [found.column, twin], flag), ...candidates });
    }
    return found.column;
  }

  /** One error for all that was asked; a single question reads as a plain sentence. */
  error(): InputError {
    const { fileName, header } = this.file;
    const found = `found: ${listedNames(header)}`;
    const [first, ...others] = this.questions;
    const text =
      others.length === 0
        ? `${fileName}: ${first?.text ?? "the columns are not clear"} (${found})`
        : `${fileName}: ${this.questions.length} things are not clear about its columns (${found}):${this.questions.map((one) => `\n  - ${one.text}`).join("")}`;
    const hints = [...new Set(this.questions.map((question) => question.hint))];
    const hint = [...hints, ...(looksGarbled(header) ? [GARBLED_HINT] : [])].join("; ");
    const missing = this.questions.find((question) => question.missing !== undefined)?.missing;
    return missing === undefined
      ? new InputError(text, { hint })
      : new MissingColumnError(text, { column: missing, found: header, hint });
  }
}

/** The columns that an option may name, where it is one whose candidates are kept. */
function candidatesFor(flag: string, columns: readonly number[]): Pick<ColumnQuestion, "candidates"> {
  if (flag === "--amount") return { candidates: { amounts: columns } };
  return flag === "--order" ? { candidates: { orders: columns } } : {};
}

const GARBLED_HINT =
  "if the names look garbled, say how the file is encoded, such as --encoding shift_jis, --encoding gb18030 or --encoding windows-1251";

/** What Windows-1252 makes of bytes from 128 on. */
const UPPER_HALF = /[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘-‚“-„†-•…‰‹›€™]/g;

/** Whether two names at least have more accented Latin letters and signs than any language writes: another encoding, read as Windows-1252. */
function looksGarbled(header: readonly string[]): boolean {
  const isGarbled = (name: string): boolean => (name.match(UPPER_HALF) ?? []).length * 2 > name.trim().length;
  return header.filter(isGarbled).length >= 2;
}

function twinQuestion(
  header: readonly string[],
  [column, other]: readonly [number, number],
  flag: string,
): ColumnQuestion {
  const name = header[column]?.trim() ?? "";
  const [first, second] = [optionNameOf(header, column), optionNameOf(header, other)];
  return header[other]?.trim() === name
    ? {
        text: `two columns are named "${name}" and differ`,
        hint: `name the one that counts: ${flag} "${first === name ? `${name}#1` : first}" or ${flag} "${second}"`,
      }
    : {
        text: `"${first}" and "${second}" have the same meaning but differ`,
        hint: `name the one that counts with ${flag} NAME`,
      };
}
