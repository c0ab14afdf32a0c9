import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type SubmissionKey, submissionAt } from "../../api/collecting.ts";
import { allOf, answered, khop } from "../../api/khop.ts";
import { wordsOf } from "../../api/refusal.ts";
import { handOver } from "../../hand-over.ts";
import { useLanguage, useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { momentIn } from "../../time.ts";
import { words as all } from "./words.ts";

const at = `${submissionAt}/evidence` as const;

/** Files that bear a submission out: those that are there, and one more. */
export function EvidenceList({ submissionKey: key, mayAdd }: { readonly submissionKey: SubmissionKey; readonly mayAdd: boolean }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const files = useQuery({
    queryKey: ["submission", key, "evidence"],
    queryFn: () => allOf((query) => khop.GET(at, { params: { path: { ...key }, query } })),
  });
  const attempt = (act: Promise<unknown>): void => {
    setFailed(null);
    act.then(() => files.refetch()).catch((error: unknown) => setFailed(wordsOf(error)[language]));
  };
  const add = (file: File): void =>
    attempt(answered(khop.POST(at, { params: { path: { ...key }, query: { name: file.name } }, body: file as never })));
  const take = async (id: string, name: string): Promise<void> => {
    const blob = await answered(khop.GET(`${at}/{id}`, { params: { path: { ...key, id } }, parseAs: "blob" }));
    handOver(name, blob as unknown as Blob);
  };
  return (
    <>
      {files.data?.length === 0 && <p className="quiet small">{words.noEvidence}</p>}
      <ul className="steps">
        {(files.data ?? []).map(({ id, name, by, at: when }) => (
          <li key={id}>
            <button type="button" className="go" onClick={() => attempt(take(id, name))}>
              {name}
            </button>
            <small>
              {by}, {momentIn(when, language)}
            </small>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={words.addEvidence}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) add(file);
              currentTarget.value = "";
            }}
          />
          <Button looks={["small"]} onClick={() => chooser.current?.click()}>
            {words.addEvidence}
          </Button>
        </>
      )}
      {failed !== null && <Notice tone="error" title={failed} />}
    </>
  );
}
