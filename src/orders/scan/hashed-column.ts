import { sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { KeyDictionary, NewKeys } from "../../csv/keys/key-dictionary.ts";
import { KnownGroups, type NewGroups } from "../../csv/keys/key-groups.ts";
import { type GroupedKeys, type GroupedRows, numberKeys } from "../../csv/keys/match-groups.ts";
import { joinedKeys, type KeySource } from "./fetch-keys.ts";
import { type KeyJob, type KeyOutcome, partitionRanges } from "./key-jobs.ts";

/** What does jobs about keys, several at once. */
export interface KeyThreads {
  /** Into how many jobs a task is best divided. */
  readonly shares: number;
  readonly run: (job: KeyJob) => Promise<KeyOutcome>;
}

/** The keys of one file's rows, as the threads that read it grouped them. */
export class HashedFile {
  readonly source: Omit<KeySource, "texts">;
  readonly segments: GroupedRows[] = [];
  private readonly threads = new Map<number, KnownGroups>();

  constructor(source: Omit<KeySource, "texts">) {
    this.source = source;
  }

  get groups(): readonly KnownGroups[] {
    return [...this.threads.values()];
  }

  /** Takes what a thread found in a segment, whether its rows are taken or not. */
  learn(thread: number, found: NewGroups): void {
    const known = this.threads.get(thread) ?? new KnownGroups();
    this.threads.set(thread, known);
    known.learn(found);
  }

  /** Adds the rows of a segment, whose keys have the numbers of this thread's groups. */
  addRows(thread: number, firstRow: number, length: number): void {
    this.segments.push({ firstRow, length, groups: [...this.threads.keys()].indexOf(thread) });
  }
}

/** The keys of a column whose rows were hashed, until they are numbered when all files were read. */
export class HashedColumn {
  private readonly files: HashedFile[] = [];

  add(file: HashedFile): void {
    this.files.push(file);
  }

  get isEmpty(): boolean {
    return this.files.length === 0;
  }

  /** Writes the numbers of the keys into a column: 0, 1, 2 …, in the order of their first rows. */
  async number(column: Int32Array, threads: KeyThreads): Promise<GroupedKeys> {
    const groups = this.files.flatMap((file) => file.groups);
    const same = await matched(groups, threads);
    let before = 0;
    const segments = this.files.flatMap((file) => {
      const first = before;
      before += file.groups.length;
      return file.segments.map((segment) => ({ ...segment, groups: first + segment.groups }));
    });
    for (const file of this.files) countTexts(file.groups);
    return numberKeys(groups, segments, { same, column });
  }

  /** As {@link number}, by the numbers of a dictionary, which takes their texts. */
  async resolve(column: Int32Array, dictionary: KeyDictionary, threads: KeyThreads): Promise<void> {
    const keys = await this.fetch(await this.number(column, threads), threads);
    if (dictionary.length === 0) {
      dictionary.adopt(keys);
      return;
    }
    const codes = Int32Array.from(keys.ends, (end, index) =>
      dictionary.codeOf(keys.bytes, index === 0 ? 0 : (keys.ends[index - 1] as number), end),
    );
    for (const { firstRow, length } of this.files.flatMap(({ segments }) => segments)) {
      for (let row = firstRow; row < firstRow + length; row += 1) {
        const number = column[row] as number;
        if (number >= 0) column[row] = codes[number] as number;
      }
    }
  }

  /** The texts of keys, in their order: each job reads those of some. */
  private async fetch({ firstRows, places }: GroupedKeys, { shares, run }: KeyThreads): Promise<NewKeys> {
    const sources = this.files.map(
      ({ source, groups }): KeySource => ({
        ...source,
        texts: groups.flatMap(({ texts }) => texts),
      }),
    );
    const at = (share: number): number => Math.floor((share * places.length) / shares);
    const jobs = Array.from({ length: shares }, (_, share): KeyJob => {
      const found = {
        firstRows: firstRows.subarray(at(share), at(share + 1)),
        places: places.subarray(at(share), at(share + 1)),
      };
      return { kind: "fetch", sources: sourcesOf(sources, found), found };
    });
    const parts = await Promise.all(jobs.map(run));
    return joinedKeys(parts.flatMap((outcome) => (outcome.kind === "fetch" ? [outcome.texts] : [])));
  }
}

/** For each key of all groups the first that is the same. */
async function matched(groups: readonly KnownGroups[], { shares, run }: KeyThreads): Promise<Int32Array> {
  const keys = groups.reduce((sum, { count }) => sum + count, 0);
  const same = new Int32Array(sharedWords(keys));
  if (groups.length < 2) {
    for (let number = 0; number < keys; number += 1) same[number] = number;
    return same;
  }
  const shared = groups.map(({ chunks, count }) => ({ chunks, count }));
  await Promise.all(partitionRanges(shares).map((range) => run({ kind: "match", groups: shared, same, range })));
  return same;
}

/** Numbers the texts of a file's groups through. */
function countTexts(groups: readonly KnownGroups[]): void {
  let before = 0;
  for (const one of groups) {
    one.textsBefore = before;
    before += one.texts.length;
  }
}

/** The files that some keys stand in. */
function sourcesOf(sources: readonly KeySource[], { firstRows }: GroupedKeys): readonly KeySource[] {
  const [first = 0, last = -1] = [firstRows[0], firstRows.at(-1)];
  return sources.filter((source, index) => {
    const end = sources[index + 1]?.firstRow ?? Number.POSITIVE_INFINITY;
    return source.firstRow <= last && end > first;
  });
}
