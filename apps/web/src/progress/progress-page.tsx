import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Collection, useCollections, useRegimeNames } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { ForPerson } from "../office/for-person.tsx";
import { Choice } from "../parts/choice.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/progress.css";
import { periodIn, today } from "../time.ts";
import { Calendar } from "./calendar.tsx";
import { PeriodProgress } from "./period-progress.tsx";
import { words as all } from "./words.ts";

/** Where on the page one is; it stands in the address. */
export interface ProgressPlace {
  readonly regime?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly view?: string;
}

/** Tiến độ: who has sent, who is late, what each unit told, and the decisions on it. */
export function ProgressPage() {
  const words = useWords(all);
  useEffect(() => {
    document.title = `${words.title} · Khớp`;
  }, [words]);
  return (
    <ForPerson any={["submission.read"]} className="office">
      {(person) => <Chosen person={person} />}
    </ForPerson>
  );
}

function Chosen({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const place = useSearch({ strict: false }) as ProgressPlace;
  const navigate = useNavigate();
  const collections = useCollections(person.province);
  const nameOf = useRegimeNames(language);
  const go = (to: ProgressPlace): void => void navigate({ to: "/tien-do", search: to as never });
  if (collections.data === undefined) return <Asking query={collections} />;
  const chosen = chosenIn(collections.data, place);
  if (chosen === undefined)
    return (
      <Notice tone="busy" title={words.noPeriod}>
        <span>{words.noPeriodHow}</span>
      </Notice>
    );
  const ids = [...new Set(collections.data.map(({ regime }) => regime))];
  const isCalendar = place.view === "lich";
  return (
    <>
      <div className="choose">
        <h1 className="unseen">{words.title}</h1>
        <Choice
          label={words.regime}
          value={chosen.regime}
          options={ids.map((id) => [id, nameOf(id)])}
          onChoose={(regime) => go({ regime })}
        />
        <Choice
          label={words.period}
          value={chosen.period}
          options={collections.data
            .filter(({ regime }) => regime === chosen.regime)
            .map(({ period }) => [period, periodIn(period, language)])}
          onChoose={(period) => go({ regime: chosen.regime, period })}
        />
        <fieldset className="views" aria-label={words.title}>
          {[false, true].map((one) => (
            <button
              key={String(one)}
              type="button"
              aria-pressed={isCalendar === one}
              onClick={() => go({ regime: chosen.regime, period: chosen.period, ...(one ? { view: "lich" } : {}) })}
            >
              {one ? words.calendar : words.byUnit}
            </button>
          ))}
        </fieldset>
      </div>
      {isCalendar ? (
        <Calendar
          province={person.province}
          day={nextDue(collections.data)}
          nameOf={nameOf}
          onOpen={(regime, period) => go({ regime, period })}
        />
      ) : (
        <PeriodProgress
          person={person}
          collection={chosen}
          unit={place.unit}
          onOpen={(unit) => go({ regime: chosen.regime, period: chosen.period, ...(unit === null ? {} : { unit }) })}
        />
      )}
    </>
  );
}

/** The period that the address names; the latest of the regime that it names, or of any. */
function chosenIn(collections: readonly Collection[], { regime, period }: ProgressPlace): Collection | undefined {
  const of = collections.filter((one) => one.regime === regime);
  return of.find((one) => one.period === period) ?? of[0] ?? collections[0];
}

/** The day of the next deadline of an open period; today where none is ahead. */
function nextDue(collections: readonly Collection[]): string {
  const now = today(new Date());
  return (
    collections
      .map(({ dueOn }) => dueOn)
      .filter((day) => day >= now)
      .sort()[0] ?? now
  );
}
