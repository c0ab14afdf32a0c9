import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Submission, type SubmissionKey, submissionAt } from "../../api/collecting.ts";
import { answered, khop } from "../../api/khop.ts";
import { queries } from "../../api/queries.ts";
import { isRefused, isUnreached, wordsOf } from "../../api/refusal.ts";
import { type History, historyOf } from "../../history.ts";
import { regimeOf } from "../facts.ts";
import { shelfFor } from "../shelf.ts";
import type { BookState } from "../use-book.ts";
import { useWorking } from "../use-working.ts";
import type { Book, Said } from "../view.ts";
import { type Conflict, decided, heard, type Ledger, waitingIn } from "./ledger.ts";
import { askEarlier, askEntries } from "./link.ts";
import { type Refused, sendWaiting } from "./send.ts";

/** How the book stands to the server. */
type Phase = "loading" | "sending" | "sent" | "offline" | "signedOut" | "failed";

/** A book that goes to the server and back by itself. */
export interface ConnectedBook extends BookState {
  readonly phase: Phase;
  /** How many cells the server has not got yet. */
  readonly waiting: number;
  readonly conflicts: readonly Conflict[];
  readonly failed: Said | null;
  readonly submission: Submission | null;
  readonly decide: (key: string, whose: "mine" | "theirs") => void;
  /** Sends what waits, and hears what others wrote. */
  readonly sync: () => Promise<void>;
}

interface Whole {
  readonly history: History<Book>;
  readonly base: Ledger["base"];
  readonly conflicts: Ledger["conflicts"];
  readonly submission: Submission | null;
  readonly refused: Refused;
}

/** What is kept on this machine. */
type Kept = Ledger & Pick<Whole, "submission">;

const ledgerIn = ({ history, base, conflicts }: Whole): Ledger => ({ book: history.now, base, conflicts });

/** What others wrote comes into every state of a book, so that undoing takes none of it back. */
function rewritten(history: History<Book>, next: Book): History<Book> {
  const { now } = history;
  const others = Object.keys({ ...now.cells, ...next.cells }).filter((key) => now.cells[key] !== next.cells[key]);
  if (others.length === 0) return history;
  const taken = (book: Book): Book => {
    const cells = { ...book.cells };
    for (const key of others) {
      const cell = next.cells[key];
      if (cell === undefined) delete cells[key];
      else cells[key] = cell;
    }
    return { ...book, cells };
  };
  return { past: history.past.map(taken), now: next, future: history.future.map(taken) };
}

const afterTyping = 600;
const again = 15_000;

/** A unit's submission as a book: kept on this machine at once, sent when there is a network, with others' changes coming in. */
export function useConnectedBook(key: SubmissionKey, user: string, orgUnit: string | undefined): ConnectedBook {
  const regime = useMemo(() => regimeOf(key), [key]);
  const shelf = useMemo(() => shelfFor<Kept>([user, key.province, key.regime, key.period, key.orgUnit].join(" ")), [user, key]);
  const [whole, setWhole] = useState<Whole | undefined>(undefined);
  const [phase, setPhase] = useState<Phase>("loading");
  const [failed, setFailed] = useState<Said | null>(null);
  const [saved, setSaved] = useState<BookState["saved"]>(null);
  const latest = useRef<Whole | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const asked = useRef(false);
  const name = useRef(orgUnit);
  name.current = orgUnit ?? name.current;

  const put = useCallback((change: Partial<Whole> & Pick<Whole, "history">): void => {
    const before = latest.current ?? { base: {}, conflicts: [], submission: null, refused: {} };
    latest.current = { ...before, ...change };
    setWhole(latest.current);
  }, []);
  const change = useCallback(
    (by: (before: History<Book>) => History<Book>): void => {
      if (latest.current !== undefined) put({ history: by(latest.current.history) });
    },
    [put],
  );
  const book = whole?.history.now;
  const working = useWorking(book, change);
  const { ask } = working;

  const once = useCallback(async (): Promise<void> => {
    if (latest.current === undefined) {
      const [said, cells] = await Promise.all([askEntries(regime, key), askEarlier(regime, key)]);
      const empty: Book = { regime: key.regime, orgUnit: name.current ?? key.orgUnit, period: key.period, cells };
      const first = heard({ book: empty, base: {}, conflicts: [] }, said);
      put({ history: historyOf(first.book), base: first.base, conflicts: first.conflicts });
    } else {
      const refused = await sendWaiting(regime, key, ledgerIn(latest.current), { ask, refused: latest.current.refused });
      const said = await askEntries(regime, key);
      const { book: next, base, conflicts } = heard(ledgerIn(latest.current), said);
      put({ history: rewritten(latest.current.history, next), base, conflicts, refused });
    }
    const submission = await answered(khop.GET(submissionAt, { params: { path: { ...key } } }));
    if (latest.current !== undefined) put({ history: latest.current.history, submission });
  }, [regime, key, ask, put]);

  const sync = useCallback((): Promise<void> => {
    asked.current = true;
    const run = async (): Promise<void> => {
      setPhase((before) => (before === "loading" ? before : "sending"));
      try {
        while (asked.current) {
          asked.current = false;
          await once();
        }
        setFailed(null);
        setPhase("sent");
      } catch (error) {
        setFailed(wordsOf(error));
        if (isRefused(error, 401)) queries.setQueryData(["me"], null);
        setPhase(isUnreached(error) ? "offline" : isRefused(error, 401) ? "signedOut" : "failed");
      }
      running.current = null;
    };
    running.current ??= run();
    return running.current;
  }, [once]);

  // What is kept on this machine is there first; then the server is asked.
  useEffect(() => {
    let current = true;
    latest.current = undefined;
    void shelf
      .last()
      .catch(() => undefined)
      .then((kept) => {
        if (!current) return;
        if (kept !== undefined) put({ ...kept, history: historyOf(kept.book) });
        void sync();
      });
    return () => {
      current = false;
    };
  }, [shelf, put, sync]);

  useEffect(() => {
    if (whole === undefined) return;
    let current = true;
    setSaved(null);
    shelf.keep({ ...ledgerIn(whole), submission: whole.submission }).then(
      () => current && setSaved(new Date()),
      () => current && setSaved("failed"),
    );
    return () => {
      current = false;
    };
  }, [whole, shelf]);

  const waits = whole === undefined ? [] : waitingIn(ledgerIn(whole));
  const unsent = waits.map((one) => `${one}=${book?.cells[one]?.text ?? ""}`).join("|");
  useEffect(() => {
    if (unsent === "") return;
    const soon = setTimeout(() => void sync(), afterTyping);
    return () => clearTimeout(soon);
  }, [unsent, sync]);
  useEffect(() => {
    const now = (): void => void sync();
    const tick = setInterval(() => document.visibilityState === "visible" && now(), again);
    window.addEventListener("online", now);
    return () => {
      clearInterval(tick);
      window.removeEventListener("online", now);
    };
  }, [sync]);

  const { worked } = working;
  const whatRefused = whole?.refused;
  const withRefused = useMemo(() => {
    const refused = Object.entries(whatRefused ?? {}).filter(([one, { text }]) => text === (book?.cells[one]?.text ?? ""));
    const faults = Object.fromEntries(refused.map(([one, { said }]) => [one, said]));
    return worked === null ? null : { ...worked, faults: { ...faults, ...worked.faults } };
  }, [worked, whatRefused, book]);
  return {
    ...working,
    worked: withRefused,
    book,
    history: whole?.history ?? null,
    saved,
    phase,
    waiting: waits.length,
    conflicts: whole?.conflicts ?? [],
    failed,
    submission: whole?.submission ?? null,
    decide: (one, whose) => {
      if (latest.current === undefined) return;
      const { book: next, base, conflicts } = decided(ledgerIn(latest.current), one, whose);
      put({ history: rewritten(latest.current.history, next), base, conflicts });
    },
    sync,
  };
}
