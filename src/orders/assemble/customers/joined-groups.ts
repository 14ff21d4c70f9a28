/** Numbers from 0 in groups, each at first a group of its own (union-find). */
export class JoinedGroups {
  private readonly parent: Int32Array;

  constructor(length: number) {
    this.parent = Int32Array.from({ length }, (_, index) => index);
  }

  /** The number of a member's group: that of one of its members. */
  of(member: number): number {
    const { parent } = this;
    let root = member;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = member; parent[at] !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Joins a group to another, whose number stays. */
  join(member: number, to: number): void {
    this.parent[this.of(member)] = this.of(to);
  }
}
