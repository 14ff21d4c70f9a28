import type { CustomersAtOptions } from "../customers/customer-table.ts";
import type { Timelines } from "./timelines.ts";

/** What a customer is scored by on a day. */
export interface Measures {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/**
 * One customer's measures on one day after another, the same as a customer table of that day would hold. Days must not go
 * back, nor may the windows that end on them. {@link begin} goes to a customer; one object serves all of them.
 */
export class RunningMeasures implements Measures {
  private readonly timelines: Timelines;
  private readonly options: Pick<CustomersAtOptions, "windowFor" | "frequency" | "monetary">;
  private first = 0;
  private end = 0;
  /** The first entry after the day, and the first inside the window. */
  private ahead = 0;
  private tail = 0;
  private day = Number.NEGATIVE_INFINITY;
  private lastPurchase = Number.NEGATIVE_INFINITY;
  private purchases = 0;
  private purchaseDays = 0;
  /** Spend, or margin where the orders carry one. */
  private money = 0;

  constructor(timelines: Timelines, options: RunningMeasures["options"]) {
    this.timelines = timelines;
    this.options = options;
  }

  /** Goes to a customer, before the first day; whether there are entries of this one. */
  begin(customer: number): boolean {
    const { start } = this.timelines;
    this.first = start[customer] as number;
    this.ahead = this.first;
    this.tail = this.first;
    this.end = start[customer + 1] as number;
    this.day = Number.NEGATIVE_INFINITY;
    this.lastPurchase = Number.NEGATIVE_INFINITY;
    this.purchases = 0;
    this.purchaseDays = 0;
    this.money = 0;
    return this.first < this.end;
  }

  /** Moves to a day and the first day of its window; whether the customer is one to score then. */
  moveTo(day: number, from: number): boolean {
    this.day = day;
    for (; this.ahead < this.end && this.dayAt(this.ahead) <= day; this.ahead += 1) {
      this.count(this.ahead, 1);
      if (this.isPurchase(this.ahead)) this.lastPurchase = this.dayAt(this.ahead);
    }
    for (; this.tail < this.ahead && this.dayAt(this.tail) < from; this.tail += 1) this.count(this.tail, -1);
    return this.options.windowFor === "fm" ? Number.isFinite(this.lastPurchase) : this.purchases > 0;
  }

  /** Whether the customer buys after the day, up to and including another. */
  buysBy(lastDay: number): boolean {
    for (let entry = this.ahead; entry < this.end && this.dayAt(entry) <= lastDay; entry += 1) {
      if (this.isPurchase(entry)) return true;
    }
    return false;
  }

  get recency(): number {
    return this.day - this.lastPurchase;
  }

  get frequency(): number {
    return this.options.frequency === "days" ? this.purchaseDays : this.purchases;
  }

  get monetary(): number {
    if (this.options.monetary !== "average") return this.money;
    return this.frequency === 0 ? 0 : this.money / this.frequency;
  }

  /** Adds an entry to the sums, or takes it off again; a day counts with the first of its purchases. */
  private count(entry: number, sign: 1 | -1): void {
    this.money += sign * ((this.timelines.margin ?? this.timelines.amount)[entry] as number);
    if (!this.isPurchase(entry)) return;
    this.purchases += sign;
    if (this.isFirstOfDay(entry)) this.purchaseDays += sign;
  }

  private isFirstOfDay(entry: number): boolean {
    const day = this.dayAt(entry);
    for (let earlier = entry - 1; earlier >= this.first && this.dayAt(earlier) === day; earlier -= 1) {
      if (this.isPurchase(earlier)) return false;
    }
    return true;
  }

  private isPurchase(entry: number): boolean {
    return (this.timelines.amount[entry] as number) > 0;
  }

  private dayAt(entry: number): number {
    return this.timelines.day[entry] as number;
  }
}
