import { useCallback, useEffect, useState } from "react";
import { type History, historyOf } from "../history.ts";
import { localShelf } from "./shelf.ts";
import { useWorking, type Working } from "./use-working.ts";
import type { Book } from "./view.ts";

/** A book in hand with what was before, and what can be done with it. */
export interface BookState extends Working {
  /** Undefined until the shelf has answered; null where nothing is kept. */
  readonly book: Book | null | undefined;
  readonly history: History<Book> | null;
  /** When the book was kept on this machine; null while it is not, "failed" where it could not. */
  readonly saved: Date | "failed" | null;
}

/** A book that is on this machine only. */
export interface LocalBook extends BookState {
  readonly begin: (book: Book) => void;
  readonly leave: () => void;
}

/** The book that is kept on this machine and goes nowhere. */
export function useLocalBook(): LocalBook {
  const [history, setHistory] = useState<History<Book> | null | undefined>(undefined);
  const [saved, setSaved] = useState<BookState["saved"]>(null);
  useEffect(() => {
    localShelf.last().then(
      (book) => setHistory(book === undefined ? null : historyOf(book)),
      () => setHistory(null),
    );
  }, []);
  const book = history?.now;
  const change = useCallback((by: (before: History<Book>) => History<Book>) => setHistory((before) => (before ? by(before) : before)), []);
  const working = useWorking(book, change);
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
    ...working,
    book: history === undefined ? undefined : (book ?? null),
    history: history ?? null,
    saved,
    begin: (first) => setHistory(historyOf(first)),
    leave: () => {
      setHistory(null);
      void localShelf.clear();
    },
  };
}
