import { describe, expect, it } from "vitest";
import { NO_DAY } from "../../../../src/basics/calendar/days.ts";
import {
  earlierDay,
  isLaterRefund,
  reasonOfNet,
  refundedWith,
  refundOf,
  takenOff,
} from "../../../../src/orders/assemble/entries/order-rule.ts";
import { reasonCode } from "../../../../src/orders/ledger/entries.ts";

describe("the rule of an order", () => {
  it("gives it its earliest row's day, whatever their order, and none where no row has one", () => {
    expect([20_003, NO_DAY, 20_001, 20_002].reduce(earlierDay, NO_DAY)).toBe(20_001);
    expect([20_001, 20_002, 20_003, NO_DAY].reduce(earlierDay, NO_DAY)).toBe(20_001);
    expect([NO_DAY, NO_DAY].reduce(earlierDay, NO_DAY)).toBe(NO_DAY);
    expect(earlierDay(-3, 0)).toBe(-3); // days before 1970
  });

  it("makes a negative row a refund of its own day only where that is later than the order's", () => {
    expect(isLaterRefund(-1, 20_002, 20_001)).toBe(true);
    expect(isLaterRefund(-1, 20_001, 20_001)).toBe(false);
    expect(isLaterRefund(-1, NO_DAY, 20_001)).toBe(false);
    expect(isLaterRefund(1, 20_002, 20_001)).toBe(false);
    expect(isLaterRefund(Number.NaN, 20_002, 20_001)).toBe(false);
  });

  it("counts the refunded part of a total once, the largest, and adds up that of lines", () => {
    const parts = [100, 250, 250];
    expect(parts.reduce((known, own) => refundedWith(known, own, true), 0)).toBe(250);
    expect(parts.reduce((known, own) => refundedWith(known, own, false), 0)).toBe(600);
  });

  it("takes nothing off where refunds are ignored", () => {
    expect([takenOff(250, "net"), takenOff(250, "ignore")]).toEqual([250, 0]);
  });

  it("has a refund of what was taken off, or of all that is negative by itself, never below 0", () => {
    expect(refundOf(750, 250)).toBe(250); // 1,000 less 250
    expect(refundOf(-200, 1200)).toBe(1200); // 1,000 less 1,200
    expect(refundOf(-400, 0)).toBe(400); // a refund row
    expect(refundOf(500, 0)).toBe(0);
  });

  it("sets aside refunds that are to be ignored, and nothing else", () => {
    expect(reasonOfNet(-1, "ignore")).toBe(reasonCode("refund ignored"));
    expect([reasonOfNet(-1, "net"), reasonOfNet(0, "ignore"), reasonOfNet(1, "ignore")]).toEqual([0, 0, 0]);
  });
});
