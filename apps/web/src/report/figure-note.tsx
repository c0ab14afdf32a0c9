import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Sum, type SumLine } from "../parts/sum.tsx";
import { momentIn } from "../time.ts";
import type { Explained } from "./queries.ts";
import { words as all } from "./words.ts";

/** Where a figure comes from: who entered it and when, or the arithmetic that makes it; and how it changed. */
export function FigureNote({
  figure,
  known,
  onGo,
  onClose,
}: {
  readonly figure: Explained | undefined;
  /** The facts that stand on the paper, and can be gone to. */
  readonly known: ReadonlySet<string>;
  readonly onGo: (fact: string) => void;
  readonly onClose: () => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  if (figure === undefined)
    return (
      <div className="told" aria-live="polite">
        <p className="quiet">{words.hint}</p>
      </div>
    );
  const { label, text, entered, working, before, change } = figure;
  const facts = new Map<SumLine, string | undefined>();
  const lines = [
    ...(working?.lines ?? []).map((line): [SumLine, string | undefined] => [{ ...line, kind: "" }, line.fact]),
    ...madeOf(figure),
  ];
  for (const [line, fact] of lines) facts.set(line, fact);
  return (
    <div className="told of-figure" aria-live="polite">
      <Button looks={["plain", "small"]} aria-label={words.close} onClick={onClose}>
        <Icon name="close" size={14} />
      </Button>
      <p className="label">{label}</p>
      <p className="big">{text}</p>
      {entered !== undefined && <p className="small">{words.entered(entered.by, momentIn(entered.at, language), entered.version)}</p>}
      {working !== undefined && (
        <>
          <p className="small quiet">
            {words.computed}: {working.kind[language]}
          </p>
          <Sum
            lines={[...facts.keys()]}
            labelled={(line) => {
              const fact = facts.get(line);
              return fact === undefined || !known.has(fact) ? (
                line.label
              ) : (
                <button type="button" onClick={() => onGo(fact)}>
                  {line.label}
                </button>
              );
            }}
          />
        </>
      )}
      {entered === undefined && working === undefined && <p className="small">{words.untold}</p>}
      {before !== undefined && <p className="small">{words.before(before)}</p>}
      {change !== undefined && <p className={`small change ${change.is}`}>{words.change(change.text, change.growth)}</p>}
    </div>
  );
}

const madeOf = ({ working, text, label }: Explained): [SumLine, undefined][] =>
  working === undefined ? [] : [[{ sign: "=", label, text: /^[^\d]*[\d.,]+(?: %)?/.exec(text)?.[0] ?? text, kind: "made" }, undefined]];
