import { useQueries } from "@tanstack/react-query";
import { useCollections, useRegimeNames } from "../../api/collecting.ts";
import { allOf, khop } from "../../api/khop.ts";
import type { Person } from "../../api/person.ts";
import { useUnitNames } from "../../api/units.ts";
import { PageLink } from "../../frame/page-link.tsx";
import { useLanguage, useWords } from "../../language.tsx";
import { Asking } from "../../office/asking.tsx";
import { State } from "../../progress/state.tsx";
import { dayIn, leftIn, periodIn, timeLeft } from "../../time.ts";
import { words as all } from "./words.ts";

/** So many open periods are asked about; older ones stand on the page of progress. */
const most = 12;

/** The open periods of the units that a person enters figures for. */
export function Owed({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { province } = person;
  const mine = person.may["facts.enter"] ?? [];
  const unitName = useUnitNames(province);
  const collections = useCollections(mine.length === 0 ? "" : province);
  const lists = useQueries({
    queries: (collections.data ?? []).slice(0, most).map(({ regime, period }) => ({
      queryKey: ["submissions", { province, regime, period }, "owed"],
      queryFn: () =>
        allOf((query) =>
          khop.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/submissions", {
            params: { path: { province, regime, period }, query },
          }),
        ),
    })),
  });
  if (mine.length === 0) return null;
  const owed = lists.flatMap(({ data = [] }) => data).filter(({ orgUnit }) => mine.includes(orgUnit));
  const isAsked = collections.data !== undefined && lists.every(({ isPending }) => !isPending);
  const nameOf = useRegimeNames(language);
  return (
    <section className="card begin">
      <h1>{words.owed}</h1>
      <p>{words.owedAbout}</p>
      {collections.data === undefined && <Asking query={collections} />}
      {isAsked && owed.length === 0 && <p>{words.nothingOwed}</p>}
      <ul className="owed">
        {owed.map(({ regime, period, orgUnit, state, dueOn }) => (
          <li key={`${regime} ${period} ${orgUnit}`}>
            <div>
              <b>
                {nameOf(regime)}, {periodIn(period, language)}
              </b>
              <p className="small">
                {unitName(orgUnit)} · <State state={state} /> ·{" "}
                {words.due(dayIn(dueOn, language), leftIn(timeLeft(dueOn, new Date()), language))}
              </p>
            </div>
            <PageLink to={`/nhap?regime=${regime}&period=${period}&unit=${encodeURIComponent(orgUnit)}`} className="button primary">
              {state === "draft" || state === "returned" ? words.enter : words.look}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
