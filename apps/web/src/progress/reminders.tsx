import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PeriodKey } from "../api/collecting.ts";
import { allOf, answered, khop } from "../api/khop.ts";
import { queries } from "../api/queries.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sure } from "../parts/sure.tsx";
import { momentIn } from "../time.ts";
import { words as all } from "./words.ts";

const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/reminders";

/** Every letter, and whether the server can send them. */
async function askLetters(path: PeriodKey) {
  let canSend = false;
  const items = await allOf(async (query) => {
    const page = await khop.GET(at, { params: { path: { ...path }, query } });
    canSend = page.data?.canSend ?? false;
    return page;
  });
  return { items, canSend };
}

/** Reminds who has not sent: each letter is shown before it goes, and goes once. */
export function Reminders({ periodKey }: { readonly periodKey: PeriodKey }) {
  const words = useWords(all);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  return (
    <>
      <Button looks={["small"]} onClick={() => setOpen(true)}>
        {words.remind}
      </Button>
      <span className="small" role="status">
        {said}
      </span>
      {isOpen && <Letters periodKey={periodKey} onClose={() => setOpen(false)} onSaid={setSaid} />}
    </>
  );
}

function Letters({
  periodKey,
  onClose,
  onSaid,
}: {
  readonly periodKey: PeriodKey;
  readonly onClose: () => void;
  readonly onSaid: (text: string) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const params = { path: { ...periodKey } };
  const letters = useQuery({ queryKey: ["reminders", periodKey], queryFn: () => askLetters(periodKey) });
  const close = <Button onClick={onClose}>{words.cancel}</Button>;
  if (letters.data === undefined)
    return (
      <Dialog title={words.remind} onClose={onClose}>
        <Asking query={letters} />
        <div className="acts">{close}</div>
      </Dialog>
    );
  const { items, canSend } = letters.data;
  const left = items.filter(({ sentAt }) => sentAt === null).length;
  const list = (
    <ul className="letters">
      {items.map(({ orgUnit, to, subject, text, sentAt }) => (
        <li key={`${orgUnit} ${to}`}>
          <details>
            <summary>
              {to}: {subject} {sentAt !== null && <small>({words.reminded(momentIn(sentAt, language))})</small>}
            </summary>
            <pre>{text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
  const send = async (): Promise<void> => {
    const { sent, before, failed } = await answered(khop.POST(at, { params, body: {} }));
    onSaid(words.remindedNow(sent, before, failed.length));
    await queries.invalidateQueries({ queryKey: ["reminders"] });
  };
  if (left === 0 || !canSend)
    return (
      <Dialog title={words.remind} onClose={onClose}>
        {left > 0 ? <Notice tone="busy" title={words.noMail} /> : <p>{items.length === 0 ? words.nobodyToRemind : words.allReminded}</p>}
        {list}
        <div className="acts">{close}</div>
      </Dialog>
    );
  return (
    <Sure title={words.remind} does={words.remind} onClose={onClose} onDo={send}>
      <p>{words.remindSure(left)}</p>
      {list}
    </Sure>
  );
}
