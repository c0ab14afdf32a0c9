import { counted, useLanguage, useWords } from "../language.tsx";
import { type Mark, marks, Sign } from "../parts/sign.tsx";
import { kept } from "./note.tsx";
import type { FindingsView, FindingView, Severity } from "./view.ts";
import { words as all } from "./words.ts";

export const severities: readonly Severity[] = ["error", "warning", "review", "info"];

const markOf = ({ severity, waived }: FindingView): Mark =>
  waived !== undefined ? "accepted" : severity === "info" ? "fit" : severity === "error" || severity === "review" ? "misfit" : "unsure";

interface ListProps {
  readonly found: FindingsView;
  readonly count: number;
  readonly shown: ReadonlySet<Severity>;
  readonly onFilter: (severity: Severity) => void;
  /** The finding that the page is at. */
  readonly here: string | null;
  readonly onGo: (finding: FindingView) => void;
}

/** How many figures of each mark there are, and the findings by severity, worst first. */
export function FindingsList({ found, count, shown, onFilter, here, onGo }: ListProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const open = found.findings.filter(({ waived }) => waived === undefined);
  const decided = found.findings.filter(({ waived }) => waived !== undefined);
  const counts = Map.groupBy(Object.values(found.marks), (mark) => mark);
  const there = severities.filter((severity) => open.some((one) => one.severity === severity));
  const groups = there.filter((severity) => shown.has(severity));
  return (
    <>
      <h2>{words.figures(counted(count, language))}</h2>
      <ul className="tally">
        {marks.flatMap((mark) => {
          const all = counts.get(mark)?.length ?? 0;
          return all === 0
            ? []
            : [
                <li key={mark}>
                  <Sign mark={mark} />
                  {words.mark[mark]}
                  <b>{counted(all, language)}</b>
                </li>,
              ];
        })}
      </ul>
      <h2 id="findings-title">{words.findings}</h2>
      {there.length > 1 && (
        <fieldset className="filter on-screen" aria-label={words.filter}>
          {there.map((severity) => (
            <button key={severity} type="button" aria-pressed={shown.has(severity)} onClick={() => onFilter(severity)}>
              {words.severity[severity]}
            </button>
          ))}
        </fieldset>
      )}
      {open.length === 0 && <p className="quiet">{words.noFindings}</p>}
      {open.length > 0 && groups.length === 0 && <p className="quiet">{words.noneHere}</p>}
      {groups.map((severity) => {
        const own = open.filter((one) => one.severity === severity);
        return <Group key={severity} title={words.severity[severity]} of={own} here={here} onGo={onGo} />;
      })}
      {decided.length > 0 && <Group title={words.accepted} of={decided} here={here} onGo={onGo} />}
    </>
  );
}

interface GroupProps extends Pick<ListProps, "here" | "onGo"> {
  readonly title: string;
  readonly of: readonly FindingView[];
}

function Group({ title, of, here, onGo }: GroupProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  return (
    <>
      <h3 className="severity">
        {title} <span>{counted(of.length, language)}</span>
      </h3>
      <ul>
        {of.map((finding) => (
          <li key={finding.id} className={finding.id === here ? "finding here" : "finding"}>
            <Sign mark={markOf(finding)} />
            <div>
              <button
                type="button"
                data-finding={finding.id}
                aria-current={finding.id === here ? "true" : undefined}
                onClick={() => onGo(finding)}
              >
                {kept(finding.title)}
              </button>
              <p>{kept(finding.message)}</p>
              {finding.waived !== undefined && <p className="waived">{words.waivedAs(finding.waived)}</p>}
              {finding.place !== "" && <p className="place">{finding.place}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
