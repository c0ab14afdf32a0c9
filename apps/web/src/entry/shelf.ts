import type { Book } from "./view.ts";

/** Where a book, or a book with what the server has of it, is kept on this machine. */
export interface Shelf<T> {
  readonly last: () => Promise<T | undefined>;
  readonly keep: (book: T) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const [database, store] = ["khop", "books"];

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

/** One place in the browser's own database on this machine. */
export const shelfFor = <T>(name: string): Shelf<T> => ({
  last: () => within("readonly", (books) => books.get(name) as IDBRequest<T | undefined>),
  keep: async (book) => void (await within("readwrite", (books) => books.put(book, name))),
  clear: async () => void (await within("readwrite", (books) => books.delete(name))),
});

/** The names of the places that begin so. */
export const shelvesOf = async (begin: string): Promise<readonly string[]> =>
  (await within("readonly", (books) => books.getAllKeys())).map(String).filter((name) => name.startsWith(begin));

/** The book that is no server's. */
export const localShelf: Shelf<Book> = shelfFor("last");
