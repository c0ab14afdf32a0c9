import { type FormEvent, useId } from "react";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { words as all } from "./words.ts";

interface WritingProps {
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

/** Asks for a text; nothing is done with an empty one. */
function Writing({
  onClose,
  onDone,
  title,
  label,
  hint = "",
  does,
  rows,
}: WritingProps & {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly does: string;
  readonly rows: number;
}) {
  const words = useWords(all);
  const field = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    if (text.trim() !== "") onDone(text);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <label className="label" htmlFor={field}>
          {label}
        </label>
        <textarea id={field} name="text" className="field" rows={rows} required placeholder={hint} />
        <div className="acts">
          <button type="submit" className="button primary">
            {does}
          </button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A report that is pasted as text. */
export function PasteDialog(props: WritingProps) {
  const words = useWords(all);
  return <Writing {...props} title={words.pasteTitle} label={words.pasteLabel} does={words.checkIt} rows={12} />;
}

/** Why a finding is left as it is. */
export function WaiveDialog(props: WritingProps) {
  const words = useWords(all);
  return <Writing {...props} title={words.waiveTitle} label={words.waiveReason} hint={words.waiveHint} does={words.waiveIt} rows={3} />;
}
