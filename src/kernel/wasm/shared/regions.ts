// Regions of the shared memory that threads take and give back: each as large as a power of two, so that those of a size can be
// used again in any order.

/** Whether somebody takes or gives back a region; where the memory that nobody took yet begins; the first free region of each size. */
const LOCK: usize = 0;
const UNTAKEN: usize = 4;
const FREE: usize = 64;
/** Regions are no smaller than a page, and the first one begins behind what stands above. */
const SMALLEST_BITS: u32 = 12;
const PAGE_BITS: u32 = 16;

function sizeBits(bytes: u32): u32 {
  return max<u32>(SMALLEST_BITS, 32 - clz<u32>(bytes - 1));
}

/** Only some steps are taken meanwhile, so that waiting in turns is short. */
function lock(): void {
  while (atomic.cmpxchg<i32>(LOCK, 0, 1) !== 0) {}
}

function unlock(): void {
  atomic.store<i32>(LOCK, 0);
}

/** Takes a region of so many bytes, which may hold anything; 0 where there is no room. */
export function takeRegion(bytes: u32): usize {
  const bits = sizeBits(bytes);
  lock();
  const free = FREE + ((<usize>bits) << 2);
  let region = <usize>load<u32>(free);
  if (region !== 0) store<u32>(free, load<u32>(region));
  else region = untaken(1 << bits);
  unlock();
  return region;
}

function untaken(size: u32): usize {
  const start = max<u32>(load<u32>(UNTAKEN), 1 << SMALLEST_BITS);
  const end = <u64>start + size;
  const pages = <i32>((end + (1 << PAGE_BITS) - 1) >> PAGE_BITS);
  const missing = pages - memory.size();
  if (end >= <u64>0xffffffff || (missing > 0 && memory.grow(missing) < 0)) return 0;
  store<u32>(UNTAKEN, <u32>end);
  return <usize>start;
}

/** Gives a region back that was taken for so many bytes. */
export function giveBackRegion(region: usize, bytes: u32): void {
  const free = FREE + ((<usize>sizeBits(bytes)) << 2);
  lock();
  store<u32>(region, load<u32>(free));
  store<u32>(free, <u32>region);
  unlock();
}
