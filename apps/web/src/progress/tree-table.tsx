import { type KeyboardEvent, useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { momentIn } from "../time.ts";
import { State } from "./state.tsx";
import type { Line } from "./tree.ts";
import { words as all } from "./words.ts";

interface TreeProps {
  readonly lines: readonly Line[];
  readonly shut: ReadonlySet<string>;
  /** The unit that is open beside. */
  readonly open: string | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (unit: string) => void;
  readonly onShut: (unit: string, isShut: boolean) => void;
}

/** Units below those that they belong to. Arrows go up and down, open and shut; Enter opens a unit's figures. */
export function Tree({ lines, shut, open, names, onOpen, onShut }: TreeProps) {
  const words = useWords(all);
  const [at, setAt] = useState(0);
  const current = Math.min(at, lines.length - 1);
  const goTo = (row: HTMLElement | null | undefined): void => row?.focus();
  const keyed = (event: KeyboardEvent<HTMLTableRowElement>, line: Line): void => {
    const row = event.currentTarget;
    const hasBelow = line.below.length > 0;
    const isShut = shut.has(line.unit.id);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(row.nextElementSibling as HTMLElement | null),
      ArrowUp: () => goTo(row.previousElementSibling as HTMLElement | null),
      Home: () => goTo(row.parentElement?.firstElementChild as HTMLElement | null),
      End: () => goTo(row.parentElement?.lastElementChild as HTMLElement | null),
      ArrowRight: () => hasBelow && isShut && onShut(line.unit.id, false),
      ArrowLeft: () => {
        if (hasBelow && !isShut) return onShut(line.unit.id, true);
        let above = row.previousElementSibling as HTMLElement | null;
        while (above !== null && Number(above.ariaLevel) > line.depth) above = above.previousElementSibling as HTMLElement | null;
        goTo(above);
      },
      Enter: () => (line.submission === undefined ? hasBelow && onShut(line.unit.id, !isShut) : onOpen(line.unit.id)),
    };
    const act = event.target === row ? acts[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a treegrid is made of (ARIA in HTML allows it)
    <table className="list tree" role="treegrid" aria-label={words.byUnit}>
      <thead>
        <tr>
          <th scope="col">{words.units}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.inTime}</th>
          <th scope="col" className="wide">
            {words.approved}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <tr
            key={line.unit.id}
            aria-level={line.depth + 1}
            aria-expanded={line.below.length > 0 ? !shut.has(line.unit.id) : undefined}
            aria-selected={line.unit.id === open}
            className={line.unit.id === open ? "here" : undefined}
            data-unit={line.unit.id}
            tabIndex={i === current ? 0 : -1}
            onFocus={() => setAt(i)}
            onKeyDown={(event) => keyed(event, line)}
          >
            <Cells line={line} isShut={shut.has(line.unit.id)} names={names} onOpen={onOpen} onShut={onShut} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({
  line,
  isShut,
  names,
  onOpen,
  onShut,
}: { readonly line: Line; readonly isShut: boolean } & Pick<TreeProps, "names" | "onOpen" | "onShut">) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { unit, submission, below, owed, sent, depth } = line;
  return (
    <>
      <th scope="row" data-depth={Math.min(depth, 4)}>
        {below.length > 0 ? (
          <button type="button" className="twist" tabIndex={-1} aria-hidden="true" onClick={() => onShut(unit.id, !isShut)}>
            {isShut ? "▸" : "▾"}
          </button>
        ) : (
          <span className="twist" />
        )}
        {submission === undefined ? (
          <span>{unit.name}</span>
        ) : (
          <button type="button" className="name" tabIndex={-1} onClick={() => onOpen(unit.id)}>
            {unit.name}
          </button>
        )}
        {owed > 0 && <small>{words.sentOf(sent, owed)}</small>}
      </th>
      <td>{submission !== undefined && <State state={submission.state} />}</td>
      <td className="when">{submission?.submittedAt != null && momentIn(submission.submittedAt, language)}</td>
      <td className={`timely ${submission?.timeliness ?? ""}`}>{submission !== undefined && words.tally[submission.timeliness]}</td>
      <td className="wide">{submission?.approvedBy.map((id) => names.get(id) ?? id).join(", ")}</td>
    </>
  );
}
