import type { Explanation } from "@khop/writer/shown";
import { useCallback, useEffect, useRef, useState } from "react";
import { handOver } from "../hand-over.ts";
import { type History, redone, stepped, undone } from "../history.ts";
import { type Language, useLanguage } from "../language.tsx";
import { begun } from "./decisions.ts";
import { type Reader, startReader } from "./reader.ts";
import { Refusal } from "./refusal.ts";
import { troubleUnforeseen } from "./unforeseen.ts";
import type { Decisions, FindingsView, PaperView, Product, Trouble } from "./view.ts";

/** A file in hand. */
export interface InHand {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** Where the desk stands: empty, reading, turned away, or with a report on it. */
type Phase =
  | { readonly is: "empty" }
  | { readonly is: "reading"; readonly name: string; readonly stage: number }
  | { readonly is: "trouble"; readonly name: string; readonly trouble: Trouble }
  | { readonly is: "open"; readonly paper: PaperView };

export interface DeskState {
  readonly phase: Phase;
  readonly found: FindingsView | null;
  readonly history: History<Decisions>;
  /** Why the last thing that was asked for could not be done, while the report stays open. */
  readonly trouble: Trouble | null;
  readonly open: (file: InHand) => Promise<void>;
  readonly clear: () => void;
  readonly hold: (file: InHand | null) => Promise<void>;
  readonly decide: (next: Decisions) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly explain: (figure: string) => Promise<Explanation>;
  readonly produce: (product: Product) => Promise<string | null>;
}

/** The report on the desk, with what a person decided about it. */
export function useDesk(): DeskState {
  const { language } = useLanguage();
  const reader = useRef<Reader | null>(null);
  const [phase, setPhase] = useState<Phase>({ is: "empty" });
  const [found, setFound] = useState<FindingsView | null>(null);
  const [history, setHistory] = useState(begun);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [held, setHeld] = useState(0);
  /** For what the findings were asked last. */
  const asked = useRef<{ decisions: Decisions; language: Language; held: number }>({ decisions: begun.now, language, held: 0 });

  const reading = useCallback((): Reader => {
    reader.current ??= startReader();
    return reader.current;
  }, []);

  // The reader is made ready while nothing is asked of it yet, so that the first report does not wait for it.
  useEffect(() => {
    const ready = window.setTimeout(reading, 200);
    return () => {
      window.clearTimeout(ready);
      reader.current?.close();
      reader.current = null;
    };
  }, [reading]);

  const open = useCallback(
    async ({ name, bytes }: InHand) => {
      setFound(null);
      setHistory(begun);
      setTrouble(null);
      const told = tellingAfter(patience, (stage) => setPhase({ is: "reading", name, stage }));
      try {
        const all = await bytes();
        told.now(2);
        const first = languageNow();
        const { paper, found: foundFirst } = await reading().ask("open", { name, bytes: all, language: first });
        asked.current = { decisions: begun.now, language: first, held: 0 };
        setHeld(0);
        setFound(foundFirst);
        setPhase({ is: "open", paper });
      } catch (error) {
        setPhase({ is: "trouble", name, trouble: toldOf(error) });
      } finally {
        told.stop();
      }
    },
    [reading],
  );

  const isOpen = phase.is === "open";
  // What was found is asked for again when something else is decided, spoken, or held beside it.
  useEffect(() => {
    const { decisions, language: before, held: heldBefore } = asked.current;
    if (!isOpen || (decisions === history.now && before === language && heldBefore === held)) return;
    asked.current = { decisions: history.now, language, held };
    let current = true;
    reading()
      .ask("findings", { decisions: history.now, language })
      .then((next) => current && setFound(next))
      .catch((error) => current && setTrouble(toldOf(error)));
    return () => {
      current = false;
    };
  }, [isOpen, history.now, language, held, reading]);

  return {
    phase,
    found,
    history,
    trouble,
    open,
    clear: () => {
      setPhase({ is: "empty" });
      setFound(null);
      setTrouble(null);
      setHistory(begun);
    },
    hold: async (file) => {
      setTrouble(null);
      try {
        await reading().ask("previous", file && { name: file.name, bytes: await file.bytes() });
        setHeld((count) => count + 1);
      } catch (error) {
        setTrouble(toldOf(error));
      }
    },
    decide: (next) => setHistory((before) => stepped(before, next)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    explain: useCallback((figure) => reading().ask("explain", { figure, language }), [reading, language]),
    produce: async (product) => {
      setTrouble(null);
      try {
        const { name, type, bytes } = await reading().ask("produce", { product, language });
        handOver(name, new Blob([bytes], { type }));
        return name;
      } catch (error) {
        setTrouble(toldOf(error));
        return null;
      }
    },
  };
}

/** Who waits less than this, in milliseconds, need not be told what for. */
const patience = 150;

/** Tells how far a work has come, once it has taken a while. */
function tellingAfter(milliseconds: number, tell: (stage: number) => void) {
  let stage = 1;
  let isLate = false;
  const timer = window.setTimeout(() => {
    isLate = true;
    tell(stage);
  }, milliseconds);
  return {
    now: (next: number): void => {
      stage = next;
      if (isLate) tell(stage);
    },
    stop: (): void => window.clearTimeout(timer),
  };
}

const languageNow = (): Language => (document.documentElement.lang === "en" ? "en" : "vi");

const toldOf = (error: unknown): Trouble => (error instanceof Refusal ? error.trouble : troubleUnforeseen(error));
