/** What kind of failure an error is; only `main.ts` knows which exit code each kind has. */
export type ErrorKind = "usage" | "input" | "rejects" | "output" | "guard";

/** A failure that the user can act on: a message that says where and what, and a hint that says what to do. */
export class RfmError extends Error {
  readonly kind: ErrorKind;
  readonly hint: string | undefined;

  constructor(message: string, options: { kind: ErrorKind; hint?: string | undefined; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.kind = options.kind;
    this.hint = options.hint;
  }
}

/** Wrong options, or options that contradict each other. */
export class UsageError extends RfmError {
  constructor(message: string, hint?: string) {
    super(message, { kind: "usage", hint });
  }
}

/** Input that cannot be read or understood. */
export class InputError extends RfmError {
  constructor(message: string, options: { hint?: string | undefined; cause?: unknown } = {}) {
    super(message, { kind: "input", ...options });
  }
}

/** Nothing left to work on: no customer, no order, no period. */
export class EmptyInputError extends InputError {}

/** A column that was named or is needed is not in the header. */
export class MissingColumnError extends InputError {
  readonly column: string;
  readonly found: readonly string[];

  constructor(message: string, details: { column: string; found: readonly string[]; hint?: string }) {
    super(message, { hint: details.hint });
    this.column = details.column;
    this.found = details.found;
  }
}

/** More rows were unreadable than `--max-rejects` allows. */
export class TooManyRejectsError extends RfmError {
  constructor(message: string, hint?: string) {
    super(message, { kind: "rejects", hint });
  }
}

/** The result could not be written. */
export class OutputError extends RfmError {
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { kind: "output", ...options });
  }
}

/** A guard of a run found something that nobody should send out unseen. */
export class GuardError extends RfmError {
  constructor(message: string, hint?: string) {
    super(message, { kind: "guard", hint });
  }
}

/** A segment scheme that does not cover every cell, or that contradicts itself. */
export class SchemeError extends RfmError {
  readonly uncovered: readonly string[];
  readonly ambiguous: readonly string[];
  readonly unreachable: readonly string[];

  constructor(
    message: string,
    problems: { uncovered?: readonly string[]; ambiguous?: readonly string[]; unreachable?: readonly string[] } = {},
    hint?: string,
  ) {
    super(message, { kind: "usage", hint });
    this.uncovered = problems.uncovered ?? [];
    this.ambiguous = problems.ambiguous ?? [];
    this.unreachable = problems.unreachable ?? [];
  }
}
