import type { components } from "@khop/client";
import type { OrgUnit } from "@khop/core";
import { csvOf } from "@khop/reporting";
import { useQuery } from "@tanstack/react-query";
import type { Regime } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { indicatorIn, membersIn } from "../figures/figure-words.ts";
import { handOver } from "../hand-over.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { dayIn } from "../time.ts";
import { Chart } from "./chart.tsx";
import { SeriesTable } from "./series-table.tsx";
import { words as all } from "./words.ts";

type Series = components["schemas"]["Series"];

/** A series with what it is called. */
export interface NamedSeries extends Series {
  readonly name: string;
}

interface OverTimeProps {
  readonly province: string;
  readonly regime: Regime;
  readonly indicator: Regime["indicators"][number];
  readonly by: "units" | "parts";
  readonly units: readonly OrgUnit[];
  readonly all: readonly OrgUnit[];
}

const most = 40;

/** Small charts of one scale, and the table of all their figures behind them. */
export function OverTime({ province, regime, indicator, by, units, all: every }: OverTimeProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const orgUnits = units
    .slice(0, most)
    .map(({ id }) => id)
    .join(",");
  const query = useQuery({
    queryKey: ["series", province, regime.id, indicator.id, orgUnits],
    queryFn: async () => {
      const params = { path: { province }, query: { regime: regime.id, indicator: indicator.id, orgUnits } };
      return (await answered(khop.GET("/api/v1/provinces/{province}/series", { params }))).items;
    },
    enabled: orgUnits !== "",
    placeholderData: (before) => before,
  });
  if (query.data === undefined) return <Asking query={query} />;
  // Units of one name, before and since a change, are told apart by their days.
  const unitName = (id: string): string => {
    const unit = every.find((one) => one.id === id);
    const isAlone = every.filter((one) => one.name === unit?.name && one.level === unit.level).length === 1;
    const { validFrom = null, validTo = null } = unit ?? {};
    const days = [validFrom && words.since(dayIn(validFrom, language)), validTo && words.until(dayIn(validTo, language))]
      .filter(Boolean)
      .join(", ");
    return unit === undefined ? id : isAlone || days === "" ? unit.name : `${unit.name} (${days})`;
  };
  const isPart = (members: Readonly<Record<string, string>>): boolean => Object.keys(members).length > 0;
  const shown: readonly NamedSeries[] = query.data
    .filter(({ members, points }) => (by === "parts" || !isPart(members)) && points.some(({ value }) => value !== null))
    .map((one) => ({
      ...one,
      name: by === "units" ? unitName(one.orgUnit) : isPart(one.members) ? membersIn(indicator, one.members, language) : words.whole,
    }));
  if (shown.length === 0) return <Notice tone="busy" title={words.nothing} />;
  // The whole has a scale of its own; its parts share one.
  const parts = shown.filter(({ members }) => by === "units" || isPart(members));
  const whole = shown.filter((one) => !parts.includes(one));
  const title = indicatorIn(indicator, language);
  const csv = (): void => {
    const rows = shown.flatMap(({ orgUnit, members, points }) =>
      points.map(({ period, value, is }) => [
        period,
        unitName(orgUnit),
        membersIn(indicator, members, language),
        value ?? "",
        indicator.unit.id,
        words.kinds[is] ?? is,
      ]),
    );
    handOver(`${indicator.id}.csv`, new Blob([csvOf([words.csvHead, ...rows])], { type: "text/csv" }));
  };
  return (
    <section className="explored" aria-label={title}>
      <h2>
        {title} <small>({indicator.unit.id})</small>
      </h2>
      <div className="multiples">
        {[whole, parts].map((group) => {
          const values = group.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [Number(value)])));
          const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
          return group.map((one) => (
            <Chart key={`${one.orgUnit} ${JSON.stringify(one.members)}`} series={one} indicator={title} low={low} high={high} />
          ));
        })}
      </div>
      <p className="quiet small">
        {shown.some(({ points }) => points.some(({ is, value }) => is === "recast" && value !== null)) && `${words.recastHow} `}
        {shown.some(({ points }) => points.some(({ is }) => is === "summed")) && words.summedHow}
      </p>
      <div className="table-head">
        <h3>{words.table}</h3>
        <Button looks={["small"]} onClick={csv}>
          {words.csv}
        </Button>
      </div>
      <SeriesTable series={shown} />
    </section>
  );
}
