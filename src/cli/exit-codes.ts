import type { ErrorKind } from "../errors.ts";

/** What the process says about how a run ended. */
export const ExitCode = {
  success: 0,
  unexpected: 1,
  usage: 2,
  input: 3,
  rejects: 4,
  output: 5,
  guard: 6,
  interrupted: 130,
} as const satisfies Record<ErrorKind | "success" | "unexpected" | "interrupted", number>;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The exit codes in words, for help. */
export const EXIT_CODE_HELP = `
Exit codes:
  0 done   1 a bug   2 wrong usage or config   3 input that cannot be read, understood or scored
  4 too many unreadable rows   5 output that cannot be written   6 a guard of rfm run failed
  130 interrupted   143 terminated`;
