import { Fragment } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { periodIn } from "../time.ts";
import { isBreak } from "./breaks.ts";
import type { NamedSeries } from "./over-time.tsx";
import { words as all } from "./words.ts";

/** Every figure behind the charts, the newest first, the change to two levels of government as a row of its own. */
export function SeriesTable({ series }: { readonly series: readonly NamedSeries[] }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const periods = [...(series[0]?.points ?? [])].map(({ period }) => period).reverse();
  const at = (one: NamedSeries, period: string) => one.points.find((point) => point.period === period);
  return (
    <Sideways label={words.table}>
      <table className="list series">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            {series.map(({ orgUnit, members, name }) => (
              <th key={`${orgUnit} ${JSON.stringify(members)}`} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period, i) => (
            <Fragment key={period}>
              <tr>
                <th scope="row">{periodIn(period, language)}</th>
                {series.map((one) => {
                  const point = at(one, period);
                  return (
                    <td key={`${one.orgUnit} ${JSON.stringify(one.members)}`} className="number">
                      {point === undefined || point.value === null ? (
                        <span className="quiet">
                          {point !== undefined && point.is === "summed" && point.missing > 0 ? words.missing(point.missing) : "—"}
                        </span>
                      ) : (
                        point.text
                      )}
                      {point?.is === "recast" && point.value !== null && <small> {words.recast}</small>}
                    </td>
                  );
                })}
              </tr>
              {i + 1 < periods.length && isBreak(periods[i + 1] ?? period, period) && (
                <tr className="break">
                  <td colSpan={series.length + 1}>{words.breaks}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
