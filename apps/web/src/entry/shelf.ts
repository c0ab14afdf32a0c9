import type { Book } from "./view.ts";

/** Where books are kept. On this machine now; a server may keep them later, behind the same three acts. */
export interface Shelf {
  readonly last: () => Promise<Book | undefined>;
  readonly keep: (book: Book) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const [database, store, only] = ["khop", "books", "last"];

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return done(request);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function within<T>(mode: IDBTransactionMode, act: (books: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened();
  try {
    const transaction = base.transaction(store, mode);
    const result = await done(act(transaction.objectStore(store)));
    return result;
  } finally {
    base.close();
  }
}

/** Books in the browser's own database on this machine. */
export const localShelf: Shelf = {
  last: () => within("readonly", (books) => books.get(only)),
  keep: async (book) => void (await within("readwrite", (books) => books.put(book, only))),
  clear: async () => void (await within("readwrite", (books) => books.delete(only))),
};
