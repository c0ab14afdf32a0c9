import { useRef, useState } from "react";
import type { SubmissionKey } from "../api/collecting.ts";
import { wordsOf } from "../api/refusal.ts";
import { handOver } from "../hand-over.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { rememberHead } from "./head.ts";
import { HeadDialog } from "./head-dialog.tsx";
import { askReport, type Format, type Head } from "./queries.ts";
import { SignOff } from "./sign-off.tsx";
import { words as all } from "./words.ts";

const formats: readonly Format[] = ["docx", "pdf", "html", "xlsx"];

/** What can be done with a report as a whole: its steps, its head, its files. */
export function ReportBar({
  submissionKey: key,

  head,
  onHead,
  can,
}: {
  readonly submissionKey: SubmissionKey;
  readonly head: Head;
  readonly onHead: (head: Head) => void;
  readonly can: (action: string) => boolean;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const menu = useRef<HTMLDetailsElement>(null);
  const [isHead, setIsHead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const download = async (format: Format): Promise<void> => {
    if (menu.current !== null) menu.current.open = false;
    setBusy(true);
    setFailed(null);
    try {
      handOver(`${key.orgUnit} ${key.period}.${format}`, await askReport(key, head, format));
    } catch (error) {
      setFailed(wordsOf(error)[language]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="report-bar">
        <SignOff submissionKey={key} head={head} can={can} />
        <div className="acts">
          <Button onClick={() => setIsHead(true)}>{words.letter}</Button>
          <details className="menu" ref={menu}>
            <summary className="button primary" aria-busy={busy}>
              {words.download}
              <Icon name="down" size={14} />
            </summary>
            <div>
              {formats.map((format) => (
                <button key={format} type="button" disabled={busy} onClick={() => void download(format)}>
                  {words.formats[format]}
                </button>
              ))}
            </div>
          </details>
        </div>
      </div>
      {failed !== null && (
        <Notice tone="error" title={words.downloadFailed}>
          <span>{failed}</span>
        </Notice>
      )}
      {isHead && (
        <HeadDialog
          head={head}
          onClose={() => setIsHead(false)}
          onDone={(next) => {
            rememberHead(key, next);
            onHead(next);
          }}
        />
      )}
    </>
  );
}
