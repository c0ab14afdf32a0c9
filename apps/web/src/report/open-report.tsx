import type { OrgUnit } from "@khop/core";
import { useEffect, useMemo, useState } from "react";
import type { Regime, SubmissionKey } from "../api/collecting.ts";
import type { Person } from "../api/person.ts";
import { useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Notice } from "../parts/notice.tsx";
import { Changes } from "./changes.tsx";
import { Contents } from "./contents.tsx";
import { Doubts } from "./doubts.tsx";
import { FigureNote } from "./figure-note.tsx";
import { headFor } from "./head.ts";
import { pageTree } from "./page-tree.ts";
import { Paper } from "./paper.tsx";
import { Passages } from "./passages.tsx";
import { useExplanation, usePage, usePassages } from "./queries.ts";
import { ReportBar } from "./report-bar.tsx";
import { Versions } from "./versions.tsx";
import { words as all } from "./words.ts";

interface OpenProps {
  readonly submissionKey: SubmissionKey;
  readonly regime: Regime;
  readonly units: readonly OrgUnit[];
  readonly person: Person;
}

const views = ["figure", "findings", "changes", "versions", "passages"] as const;
type View = (typeof views)[number];

/** A report on its paper, its contents at the left, what can be told of it at the right. */
export function OpenReport({ submissionKey: key, regime, units, person }: OpenProps) {
  const words = useWords(all);
  const [head, setHead] = useState(() => headFor(key, regime, units));
  const page = usePage(key, head);
  const explanation = useExplanation(key);
  const rooms = usePassages(key);
  const [chosen, setChosen] = useState<number | null>(null);
  const [view, setView] = useState<View>("figure");
  const tree = useMemo(() => (page.data === undefined ? undefined : pageTree(page.data)), [page.data]);
  const figures = useMemo(() => new Map((explanation.data?.figures ?? []).map((one) => [one.fact, one])), [explanation.data]);
  const doubtful = useMemo(() => new Set((explanation.data?.findings ?? []).flatMap(({ facts }) => facts)), [explanation.data]);
  const marks = useMemo(
    () =>
      new Map(
        [...figures.values()].map(({ fact, working, change }) => {
          const changed = view === "changes" && change !== undefined && change.is !== "same";
          return [
            fact,
            [working === undefined ? "" : "computed", doubtful.has(fact) ? "misfit" : "", changed ? "changed" : ""]
              .filter(Boolean)
              .join(" "),
          ];
        }),
      ),
    [figures, doubtful, view],
  );
  // On a phone a figure is chosen to be told of.
  useEffect(() => {
    if (chosen !== null) setView((before) => (before === "passages" ? before : "figure"));
  }, [chosen]);
  const goTo = (fact: string): void => {
    const figure = tree?.figures.indexOf(fact) ?? -1;
    if (figure < 0) return;
    const found = document.querySelector(".letter")?.shadowRoot?.querySelector<HTMLElement>(`[data-figure="${figure}"]`);
    found?.scrollIntoView({ block: "center" });
    found?.focus();
  };
  if (tree === undefined) return page.error === null ? <Notice tone="busy" title={words.composing} /> : <Asking query={page} />;
  const known = new Set(tree.figures);
  const fact = chosen === null ? undefined : tree.figures[chosen];
  const can = (action: string): boolean => person.may[action]?.includes(key.orgUnit) === true;
  const counts: Readonly<Record<View, number>> = {
    figure: 0,
    findings: explanation.data?.findings.length ?? 0,
    changes: 0,
    versions: 0,
    passages: rooms.data?.filter(({ stands }) => stands === null || stands.text === "").length ?? 0,
  };
  return (
    <>
      <ReportBar submissionKey={key} head={head} onHead={setHead} can={can} />
      {page.error !== null && <Asking query={page} />}
      <div className="desk-of-report">
        <Contents headings={tree.headings} rooms={rooms.data ?? []} />
        <Paper tree={tree} label={words.paper} marks={marks} chosen={chosen} onChoose={setChosen} />
        <aside className="beside" aria-label={words.views[view]}>
          <fieldset className="views" aria-label={words.title}>
            {views.map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                {words.views[one]}
                {counts[one] > 0 && ` (${counts[one]})`}
              </button>
            ))}
          </fieldset>
          {view === "figure" && (
            <FigureNote
              figure={fact === undefined ? undefined : figures.get(fact)}
              known={known}
              onGo={goTo}
              onClose={() => setChosen(null)}
            />
          )}
          {view === "findings" && <Doubts query={explanation} known={known} onGo={goTo} />}
          {view === "changes" && <Changes query={explanation} order={tree.figures} onGo={goTo} />}
          {view === "versions" && (
            <Versions submissionKey={key} now={tree} at={page.dataUpdatedAt} labelOf={(one) => figures.get(one)?.label} onGo={goTo} />
          )}
          {view === "passages" && <Passages submissionKey={key} user={person.user} rooms={rooms} mayWrite={can("report.write")} />}
        </aside>
      </div>
    </>
  );
}
