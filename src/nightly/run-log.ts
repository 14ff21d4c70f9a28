import { messageText, peopleCount, plural } from "../basics/text/words.ts";

/** How a run tells what it does. */
export type LogForm = "text" | "json";

/** Something that happened in a run. */
export type RunEvent =
  | { readonly event: "start"; readonly config: string; readonly folder: string }
  | {
      readonly event: "read";
      /** How many files; or the table of a database. */
      readonly files?: number;
      readonly table?: string;
      readonly rows: number;
      readonly used_rows: number;
      readonly rejected_rows: number;
      readonly customers: number;
      readonly as_of: string;
    }
  | { readonly event: "note" | "warning"; readonly output: string | null; readonly text: string }
  | { readonly event: "guard"; readonly guard: string; readonly passed: boolean; readonly text: string }
  | { readonly event: "output"; readonly file: string; readonly rows: number | null; readonly bytes: number }
  /** A table that was left in the database. */
  | { readonly event: "table"; readonly table: string; readonly customers: number }
  | { readonly event: "removed"; readonly folder: string }
  | { readonly event: "error"; readonly kind: string; readonly message: string; readonly hint: string | null }
  | {
      readonly event: "summary";
      readonly status: "done" | "nothing changed" | "dry run" | "checked" | "failed";
      readonly exit_code: number;
      readonly folder: string | null;
      readonly files: number;
      readonly text: string;
    };

export interface RunLogOptions {
  readonly form: LogForm;
  /** Only what needs attention: warnings, failed guards, errors. */
  readonly quiet: boolean;
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/** Writes the events of a run, one per line. */
export class RunLog {
  private readonly options: RunLogOptions;
  private readonly said = new Set<string>();

  constructor(options: RunLogOptions) {
    this.options = options;
  }

  /** Tells an event; a note that was told already, word for word, is not told again. */
  tell(told: RunEvent): void {
    const { form, quiet, write, now } = this.options;
    const event = shownEvent(told);
    if (quiet && !needsAttention(event)) return;
    if (event.event === "note" || event.event === "warning") {
      if (this.said.has(event.text)) return;
      this.said.add(event.text);
    }
    write(form === "json" ? `${JSON.stringify({ time: now().toISOString(), ...event })}\n` : `${textOf(event)}\n`);
  }
}

/** An event as people and logs may see it: its texts may have values from the exports in them. */
function shownEvent<Event extends RunEvent>(event: Event): Event {
  const shown = Object.entries(event).map(([key, value]) => [
    key,
    typeof value === "string" ? messageText(value) : value,
  ]);
  return Object.fromEntries(shown) as Event; // the same keys, and texts where texts were
}

function needsAttention(event: RunEvent): boolean {
  const isFailure = (event.event === "guard" && !event.passed) || (event.event === "summary" && event.exit_code !== 0);
  return isFailure || event.event === "warning" || event.event === "error";
}

function textOf(event: RunEvent): string {
  switch (event.event) {
    case "start":
      return `run: ${event.config}, into ${event.folder}`;
    case "read": {
      const rows = `${plural(event.rows, "row")} of ${event.table ?? plural(event.files ?? 0, "file")}`;
      return `read: ${rows}, ${peopleCount(event.used_rows)} used; ${plural(event.customers, "customer")} as of ${event.as_of}`;
    }
    case "guard":
      return `guard ${event.guard}: ${event.passed ? "passed" : "FAILED"}: ${event.text}`;
    case "output":
      return `output: ${event.file}, ${event.rows === null ? plural(event.bytes, "byte") : plural(event.rows, "row")}`;
    case "table":
      return `table: ${event.table}, ${plural(event.customers, "customer")}`;
    case "removed":
      return `removed: ${event.folder}`;
    case "error":
      return `rfm: ${event.message}${event.hint === null ? "" : `\nhint: ${event.hint}`}`;
    case "summary":
      return `${event.status}: ${event.text}`;
    default:
      return `${event.event}: ${event.output === null ? "" : `${event.output}: `}${event.text}`;
  }
}
