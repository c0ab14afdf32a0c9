import { useCallback, useEffect, useRef, useState } from "react";
import { handOver } from "../hand-over.ts";
import { type History, redone, stepped, undone } from "../history.ts";
import { Thread } from "../thread.ts";
import type { Answered, Asked, Book, Cells, FileKind, Typed, Worked } from "./view.ts";

/** What is being typed and not confirmed yet. */
export interface Draft {
  readonly key: string;
  readonly text: string;
}

/** What can be done with a book in hand, wherever it is kept. */
export interface Working {
  readonly draft: Draft | null;
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
    if (text.trim() === "") delete next[key];
    else next[key] = { ...next[key], text: text.trim() };
  }
  return next;
}

/** Works out what follows from a book as it is typed, in a thread of its own, and changes it step by step. */
export function useWorking(book: Book | undefined, change: (by: Change) => void): Working {
  const thread = useRef<Thread<Asked, Answered> | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [worked, setWorked] = useState<Worked | null>(null);
  const working = useCallback(() => {
    thread.current ??= startWorker();
    return thread.current;
  }, []);
  useEffect(
    () => () => {
      thread.current?.close();
      thread.current = null;
    },
    [],
  );
  useEffect(() => {
    if (book === undefined) {
      setDraft(null);
      return setWorked(null);
    }
    let current = true;
    const cells = draft === null ? book.cells : changed(book.cells, { [draft.key]: draft.text });
    void working()
      .ask("work", { book: { ...book, cells } })
      .then((next) => current && setWorked(next));
    return () => {
      current = false;
    };
  }, [book, draft, working]);
  const ask = useCallback<Working["ask"]>((question, asked) => working().ask(question, asked), [working]);
  const inHand = (): Book => {
    if (book === undefined) throw new Error("there is no book");
    return book;
  };
  // The same from one drawing to the next, so that cells which did not change are not drawn again.
  const enter = useCallback<Working["enter"]>(
    (changes) => {
      setDraft(null);
      change((before) => {
        const same = Object.entries(changes).every(([key, text]) => (before.now.cells[key]?.text ?? "") === text.trim());
        return same ? before : stepped(before, { ...before.now, cells: changed(before.now.cells, changes) });
      });
    },
    [change],
  );
  return {
    draft,
    worked,
    type: setDraft,
    enter,
    undo: () => change(undone),
    redo: () => change(redone),
    take: async (file) => {
      const taken = await ask("take", { book: inHand(), name: file.name, bytes: await file.arrayBuffer() });
      if (taken.taken > 0) change((before) => stepped(before, { ...before.now, cells: { ...before.now.cells, ...taken.cells } }));
      return taken;
    },
    give: async (kind) => {
      const { name, type, bytes } = await ask("give", { book: inHand(), kind });
      handOver(name, new Blob([bytes], { type }));
    },
    ask,
  };
}
