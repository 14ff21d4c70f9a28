/** A cell that should have been readable: its column, and what it should have been. */
export interface UnreadableCell {
  readonly column: number;
  readonly reason: "unreadable date" | "unreadable amount";
}
