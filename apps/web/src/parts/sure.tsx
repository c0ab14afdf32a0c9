import { type FormEvent, type ReactNode, useId, useState } from "react";
import { wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Notice } from "./notice.tsx";
import { words as all } from "./sure-words.ts";

/** What a person said as they confirmed. */
export interface Confirmed {
  readonly reason: string;
  readonly given: FormData;
}

/** Says what will happen, asks for a reason where one is wanted, and does it; a refusal is told in place. */
export function Sure({
  title,
  does,
  asks = false,
  onClose,
  onDo,
  children,
}: {
  readonly title: string;
  readonly does: string;
  /** Whether a reason is asked for. */
  readonly asks?: boolean;
  readonly onClose: () => void;
  readonly onDo: (confirmed: Confirmed) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setFailed(null);
    try {
      await onDo({ reason: String(given.get("reason") ?? "").trim(), given });
      onClose();
    } catch (error) {
      setFailed(wordsOf(error)[language]);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        {asks && (
          <>
            <label className="label" htmlFor={id}>
              {words.reason}
            </label>
            <textarea id={id} name="reason" className="field" rows={3} required maxLength={2000} />
          </>
        )}
        {failed !== null && (
          <Notice tone="error" title={words.failed}>
            <span>{failed}</span>
          </Notice>
        )}
        <div className="acts">
          <Button type="submit" looks={["primary"]} disabled={busy}>
            {busy ? words.doing : does}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
