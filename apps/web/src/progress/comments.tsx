import { type FormEvent, useId, useState } from "react";
import { type SubmissionKey, submissionAt } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { momentIn } from "../time.ts";
import type { CommentItem } from "./items.ts";
import { words as all } from "./words.ts";

/** What people said about a submission, and a place to say more. */
export function Comments({
  submissionKey,
  comments,
  mayAdd,
  onDone,
}: {
  readonly submissionKey: SubmissionKey;
  readonly comments: readonly CommentItem[];
  readonly mayAdd: boolean;
  readonly onDone: () => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const id = useId();
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text === "") return;
    try {
      await answered(khop.POST(`${submissionAt}/comments`, { params: { path: { ...submissionKey } }, body: { text } }));
      setFailed(null);
      form.reset();
      onDone();
    } catch (error) {
      setFailed(wordsOf(error)[language]);
    }
  };
  return (
    <>
      {comments.length === 0 && <p className="quiet small">{words.noComments}</p>}
      <ul className="steps">
        {comments.map(({ id: one, text, by, at }) => (
          <li key={one}>
            <p>{text}</p>
            <small>
              {by}, {momentIn(at, language)}
            </small>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <form className="say-more" onSubmit={(event) => void submit(event)}>
          <label className="unseen" htmlFor={id}>
            {words.comment}
          </label>
          <textarea id={id} name="text" className="field" rows={2} maxLength={2000} placeholder={words.comment} required />
          <Button type="submit" looks={["small"]}>
            {words.send}
          </Button>
        </form>
      )}
      {failed !== null && (
        <Notice tone="error" title={words.failed}>
          <span>{failed}</span>
        </Notice>
      )}
    </>
  );
}
