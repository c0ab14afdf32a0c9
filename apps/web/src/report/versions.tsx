import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { SubmissionKey } from "../api/collecting.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Notice } from "../parts/notice.tsx";
import { momentIn } from "../time.ts";
import type { ChangedBlock } from "./compare.ts";
import { type PageTree, pageTree } from "./page-tree.ts";
import { askVersion, useSteps } from "./queries.ts";
import { words as all } from "./words.ts";

interface VersionsProps {
  readonly submissionKey: SubmissionKey;
  /** The report as it stands now. */
  readonly now: PageTree;
  /** When that was composed. */
  readonly at: number;
  /** What a figure is called, by its fact. */
  readonly labelOf: (fact: string) => string | undefined;
  readonly onGo: (fact: string) => void;
}

const current = "now";

/** Two versions of a report beside each other: each figure that is otherwise, and each passage word by word. */
export function Versions({ submissionKey: key, now, at, labelOf, onGo }: VersionsProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const id = useId();
  const steps = useSteps(key);
  const made = (steps.data ?? []).filter(({ action }) => action === "draft");
  const [chosen, setChosen] = useState<Readonly<Record<"before" | "after", string>>>({ before: "", after: current });
  const before = chosen.before || String(made.at(-1)?.seq ?? "");
  const { after } = chosen;
  const compared = useQuery({
    queryKey: ["report", key, "compared", before, after, after === current ? at : null],
    enabled: before !== "",
    queryFn: async () => {
      const [{ compare }, then, later] = await Promise.all([
        import("./compare.ts"),
        askVersion(key, Number(before)).then(pageTree),
        after === current ? now : askVersion(key, Number(after)).then(pageTree),
      ]);
      return compare(then, later);
    },
  });
  if (steps.data === undefined) return <Asking query={steps} />;
  if (made.length === 0) return <p className="told quiet">{words.noVersions}</p>;
  const named = (seq: number): string => {
    const step = made.find((one) => one.seq === seq);
    return step === undefined ? "" : words.version(momentIn(step.until, language), step.by);
  };
  const choice = (which: "before" | "after", value: string) => (
    <>
      <label className="label" htmlFor={`${id}${which}`}>
        {words.versionOf[which]}
      </label>
      <select
        className="field"
        id={`${id}${which}`}
        value={value}
        onChange={({ currentTarget }) => setChosen({ ...chosen, [which]: currentTarget.value })}
      >
        {which === "after" && <option value={current}>{words.versionNow}</option>}
        {made.toReversed().map(({ seq }) => (
          <option key={seq} value={seq}>
            {named(seq)}
          </option>
        ))}
      </select>
    </>
  );
  const { data } = compared;
  return (
    <div className="told versions">
      {choice("before", before)}
      {choice("after", after)}
      {data === undefined && (compared.error === null ? <Notice tone="busy" title={words.comparing} /> : <Asking query={compared} />)}
      {data !== undefined && (
        <div aria-live="polite">
          <h3>{words.changedFigures(data.figures.length)}</h3>
          <ul className="changes">
            {data.figures.map(({ fact, before: was, after: is }) => (
              <li key={fact}>
                <button type="button" className="go" onClick={() => onGo(fact)}>
                  {labelOf(fact) ?? words.figureGone}
                </button>
                <p>
                  {was === null ? <span className="quiet">{words.notThere}</span> : <del>{was}</del>} →{" "}
                  {is === null ? <span className="quiet">{words.notThere}</span> : <ins>{is}</ins>}
                </p>
              </li>
            ))}
          </ul>
          <h3>{words.changedWords(data.blocks.length)}</h3>
          <ul className="changed-words">
            {data.blocks.map((block, i) => (
              <li key={`${i}`} lang="vi">
                <WordByWord block={block} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** A passage with what came and what went, each by a sign that needs no colour. */
function WordByWord({ block }: { readonly block: ChangedBlock }) {
  return block.words.map(({ is, text }, i) => {
    if (is === "added") return <ins key={`${i}`}>{text}</ins>;
    return is === "removed" ? <del key={`${i}`}>{text}</del> : <span key={`${i}`}>{text}</span>;
  });
}
