import type { OrgUnit } from "@khop/core";
import { useState } from "react";
import { type Collection, type Regime, renewSubmission, type Submission, submissionAt } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { isRefused } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { type Confirmed, Sure } from "../parts/sure.tsx";
import { periodIn } from "../time.ts";
import type { EntryItem } from "./items.ts";
import { ReturnCells, reasonsIn } from "./return-cells.tsx";
import { nextAbove } from "./tree.ts";
import { words as all } from "./words.ts";

type Decision = "approve" | "return" | "lock" | "unlock";

interface DecisionsProps {
  readonly person: Person;
  readonly collection: Collection;
  readonly submission: Submission;
  readonly units: readonly OrgUnit[];
  readonly entries: readonly EntryItem[] | undefined;
  readonly regime: Regime | undefined;
}

/** What may be decided on a submission now, by whoever looks at it; each says what it will do before it does. */
export function Decisions({ person, collection, submission, units, entries = [], regime }: DecisionsProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [open, setOpen] = useState<Decision | null>(null);
  const [said, setSaid] = useState("");
  const { orgUnit, state, version } = submission;
  const key = { province: person.province, regime: collection.regime, period: collection.period, orgUnit };
  const may = (action: string, unit: string | undefined): boolean => unit !== undefined && person.may[action]?.includes(unit) === true;
  const next = nextAbove(submission, units, collection.window);
  const after = next && nextAbove({ ...submission, approvedBy: [...submission.approvedBy, next.id] }, units, collection.window);
  // Whoever stands above may return; the nearest who may is named.
  const returner = next ?? nextAbove({ ...submission, approvedBy: [] }, units, collection.window);
  const allowed: Readonly<Record<Decision, boolean>> = {
    approve: state === "submitted" && may("submission.approve", orgUnit) && may("submission.approve", next?.id),
    return: (state === "submitted" || state === "approved") && may("submission.return", orgUnit) && may("submission.return", returner?.id),
    lock: state === "approved" && may("submission.lock", orgUnit),
    unlock: state === "locked" && may("submission.unlock", orgUnit),
  };
  const unit = units.find(({ id }) => id === orgUnit)?.name ?? orgUnit;
  const period = periodIn(collection.period, language);
  const names: Readonly<Record<Decision, string>> = {
    approve: words.approve,
    return: words.giveBack,
    lock: words.lock,
    unlock: words.unlock,
  };

  const decide = async (what: Decision, { reason, given }: Confirmed): Promise<void> => {
    const seen = { path: key, header: { "if-match": `"${version}"` } };
    try {
      if (what === "approve") await answered(khop.POST(`${submissionAt}/approve`, { params: seen, body: { as: next?.id ?? orgUnit } }));
      else if (what === "lock") await answered(khop.POST(`${submissionAt}/lock`, { params: seen, body: {} }));
      else if (what === "unlock") await answered(khop.POST(`${submissionAt}/unlock`, { params: seen, body: { reason } }));
      else {
        const body = { as: returner?.id ?? orgUnit, reason, cells: reasonsIn(given) };
        await answered(khop.POST(`${submissionAt}/return`, { params: seen, body }));
      }
      setSaid(words.decided(names[what]));
    } catch (error) {
      if (isRefused(error, 412)) setSaid(words.stale);
      throw error;
    } finally {
      await renewSubmission(key);
    }
  };
  const told: Readonly<Record<Decision, readonly string[]>> = {
    approve: [words.approveSure(unit, period, next?.name ?? unit), after === undefined ? words.approveLast : words.approveNext(after.name)],
    return: [words.returnSure(unit, period)],
    lock: [words.lockSure(unit, period)],
    unlock: [words.unlockSure(unit, period)],
  };
  const all4 = (["approve", "return", "lock", "unlock"] as const).filter((one) => allowed[one]);
  return (
    <>
      {all4.length > 0 && (
        <div className="acts decide">
          {all4.map((one) => (
            <Button key={one} looks={one === "approve" || one === "lock" ? ["primary"] : []} onClick={() => setOpen(one)}>
              {names[one]}
            </Button>
          ))}
        </div>
      )}
      <p className="small" role="status">
        {said}
      </p>
      {open !== null && (
        <Sure
          title={`${names[open]}: ${unit}`}
          does={names[open]}
          asks={open === "return" || open === "unlock"}
          onClose={() => setOpen(null)}
          onDo={(confirmed) => decide(open, confirmed)}
        >
          {told[open].map((text) => (
            <p key={text}>{text}</p>
          ))}
          {open === "return" && <ReturnCells entries={entries} regime={regime} />}
        </Sure>
      )}
    </>
  );
}
