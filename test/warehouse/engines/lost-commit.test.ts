/** What is said where PostgreSQL does not answer to COMMIT, by a stand-in for its driver. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { type ConnectedEngine, connect, InDoubtError } from "../../../src/warehouse/engines/connect.ts";
import { openPostgres } from "../../../src/warehouse/engines/postgres-engine.ts";

const SECRET = "s3cr3t-w0rd";

/** What becomes of a statement; what is not named is carried out. */
type Answers = Readonly<Record<string, () => Promise<void>>>;

/** The driver, with a server that gives these answers in transaction 7421. */
function driver(answers: Answers, asked: string[]): unknown {
  class Client {
    readonly processID = 1;
    async connect(): Promise<void> {}
    async query({ text }: { readonly text: string }): Promise<unknown> {
      asked.push(text);
      await answers[text.split("(", 1)[0] ?? ""]?.();
      return { rows: text.includes("txid_current()") ? [["7421"]] : [], fields: [] };
    }
    on(): void {}
    async end(): Promise<void> {}
  }
  return { default: { Client } };
}

async function connected(answers: Answers, { timeout, asked = [] }: { timeout?: number; asked?: string[] } = {}) {
  const url = `postgres://me:${SECRET}@db.example.com/shop`;
  return await connect({ url, writes: true, cwd: ".", env: {}, timeout }, (location) =>
    openPostgres(location, async () => driver(answers, asked)),
  );
}

const failed = (engine: ConnectedEngine, statement: string): Promise<unknown> =>
  engine.run(statement, "putting the tables in place").catch((error: unknown) => error);

const rejects = (message: string, fields: object = {}) => {
  return async (): Promise<void> => Promise.reject(Object.assign(new Error(message), fields));
};

describe("a COMMIT to which PostgreSQL does not answer", () => {
  it.each([
    ["the connection breaks", "Connection terminated unexpectedly", {}],
    ["the network resets it", "read ECONNRESET", { code: "ECONNRESET" }],
    ["nothing can be sent any more", "write EPIPE", { code: "EPIPE" }],
    ["the server shuts down", "terminating connection", { severity: "FATAL", code: "57P01" }],
    ["the server does not know", "completion unknown", { severity: "ERROR", code: "40003" }],
  ])("leaves in doubt whether the tables were replaced where %s, and says how to find out", async (_, said, fields) => {
    const asked: string[] = [];
    const engine = await connected({ COMMIT: rejects(`${said} for ${SECRET}`, fields) }, { asked });
    const error = await failed(engine, "COMMIT");
    expect(error).toBeInstanceOf(InDoubtError);
    expect(error).toMatchObject({
      kind: "input",
      message: `postgres://db.example.com/shop: putting the tables in place: ${said} for ***; it is not known whether the tables were replaced`,
      hint: 'ask the database: SELECT txid_status(7421) says "committed" if they were, and "aborted" if nothing was written; or run again, which makes all of them anew',
    });
    expect(asked.slice(-2)).toEqual(["SELECT CAST(txid_current() AS text)", "COMMIT"]);
  });

  it.each([
    ["the server refuses it", "COMMIT", "could not serialize access", { severity: "ERROR", code: "40001" }],
    ["the connection breaks before it", "ALTER TABLE", "Connection terminated unexpectedly", {}],
    ["the connection breaks while its number is asked for", "SELECT CAST", "Connection terminated unexpectedly", {}],
  ])("is not meant where %s: nothing was written", async (_, at, said, fields) => {
    const engine = await connected({ [at]: rejects(said, fields) });
    const error = await failed(engine, at === "ALTER TABLE" ? at : "COMMIT");
    expect(error).not.toBeInstanceOf(InDoubtError);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: expect.stringMatching(new RegExp(`${said}$`)) as string });
    expect((error as InputError).hint).toMatch(/^nothing was written;/);
  });
});

describe("a COMMIT that takes longer than it may", () => {
  /** A COMMIT that ends in this way when it is cancelled. */
  const untilCancelled = (end: () => Promise<void>): Answers => {
    const { promise, resolve } = withResolvers();
    return { COMMIT: () => promise.then(end), "SELECT pg_cancel_backend": async () => resolve() };
  };

  function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
    let resolve = (): void => {};
    const promise = new Promise<void>((settle) => {
      resolve = settle;
    });
    return { promise, resolve: () => resolve() };
  }

  it("counts where the server carried it out all the same", async () => {
    const engine = await connected(
      untilCancelled(async () => {}),
      { timeout: 0.02 },
    );
    await expect(engine.run("COMMIT", "putting the tables in place")).resolves.toBeUndefined();
  });

  it.each([
    ["was cancelled", { severity: "ERROR", code: "57014" }, false],
    ["lost its connection", {}, true],
  ])("is in doubt only where it got no answer: it %s", async (_, fields, isInDoubt) => {
    const engine = await connected(untilCancelled(rejects("ended", fields)), { timeout: 0.02 });
    const error = await failed(engine, "COMMIT");
    expect(error instanceof InDoubtError).toBe(isInDoubt);
    expect(String(error)).toContain("stopped after 0.02 seconds, as --timeout says");
    expect((error as InputError).hint?.startsWith("nothing was written")).toBe(!isInDoubt);
  });
});
