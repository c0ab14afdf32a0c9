import { useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import type { useExplanation } from "./queries.ts";
import { words as all } from "./words.ts";

/** What changed since the period before, in the order of the report. */
export function Changes({
  query,
  order,
  onGo,
}: {
  readonly query: ReturnType<typeof useExplanation>;
  readonly order: readonly string[];
  readonly onGo: (fact: string) => void;
}) {
  const words = useWords(all);
  if (query.data === undefined) return <Asking query={query} />;
  const byFact = new Map(query.data.figures.map((one) => [one.fact, one]));
  const lines = [...new Set(order)]
    .flatMap((fact) => byFact.get(fact) ?? [])
    .filter(({ change }) => change !== undefined && change.is !== "same");
  if (lines.length === 0) return <p className="told quiet">{words.noChanges}</p>;
  return (
    <ul className="told changes">
      {lines.map(({ fact, label, text, before, change }) => (
        <li key={fact}>
          <button type="button" className="go" onClick={() => onGo(fact)}>
            {label}
          </button>
          <p>
            <span className="quiet">{before}</span> → {text}
          </p>
          <p className={`change ${change?.is}`}>{change !== undefined && words.change(change.text, change.growth)}</p>
        </li>
      ))}
    </ul>
  );
}
