import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/paper.css";
import "../style/check.css";
import { KeysDialog } from "../parts/keys-dialog.tsx";
import { PasteDialog } from "./dialogs.tsx";
import { EmptyDesk, Private } from "./empty-desk.tsx";
import { OpenReport } from "./open-report.tsx";
import { type InHand, useDesk } from "./use-desk.ts";
import { useOnline } from "./use-online.ts";
import { words as all } from "./words.ts";

const kinds = ".docx,.docm,.xlsx,.xlsm,.pdf,.html,.htm,.csv,.tsv,.md,.markdown,.txt";

const ofFile = (file: File): InHand => ({ name: file.name, bytes: () => file.arrayBuffer() });

const ofText = (name: string, text: string): InHand => ({
  name,
  bytes: async () => new TextEncoder().encode(text).buffer as ArrayBuffer,
});

const isWriting = (target: EventTarget | null): boolean => target instanceof Element && target.closest("textarea, input, dialog") !== null;

/** Kiểm tra: a report is dropped, and every figure of it is worked out again on this machine. */
export function CheckPage() {
  const words = useWords(all);
  const { language } = useLanguage();
  const desk = useDesk();
  const online = useOnline();
  const chooser = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<"paste" | "keys" | null>(null);
  const [dragged, setDragged] = useState(false);
  const { phase } = desk;

  useEffect(() => {
    document.title = phase.is === "open" ? `${phase.paper.name} · Khớp` : `${words.title} · Khớp`;
  }, [phase, words]);

  useEffect(() => {
    const ask = (event: KeyboardEvent): void => {
      if (event.key === "?" && !isWriting(event.target)) setDialog("keys");
    };
    document.addEventListener("keydown", ask);
    return () => document.removeEventListener("keydown", ask);
  }, []);

  const open = (file: InHand): void => {
    setDialog(null);
    void desk.open(file);
  };
  const pick = () => chooser.current?.click();
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setDragged(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) open(ofFile(file));
  };
  const pasted = (event: ClipboardEvent): void => {
    if (isWriting(event.target)) return;
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData("text/plain");
    if (file !== undefined) open(ofFile(file));
    else if (text.trim() !== "") open(ofText(words.pasted, text));
  };
  const trySample = async (): Promise<void> => {
    const { name, text } = await import("virtual:sample");
    open(ofText(name, text));
  };
  // A document has no focus of its own to paste into, so the whole page takes what is pasted.
  const pastedAnywhere = useRef(pasted);
  pastedAnywhere.current = pasted;
  useEffect(() => {
    const take = (event: Event): void => pastedAnywhere.current(event as unknown as ClipboardEvent);
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);

  return (
    <main
      id="content"
      className={dragged ? "check dragged" : "check"}
      data-say={words.letGo}
      onDragOver={(event) => {
        event.preventDefault();
        setDragged(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setDragged(false)}
      onDrop={dropped}
    >
      <input
        ref={chooser}
        type="file"
        accept={kinds}
        hidden
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) open(ofFile(file));
          currentTarget.value = "";
        }}
      />
      {!online && <p className="offline on-screen">{words.offline}</p>}
      {phase.is === "empty" && (
        <div className="start">
          <EmptyDesk onChoose={pick} onPaste={() => setDialog("paste")} onSample={() => void trySample()} />
        </div>
      )}
      {phase.is === "reading" && (
        <div className="start">
          <Notice tone="busy" title={words.reading(phase.name)}>
            <span>{words.stages[phase.stage - 1]}</span>
            <div>
              <progress value={phase.stage} max={words.stages.length + 1} aria-label={words.reading(phase.name)} />
            </div>
          </Notice>
        </div>
      )}
      {phase.is === "trouble" && (
        <div className="start">
          <h1 className="unseen">{words.title}</h1>
          <Notice tone="error" title={words.failed}>
            <span>
              {phase.name}: {phase.trouble.what[language]}.
            </span>
            <span>{phase.trouble.how[language]}</span>
            <div className="acts">
              <Button looks={["primary"]} onClick={pick}>
                {words.choose}
              </Button>
              <Button onClick={() => setDialog("paste")}>{words.paste}</Button>
            </div>
          </Notice>
          <Private />
        </div>
      )}
      {phase.is === "open" && (
        <OpenReport paper={phase.paper} desk={desk} onAnother={desk.clear} onKeys={() => setDialog("keys")} busy={dialog !== null} />
      )}
      {dialog === "paste" && <PasteDialog onClose={() => setDialog(null)} onDone={(text) => open(ofText(words.pasted, text))} />}
      {dialog === "keys" && <KeysDialog words={words} onClose={() => setDialog(null)} />}
    </main>
  );
}
