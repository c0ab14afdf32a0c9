import { useState } from "react";
import type { SubmissionKey } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { queries } from "../api/queries.ts";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { type Confirmed, Sure } from "../parts/sure.tsx";
import { type Head, reportAt, useReportState } from "./queries.ts";
import { words as all } from "./words.ts";

type Step = "draft" | "check" | "sign" | "withdraw";

const order = ["drafted", "checked", "signed"] as const;

/** How far a report has come, in one row, and the step that may be taken next. */
export function SignOff({
  submissionKey: key,
  head,
  can,
}: {
  readonly submissionKey: SubmissionKey;
  readonly head: Head;
  readonly can: (action: string) => boolean;
}) {
  const words = useWords(all);
  const report = useReportState(key);
  const [open, setOpen] = useState<Step | null>(null);
  const state = report.data?.state ?? "none";
  const changed = report.data?.newer;
  const isChanged = changed !== undefined && Object.values(changed).some((many) => many > 0);
  const allowed: Readonly<Record<Step, boolean>> = {
    draft: can("report.write") && (state === "none" || state === "drafted" || state === "checked" || state === "withdrawn"),
    check: can("report.decide") && state === "drafted",
    sign: can("report.decide") && state === "checked",
    withdraw: can("report.decide") && state === "signed",
  };
  const take = async (step: Step, { reason }: Confirmed): Promise<void> => {
    const { data } = report;
    const params = { path: { ...key }, ...(data == null ? {} : { header: { "if-match": `"${data.version}"` } }) };
    const occasion = {
      ...(head.number === undefined ? {} : { number: head.number }),
      ...(head.date === undefined ? {} : { date: head.date }),
    };
    try {
      if (step === "draft") await answered(khop.POST(`${reportAt}/draft`, { params, body: head }));
      else if (step === "check") await answered(khop.POST(`${reportAt}/check`, { params, body: {} }));
      else if (step === "sign") await answered(khop.POST(`${reportAt}/sign`, { params, body: occasion }));
      else await answered(khop.POST(`${reportAt}/withdraw`, { params, body: { reason } }));
    } finally {
      await queries.invalidateQueries({ queryKey: ["report", key, "state"] });
    }
  };
  if (report.data === undefined) return <div className="sign-off" />;
  const reached = order.findIndex((one) => one === state);
  return (
    <div className="sign-off">
      <ol>
        {order.map((one, i) => (
          <li key={one} className={i <= reached ? "reached" : undefined} aria-current={i === reached ? "step" : undefined}>
            {words.states[one]}
          </li>
        ))}
      </ol>
      {(state === "none" || state === "withdrawn") && <span className="quiet small">{words.states[state]}</span>}
      {isChanged && <span className="small doubtful">{words.newer(changed.facts, changed.passages, changed.templates)}</span>}
      {(["draft", "check", "sign", "withdraw"] as const)
        .filter((step) => allowed[step])
        .map((step) => (
          <Button key={step} looks={["small"]} onClick={() => setOpen(step)}>
            {words[step]}
          </Button>
        ))}
      {open !== null && (
        <Sure
          title={words[open]}
          does={words[open]}
          asks={open === "withdraw"}
          onClose={() => setOpen(null)}
          onDo={(confirmed) => take(open, confirmed)}
        >
          <p>{words.sure[open]}</p>
        </Sure>
      )}
    </div>
  );
}
