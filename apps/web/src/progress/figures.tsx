import { period, previous } from "@khop/core";
import { Fragment } from "react";
import { type Regime, type SubmissionKey, useFacts } from "../api/collecting.ts";
import { cellIn, cellKey, cellNameIn, figureIn } from "../figures/figure-words.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { type Mark, Sign } from "../parts/sign.tsx";
import { periodIn } from "../time.ts";
import type { EntryItem, FindingItem, StepItem } from "./items.ts";
import { words as all } from "./words.ts";

interface FiguresProps {
  readonly submissionKey: SubmissionKey;
  readonly regime: Regime;
  readonly entries: readonly EntryItem[];
  readonly findings: readonly FindingItem[];
  readonly steps: readonly StepItem[];
}

/** What a unit has entered, form by form, the period before beside it; what does not fit, or is to be mended, stands at its line. */
export function Figures({ submissionKey, regime, entries, findings, steps }: FiguresProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { province, orgUnit, period: now } = submissionKey;
  const before = previous(period(now)).id;
  const earlier = useFacts(province, orgUnit, before);
  const earlierOf = new Map((earlier.data ?? []).map((fact) => [cellKey(fact), fact]));
  const marks = marksIn(findings);
  const returned = new Map(
    (steps.at(-1)?.action === "return" ? (steps.at(-1)?.cells ?? []) : []).map(({ cell, reason }) => [cell, reason]),
  );
  const forms = regime.forms.map((form) => {
    const asked = new Set(form.rows.map(({ indicator }) => indicator));
    return { form, items: entries.filter(({ cell }) => asked.has(cell.indicator)) };
  });
  return (
    <Sideways label={words.figures}>
      <table className="list figures">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col" className="number">
              {periodIn(now, language)}
            </th>
            <th scope="col" className="number quiet">
              {periodIn(before, language)}
            </th>
          </tr>
        </thead>
        {forms
          .filter(({ items }) => items.length > 0)
          .map(({ form, items }) => (
            <tbody key={form.id}>
              <tr className="group">
                <th scope="rowgroup" colSpan={3}>
                  {form.title[language]}
                </th>
              </tr>
              {items.map(({ cell, fact }) => {
                const key = cellKey(cell);
                const why = returned.get(key);
                const mark = marks.get(key);
                const unit = regime.indicators.find(({ id }) => id === cell.indicator)?.unit.id;
                return (
                  <Fragment key={key}>
                    <tr className={mark === "misfit" || why !== undefined ? "doubt" : undefined}>
                      <th scope="row">
                        {mark !== undefined && <Sign mark={mark} />}
                        {cellNameIn(regime, cell, language)}
                        <small> {unit}</small>
                      </th>
                      <td className="number">{fact === null ? <span className="none">—</span> : figureIn(fact, language)}</td>
                      <td className="number quiet">{figureIn(earlierOf.get(key) ?? null, language)}</td>
                    </tr>
                    {why !== undefined && (
                      <tr className="why">
                        <td colSpan={3}>↩ {why}</td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          ))}
      </table>
    </Sideways>
  );
}

/** How cells are marked: the one that is certainly wrong as such; where several may be, each as in doubt, and none accused. */
function marksIn(findings: readonly FindingItem[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { cells, suspects, ambiguous, waived } of findings) {
    if (waived !== undefined) continue;
    const [only] = suspects;
    if (!ambiguous && suspects.length === 1 && only !== undefined) marks.set(withoutPlace(only.cell), "misfit");
    else for (const cell of cells) marks.set(withoutPlace(cell), marks.get(withoutPlace(cell)) ?? "unsure");
  }
  return marks;
}

/** The name of the entry that a cell of the network is of. */
function withoutPlace(id: string): string {
  const cell = cellIn(id);
  return cell === undefined ? id : cellKey(cell);
}
