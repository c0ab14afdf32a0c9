import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Sign } from "../parts/sign.tsx";
import type { useExplanation } from "./queries.ts";
import { words as all } from "./words.ts";

/** What does not fit in the report's figures; each leads to its figure on the paper. */
export function Doubts({
  query,
  known,
  onGo,
}: {
  readonly query: ReturnType<typeof useExplanation>;
  readonly known: ReadonlySet<string>;
  readonly onGo: (fact: string) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  if (query.data === undefined) return <Asking query={query} />;
  const { findings } = query.data;
  if (findings.length === 0) return <p className="told quiet">{words.noFindings}</p>;
  return (
    <ul className="told found">
      {findings.map(({ message, severity, facts }) => {
        const at = facts.find((fact) => known.has(fact));
        return (
          <li key={message.vi} className="finding">
            <Sign mark={severity === "error" ? "misfit" : "unsure"} />
            <div>
              <p>{message[language]}</p>
              {at !== undefined && (
                <button type="button" className="go" onClick={() => onGo(at)}>
                  {words.goTo}
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
