import { InputError, MissingColumnError } from "../errors.ts";

/** So many questions are shown; the others are of a kind with them. */
const MOST_SHOWN = 10;

/** So many files are named that may be left out. */
const MOST_NAMED = 3;

function withHint(error: InputError, added: string): InputError {
  const hint = error.hint === undefined ? added.replace(/^or /, "") : `${error.hint}; ${added}`;
  if (!(error instanceof MissingColumnError)) return new InputError(error.message, { hint });
  const { message, column, found } = error;
  return new MissingColumnError(message, { column, found, hint });
}

/** Several questions in one message; each stays an error of its own. */
export class SeveralQuestions extends InputError {
  readonly parts: readonly InputError[];

  constructor(parts: readonly InputError[]) {
    const lines = parts.slice(0, MOST_SHOWN).map(({ message }) => `\n  - ${message.replaceAll("\n", "\n  ")}`);
    const more = parts.length > MOST_SHOWN ? `\n  - … ${parts.length - MOST_SHOWN} more` : "";
    const hints = new Set(parts.flatMap(({ hint }) => hint?.split("; ") ?? []));
    super(`${parts.length} things stop the reading:${lines.join("")}${more}`, { hint: [...hints].join("; ") });
    this.parts = parts;
  }

  /** The same with other words for some of them. */
  map(told: (part: InputError) => InputError): SeveralQuestions {
    return new SeveralQuestions(this.parts.map(told));
  }
}

/**
 * Collects what stops a run, so that all of it is told at once: one question by itself stays as it is, several are listed.
 * Files that differ in nothing but their names ask the same, and are told once.
 */
export class OpenQuestions {
  private readonly fileNames: readonly string[];
  private readonly found: { error: InputError; readonly asked: string; readonly files: string[] }[] = [];

  /** @param fileNames names of files that messages may have, beside those that are given with each question */
  constructor(fileNames: readonly string[] = []) {
    this.fileNames = fileNames.toSorted((a, b) => b.length - a.length);
  }

  /** What some work comes to; `undefined` where it asks something. Other failures stop the run at once. */
  attempt<T>(fileName: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.add(fileName, error);
      return undefined;
    }
  }

  /** What some reading comes to; as {@link attempt}. */
  async attemptReading<T>(fileName: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.add(fileName, error);
      return undefined;
    }
  }

  /** Whether some question has these words already. */
  hasAsked(words: string): boolean {
    return this.found.some(({ error }) => error.message.includes(words));
  }

  private add(fileName: string, error: unknown): void {
    if (!(error instanceof InputError)) throw error;
    this.ask(fileName, error);
  }

  /** Adds a question about a file, or several. */
  ask(fileName: string, error: InputError): void {
    if (error instanceof SeveralQuestions) {
      for (const part of error.parts) this.ask(fileName, part);
      return;
    }
    const named = [fileName, ...this.fileNames].reduce((text, name) => text.replaceAll(name, ""), error.message);
    const asked = named.replace(/\(line \d+\)/g, "");
    const known = this.found.find((one) => one.asked === asked);
    if (known === undefined) this.found.push({ error, asked, files: [fileName] });
    else known.files.push(fileName);
  }

  /** Adds to each question that its files may be left out, which others that are clear do without. */
  offerToLeaveOut(): void {
    for (const one of this.found) {
      const named = one.files.filter((name) => name !== "").slice(0, MOST_NAMED);
      if (named.length > 0) one.error = withHint(one.error, `or leave ${named.join(", ")} out`);
    }
  }

  /** All that was asked as one error, one question as it stands; `null` where nothing was. */
  asOne(): InputError | null {
    const [first, ...others] = this.found.map(({ error }) => error);
    if (first === undefined) return null;
    return others.length === 0 ? first : new SeveralQuestions([first, ...others]);
  }

  /** @throws InputError where anything was asked */
  refuse(): void {
    const error = this.asOne();
    if (error !== null) throw error;
  }
}

/** An error whose columns that no file has are told in other words, be it one of several or alone. */
export function toldInParts(error: unknown, told: (missing: MissingColumnError) => InputError): unknown {
  const one = (part: InputError): InputError => (part instanceof MissingColumnError ? told(part) : part);
  if (error instanceof SeveralQuestions) return error.map(one);
  return error instanceof InputError ? one(error) : error;
}
