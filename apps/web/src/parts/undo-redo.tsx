import type { History } from "../history.ts";
import { useWords } from "../language.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface UndoRedoProps {
  /** Null until it is read. */
  readonly history: History<unknown> | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

const all = {
  vi: { undo: "Hoàn tác", redo: "Làm lại" },
  en: { undo: "Undo", redo: "Redo" },
};

/** One step back and one forth, each only where there is one. */
export function UndoRedo({ history, onUndo, onRedo }: UndoRedoProps) {
  const words = useWords(all);
  return (
    <>
      <Button looks={["plain"]} aria-label={words.undo} title={`${words.undo} (Ctrl Z)`} disabled={!history?.past.length} onClick={onUndo}>
        <Icon name="undo" />
      </Button>
      <Button
        looks={["plain"]}
        aria-label={words.redo}
        title={`${words.redo} (Ctrl Y)`}
        disabled={!history?.future.length}
        onClick={onRedo}
      >
        <Icon name="redo" />
      </Button>
    </>
  );
}
