import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { Mark } from "../parts/sign.tsx";
import type { FindingsView } from "./view.ts";

/** What figures look like now: their marks, which is chosen, which stand in its arithmetic, which one the Tab key stops at. */
export interface Look {
  readonly found: FindingsView | null;
  readonly figure: string | null;
  readonly partners: ReadonlySet<string>;
  readonly stop: string | null;
}

/** What one figure looks like. */
interface FigureState {
  readonly mark: Mark;
  readonly repaired: string | undefined;
  readonly here: boolean;
  readonly partner: boolean;
  readonly stop: boolean;
}

/** The looks of all figures, so that a paper of a thousand figures need not be drawn anew when one is chosen. */
export class FigureStates {
  #look: Look = { found: null, figure: null, partners: new Set(), stop: null };
  readonly #states = new Map<string, FigureState>();
  readonly #listeners = new Set<() => void>();

  show(look: Look): void {
    this.#look = look;
    for (const listener of this.#listeners) listener();
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object as before where nothing of the figure changed. */
  of(id: string): FigureState {
    const { found, figure, partners, stop } = this.#look;
    const next: FigureState = {
      mark: found?.marks[id] ?? "free",
      repaired: found?.repaired[id],
      here: figure === id,
      partner: figure !== id && partners.has(id),
      stop: stop === id,
    };
    const before = this.#states.get(id);
    const same = before !== undefined && (Object.keys(next) as (keyof FigureState)[]).every((key) => before[key] === next[key]);
    if (same) return before;
    this.#states.set(id, next);
    return next;
  }
}

export const FigureStatesContext = createContext(new FigureStates());

export function useFigureState(id: string): FigureState {
  const states = use(FigureStatesContext);
  return useSyncExternalStore(
    states.listen,
    useCallback(() => states.of(id), [states, id]),
  );
}
