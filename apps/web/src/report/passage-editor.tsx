import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import type { SubmissionKey } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { queries } from "../api/queries.ts";
import { wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { momentIn } from "../time.ts";
import { type Room, reportAt, type StoredPassage } from "./queries.ts";
import { SetText } from "./set-text.tsx";
import { words as all } from "./words.ts";

/** Loaded when somebody writes. */
const RichText = lazy(async () => ({ default: (await import("./rich-text.tsx")).RichText }));

const afterTyping = 900;

/** Writes one passage: kept on this machine as it is typed, on the server a moment later; what another wrote meanwhile is shown beside. */
export function PassageEditor({
  submissionKey: key,
  user,
  room,
  onClose,
}: {
  readonly submissionKey: SubmissionKey;
  readonly user: string;
  readonly room: Room;
  readonly onClose: () => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const id = useId();
  const kept = `khop.passage ${[user, key.province, key.regime, key.period, key.orgUnit, room.passage].join(" ")}`;
  const stands = room.stands?.text ?? "";
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? stands);
  const [state, setState] = useState<"" | "saving" | "saved" | "kept">("");
  const [failed, setFailed] = useState("");
  const [theirs, setTheirs] = useState<StoredPassage | null>(null);
  const base = useRef({ text: stands, version: room.stands?.version ?? 0 });
  // The editor begins anew where another's text is taken.
  const [turn, setTurn] = useState(0);

  const save = async (wanted: string): Promise<void> => {
    setState("saving");
    try {
      const body = { passages: [{ passage: room.passage, text: wanted, seen: base.current.version }] };
      const { conflicts } = await answered(khop.PATCH(`${reportAt}/passages`, { params: { path: { ...key } }, body }));
      const [conflict] = conflicts;
      if (conflict !== undefined) {
        setTheirs(conflict.theirs);
        return setState("kept");
      }
      base.current = { text: wanted, version: base.current.version + 1 };
      localStorage.removeItem(kept);
      setFailed("");
      setState("saved");
      await queries.invalidateQueries({ queryKey: ["report", key] });
    } catch (error) {
      setFailed(wordsOf(error)[language]);
      setState("kept");
    }
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (text === base.current.text || theirs !== null) return;
    localStorage.setItem(kept, text);
    const soon = setTimeout(() => void latest.current(text), afterTyping);
    const again = (): void => void latest.current(text);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(soon);
      window.removeEventListener("online", again);
    };
  }, [text, theirs, kept]);

  const decide = (whose: "mine" | "theirs"): void => {
    if (theirs === null) return;
    base.current = { text: theirs.text, version: theirs.version };
    if (whose === "theirs") {
      localStorage.removeItem(kept);
      setText(theirs.text);
      setTurn((before) => before + 1);
      void queries.invalidateQueries({ queryKey: ["report", key] });
    }
    setTheirs(null);
    setState("");
  };
  const said = { "": "", saving: words.saving, saved: words.saved, kept: words.kept }[state];
  return (
    <div className="writes">
      <b className="label" aria-hidden="true">
        {words.passage(room.title)}
      </b>
      <Suspense fallback={<div className="field rich" aria-busy="true" />}>
        <RichText key={turn} label={words.passage(room.title)} describedBy={`${id}h`} text={text} onChange={setText} onEscape={onClose} />
      </Suspense>
      <p className="quiet small" id={`${id}h`}>
        {words.passageHow}
      </p>
      {theirs !== null && (
        <div className="tip grave" role="alert">
          <div>
            <p>{words.conflict(theirs.by, momentIn(theirs.at, language))}</p>
            <blockquote>
              <SetText text={theirs.text} />
            </blockquote>
            <div className="acts">
              <Button looks={["small"]} onClick={() => decide("theirs")}>
                {words.takeTheirs}
              </Button>
              <Button looks={["small"]} onClick={() => decide("mine")}>
                {words.keepMine}
              </Button>
            </div>
          </div>
        </div>
      )}
      <p className="small" role="status">
        {said} {state === "kept" && failed}
      </p>
      <Button looks={["small"]} onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}
