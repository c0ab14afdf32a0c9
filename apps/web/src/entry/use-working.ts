import type { RegimeData } from "@khop/catalog/report";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { handOver } from "../hand-over.ts";
import { type History, redone, stepped, undone } from "../history.ts";
import { Thread } from "../thread.ts";
import { type Draft, Sheet } from "./sheet.ts";
import type { Answered, Asked, Book, Cells, FileKind, Reworked, Typed, Worked } from "./view.ts";

/** What can be done with a book in hand, wherever it is kept. */
export interface Working {
  /** What stands in its cells, with what is being typed. */
  readonly sheet: Sheet;
  /** Null until it was worked out for the first time. */
  readonly worked: Worked | null;
  readonly type: (draft: Draft | null) => void;
  readonly enter: (changes: Readonly<Record<string, string>>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly take: (file: File) => Promise<Answered["take"]>;
  readonly give: (kind: FileKind) => Promise<void>;
  /** Asks the thread that works things out. */
  readonly ask: Thread<Asked, Answered>["ask"];
}

type Change = (before: History<Book>) => History<Book>;

const startWorker = (): Thread<Asked, Answered> =>
  new Thread(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }), (trouble: string) => new Error(trouble));

/** The cells with texts that were entered; an empty one is no figure, and not zero. */
function changed(cells: Cells, changes: Readonly<Record<string, string>>): Cells {
  const next: Record<string, Typed> = { ...cells };
  for (const [key, text] of Object.entries(changes)) {
    const typed = typedAt(cells, key, text);
    if (typed === null) delete next[key];
    else next[key] = typed;
  }
  return next;
}

const typedAt = (cells: Cells, key: string, text: string): Typed | null =>
  text.trim() === "" ? null : { ...cells[key], text: text.trim() };

/** What the thread was told last: the book, and over it what was being typed. */
interface Heard {
  readonly book: Book;
  readonly draft: Draft | null;
}

/** The cells that are otherwise than the thread knows them; null for those that are empty now. */
function unheard(heard: Heard, now: Heard): Record<string, Typed | null> {
  const at = ({ book: { cells }, draft }: Heard, key: string): Typed | null =>
    draft?.key === key ? typedAt(cells, key, draft.text) : (cells[key] ?? null);
  const keys = new Set([heard.draft?.key, now.draft?.key].filter((key) => key !== undefined));
  if (heard.book.cells !== now.book.cells)
    for (const cells of [heard.book.cells, now.book.cells])
      for (const key of Object.keys(cells)) if (heard.book.cells[key] !== now.book.cells[key]) keys.add(key);
  const changes: Record<string, Typed | null> = {};
  for (const key of keys) {
    const [before, after] = [at(heard, key), at(now, key)];
    if (before?.text !== after?.text || before?.asOf !== after?.asOf || before?.source !== after?.source) changes[key] = after;
  }
  return changes;
}

const isSameBook = (a: Book, b: Book): boolean => a.regime === b.regime && a.period === b.period && a.orgUnit === b.orgUnit;

/**
 * Works out what follows from a book as it is typed, in a thread of its own, and changes it step by step.
 *
 * @param regime of the book, where it is not the catalogue's
 */
export function useWorking(book: Book | undefined, change: (by: Change) => void, regime?: RegimeData): Working {
  const thread = useRef<Thread<Asked, Answered> | null>(null);
  const heard = useRef<Heard | null>(null);
  const [sheet] = useState(() => new Sheet());
  const [worked, setWorked] = useState<Worked | null>(null);
  const working = useCallback(() => {
    thread.current ??= startWorker();
    return thread.current;
  }, []);
  useEffect(
    () => () => {
      thread.current?.close();
      thread.current = null;
      heard.current = null;
    },
    [],
  );
  const inHand = useRef(book);
  inHand.current = book;

  /** Tells the thread what it does not know yet. */
  const hear = useCallback(() => {
    const now = inHand.current;
    if (now === undefined) return;
    const before = heard.current;
    const next: Heard = { book: now, draft: sheet.draft };
    heard.current = next;
    const isNew = before === null || !isSameBook(before.book, now);
    const changes = isNew ? {} : unheard(before, next);
    if (!isNew && Object.keys(changes).length === 0) return;
    const asked = isNew
      ? working().ask("open", { book: now, ...(regime === undefined ? {} : { regime }) })
      : working().ask("change", { changes });
    void asked.then((said) => {
      if (heard.current === null || !isSameBook(heard.current.book, now)) return;
      sheet.follow(said.figures);
      setWorked((last) => after(isNew ? null : last, said));
    });
  }, [sheet, working, regime]);

  useLayoutEffect(() => {
    if (book === undefined) {
      heard.current = null;
      sheet.clear();
      return setWorked(null);
    }
    if (heard.current !== null && !isSameBook(heard.current.book, book)) sheet.clear();
    sheet.enter(book.cells);
    hear();
  }, [book, hear, sheet]);

  const type = useCallback<Working["type"]>(
    (draft) => {
      sheet.type(draft);
      hear();
    },
    [sheet, hear],
  );
  const ask = useCallback<Working["ask"]>((question, asked) => working().ask(question, asked), [working]);
  // The same from one drawing to the next, so that cells which did not change are not drawn again.
  const enter = useCallback<Working["enter"]>(
    (changes) => {
      const now = inHand.current;
      const same = Object.entries(changes).every(([key, text]) => (now?.cells[key]?.text ?? "") === text.trim());
      if (same) return type(null);
      if (now !== undefined) sheet.settle(changed(now.cells, changes));
      change((before) => stepped(before, { ...before.now, cells: changed(before.now.cells, changes) }));
    },
    [change, sheet, type],
  );
  const open = (): Book => {
    if (book === undefined) throw new Error("there is no book");
    return book;
  };
  return {
    sheet,
    worked,
    type,
    enter,
    undo: () => change(undone),
    redo: () => change(redone),
    take: async (file) => {
      const taken = await ask("take", { book: open(), name: file.name, bytes: await file.arrayBuffer() });
      if (taken.taken > 0) change((before) => stepped(before, { ...before.now, cells: { ...before.now.cells, ...taken.cells } }));
      return taken;
    },
    give: async (kind) => {
      const { name, type: of, bytes } = await ask("give", { book: open(), kind });
      handOver(name, new Blob([bytes], { type: of }));
    },
    ask,
  };
}

/** What is told, after what has changed; the same as before where nothing has. */
function after(before: Worked | null, { faults: changes, rules }: Reworked): Worked {
  const last = before ?? { faults: {}, rules: [] };
  const isSame = JSON.stringify(rules) === JSON.stringify(last.rules);
  if (before !== null && isSame && Object.keys(changes).length === 0) return before;
  const faults: Record<string, NonNullable<(typeof changes)[string]>> = {};
  for (const [key, said] of Object.entries({ ...last.faults, ...changes })) if (said !== null) faults[key] = said;
  return { faults, rules: isSame ? last.rules : rules };
}
