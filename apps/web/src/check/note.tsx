import type { Explanation, Sum as SumView, Told } from "@khop/writer/shown";
import { type Ref, useId } from "react";
import { counted, useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Sign } from "../parts/sign.tsx";
import { Sum, type SumLine } from "../parts/sum.tsx";
import type { FindingView } from "./view.ts";
import { words as all } from "./words.ts";

interface NoteProps {
  readonly figure: string;
  readonly explanation: Explanation;
  /** What the figure's findings are, by their ids. */
  readonly findings: ReadonlyMap<string, FindingView>;
  readonly repairedFrom: string | undefined;
  readonly onAccept: (finding: FindingView) => void;
  readonly onWaive: (finding: FindingView) => void;
  readonly onTakeBack: (id: string) => void;
  readonly onGo: (figure: string) => void;
  readonly onClose: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** The margin note: the figure, each of its sums, the likely value, and what a person may decide. */
export function Note({ figure, explanation, findings, repairedFrom, onAccept, onWaive, onTakeBack, onGo, onClose, ref }: NoteProps) {
  const words = useWords(all);
  const id = useId();
  const { shown, mark, label, place, told, sums } = explanation;
  const open = told.flatMap(({ finding }) => findings.get(finding) ?? []).filter(({ waived }) => waived === undefined);
  const [first] = open;
  const likely = open.find((one) => one.likely?.figure === figure);
  return (
    <section className={`note ${mark}`} aria-labelledby={id} tabIndex={-1} ref={ref}>
      <button type="button" className="close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
      <h2 id={id}>
        <span className="value">{shown}</span>
        <span className="state">
          <Sign mark={mark} /> {words.mark[mark]}
        </span>
      </h2>
      <p className="what">{[label, place].filter(Boolean).join(" · ")}</p>
      {repairedFrom !== undefined && (
        <div className="likely">
          <p>{words.repairedFrom(repairedFrom)}</p>
          <Button looks={["small"]} onClick={() => onTakeBack(figure)}>
            {words.takeBack}
          </Button>
        </div>
      )}
      <div className="told">
        {told.map((one) => (
          <Saying key={one.finding} told={one} onTakeBack={onTakeBack} />
        ))}
        {first !== undefined && (
          <div className="acts">
            {likely?.likely !== undefined && (
              <Button looks={["primary", "small"]} onClick={() => onAccept(likely)}>
                {words.accept(likely.likely.text)}
              </Button>
            )}
            <Button looks={["small"]} onClick={() => onWaive(likely ?? first)}>
              {words.waive}
            </Button>
          </div>
        )}
      </div>
      <div className="sums">
        {sums.length === 0 && <p className="quiet">{words.nothing}</p>}
        {sums.map((sum, i) => (
          <Working key={`${i}`} sum={sum} own={figure} onGo={onGo} />
        ))}
      </div>
    </section>
  );
}

function Saying({
  told: { finding, accepted, said, message },
  onTakeBack,
}: {
  readonly told: Told;
  readonly onTakeBack: (id: string) => void;
}) {
  const words = useWords(all);
  if (accepted !== undefined)
    return (
      <div className="likely">
        <p>{words.waivedAs(accepted.reason)}</p>
        <Button looks={["small"]} onClick={() => onTakeBack(finding)}>
          {words.takeBack}
        </Button>
      </div>
    );
  return (
    <div className="likely">
      {said !== undefined && (
        <p>
          <b>{kept(said)}</b>
        </p>
      )}
      {message !== undefined && <p>{kept(message)}</p>}
    </div>
  );
}

/** A sentence whose numbers stay on one line with their sign. */
export const kept = (sentence: string): string => sentence.replace(/(\d) (%|điểm)/g, "$1\u00a0$2");

function Working({ sum, own, onGo }: { readonly sum: SumView; readonly own: string; readonly onGo: (figure: string) => void }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { name, mark, verdict, reason, lines, left } = sum;
  const results = lines.findIndex(({ kind }) => kind !== "" && kind !== "own");
  const cut = results < 0 ? lines.length : results;
  const more: SumLine = { sign: "", label: words.more(counted(left, language)), text: "", kind: "" };
  const shown: readonly SumLine[] = left > 0 ? [...lines.slice(0, cut), more, ...lines.slice(cut)] : lines;
  return (
    <div className="working">
      <h3>
        <Sign mark={mark} />
        <span>{name}</span>
        <span className="verdict">
          {words.verdict[verdict]}
          {reason !== undefined && `: ${words.reason[reason]}`}
        </span>
      </h3>
      <Sum
        lines={shown}
        labelled={({ label, figure }) =>
          figure === undefined || figure === own ? (
            label
          ) : (
            <button type="button" onClick={() => onGo(figure)}>
              {label}
            </button>
          )
        }
      />
    </div>
  );
}
