type Listener = (event: { readonly data: unknown }) => void;

/** A piece of what a page draws, as pdf.js hands it from its working half to the other. It empties the two lists right behind that. */
interface Piece {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const pieceOf = (message: unknown): Piece | undefined => {
  const { chunk } = (message ?? {}) as { chunk?: Partial<Piece> };
  return chunk?.fnArray !== undefined && chunk.argsArray !== undefined ? (chunk as Piece) : undefined;
};

/**
 * The way between the two halves of pdf.js, which work in one thread here.
 *
 * Its own copies each message in depth, as a thread of its own would need; of what pages draw, that is an object for each letter, and a
 * fifth of the time. Nothing there is changed once it is sent, so the lists are copied and what is in them is shared.
 */
export class Port {
  readonly #listeners = new Set<Listener>();

  postMessage(message: object, transfer: ArrayBuffer[] = []): void {
    const piece = pieceOf(message);
    const data =
      piece === undefined
        ? structuredClone(message, { transfer })
        : { ...message, chunk: { ...piece, fnArray: [...piece.fnArray], argsArray: [...piece.argsArray] } };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener.call(this, { data });
    });
  }

  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}
