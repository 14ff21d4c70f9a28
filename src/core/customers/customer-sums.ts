import { InputError } from "../../errors.ts";
import { LARGEST_AMOUNT } from "../money/amount.ts";

const BITS = 3;
/** Where a customer's numbers lie, in whole numbers of 32 bits; the spend takes two of them. */
const AT = { first: 0, last: 1, purchases: 2, ever: 3, spend: 2 } as const;

/**
 * What each customer's orders add up to. A customer's numbers lie side by side in 32 bytes, because millions of orders come
 * in any order of customers, and it is the waiting for memory that costs: once a customer instead of once a column.
 */
export class CustomerSums {
  private readonly numbers: Int32Array;
  private readonly spends: Float64Array;

  constructor(customers: number) {
    const memory = new ArrayBuffer((customers << BITS) * Int32Array.BYTES_PER_ELEMENT);
    this.numbers = new Int32Array(memory);
    this.spends = new Float64Array(memory);
  }

  /** Notes a purchase on a day, whether it lies in the window or not. */
  addPurchase(customer: number, day: number): void {
    const { numbers } = this;
    const at = customer << BITS;
    if (numbers[at + AT.ever] === 0 || day < (numbers[at + AT.first] as number)) numbers[at + AT.first] = day;
    if (numbers[at + AT.ever] === 0 || day > (numbers[at + AT.last] as number)) numbers[at + AT.last] = day;
    numbers[at + AT.ever] = (numbers[at + AT.ever] as number) + 1;
  }

  /**
   * Adds an amount in the window, whole 1/10,000 of a unit; one > 0 counts as a purchase there.
   *
   * @throws InputError when the customer's spend is too large to be exact
   */
  addSpend(customer: number, amount: number): void {
    const at = (customer << (BITS - 1)) + AT.spend;
    const sum = (this.spends[at] as number) + amount;
    if (sum > LARGEST_AMOUNT || sum < -LARGEST_AMOUNT) throw tooLarge();
    this.spends[at] = sum;
    if (amount <= 0) return;
    const place = (customer << BITS) + AT.purchases;
    this.numbers[place] = (this.numbers[place] as number) + 1;
  }

  first(customer: number): number {
    return this.numbers[(customer << BITS) + AT.first] as number;
  }

  last(customer: number): number {
    return this.numbers[(customer << BITS) + AT.last] as number;
  }

  /** Purchases in the window. */
  purchases(customer: number): number {
    return this.numbers[(customer << BITS) + AT.purchases] as number;
  }

  /** Purchases ever. */
  ever(customer: number): number {
    return this.numbers[(customer << BITS) + AT.ever] as number;
  }

  spend(customer: number): number {
    return this.spends[(customer << (BITS - 1)) + AT.spend] as number;
  }
}

function tooLarge(): InputError {
  return new InputError("one customer's spend is too large to add up exactly", {
    hint: "check the amount column: it may hold something other than money",
  });
}
