import { type ClipboardEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { Reveal } from "./grid.tsx";
import { blockIn, type Spot, type Spots, stepOf } from "./moves.ts";
import type { Sheet } from "./sheet.ts";

interface Moves {
  /** Goes to a cell, wherever it is and whether or not it is drawn. */
  readonly goTo: (key: string) => void;
  /** Takes a block from the clipboard, beginning at the cell with the focus. */
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onReveal: (table: string, reveal: Reveal | null) => void;
}

interface MovesOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly spots: Spots;
  readonly sheet: Sheet;
  /** Nothing moves while a dialog is open. */
  readonly isOff: boolean;
  /** Cells that F8 leads to, one after the other. */
  readonly toLookAt: () => ReadonlySet<string>;
  /** Brings the row of a cell that the page leaves out onto it. */
  readonly onHidden: (key: string) => void;
  /** Takes what is likely at a cell. */
  readonly onAccept: (key: string) => void;
  readonly onType: (draft: Sheet["draft"]) => void;
  readonly onEnter: (changes: Readonly<Record<string, string>>) => void;
  readonly onPasted: (count: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onKeys: () => void;
}

const cellOf = (target: EventTarget | null): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.dataset.key !== undefined ? target : undefined;

/** The one before or after a cell, round and round; the first or the last from anywhere else. */
function oneOf(order: readonly Spot[], from: string, by: 1 | -1): Spot | undefined {
  const at = order.findIndex(({ key }) => key === from);
  return at < 0 ? order.at(by > 0 ? 0 : -1) : order[(at + by + order.length) % order.length];
}

/** The keyboard of a page of grids, as in Excel: a text chosen whole is a cell to move from, one with the caret in it is being written. */
export function useMoves(options: MovesOptions): Moves {
  const latest = useRef(options);
  latest.current = options;
  const reveals = useRef(new Map<string, Reveal>());
  const onReveal = useCallback<Moves["onReveal"]>((table, reveal) => {
    if (reveal === null) reveals.current.delete(table);
    else reveals.current.set(table, reveal);
  }, []);

  const goTo = useCallback((key: string): void => {
    const { root, onHidden } = latest.current;
    const drawn = (): HTMLInputElement | null | undefined =>
      root.current?.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(key)}"]`);
    if (latest.current.spots.find(key) === undefined) flushSync(() => onHidden(key));
    const spot = latest.current.spots.find(key);
    if (!drawn() && spot !== undefined) reveals.current.get(spot.table)?.(spot.row);
    const input = drawn();
    input?.focus({ preventScroll: true });
    input?.scrollIntoView({ block: "nearest", inline: "nearest" });
    input?.select();
  }, []);

  useEffect(() => {
    /** What a key does here; undefined where it is the text's own, or nobody's. */
    const actOf = (event: KeyboardEvent): (() => void) | undefined => {
      const { spots, sheet, toLookAt, onAccept, onType, onEnter, onUndo, onRedo, onKeys } = latest.current;
      const input = cellOf(event.target);
      const own = input?.dataset.key ?? "";
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (key === "F1") return onKeys;
      if (key === "F8") {
        const wanted = toLookAt();
        const next = oneOf(
          spots.all.filter((spot) => wanted.has(spot.key)),
          own,
          event.shiftKey ? -1 : 1,
        );
        return () => next && goTo(next.key);
      }
      if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y") && sheet.draft === null)
        return key === "z" && !event.shiftKey ? onUndo : onRedo;
      if (input === undefined) return undefined;
      if (key === "Enter" && event.altKey) return () => onAccept(own);
      if (key === "F2") return () => input.setSelectionRange(input.value.length, input.value.length);
      if (key === "Escape")
        return () => {
          flushSync(() => onType(null));
          input.select();
        };
      const { selectionStart, selectionEnd, value } = input;
      const step = stepOf(event, { start: selectionStart ?? 0, end: selectionEnd ?? 0, length: value.length });
      if (step === undefined) return undefined;
      return () => {
        if (sheet.draft?.key === own) onEnter({ [own]: sheet.draft.text });
        const next = spots.step(own, step);
        if (next !== undefined) goTo(next.key);
      };
    };
    const keyed = (event: KeyboardEvent): void => {
      const act = latest.current.isOff ? undefined : actOf(event);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", keyed);
    return () => document.removeEventListener("keydown", keyed);
  }, [goTo]);

  const onPaste = useCallback((event: ClipboardEvent): void => {
    const { spots, onEnter, onPasted } = latest.current;
    const input = cellOf(event.target);
    const block = blockIn(event.clipboardData.getData("text/plain"));
    if (input?.dataset.key === undefined || block === undefined) return;
    event.preventDefault();
    const changes = spots.placed(input.dataset.key, block);
    onEnter(changes);
    onPasted(Object.keys(changes).length);
  }, []);
  return { goTo, onPaste, onReveal };
}
