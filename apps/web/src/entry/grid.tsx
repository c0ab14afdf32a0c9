import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useWords } from "../language.tsx";
import { HeadRow } from "./head-row.tsx";
import { type GridTable, narrowed, type Place, widthOf } from "./layout.ts";
import { Line } from "./line.tsx";
import type { Sheet } from "./sheet.ts";
import { TallBody } from "./tall-body.tsx";
import { words as all } from "./words.ts";

/** From this many rows on a table scrolls in a frame of its own, and only the rows in sight are drawn. */
const tall = 40;

/** What a grid shows and what it does with what is typed; the same for all grids of a page. */
export interface Desk {
  readonly sheet: Sheet;
  /** The key of a place in this period, and that of the one before. */
  readonly keyNow: (place: Pick<Place, "code" | "yearly">) => string;
  readonly keyBefore: (place: Pick<Place, "code" | "yearly">) => string;
  readonly now: string;
  readonly before: string;
  /** Which figures are shown and not entered here. */
  readonly fixed: "none" | "yearly" | "all";
  readonly onType: (draft: Sheet["draft"]) => void;
  readonly onEnter: (changes: Readonly<Record<string, string>>) => void;
}

/** Draws a row that is out of sight, so that its cells can be gone to. */
export type Reveal = (row: number) => void;

interface GridProps {
  readonly desk: Desk;
  readonly table: GridTable;
  readonly title: string;
  /** The form has more tables than this. */
  readonly several: boolean;
  /** What else is told below a cell, by its key. */
  readonly noted: ReadonlyMap<string, ReactNode>;
  /** Which of the rows stands here, where there is room for one only. */
  readonly only: number | null;
  readonly onOnly: (down: string, row: number) => void;
  /** Hands over how rows of this table are revealed; null when it goes. */
  readonly onReveal: (table: string, reveal: Reveal | null) => void;
}

/** A table to fill in: this period strong, the one before quiet beside it, what is worked out sunken. */
export const Grid = memo(function Grid({ desk, table: whole, title, several, noted, only, onOnly, onReveal }: GridProps) {
  const words = useWords(all);
  const table = useMemo(() => (only === null ? whole : narrowed(whole, only)), [whole, only]);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const single = table.columns.length === 0;
  const named = whole.id.endsWith("-follows")
    ? words.follows(title)
    : several
      ? words.table(title, table.id.split("-").at(-1) ?? "")
      : title;
  const isTall = table.rows.length > tall;
  // The row with the focus stays drawn, however far away it is scrolled.
  const [held, setHeld] = useState(0);
  useEffect(() => {
    onReveal(whole.id, (row) => flushSync(() => setHeld(row)));
    return () => onReveal(whole.id, null);
  }, [onReveal, whole.id]);
  const line = useCallback(
    (row: number) => <Line desk={desk} table={table} at={row} noted={noted} onFocus={setHeld} />,
    [desk, table, noted],
  );
  return (
    <>
      {only !== null && (
        <Choice
          rows={whole.rows.flatMap(({ title: one, is }) => (is === "entry" ? [one] : []))}
          chosen={only}
          onChoose={(row) => onOnly(whole.down, row)}
          named={named}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reached by the keyboard */}
      <section className={isTall ? "frame tall" : "frame"} aria-label={named} tabIndex={0} ref={setFrame}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is moved through cell by cell, as a sheet is
          role="grid"
          aria-label={named}
          aria-rowcount={table.rows.length + 1}
          aria-colcount={widthOf(table)}
          className={["grid", single && "single", only !== null && "narrow"].filter(Boolean).join(" ")}
        >
          <thead>
            <HeadRow table={table} now={desk.now} before={desk.before} />
          </thead>
          {isTall ? (
            <TallBody frame={frame} rows={table.rows} held={held} line={line} />
          ) : (
            <tbody>
              {table.rows.map((_, row) => (
                <Line key={`${row}`} desk={desk} table={table} at={row} noted={noted} onFocus={setHeld} />
              ))}
            </tbody>
          )}
        </table>
      </section>
    </>
  );
});

/** The switch between rows, where one is shown at a time. */
function Choice({
  rows,
  chosen,
  named,
  onChoose,
}: {
  readonly rows: readonly string[];
  readonly chosen: number;
  readonly named: string;
  readonly onChoose: (row: number) => void;
}) {
  const words = useWords(all);
  if (rows.length > 4)
    return (
      <label className="one-of">
        <span className="unseen">{words.oneOf(named)}</span>
        <select className="field" value={chosen} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
          {rows.map((row, i) => (
            <option key={row} value={i}>
              {row}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form within the forms
    <div className="one-of" role="group" aria-label={words.oneOf(named)}>
      {rows.map((row, i) => (
        <button key={row} type="button" aria-pressed={i === chosen} onClick={() => onChoose(i)}>
          {row}
        </button>
      ))}
    </div>
  );
}
