import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useCollections, useRegime, useRegimes } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { useUnits } from "../api/units.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { ForPerson } from "../office/for-person.tsx";
import { Choice } from "../parts/choice.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/progress.css";
import "../style/report.css";
import { periodIn } from "../time.ts";
import { OpenReport } from "./open-report.tsx";
import { words as all } from "./words.ts";

interface ReportPlace {
  readonly regime?: string;
  readonly period?: string;
  readonly unit?: string;
}

/** Báo cáo: the composed report of a unit and a period, live beside its figures. */
export function ReportPage() {
  const words = useWords(all);
  useEffect(() => {
    document.title = `${words.title} · Khớp`;
  }, [words]);
  return (
    <ForPerson any={["report.read"]} className="office">
      {(person) => <Chosen person={person} />}
    </ForPerson>
  );
}

function Chosen({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const place = useSearch({ strict: false }) as ReportPlace;
  const navigate = useNavigate();
  const { province } = person;
  const collections = useCollections(province);
  const regimes = useRegimes();
  const units = useUnits(province);
  const open = collections.data ?? [];
  const of = open.filter(({ regime }) => regime === place.regime);
  const collection = of.find(({ period }) => period === place.period) ?? of[0] ?? open[0];
  const regime = useRegime(collection?.regime ?? "");
  const reached = person.may["report.read"] ?? [];
  const own = units.data?.filter(({ id, level }) => reached.includes(id) && level === regime.data?.level) ?? [];
  const unit = own.find(({ id }) => id === place.unit) ?? own[0];
  const key = useMemo(
    () =>
      collection === undefined || unit === undefined
        ? null
        : { province, regime: collection.regime, period: collection.period, orgUnit: unit.id },
    [province, collection, unit],
  );
  const go = (to: ReportPlace): void => void navigate({ to: "/bao-cao", search: to as never });
  if (collections.data === undefined) return <Asking query={collections} />;
  if (units.data === undefined) return <Asking query={units} />;
  if (collection === undefined)
    return (
      <Notice tone="busy" title={words.noPeriod}>
        <span>{words.noPeriodHow}</span>
      </Notice>
    );
  const ids = [...new Set(open.map((one) => one.regime))];
  return (
    <>
      <div className="choose">
        <h1 className="unseen">{words.title}</h1>
        <Choice
          label={words.regime}
          value={collection.regime}
          options={ids.map((id) => [id, regimes.data?.find((one) => one.id === id)?.name[language] ?? id])}
          onChoose={(one) => go({ regime: one })}
        />
        <Choice
          label={words.period}
          value={collection.period}
          options={open.filter((one) => one.regime === collection.regime).map(({ period }) => [period, periodIn(period, language)])}
          onChoose={(period) => go({ ...place, regime: collection.regime, period })}
        />
        {own.length > 1 && (
          <Choice
            label={words.unit}
            value={unit?.id ?? ""}
            options={own.map(({ id, name }) => [id, name])}
            onChoose={(one) => go({ regime: collection.regime, period: collection.period, unit: one })}
          />
        )}
      </div>
      {key !== null && unit !== undefined && regime.data !== undefined && (
        <OpenReport key={JSON.stringify(key)} submissionKey={key} regime={regime.data} units={units.data} person={person} />
      )}
    </>
  );
}
