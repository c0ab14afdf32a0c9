import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useRegime, useRegimes } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { useUnits } from "../api/units.ts";
import { indicatorIn } from "../figures/figure-words.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { ForPerson } from "../office/for-person.tsx";
import { Choice } from "../parts/choice.tsx";
import "../style/progress.css";
import "../style/explore.css";
import { OverTime } from "./over-time.tsx";
import { Overview } from "./overview.tsx";
import { words as all } from "./words.ts";

/** What is looked at; it stands in the address, so that it can be sent on. */
interface ExplorePlace {
  readonly view?: string;
  readonly regime?: string;
  readonly indicator?: string;
  readonly by?: string;
  readonly level?: string;
  readonly unit?: string;
  readonly period?: string;
}

const levels = ["province", "district", "commune"] as const;

/** Tra cứu: any indicator over time, by unit and breakdown; and one page for leaders. */
export function ExplorePage() {
  const words = useWords(all);
  useEffect(() => {
    document.title = `${words.title} · Khớp`;
  }, [words]);
  return (
    <ForPerson any={["facts.read"]} className="office">
      {(person) => <Explore person={person} />}
    </ForPerson>
  );
}

function Explore({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const place = useSearch({ strict: false }) as ExplorePlace;
  const navigate = useNavigate();
  const { province } = person;
  const regimes = useRegimes();
  const units = useUnits(province);
  const regimeId = regimes.data?.find(({ id }) => id === place.regime)?.id ?? regimes.data?.[0]?.id ?? "";
  const regime = useRegime(regimeId);
  if (regimes.data === undefined) return <Asking query={regimes} />;
  if (units.data === undefined) return <Asking query={units} />;
  const go = (change: ExplorePlace): void => void navigate({ to: "/tra-cuu", search: { ...place, regime: regimeId, ...change } as never });
  const isOverview = place.view === "overview";
  const reached = new Set(person.may["facts.read"]);
  const own = units.data.filter(({ id }) => reached.has(id));
  // Units at the regime's level tell; those above have sums of them.
  const telling = levels
    .slice(0, levels.findIndex((one) => one === regime.data?.level) + 1)
    .filter((level) => own.some((one) => one.level === level));
  const level = telling.find((one) => one === place.level) ?? telling.at(-1) ?? "province";
  const candidates = own.filter((one) => telling.some((each) => each === one.level));
  const unit = candidates.find(({ id }) => id === place.unit) ?? candidates[0];
  const indicator = regime.data?.indicators.find(({ id }) => id === place.indicator) ?? regime.data?.indicators[0];
  const by = place.by === "parts" && (indicator?.breakdowns?.length ?? 0) > 0 ? "parts" : "units";
  return (
    <>
      <div className="choose">
        <h1 className="unseen">{words.title}</h1>
        <Choice
          label={words.regime}
          value={regimeId}
          options={regimes.data.map(({ id, name }) => [id, name[language]])}
          onChoose={(id) => go({ regime: id, indicator: undefined as never })}
        />
        {!isOverview && regime.data !== undefined && indicator !== undefined && (
          <>
            <Choice
              label={words.indicator}
              value={indicator.id}
              options={regime.data.indicators.map((one) => [one.id, indicatorIn(one, language)])}
              onChoose={(id) => go({ indicator: id })}
            />
            {(indicator.breakdowns?.length ?? 0) > 0 && (
              <Choice label={words.by} value={by} options={Object.entries(words.bys)} onChoose={(one) => go({ by: one })} />
            )}
            {by === "units" && telling.length > 1 && (
              <Choice
                label={words.level}
                value={level}
                options={telling.map((one) => [one, words.levels[one] ?? one])}
                onChoose={(one) => go({ level: one })}
              />
            )}
            {by === "parts" && (
              <Choice
                label={words.unit}
                value={unit?.id ?? ""}
                options={candidates.map(({ id, name }) => [id, name])}
                onChoose={(id) => go({ unit: id })}
              />
            )}
          </>
        )}
        <fieldset className="views" aria-label={words.title}>
          {["series", "overview"].map((one) => (
            <button key={one} type="button" aria-pressed={isOverview === (one === "overview")} onClick={() => go({ view: one })}>
              {words.views[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {isOverview && (
        <Overview province={province} regime={regimeId} units={units.data} period={place.period} onPeriod={(period) => go({ period })} />
      )}
      {!isOverview && regime.data !== undefined && indicator !== undefined && unit !== undefined && (
        <OverTime
          province={province}
          regime={regime.data}
          indicator={indicator}
          by={by}
          units={by === "parts" ? [unit] : own.filter((one) => one.level === level)}
          all={units.data}
        />
      )}
    </>
  );
}
