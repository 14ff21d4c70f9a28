import { InputError } from "../errors.ts";

/** So many questions are shown; the others are of a kind with them. */
const MOST_SHOWN = 10;

/**
 * Collects what stops a run, so that all of it is told at once: one question by itself stays as it is, several are listed.
 * Files that differ in nothing but their names ask the same, and are told once.
 */
export class OpenQuestions {
  private readonly found: { readonly error: InputError; readonly asked: string }[] = [];

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

  get isOpen(): boolean {
    return this.found.length > 0;
  }

  private add(fileName: string, error: unknown): void {
    if (!(error instanceof InputError)) throw error;
    this.ask(fileName, error);
  }

  /** Adds a question about a file. */
  ask(fileName: string, error: InputError): void {
    const asked = error.message.replaceAll(fileName, "").replace(/\(line \d+\)/g, "");
    if (!this.found.some((known) => known.asked === asked)) this.found.push({ error, asked });
  }

  /** @throws InputError where anything was asked */
  refuse(): void {
    const [first, ...others] = this.found.map(({ error }) => error);
    if (first === undefined) return;
    if (others.length === 0) throw first;
    const all = [first, ...others];
    const lines = all.slice(0, MOST_SHOWN).map(({ message }) => `\n  - ${message}`);
    const more = all.length > MOST_SHOWN ? `\n  - … ${all.length - MOST_SHOWN} more` : "";
    const hints = new Set(all.flatMap(({ hint }) => (hint === undefined ? [] : [hint])));
    throw new InputError(`${all.length} things stop the reading:${lines.join("")}${more}`, {
      hint: [...hints].join("; "),
    });
  }
}
