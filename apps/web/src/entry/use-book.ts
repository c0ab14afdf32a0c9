import { useCallback, useEffect, useRef, useState } from "react";
import { handOver } from "../hand-over.ts";
import { type History, historyOf, redone, stepped, undone } from "../history.ts";
import { Thread } from "../thread.ts";
import { localShelf } from "./shelf.ts";
import type { Answered, Asked, Book, Cells, FileKind, Typed, Worked } from "./view.ts";

/** What is being typed and not confirmed yet. */
export interface Draft {
  readonly key: string;
  readonly text: string;
}

export interface BookState {
  /** Undefined until the shelf has answered; null where nothing is kept. */
  readonly book: Book | null | undefined;
  readonly history: History<Book> | null;
  readonly draft: Draft | null;
  readonly worked: Worked | null;
  /** When the book was kept on this machine; null while it is not, "failed" where it could not. */
  readonly saved: Date | "failed" | null;
  readonly begin: (book: Book) => void;
  readonly leave: () => void;
  readonly type: (draft: Draft | null) => void;
  readonly enter: (changes: Readonly<Record<string, string>>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly take: (file: File) => Promise<Answered["take"]>;
  readonly give: (kind: FileKind) => Promise<void>;
}

const startWorker = (): Thread<Asked, Answered> =>
  new Thread(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }), (trouble: string) => new Error(trouble));

/** The cells with texts that were entered; an empty one is no figure, and not zero. */
function changed(cells: Cells, changes: Readonly<Record<string, string>>): Cells {
  const next: Record<string, Typed> = { ...cells };
  for (const [key, text] of Object.entries(changes)) {
    if (text.trim() === "") delete next[key];
    else next[key] = { ...next[key], text: text.trim() };
  }
  return next;
}

/** The book in hand: what is typed is worked out in a thread of its own and kept on this machine. */
export function useBook(): BookState {
  const thread = useRef<Thread<Asked, Answered> | null>(null);
  const [history, setHistory] = useState<History<Book> | null | undefined>(undefined);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [worked, setWorked] = useState<Worked | null>(null);
  const [saved, setSaved] = useState<BookState["saved"]>(null);
  const working = useCallback(() => {
    thread.current ??= startWorker();
    return thread.current;
  }, []);

  useEffect(() => {
    localShelf.last().then(
      (book) => setHistory(book === undefined ? null : historyOf(book)),
      () => setHistory(null),
    );
    return () => {
      thread.current?.close();
      thread.current = null;
    };
  }, []);

  const book = history?.now;
  useEffect(() => {
    if (book === undefined) return setWorked(null);
    let current = true;
    const cells = draft === null ? book.cells : changed(book.cells, { [draft.key]: draft.text });
    void working()
      .ask("work", { book: { ...book, cells } })
      .then((next) => current && setWorked(next));
    return () => {
      current = false;
    };
  }, [book, draft, working]);

  useEffect(() => {
    if (book === undefined) return;
    setSaved(null);
    let current = true;
    localShelf.keep(book).then(
      () => current && setSaved(new Date()),
      () => current && setSaved("failed"),
    );
    return () => {
      current = false;
    };
  }, [book]);

  return {
    book: history === undefined ? undefined : (book ?? null),
    history: history ?? null,
    draft,
    worked,
    saved,
    begin: (first) => setHistory(historyOf(first)),
    leave: () => {
      setHistory(null);
      setDraft(null);
      void localShelf.clear();
    },
    type: setDraft,
    enter: (changes) => {
      setDraft(null);
      setHistory((before) => {
        if (!before) return before;
        const same = Object.entries(changes).every(([key, text]) => (before.now.cells[key]?.text ?? "") === text.trim());
        return same ? before : stepped(before, { ...before.now, cells: changed(before.now.cells, changes) });
      });
    },
    undo: () => setHistory((before) => before && undone(before)),
    redo: () => setHistory((before) => before && redone(before)),
    take: async (file) => {
      if (book === undefined) throw new Error("there is no book");
      const taken = await working().ask("take", { book, name: file.name, bytes: await file.arrayBuffer() });
      if (taken.taken > 0)
        setHistory((before) => before && stepped(before, { ...before.now, cells: { ...before.now.cells, ...taken.cells } }));
      return taken;
    },
    give: async (kind) => {
      if (book === undefined) return;
      const { name, type, bytes } = await working().ask("give", { book, kind });
      handOver(name, new Blob([bytes], { type }));
    },
  };
}
