import type { OrgUnit } from "@khop/core";
import { useQuery } from "@tanstack/react-query";
import { useCollections } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Sign } from "../parts/sign.tsx";
import { periodIn } from "../time.ts";
import { words as all } from "./words.ts";

/** One sheet for leaders: what moved most, what does not fit, who has not sent. */
export function Overview({
  province,
  regime,
  units,
  period,
  onPeriod,
}: {
  readonly province: string;
  readonly regime: string;
  readonly units: readonly OrgUnit[];
  readonly period: string | undefined;
  readonly onPeriod: (period: string) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const collections = useCollections(province);
  const open = (collections.data ?? []).filter((one) => one.regime === regime);
  const of = open.find((one) => one.period === period)?.period ?? open[0]?.period;
  const overview = useQuery({
    queryKey: ["overview", province, regime, of],
    queryFn: () =>
      answered(
        khop.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/overview", {
          params: { path: { province, regime, period: of ?? "" } },
        }),
      ),
    enabled: of !== undefined,
  });
  if (collections.data === undefined) return <Asking query={collections} />;
  if (of === undefined) return <p className="quiet">{words.noPeriod}</p>;
  if (overview.data === undefined) return <Asking query={overview} />;
  const nameOf = (id: string): string => units.find((one) => one.id === id)?.name ?? id;
  const { moved, findings, missing } = overview.data;
  return (
    <section className="overview">
      <div className="overview-head">
        <h2>{periodIn(of, language)}</h2>
        <div className="on-screen">
          <Choice
            label={words.period}
            value={of}
            options={open.map((one) => [one.period, periodIn(one.period, language)])}
            onChoose={onPeriod}
          />
        </div>
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
      <div className="thirds">
        <section aria-labelledby="overview-moved">
          <h3 id="overview-moved">{words.moved}</h3>
          {moved.length === 0 && <p className="quiet">{words.noMoved}</p>}
          <ol>
            {moved.map(({ orgUnit, label, before, now, change, growth, is }) => (
              <li key={`${orgUnit} ${label}`}>
                <b>{label}</b>
                <p>
                  {before} → {now}{" "}
                  <span className={`change ${is}`}>
                    {growth} <small>({change})</small>
                  </span>
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="overview-unfit">
          <h3 id="overview-unfit">{words.unfit}</h3>
          {findings.length === 0 && <p className="quiet">{words.noUnfit}</p>}
          <ul className="found">
            {findings.map(({ orgUnit, severity, message }) => (
              <li key={`${orgUnit} ${message.vi}`} className="finding">
                <Sign mark={severity === "error" ? "misfit" : "unsure"} />
                <div>{message[language]}</div>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="overview-missing">
          <h3 id="overview-missing">{words.missingUnits}</h3>
          {missing.length === 0 && <p className="quiet">{words.noMissing}</p>}
          <ul>
            {missing.map(({ orgUnit, timeliness }) => (
              <li key={orgUnit}>
                <b>{nameOf(orgUnit)}</b>: {words.timely[timeliness] ?? timeliness}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  );
}
