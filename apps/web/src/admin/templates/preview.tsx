import { useEffect, useMemo, useState } from "react";
import { type Regime, useCollections } from "../../api/collecting.ts";
import type { Person } from "../../api/person.ts";
import { isRefused, Refusal, wordsOf } from "../../api/refusal.ts";
import { useUnits } from "../../api/units.ts";
import { useLanguage, useWords } from "../../language.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Paper } from "../../report/paper.tsx";
import { periodIn } from "../../time.ts";
import type { Wrong } from "./liquid-editor.tsx";
import { wordsFor } from "./names.ts";
import { isBlank, partOfPage } from "./part-of-page.ts";
import { type Template, type TriedWith, usePreview } from "./queries.ts";
import { words as all } from "./words.ts";

const unmarked: ReadonlyMap<string, string> = new Map();

/** A template as it would tell its part of a report, a moment after it was typed; where it is wrong is told to whoever writes. */
export function Preview({
  person,
  regime,
  template,
  text,
  onWrong,
}: {
  readonly person: Person;
  readonly regime: Regime;
  readonly template: Template;
  readonly text: string;
  readonly onWrong: (wrong: Wrong | null) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [tried, setTried] = useState<TriedWith | undefined>();
  const settled = useSettled(text, 350);
  const preview = usePreview({ province: person.province, regime: regime.id }, template.template, settled, tried);
  const [chosen, setChosen] = useState<number | null>(null);
  const { data, error } = preview;
  const tree = useMemo(
    () => (data === undefined ? undefined : partOfPage(data.html, { keepsTitle: template.is === "wording" })),
    [data, template.is],
  );
  const wrong = useMemo(() => wrongIn(error, language), [error, language]);
  useEffect(() => onWrong(wrong), [wrong, onWrong]);
  const fact = chosen === null ? undefined : tree?.figures[chosen];
  return (
    <section className="preview" aria-label={words.preview}>
      <TryWith person={person} regime={regime} tried={tried} onTry={setTried} />
      {error !== null && (
        <Notice tone="error" title={words.wrongStays}>
          <span>{wordsOf(error)[language]}</span>
        </Notice>
      )}
      {tree === undefined && error === null && <Notice tone="busy" title={words.trying} />}
      {tree !== undefined && error === null && (
        <>
          {isBlank(tree.nodes) ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <Paper tree={tree} label={words.preview} marks={unmarked} chosen={chosen} onChoose={setChosen} isPart />
          )}
          <p className="small quiet" role="status">
            {data !== undefined && data.missing.length > 0 && `${words.missing(data.missing.length)} `}
            {data !== undefined && data.unwritten.length > 0 && `${words.unwritten(data.unwritten.length)} `}
            {fact !== undefined && words.figure(wordsFor(fact))}
          </p>
        </>
      )}
    </section>
  );
}

/** Whose figures it is tried with: made-up ones, or those of a period and a unit that one may see. */
function TryWith({
  person,
  regime,
  tried,
  onTry,
}: {
  readonly person: Person;
  readonly regime: Regime;
  readonly tried: TriedWith | undefined;
  readonly onTry: (tried: TriedWith | undefined) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const collections = useCollections(person.province);
  const units = useUnits(person.province);
  const readable = person.may["report.read"] ?? [];
  const own = (units.data ?? []).filter(({ id, level }) => level === regime.level && readable.includes(id));
  const periods = own.length === 0 ? [] : (collections.data ?? []).filter((one) => one.regime === regime.id).map(({ period }) => period);
  const [first] = own;
  const choose = (period: string): void =>
    onTry(period === "" || first === undefined ? undefined : { period, orgUnit: tried?.orgUnit ?? first.id });
  return (
    <div className="try-with">
      <Choice
        label={words.with}
        value={tried?.period ?? ""}
        options={[["", words.madeUp], ...periods.map((one) => [one, periodIn(one, language)] as const)]}
        onChoose={choose}
      />
      {tried !== undefined && own.length > 1 && (
        <Choice
          label={words.unit}
          value={tried.orgUnit}
          options={own.map(({ id, name }) => [id, name])}
          onChoose={(orgUnit) => onTry({ ...tried, orgUnit })}
        />
      )}
    </div>
  );
}

/** A value once it has stayed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const soon = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(soon);
  }, [value, ms]);
  return settled;
}

function wrongIn(error: Error | null, language: "vi" | "en"): Wrong | null {
  if (!(error instanceof Refusal) || !isRefused(error, 422)) return null;
  const { line, column } = error.info;
  return { line: Number(line ?? 1), column: Number(column ?? 1), message: wordsOf(error)[language] };
}
