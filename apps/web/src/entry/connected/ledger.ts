import type { Book, Cells, Typed } from "../view.ts";

/** What the server has at a place: the text, its version, who wrote it and when. */
export interface Heard {
  readonly text: string;
  readonly version: number;
  readonly by?: string;
  readonly at?: string;
}

/** What the server said last, by the keys of the cells that are entered here. */
export type Base = Readonly<Record<string, Heard>>;

/** A cell that two have changed: what stands here, and what the server has now. */
export interface Conflict {
  readonly key: string;
  readonly mine: string;
  readonly theirs: Heard;
}

/** A book on its way to the server and back. */
export interface Ledger {
  readonly book: Book;
  readonly base: Base;
  readonly conflicts: readonly Conflict[];
}

const nothing: Heard = { text: "", version: 0 };

/** A text as it is compared: missing said in words is missing. */
const plain = (text: string): string => (text.trim().toLowerCase() === "chưa có" ? "" : text.trim());

const textAt = (cells: Cells, key: string): string => plain(cells[key]?.text ?? "");

/** The keys whose texts the server has not got, but for those in conflict. */
export function waitingIn({ book, base, conflicts }: Ledger): readonly string[] {
  const held = new Set(conflicts.map(({ key }) => key));
  return Object.keys(base).filter((key) => !held.has(key) && textAt(book.cells, key) !== plain(base[key]?.text ?? ""));
}

/** The version of a cell that was seen before it was changed. */
export const seenAt = ({ base }: Ledger, key: string): number => (base[key] ?? nothing).version;

/**
 * The book after the server has said what it has. What was not changed here is as the server says; what only was changed here stays and
 * waits; what both changed is a conflict, unless both wrote the same.
 */
export function heard(ledger: Ledger, said: Base): Ledger {
  const { book, base } = ledger;
  const cells: Record<string, Typed> = { ...book.cells };
  const next: Record<string, Heard> = {};
  const conflicts: Conflict[] = [];
  for (const [key, theirs] of Object.entries(said)) {
    const before = base[key];
    const mine = textAt(cells, key);
    const isChanged = before !== undefined && mine !== plain(before.text);
    const isSame = mine === plain(theirs.text);
    if (!isChanged || isSame) {
      next[key] = theirs;
      if (plain(theirs.text) === "") delete cells[key];
      else if (!isSame) cells[key] = { ...cells[key], text: theirs.text };
    } else if (theirs.version === before.version) next[key] = before;
    else {
      next[key] = before;
      conflicts.push({ key, mine: cells[key]?.text ?? "", theirs });
    }
  }
  return { book: { ...book, cells }, base: next, conflicts };
}

/** The ledger with a conflict decided: what stands here is sent over theirs, or theirs is taken. */
export function decided(ledger: Ledger, key: string, whose: "mine" | "theirs"): Ledger {
  const conflict = ledger.conflicts.find((one) => one.key === key);
  if (conflict === undefined) return ledger;
  const cells: Record<string, Typed> = { ...ledger.book.cells };
  if (whose === "theirs") {
    if (plain(conflict.theirs.text) === "") delete cells[key];
    else cells[key] = { ...cells[key], text: conflict.theirs.text };
  }
  return {
    book: { ...ledger.book, cells },
    base: { ...ledger.base, [key]: conflict.theirs },
    conflicts: ledger.conflicts.filter((one) => one.key !== key),
  };
}
