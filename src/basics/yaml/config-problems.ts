import { UsageError } from "../../errors.ts";
import { nearestNames } from "../text/nearest-names.ts";
import type { FileProblem } from "./yaml-nodes.ts";

const CONFIG_HINT = "see docs/nightly.md for what a config may hold; rfm init FILE… writes one";

/** Collects everything that is wrong with a config file, so that all of it is said at once. */
export class ConfigProblems {
  private readonly found: FileProblem[] = [];

  get count(): number {
    return this.found.length;
  }

  /** Notes a problem; one that was noted before, word for word, is not noted again. */
  add(line: number, text: string): void {
    if (!this.found.some((other) => other.text === text)) this.found.push({ line, text });
  }

  /** Notes a key that is not known, with those that may have been meant. */
  addUnknown(line: number, key: string, known: readonly string[]): void {
    const near = nearestNames(key, known);
    const meant = near.length === 0 ? `known: ${known.join(", ")}` : `did you mean ${near.join(" or ")}?`;
    this.add(line, `unknown key "${key}" (${meant})`);
  }

  /** Every problem by its line, in the words of an error. */
  told(file: string): { readonly message: string; readonly hint: string } {
    const listed = this.found.toSorted((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
    const message =
      listed.length === 1 ? `${file}: ${listed[0]}` : `${file}:${listed.map((one) => `\n  ${one}`).join("")}`;
    return { message, hint: CONFIG_HINT };
  }

  /** @throws UsageError with every problem by its line, where there are any */
  throwAny(file: string, hint = CONFIG_HINT): void {
    if (this.found.length > 0) throw new UsageError(this.told(file).message, hint);
  }
}
