import { describe, expect, it } from "vitest";
import { KeyMemory } from "../../src/kernel/key-memory.ts";

function newMemory(): KeyMemory {
  const created = KeyMemory.create();
  if (created === null) throw new Error("there is no room for it");
  return created;
}

/** Whether no word is in two regions. */
function areApart(regions: readonly Int32Array[]): boolean {
  const sorted = regions.toSorted((a, b) => a.byteOffset - b.byteOffset);
  return sorted.every((region, index) => region.byteOffset >= endOf(sorted[index - 1]));
}

function endOf(region: Int32Array | undefined): number {
  return region === undefined ? 1 : region.byteOffset + region.byteLength;
}

describe("memory for keys", () => {
  it("gives regions that do not touch each other, and begin where any number may", () => {
    const memory = newMemory();
    const regions = [1, 1024, 1025, 0, 5_000_000, 3].map((words) => memory.take(words));
    expect(regions.map(({ length }) => length)).toEqual([1, 1024, 1025, 0, 5_000_000, 3]);
    expect(areApart(regions)).toBe(true);
    expect(regions.every(({ byteOffset }) => byteOffset % 64 === 0)).toBe(true);
  });

  it("gives what was given back to the next who needs as much", () => {
    const memory = newMemory();
    const [first, second] = [memory.take(3000), memory.take(3000)];
    memory.giveBack(first);
    memory.giveBack(second);
    const again = [memory.take(4096), memory.take(2500)];
    expect(again.map(({ byteOffset }) => byteOffset)).toEqual([second.byteOffset, first.byteOffset]);
    expect(areApart([...again, memory.take(3000)])).toBe(true);
  });

  it("is the same for all threads that it is sent to", () => {
    const memory = newMemory();
    const other = new KeyMemory(structuredClone(memory.sent));
    const [own, others] = [memory.take(2000), other.take(2000)];
    expect(areApart([own, others])).toBe(true);
    other.take(10_000_000)[9_999_999] = 17;
    memory.giveBack(others);
    expect(memory.take(2000).byteOffset).toBe(others.byteOffset);
    expect(memory.sent.memory.buffer.byteLength).toBe(other.sent.memory.buffer.byteLength);
  });

  it("gives regions in what another thread added a moment ago, while the buffer is still of the size before", () => {
    const memory = newMemory();
    const shared = memory.sent.memory;
    const before = shared.buffer;
    Object.defineProperty(shared, "buffer", { value: before, configurable: true });
    const grow = (pages: number): number => {
      Reflect.deleteProperty(shared, "buffer"); // as Node does once a thread grows the memory itself
      return Object.getPrototypeOf(shared).grow.call(shared, pages);
    };
    Object.defineProperty(shared, "grow", { value: grow });
    memory.take(1_000_000)[999_999] = 17;
    expect(shared.buffer.byteLength).toBeGreaterThan(before.byteLength);
  });

  it("moves words to where there is room for more, and leaves those for which there is", () => {
    const memory = newMemory();
    const words = memory.take(1024);
    words.set([1, 2, 3]);
    expect(memory.withRoom(words, 1024, 9999)).toBe(words);
    const moved = memory.withRoom(words, 1025, 5000);
    expect([...moved.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect(moved).toHaveLength(5000);
    expect(memory.take(1024).byteOffset).toBe(words.byteOffset);
  });

  it("says so where 4 GB are not enough", () => {
    const memory = newMemory();
    expect(() => memory.take(2 ** 29 + 1)).toThrow("more customers than fit into 4 GB");
    memory.take(2 ** 29);
    expect(() => memory.take(2 ** 29)).toThrow("more customers than fit into 4 GB");
    expect(memory.take(2 ** 27)).toHaveLength(2 ** 27);
  });
});
