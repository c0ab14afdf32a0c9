import type { OrgUnit } from "@khop/core";
import { type Collection, renewSubmission, type Submission, useRegime, useSubmission } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { PageLink } from "../frame/page-link.tsx";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { periodIn } from "../time.ts";
import { Comments } from "./comments.tsx";
import { Decisions } from "./decisions.tsx";
import { Figures } from "./figures.tsx";
import { Findings } from "./findings.tsx";
import { State } from "./state.tsx";
import { Steps } from "./steps.tsx";
import { words as all } from "./words.ts";

interface OpenProps {
  readonly person: Person;
  readonly collection: Collection;
  readonly submission: Submission;
  readonly units: readonly OrgUnit[];
  readonly onClose: () => void;
}

/** A unit's submission: its figures with what the rules say of them, the steps it went, and what may be decided. */
export function OpenUnit({ person, collection, submission, units, onClose }: OpenProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { regime: id, period } = collection;
  const key = { province: person.province, regime: id, period, orgUnit: submission.orgUnit };
  const regime = useRegime(id);
  const { status, entries, check, steps, comments } = useSubmission(key);
  const unit = units.find((one) => one.id === submission.orgUnit);
  const can = (action: string): boolean => person.may[action]?.includes(submission.orgUnit) === true;
  const named = (of: string): string => units.find((one) => one.id === of)?.name ?? of;
  const current = status.data ?? submission;
  return (
    <section className="open-unit" aria-label={unit?.name}>
      <header>
        <Button looks={["plain", "small"]} onClick={onClose}>
          <Icon name="back" size={16} />
          {words.back}
        </Button>
        <h2>{unit?.name}</h2>
        <p className="quiet small">
          {periodIn(period, language)} · <State state={current.state} />
        </p>
      </header>
      <Decisions person={person} collection={collection} submission={current} units={units} entries={entries.data} regime={regime.data} />
      {can("facts.enter") && (current.state === "draft" || current.state === "returned") && (
        <PageLink to={`/nhap?regime=${id}&period=${period}&unit=${encodeURIComponent(submission.orgUnit)}`} className="button primary">
          {words.open}
        </PageLink>
      )}
      <h3>{words.findings}</h3>
      {check.data === undefined ? (
        <Asking query={check} />
      ) : (
        <Findings submissionKey={key} check={check.data} mayWaive={can("finding.waive")} onDone={() => void renewSubmission(key)} />
      )}
      <h3>{words.figures}</h3>
      {entries.data === undefined || regime.data === undefined ? (
        <Asking query={entries.data === undefined ? entries : regime} />
      ) : (
        <Figures
          submissionKey={key}
          regime={regime.data}
          entries={entries.data}
          findings={check.data?.findings ?? []}
          steps={steps.data ?? []}
        />
      )}
      <h3>{words.steps}</h3>
      {steps.data === undefined ? <Asking query={steps} /> : <Steps steps={steps.data} regime={regime.data} named={named} />}
      <h3>{words.comments}</h3>
      {comments.data === undefined ? (
        <Asking query={comments} />
      ) : (
        <Comments submissionKey={key} comments={comments.data} mayAdd={can("comment.add")} onDone={() => void comments.refetch()} />
      )}
    </section>
  );
}
