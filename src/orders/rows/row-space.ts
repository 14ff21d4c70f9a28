import { sharedWords } from "../../csv/keys/hashed-keys.ts";

/** The columns of every row; keys in memory that threads share where that is asked for. */
export function columnsOf(capacity: number, areShared = false) {
  return {
    day: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    customer: keyColumn(capacity, areShared),
    status: new Uint16Array(capacity),
    reason: new Uint8Array(capacity),
  };
}

export function keyColumn(capacity: number, areShared: boolean): Int32Array {
  return areShared ? sharedWords(capacity) : new Int32Array(capacity);
}

/** The memory of the columns of every row, to be used again. */
export type RowSpace = ReturnType<typeof columnsOf>;

/** All of the memory that the columns of rows lie in. */
export function spaceOf({ day, amount, customer, status, reason }: RowSpace): RowSpace {
  return {
    day: new Int32Array(day.buffer),
    amount: new Float64Array(amount.buffer),
    customer: new Int32Array(customer.buffer),
    status: new Uint16Array(status.buffer),
    reason: new Uint8Array(reason.buffer),
  };
}
