import { reportRegimes } from "@khop/catalog/report";
import { period } from "@khop/core";
import { type ReactNode, useEffect, useState } from "react";
import { renewSubmission, type SubmissionKey, submissionAt, useCollections, useSubmission } from "../../api/collecting.ts";
import { answered, khop } from "../../api/khop.ts";
import { usePerson } from "../../api/person.ts";
import { queries } from "../../api/queries.ts";
import { useUnits } from "../../api/units.ts";
import { cellIn } from "../../figures/figure-words.ts";
import { PageLink } from "../../frame/page-link.tsx";
import { useLanguage, useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Sign } from "../../parts/sign.tsx";
import { Sure } from "../../parts/sure.tsx";
import { State } from "../../progress/state.tsx";
import { nextAbove } from "../../progress/tree.ts";
import { momentIn, periodIn } from "../../time.ts";
import { keyOfFact, regimeOf } from "../facts.ts";
import { OpenBook } from "../open-book.tsx";
import { ConflictTold } from "./conflict.tsx";
import { ServerSide } from "./server-side.tsx";
import { Stands } from "./stands.tsx";
import { useConnectedBook } from "./use-connected-book.ts";
import { words as all } from "./words.ts";

interface EntryProps {
  readonly submissionKey: SubmissionKey;
  readonly user: string;
}

/** A unit's submission, entered: kept here at once, sent by itself. */
export function ConnectedEntry(props: EntryProps) {
  const words = useWords(all);
  if (reportRegimes.some(({ id }) => id === props.submissionKey.regime)) return <Entering {...props} />;
  return <Notice tone="error" title={words.noRegime} />;
}

function Entering({ submissionKey: key, user }: EntryProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const units = useUnits(key.province);
  const unit = units.data?.find(({ id }) => id === key.orgUnit);
  const state = useConnectedBook(key, user, unit?.name);
  const person = usePerson();
  const collections = useCollections(key.province);
  const server = useSubmission(key);
  const [isSending, setSending] = useState(false);
  const { book, submission, conflicts } = state;
  const version = submission?.version;
  useEffect(() => {
    if (version !== undefined) void queries.invalidateQueries({ queryKey: ["submission", key] });
  }, [version, key]);
  if (!book) return <Stands state={state} again={window.location.pathname + window.location.search} />;

  const regime = regimeOf(key);
  const can = (action: string): boolean => person.data?.may[action]?.includes(key.orgUnit) === true;
  const isOpen = submission === null || submission.state === "draft" || submission.state === "returned";
  const mayEnter = person.data === undefined || can("facts.enter");
  const noted = new Map<string, ReactNode>();
  const last = server.steps.data?.at(-1);
  for (const { cell, reason } of last?.action === "return" ? last.cells : []) {
    const of = cellIn(cell);
    const at = of && keyOfFact(regime, { ...of, period: period(key.period) });
    if (at !== undefined)
      noted.set(
        at,
        <div className="tip">
          <Sign mark="unsure" />
          <p>{words.askedAt(reason)}</p>
        </div>,
      );
  }
  for (const conflict of conflicts)
    noted.set(conflict.key, <ConflictTold conflict={conflict} onDecide={(whose) => state.decide(conflict.key, whose)} />);

  const above = () => {
    const window = collections.data?.find((one) => one.regime === key.regime && one.period === key.period)?.window ?? null;
    return (submission && nextAbove({ ...submission, approvedBy: [] }, units.data ?? [], window)?.name) ?? words.above;
  };
  const submit = async (): Promise<void> => {
    await state.sync();
    try {
      await answered(khop.POST(`${submissionAt}/submit`, { params: { path: { ...key } }, body: {} }));
    } finally {
      await Promise.all([renewSubmission(key), state.sync()]);
    }
  };
  const connection = {
    stands: (
      <>
        {submission !== null && <State state={submission.state} />}
        <Stands state={state} again={window.location.pathname + window.location.search} />
      </>
    ),
    acts: can("submission.submit") && isOpen && (
      <Button looks={["primary"]} disabled={state.phase === "offline" || state.phase === "signedOut"} onClick={() => setSending(true)}>
        {words.submit}
      </Button>
    ),
    side: <ServerSide submissionKey={key} server={server} can={can} />,
    noted,
    fixed: !isOpen || !mayEnter ? ("all" as const) : ("yearly" as const),
  };
  return (
    <>
      <div className="back-line">
        <PageLink to="/nhap">‹ {words.back}</PageLink>
        {last?.action === "return" && (
          <p className="asked">
            <b>{words.returned}</b>: “{last.reason}” <small>{words.returnedBy(last.by, momentIn(last.at, language))}</small>
          </p>
        )}
        {!isOpen && <p className="asked">{words.submitted}</p>}
      </div>
      <OpenBook state={state} book={book} connection={connection} />
      {isSending && (
        <Sure title={words.submit} does={words.submit} onClose={() => setSending(false)} onDo={submit}>
          <p>{words.submitSure(book.orgUnit, periodIn(key.period, language), above())}</p>
          <p>{words.submitRules}</p>
        </Sure>
      )}
    </>
  );
}
