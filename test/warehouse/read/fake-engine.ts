import { postgres } from "../../../src/warehouse/dialects/postgres.ts";
import type { ConnectedEngine } from "../../../src/warehouse/engines/connect.ts";
import type { Cell, ColumnKind, EngineColumn } from "../../../src/warehouse/engines/engine.ts";
import { type CustomersRequest, lookAtTable } from "../../../src/warehouse/read/look-at-table.ts";
import { readCustomers } from "../../../src/warehouse/read/read-customers.ts";

/** The columns of the table, by name; written as in PostgreSQL. */
export const ORDERS: Readonly<Record<string, ColumnKind>> = {
  customer_id: "text",
  ordered_at: "date",
  total: "exact number",
  status: "text",
  currency: "text",
};

interface Answers {
  readonly columns?: Readonly<Record<string, ColumnKind>>;
  /** Day since 1970, status, currency, customer, wanted, amount, sign, rows, money. */
  readonly overview: readonly (readonly Cell[])[];
  readonly customers?: readonly (readonly Cell[])[];
  /** The columns of `PERIOD_CELL_COLUMNS`. */
  readonly periods?: readonly (readonly Cell[])[];
  /** Each query, as it is asked. */
  readonly asked?: string[];
}

/** An engine that answers what it is given to answer. */
export function fakeEngine({
  columns = ORDERS,
  overview,
  customers = [],
  periods = [],
  asked = [],
}: Answers): ConnectedEngine {
  return {
    dialect: postgres,
    shown: "postgres://db/shop",
    columns: async () =>
      Object.entries(columns).map(([name, kind]): EngineColumn => ({ name, kind, type: `a type for ${kind}` })),
    rows: async (query, doing) => {
      asked.push(query);
      const answers: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
        "looking at the rows": overview,
        "reading the customers": customers,
        "adding up the periods": periods,
      };
      return answers[doing] ?? [];
    },
    run: async () => {},
    seesOneMoment: () => true,
    close: async () => {},
    cancel: async () => {},
    wasCancelled: () => false,
  };
}

const NOTHING_NAMED = {
  customer: undefined,
  date: undefined,
  amount: undefined,
  refunded: undefined,
  status: undefined,
  currency: undefined,
  roundMoney: false,
  timeZone: undefined,
};

export interface Wanted extends Omit<Partial<CustomersRequest>, "choice"> {
  readonly choice?: Partial<CustomersRequest["choice"]>;
}

/** A request for the customers of a table, of which everything is found. */
export function requestFor({ choice, ...wanted }: Wanted = {}): CustomersRequest {
  return {
    table: "shop.orders",
    where: [],
    since: null,
    until: null,
    refunds: "net",
    statuses: {},
    currency: undefined,
    asOf: undefined,
    rule: () => ({ from: null, windowFor: "rfm", frequency: "orders", monetary: "total" }),
    ...wanted,
    choice: { ...NOTHING_NAMED, ...choice },
  };
}

/** What is read of an engine that answers so. */
export async function readFake(answers: Answers, wanted: Wanted = {}): ReturnType<typeof readCustomers> {
  const engine = fakeEngine(answers);
  return readCustomers(engine, await lookAtTable(engine, requestFor(wanted)));
}
