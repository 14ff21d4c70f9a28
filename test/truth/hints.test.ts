/**
 * What the program advises is followed: each row provokes a hint and does what it says. That must succeed, with the figures
 * worked by hand, or lead to the next honest question.
 */
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

interface Advice {
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  readonly asked: string;
  readonly hint: string;
  /** What the hint says to write. */
  readonly followed: string;
  /** A part of the result, or of the next question where `leadsTo` is an exit code. */
  readonly answer: string;
  readonly leadsTo?: number;
}

const csv = (header: string, ...rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`;
const PLAIN = csv("order_id,customer_id,date,amount", "1,a,2024-01-05,10", "2,b,2024-02-15,20", "3,a,2024-03-20,5");

const ADVICE: readonly Advice[] = [
  {
    about: "a file without a header",
    files: { "a.csv": "1,a,2024-01-05,10.00\n2,b,2024-02-15,20.00\n" },
    asked: "score a.csv",
    hint: "--columns",
    followed: "score a.csv --columns order,customer,date,amount",
    answer: "b,2024-02-15,2024-02-15,0,1,20.00",
  },
  {
    about: "dates that read two ways",
    files: { "a.csv": csv("order_id,customer_id,date,amount", "1,a,01/02/2024,10", "2,b,03/04/2024,20") },
    asked: "score a.csv",
    hint: "--date-format d/m/y",
    followed: "score a.csv --date-format d/m/y",
    answer: "b,2024-04-03",
  },
  {
    about: "a status that nobody knows",
    files: {
      "a.csv": csv("order_id,customer_id,date,amount,status", "1,a,2024-01-05,10,zorp", "2,b,2024-02-15,20,paid"),
    },
    asked: "score a.csv",
    hint: "--include-status or --exclude-status",
    followed: "score a.csv --exclude-status zorp",
    answer: "b,2024-02-15,2024-02-15,0,1,20.00",
  },
  {
    about: "a price without a total",
    files: { "a.csv": csv("order_id,customer_id,date,price", "1,a,2024-01-05,10", "2,b,2024-02-15,20") },
    asked: "score a.csv",
    hint: "--amount",
    followed: "score a.csv --amount price",
    answer: "b,2024-02-15,2024-02-15,0,1,20.00",
  },
  {
    about: "an amount that may be an order's or a line's",
    files: {
      "a.csv": csv("order_id,customer_id,date,amount", "1,a,2024-01-05,10", "1,a,2024-01-05,10", "2,b,2024-02-15,20"),
    },
    asked: "score a.csv",
    hint: "--amount-per",
    followed: "score a.csv --amount-per line",
    answer: "a,2024-01-05,2024-01-05,41,1,20.00",
  },
  {
    about: "a cost that may be an order's or a line's",
    files: {
      "a.csv": csv(
        "order_id,customer_id,date,order_total,cost",
        "1,a,2024-01-05,50,10",
        "1,a,2024-01-05,50,10",
        "2,b,2024-02-15,20,5",
      ),
    },
    asked: "score a.csv --cost cost",
    hint: "--cost-per order or --cost-per line",
    followed: "score a.csv --cost cost --cost-per line",
    answer: "a,2024-01-05,2024-01-05,41,1,30.00",
  },
  {
    about: "two currencies",
    files: {
      "a.csv": csv("order_id,customer_id,date,amount,currency", "1,a,2024-01-05,10,EUR", "2,b,2024-02-15,20,USD"),
    },
    asked: "score a.csv",
    hint: "--currency",
    followed: "score a.csv --currency USD",
    answer: "b,2024-02-15,2024-02-15,0,1,20.00",
  },
  {
    about: "two currencies without rates into one",
    files: {
      "a.csv": csv("order_id,customer_id,date,amount,currency", "1,a,2024-01-05,10,EUR", "2,b,2024-02-15,20,USD"),
      "rates.csv": csv("currency,rate", "USD,0.5"),
    },
    asked: "score a.csv --rates rates.csv",
    hint: "add --currency EUR",
    followed: "score a.csv --rates rates.csv --currency EUR",
    answer: "b,2024-02-15,2024-02-15,0,1,10.00",
  },
  {
    about: "a misspelt column",
    files: { "a.csv": PLAIN },
    asked: "score a.csv --customer customer",
    hint: "customer_id",
    followed: "score a.csv --customer customer_id",
    answer: "a,2024-01-05,2024-03-20,0,2,15.00",
  },
  {
    about: "options on statuses without a status",
    files: { "a.csv": csv("order_id,customer_id,date,amount,x", "1,a,2024-01-05,10,zorp", "2,b,2024-02-15,20,quux") },
    asked: "score a.csv --exclude-status zorp",
    hint: "--status NAME",
    followed: "score a.csv --exclude-status zorp --status x",
    answer: 'it is not known whether these statuses count as purchases: "quux"',
    leadsTo: 3,
  },
  {
    about: "an amount per order of quantity × price",
    files: { "a.csv": csv("order_id,customer_id,date,quantity,price", "1,a,2024-01-05,2,1.50", "2,b,2024-02-15,1,4") },
    asked: "score a.csv --amount-per order",
    hint: "leave --amount-per out",
    followed: "score a.csv",
    answer: "a,2024-01-05,2024-01-05,41,1,3.00",
  },
  {
    about: "days without any row",
    files: { "a.csv": PLAIN },
    asked: "score a.csv --since 2025-01-01",
    hint: "the rows are dated 2024-01-05 to 2024-03-20",
    followed: "score a.csv --since 2024-03-20",
    answer: "a,2024-03-20,2024-03-20,0,1,5.00",
  },
  {
    about: "a width of data",
    files: { "a.csv": PLAIN },
    asked: "score a.csv --width 90",
    hint: "add --format table",
    followed: "score a.csv --width 90 --format table",
    answer: "2024-03-20",
  },
  {
    about: "every measure in a column",
    files: { "a.csv": PLAIN },
    asked: "cohorts a.csv --measure revenue --format csv",
    hint: "add --wide",
    followed: "cohorts a.csv --measure revenue --format csv --wide",
    answer: "2024-02,1,20",
  },
  {
    about: "too many unreadable rows",
    files: {
      "a.csv": csv(
        "order_id,customer_id,date,amount",
        ...[1, 2, 3, 4].map((id) => `${id},a,2024-01-0${id},?`),
        "5,b,2024-02-15,20",
      ),
    },
    asked: "score a.csv",
    hint: "--max-rejects",
    followed: "score a.csv --max-rejects 90%",
    answer: "b,2024-02-15,2024-02-15,0,1,20.00",
  },
  {
    about: "a comparison without an earlier day",
    files: { "a.csv": PLAIN },
    asked: "compare a.csv",
    hint: "--from -1m",
    followed: "compare a.csv --from -1m",
    answer: "From 2024-02-20",
  },
  {
    about: "an unknown command",
    files: { "a.csv": PLAIN },
    asked: "scores a.csv",
    hint: "score",
    followed: "score a.csv",
    answer: "a,2024-01-05,2024-03-20,0,2,15.00",
  },
];

describe("a hint that is followed", () => {
  it.each(ADVICE)("helps with $about", async ({ files, asked, hint, followed, answer, leadsTo = 0 }) => {
    await inFolder(files, async (folder) => {
      const question = await runRfm(asked.split(" "), folder);
      expect(question.stderr).toContain(hint);
      expect([2, 3, 4]).toContain(question.status);
      expect(question.stdout).toBe("");
      const found = await runRfm(followed.split(" "), folder);
      expect({ status: found.status, said: found.stdout + found.stderr }).toEqual({
        status: leadsTo,
        said: expect.stringContaining(answer),
      });
    });
  });
});
