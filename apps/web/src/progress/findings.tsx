import { useState } from "react";
import { type SubmissionKey, submissionAt } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Sign } from "../parts/sign.tsx";
import { Sure } from "../parts/sure.tsx";
import { momentIn } from "../time.ts";
import type { CheckAnswer } from "./items.ts";
import { words as all } from "./words.ts";

/** What the rules say of a submission; one that blocks may be accepted with a reason by those who may. */
export function Findings({
  submissionKey,
  check,
  mayWaive,
  onDone,
}: {
  readonly submissionKey: SubmissionKey;
  readonly check: CheckAnswer;
  readonly mayWaive: boolean;
  readonly onDone: () => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [waiving, setWaiving] = useState<string | null>(null);
  const { findings, missing } = check;
  const waive = async (finding: string, reason: string): Promise<void> => {
    await answered(khop.POST(`${submissionAt}/waivers`, { params: { path: { ...submissionKey } }, body: { finding, reason } }));
    onDone();
  };
  return (
    <>
      {missing.length > 0 && <p className="small">{words.missingCount(missing.length)}</p>}
      {findings.length === 0 && missing.length === 0 && <p className="quiet small">{words.noFindings}</p>}
      <ul className="found">
        {findings.map(({ id, message, blocks, waived, severity }) => (
          <li key={id} className="finding">
            <Sign mark={waived !== undefined ? "accepted" : severity === "error" ? "misfit" : "unsure"} />
            <div>
              <p>{message[language]}</p>
              {waived !== undefined && (
                <p className="quiet small">{words.waived(waived.by, momentIn(waived.at, language), waived.reason)}</p>
              )}
              {blocks && (
                <p className="small">
                  <b>{words.blocks}</b>{" "}
                  {mayWaive && (
                    <Button looks={["small"]} onClick={() => setWaiving(id)}>
                      {words.waive}
                    </Button>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {waiving !== null && (
        <Sure title={words.waive} does={words.waive} asks onClose={() => setWaiving(null)} onDo={({ reason }) => waive(waiving, reason)}>
          <p>{words.waiveSure}</p>
        </Sure>
      )}
    </>
  );
}
