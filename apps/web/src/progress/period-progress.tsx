import { useState } from "react";
import { type Collection, type Submission, useSubmissions } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { useUnits } from "../api/units.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Notice } from "../parts/notice.tsx";
import { dayIn, leftIn, timeLeft } from "../time.ts";
import { OpenUnit } from "./open-unit.tsx";
import { Reminders } from "./reminders.tsx";
import { branchesOf, linesOf, nextAbove, only } from "./tree.ts";
import { Tree } from "./tree-table.tsx";
import { useNow } from "./use-now.ts";
import { words as all } from "./words.ts";

interface PeriodProps {
  readonly person: Person;
  readonly collection: Collection;
  readonly unit: string | undefined;
  readonly onOpen: (unit: string | null) => void;
}

const timely = ["early", "onTime", "late", "missing", "owed"] as const;

/** One period: how far it is, unit by unit, and the one that is open. */
export function PeriodProgress({ person, collection, unit, onOpen }: PeriodProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const now = useNow();
  const { province } = person;
  const { regime, period, dueOn, window } = collection;
  const units = useUnits(province);
  const submissions = useSubmissions({ province, regime, period });
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState<string>("");
  if (units.data === undefined) return <Asking query={units} />;
  if (submissions.data === undefined) return <Asking query={submissions} />;
  const { items, tally } = submissions.data;
  const may = new Set(person.may["submission.approve"] ?? []);
  const isForMe = (one: Submission): boolean =>
    one.state === "submitted" && may.has(one.orgUnit) && may.has(nextAbove(one, units.data, window)?.id ?? "");
  const wanted: Readonly<Record<string, (one: Submission) => boolean>> = {
    me: isForMe,
    ...Object.fromEntries(timely.map((name) => [name, (one: Submission) => one.timeliness === name])),
  };
  const branches = branchesOf(units.data, items, window);
  const chosen = wanted[filter];
  const lines = chosen === undefined ? linesOf(branches, shut) : only(branches, chosen);
  const counts = [
    ["", words.all, items.length],
    ...timely.map((name) => [name, words.tally[name] ?? name, tally[name] ?? 0] as const),
    ...(may.size > 0 ? [["me", words.forMe, items.filter(isForMe).length] as const] : []),
  ] as const;
  const open = unit === undefined ? undefined : items.find(({ orgUnit }) => orgUnit === unit);
  const left = timeLeft(dueOn, now);
  return (
    <div className={open === undefined ? "progress" : "progress opened"}>
      <section className="who-sent" aria-label={words.byUnit}>
        <p className={left.isOver ? "due over" : "due"}>
          <b>{words.due(dayIn(dueOn, language))}</b> · {leftIn(left, language)}
        </p>
        <fieldset className="tally" aria-label={words.inTime}>
          {counts
            .filter(([name, , count]) => name === "" || name === "me" || count > 0)
            .map(([name, called, count]) => (
              <button key={name} type="button" className={name} aria-pressed={filter === name} onClick={() => setFilter(name)}>
                <b>{count}</b> {called}
              </button>
            ))}
        </fieldset>
        {(person.may["reminder.send"]?.length ?? 0) > 0 && <Reminders periodKey={{ province, regime, period }} />}
        {items.length === 0 ? (
          <Notice tone="busy" title={words.noneSeen}>
            <span>{words.noneSeenHow}</span>
          </Notice>
        ) : (
          <Tree
            lines={lines}
            shut={shut}
            open={unit}
            names={new Map(units.data.map(({ id, name }) => [id, name]))}
            onOpen={onOpen}
            onShut={(id, isShut) => setShut((before) => new Set(isShut ? [...before, id] : [...before].filter((one) => one !== id)))}
          />
        )}
      </section>
      {open !== undefined && (
        <OpenUnit
          key={open.orgUnit}
          person={person}
          collection={collection}
          submission={open}
          units={units.data}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}
