import type { Regime } from "../api/collecting.ts";
import { cellIn, cellNameIn } from "../figures/figure-words.ts";
import { useLanguage, useWords } from "../language.tsx";
import { momentIn } from "../time.ts";
import type { StepItem } from "./items.ts";
import { words as all } from "./words.ts";

/** The steps that a submission went, the newest first. */
export function Steps({
  steps,
  regime,
  named,
}: {
  readonly steps: readonly StepItem[];
  readonly regime: Regime | undefined;
  readonly named: (unit: string) => string;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const nameOf = (key: string): string => {
    const cell = cellIn(key);
    return cell === undefined ? key : cellNameIn(regime, cell, language);
  };
  if (steps.length === 0) return <p className="quiet small">{words.noSteps}</p>;
  return (
    <ol className="steps">
      {steps.toReversed().map(({ seq, action, at, by, as, reason, cells }) => (
        <li key={seq}>
          <b>{words.stepNames[action] ?? action}</b>
          {as !== undefined && ` ${words.inName(named(as))}`}
          <small>
            {by}, {momentIn(at, language)}
          </small>
          {reason !== undefined && <p>“{reason}”</p>}
          {cells.map(({ cell, reason: why }) => (
            <p key={cell}>
              {nameOf(cell)}: {why}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
