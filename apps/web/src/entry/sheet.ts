import { useCallback, useSyncExternalStore } from "react";
import type { Cells, RuleSaid, Said } from "./view.ts";

/** What is being typed and not confirmed yet. */
export interface Draft {
  readonly key: string;
  readonly text: string;
}

/** What is told at cells, by their keys. */
export interface Told {
  readonly faults: Readonly<Record<string, Said>>;
  readonly rules: ReadonlyMap<string, RuleSaid>;
}

const nothingTold: Told = { faults: {}, rules: new Map() };

/**
 * What stands in the cells of a page, by their keys. A cell hears of its own changes and of no other's: of thousands, only those that
 * changed are drawn again while somebody types.
 */
export class Sheet {
  #cells: Cells = {};
  #draft: Draft | null = null;
  #figures: Record<string, string> = {};
  #told = nothingTold;
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Map<string, Set<() => void>>();

  get draft(): Draft | null {
    return this.#draft;
  }

  /** The text of a place as it was typed. */
  text(key: string): string {
    return this.#draft?.key === key ? this.#draft.text : (this.#cells[key]?.text ?? "");
  }

  /** A figure as it is printed, taken or worked out. */
  figure(key: string): string | undefined {
    return this.#figures[key];
  }

  isFilled(key: string): boolean {
    return key in this.#cells || this.#draft?.key === key;
  }

  fault(key: string): Said | undefined {
    return this.#told.faults[key];
  }

  rule(key: string): RuleSaid | undefined {
    return this.#told.rules.get(key);
  }

  isBroken(key: string): boolean {
    return key in this.#told.faults || this.#told.rules.has(key);
  }

  /** Nothing stands here any more. */
  clear(): void {
    this.#figures = {};
    this.#draft = null;
    this.#cells = {};
    this.#told = nothingTold;
    this.#changed(this.#listeners.keys());
  }

  type(draft: Draft | null): void {
    const keys = [this.#draft?.key, draft?.key].filter((key) => key !== undefined);
    this.#draft = draft;
    this.#changed(keys);
  }

  /** What was typed has been confirmed. */
  settle(cells: Cells): void {
    const draft = this.#draft;
    this.#draft = null;
    this.enter(cells);
    if (draft !== null) this.#changed([draft.key]);
  }

  enter(cells: Cells): void {
    const before = this.#cells;
    if (before === cells) return;
    this.#cells = cells;
    this.#changed(otherwise(before, cells, (a, b) => a?.text === b?.text));
  }

  /** Takes figures that have changed, null for those that are gone. */
  follow(figures: Readonly<Record<string, string | null>>): void {
    for (const [key, figure] of Object.entries(figures)) {
      if (figure === null) delete this.#figures[key];
      else this.#figures[key] = figure;
    }
    this.#changed(Object.keys(figures));
  }

  tell(told: Told): void {
    const before = this.#told;
    this.#told = told;
    this.#changed([
      ...otherwise(before.faults, told.faults, (a, b) => a === b),
      ...otherwise(Object.fromEntries(before.rules), Object.fromEntries(told.rules), (a, b) => a === b),
    ]);
  }

  subscribe(keys: readonly string[], listener: () => void): () => void {
    for (const key of keys) {
      const all = this.#listeners.get(key);
      if (all === undefined) this.#listeners.set(key, new Set([listener]));
      else all.add(listener);
    }
    return () => {
      for (const key of keys) {
        const all = this.#listeners.get(key);
        all?.delete(listener);
        if (all?.size === 0) this.#listeners.delete(key);
      }
    };
  }

  /** Counts up with each change of one of the places. */
  version(keys: readonly string[]): number {
    return keys.reduce((all, key) => all + (this.#versions.get(key) ?? 0), 0);
  }

  #changed(keys: Iterable<string>): void {
    const hearing = new Set<() => void>();
    for (const key of keys) {
      this.#versions.set(key, (this.#versions.get(key) ?? 0) + 1);
      for (const listener of this.#listeners.get(key) ?? []) hearing.add(listener);
    }
    for (const listener of hearing) listener();
  }
}

/** Draws again when what stands at one of the places changes; the keys must be the same list from one drawing to the next. */
export function useCells(sheet: Sheet, keys: readonly string[]): void {
  const subscribe = useCallback((listener: () => void) => sheet.subscribe(keys, listener), [sheet, keys]);
  useSyncExternalStore(subscribe, () => sheet.version(keys));
}

function otherwise<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  same: (a: T | undefined, b: T | undefined) => boolean,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));
}
